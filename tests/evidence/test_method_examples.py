"""The examples that the method page prints: each has the finding that it stands for."""

import re
from collections.abc import Callable, Mapping

import pytest

from generator.model import Finding
from generator.wording import load_messages

SAYS = re.compile(r"; the(?: German)? text says (?:“(?P<en>.+?)”|„(?P<de>.+?)“)")
MILLIONS = {"value": "12e6", "unit": "EUR"}
SOLD = {"value": 300, "unit": "vehicle"}
CHANGED = {"value": 5, "unit": "%", "kind": "change"}


@pytest.mark.parametrize(
    ("code", "fields"),
    [
        ("value-not-in-quote", {**MILLIONS, "value": "13e6"}),
        ("scale-mismatch", {**MILLIONS, "value": "12e12"}),
        ("precision-mismatch", {**MILLIONS, "value": "15e9"}),
        ("date-as-value", {"value": 2023}),
        ("name-as-value", {"value": 7}),
        ("range-mismatch", {**SOLD, "value": "2e6"}),
        ("unit-mismatch", {**MILLIONS, "unit": "USD"}),
        ("sign-mismatch", CHANGED),
        ("level-not-change", CHANGED),
        ("change-not-level", {**CHANGED, "kind": "level"}),
        ("hedge-dropped", SOLD),
        ("hedge-added", {**SOLD, "hedge": "about"}),
        ("hedge-mismatch", {**SOLD, "hedge": "about"}),
        ("period-mismatch", {**SOLD, "period": "2023-Q3"}),
        ("rate-dropped", MILLIONS),
        ("attribution-dropped", SOLD),
        ("attribution-added", {**SOLD, "attribution": "hearsay"}),
        ("attribution-mismatch", {**SOLD, "attribution": "hearsay"}),
        ("attribution-unseen", {**SOLD, "attribution": "self-reported"}),
        ("status-added", {**SOLD, "status": "target"}),
        ("status-mismatch", {**SOLD, "status": "target"}),
        ("left-out", SOLD),
        ("unit-absent", MILLIONS),
        ("unit-ambiguous", {**MILLIONS, "unit": "JPY"}),
        ("sign-unseen", CHANGED),
        ("value-derived", {**CHANGED, "value": 300}),
        ("value-unclear", {**MILLIONS, "value": "1.5"}),
        ("reading-unsure", {**SOLD, "value": 250}),
        ("period-unseen", {**SOLD, "period": "2023-05-12"}),
        ("negated", SOLD),
        ("status-dropped", SOLD),
        ("status-unclear", SOLD),
        ("hedge-unknown", SOLD),
    ],
)
def test_an_example_has_its_finding(
    code: str, fields: Mapping[str, object], finding_of: Callable[..., Finding | None]
) -> None:
    says = SAYS.search(load_messages("en")[f"code-{code}-example"])
    assert says is not None
    lang = says.lastgroup or ""
    exact = says[lang].replace("pump", "car")
    if fields.get("unit") == "vehicle" and "cars" not in exact:
        exact += ", 300 cars"
    finding = finding_of(f"So it was, {exact}, all in all.", lang, f"So it was, {exact}", **fields)
    assert finding is not None
    assert finding.code == code
