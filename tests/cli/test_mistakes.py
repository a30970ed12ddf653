"""Single mistakes of editors, one at a time in a copy of the example: each is one finding, at its line.

Comes in: the lists in mistakes/. Goes out: a failure for each mistake that is told twice, elsewhere,
not at all, without the cure that helps, or with a traceback.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.kept import Cache
from generator.model import Finding
from generator.pipeline import assemble

LISTS = Path(__file__).parent / "mistakes"
MISTAKES: list[dict[str, Any]] = [
    mistake
    for file in sorted(LISTS.glob("*.yaml"))
    for mistake in yaml.safe_load(file.read_text(encoding="utf-8"))
]
LEAST_MISTAKES = 120
TURNS: Mapping[str, Callable[[str], bytes]] = {
    "latin-1": lambda text: text.encode("latin-1", "replace"),
    "utf-16": lambda text: text.encode("utf-16"),
    "bom": lambda text: text.encode("utf-8-sig"),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "nfd": lambda text: unicodedata.normalize("NFD", text).encode(),
}


def make(mistake: dict[str, Any], briefing: Path) -> None:
    """Makes the mistake in a copy of the briefing."""
    if "stands" in mistake:
        file = briefing / mistake["file"]
        text = file.read_text(encoding="utf-8")
        assert mistake["stands"] in text, mistake["slip"]
        file.write_bytes(text.replace(mistake["stands"], mistake["typed"], 1).encode())
    if "turn" in mistake:
        file = briefing / mistake["file"]
        file.write_bytes(TURNS[mistake["turn"]](file.read_text(encoding="utf-8")))
    for name, text in mistake.get("write", {}).items():
        (briefing / name).write_text(text, encoding="utf-8")
    for name, other in mistake.get("rename", {}).items():
        (briefing / name).rename(briefing / other)
    for name, other in mistake.get("copy", {}).items():
        (briefing / other).write_bytes((briefing / name).read_bytes())
    for name, target in mistake.get("link", {}).items():
        (briefing / name).symlink_to(target)
    if "remove" in mistake:
        (briefing / mistake["remove"]).unlink()


def place_of(mistake: dict[str, Any], briefing: Path) -> tuple[str, int]:
    """The path and line in which the finding belongs."""
    path = mistake.get("path") or mistake["file"]
    text = (briefing / path).read_bytes().decode("utf-8", "replace")
    if not mistake["at"]:
        return path, 1
    # The text next to the change, where it stands more than once.
    typed = mistake.get("typed", "")
    start = max(text.find(typed), 0) if typed and path == mistake.get("file") else 0
    at = text.find(mistake["at"], start)
    at = text.find(mistake["at"]) if at < 0 else at
    assert at >= 0, mistake["slip"]
    return path, text.count("\n", 0, at) + 1


@pytest.fixture(scope="module")
def kept(copy_example: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Cache:
    """What is kept of the sound example, so that a mistake costs what it changes."""
    cache = Cache()
    assert not assemble(copy_example(tmp_path_factory.mktemp("sound") / "b"), cache).findings
    return cache


def check(mistake: dict[str, Any], briefing: Path, kept: Cache) -> Iterator[str]:
    """What is wrong with the findings of a mistake."""
    make(mistake, briefing)
    findings = assemble(briefing, kept).findings
    wanted = [] if mistake["code"] == "accepted" else mistake.get("codes", [mistake["code"]])
    said = "\n".join(map(told, findings))
    if sorted(one.code for one in findings) != sorted(wanted):
        yield f"{len(findings)} findings: {said}"
        return
    if not findings:
        return
    place = place_of(mistake, briefing)
    if any((one.place.path, one.place.line) != place for one in findings[:1]):
        yield f"not at {place}: {said}"
    cure = f"{findings[0].message} | {findings[0].hint}".replace(mistake.get("typed", "\0"), "")
    if mistake.get("says", "") not in cure:
        yield f"does not say {mistake['says']}: {said}"
    if (wrong := mistake.get("not")) and wrong in findings[0].hint:
        yield f"says {wrong}: {said}"


def told(finding: Finding) -> str:
    return f"{finding.place}: {finding.code} [{finding.subject}] {finding.message} | {finding.hint}"


@pytest.mark.parametrize("mistake", MISTAKES, ids=[one["slip"] for one in MISTAKES])
def test_a_mistake_is_one_finding_in_its_line(
    mistake: dict[str, Any], copied_briefing: Path, kept: Cache
) -> None:
    assert not [*check(mistake, copied_briefing, kept)]


def test_the_lists_are_long_enough_and_name_each_mistake_once() -> None:
    slips = [one["slip"] for one in MISTAKES]
    assert len({*slips}) == len(slips) >= LEAST_MISTAKES


def test_several_mistakes_are_told_in_one_run(copied_briefing: Path, kept: Cache) -> None:
    """Of a broken record, a fact with two wrong aspects, an open number, a page and a chart."""
    for file, stands, typed in (
        ("seeds/facts/money.yaml", "  value: 3.50", "\tvalue: 3.50"),
        ("seeds/facts/money.yaml", "value: 3.40", "value: 3.60"),
        ("seeds/facts/passengers.yaml", "  attribution: attributed\n", ""),
        ("seeds/facts/passengers.yaml", "period: 2023-H1\n  value: 398", "period: 2024-H1\n  value: 398"),
        ("seeds/articles.yaml", '  - {exact: "Pier 3", reason: The name of a landing stage.}\n', ""),
        ("docs/passengers.md", "Nobody ever took this ferry.", "It carried 17 people."),
        ("seeds/charts.yaml", "kind: bars", "kind: pie"),
    ):  # fmt: skip
        make({"slip": file, "file": file, "stands": stands, "typed": typed}, copied_briefing)
    found = [(one.place.path, one.code) for one in assemble(copied_briefing, kept).findings]
    assert found == [
        ("docs/passengers.md", "unproven-number"),
        ("seeds/articles/hohenufer-2023-09-12.txt", "open-number"),
        ("seeds/charts.yaml", "bad-value"),
        ("seeds/facts/money.yaml", "yaml-syntax"),
        ("seeds/facts/money.yaml", "value-not-in-quote"),
        ("seeds/facts/passengers.yaml", "period-mismatch"),
        ("seeds/facts/passengers.yaml", "attribution-dropped"),
    ]


def test_a_refused_fact_hides_no_other_number_of_its_article(
    copied_briefing: Path, kept: Cache
) -> None:
    wrong = {"slip": "", "file": "seeds/facts/money.yaml", "stands": "3.20", "typed": "3.30"}
    pier = {
        "slip": "",
        "file": "seeds/articles.yaml",
        "stands": '"Pier 3"',
        "typed": '"12. September"',
    }
    for one in (wrong, pier):
        make(one, copied_briefing)
    found = assemble(copied_briefing, kept).findings
    assert [(one.place.line, one.code) for one in found] == [
        (7, "open-number"),
        (9, "value-not-in-quote"),
    ]


def test_a_second_run_says_the_same_of_a_language_that_nobody_reads(
    copied_briefing: Path, kept: Cache
) -> None:
    wrong = {"slip": "", "file": "seeds/articles.yaml", "stands": "lang: nl", "typed": "lang: fr"}
    make(wrong, copied_briefing)
    first = assemble(copied_briefing, kept).findings
    assert assemble(copied_briefing, kept).findings == first
