"""`briefing record`: a reason holds for the fact and the quotation that it was given for."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.publish import assemble

FACTS = "seeds/facts/share.yaml"
PRICE = "frankfurt-price-2021-10-monday"


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """The briefing of this repository, to be changed."""
    for name in ("seeds", "docs"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copy(root / "briefing.lock", tmp_path)
    return tmp_path


@pytest.fixture
def edit(copy: Path) -> Callable[[str, str], None]:
    """Replace words in the facts of the share."""

    def replace(old: str, new: str) -> None:
        path = copy / FACTS
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")

    return replace


def codes(root: Path) -> list[tuple[str, str]]:
    return [(problem.code, problem.subject) for problem in assemble(root).problems]


def test_our_own_record_is_complete_and_current(copy: Path) -> None:
    before = (copy / "briefing.lock").read_bytes()
    assert main(["record", "--root", str(copy)]) == 0
    assert (copy / "briefing.lock").read_bytes() == before


def test_a_changed_quotation_brings_the_review_back(
    copy: Path, edit: Callable[[str, str], None]
) -> None:
    edit(
        "an der Frankfurter Börse noch rund 2,35 Euro wert",
        "an der Frankfurter Börse noch rund 2,35 Euro",
    )
    assert codes(copy) == [("inferred-stale", PRICE)]
    (problem,) = assemble(copy).problems
    text = (copy / FACTS).read_text("utf-8").splitlines()
    assert text[problem.place.line - 1][problem.place.column - 1 :].startswith(
        '"The text says Monday'
    )
    assert problem.severity == "review"


def test_a_changed_fact_brings_the_review_back(
    copy: Path, edit: Callable[[str, str], None]
) -> None:
    edit(f'id: {PRICE}\n  label: {{en: "Frankfurt, Monday"}}\n  indicator: price-frankfurt\n  period: 2021-10',
         f'id: {PRICE}\n  label: {{en: "Frankfurt, Monday"}}\n  indicator: price-frankfurt\n  period: 2021')  # fmt: skip
    assert codes(copy) == [("inferred-stale", PRICE)]


def test_the_same_value_written_otherwise_is_no_change(
    copy: Path, edit: Callable[[str, str], None]
) -> None:
    edit("value: 2.35", 'value: "2.350"')
    assert codes(copy) == []


def test_a_reworded_reason_settles_anew(copy: Path, edit: Callable[[str, str], None]) -> None:
    edit("noch rund 2,35 Euro wert", "noch rund 2,35 Euro")
    edit(
        "The text says Monday; the month is that of the article",
        "It was a Monday; the month is that of the article",
    )
    assert codes(copy) == []


def test_recording_confirms(copy: Path, edit: Callable[[str, str], None]) -> None:
    edit("noch rund 2,35 Euro wert", "noch rund 2,35 Euro")
    assert main(["record", "--root", str(copy)]) == 0
    assert codes(copy) == []


def test_nothing_is_recorded_while_anything_is_wrong(
    copy: Path, edit: Callable[[str, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    before = (copy / "briefing.lock").read_bytes()
    edit("value: 2.35", "value: 2.36")
    assert main(["record", "--root", str(copy)]) == 1
    assert "value-not-in-quote" in capsys.readouterr().out
    assert (copy / "briefing.lock").read_bytes() == before


def test_without_a_record_reasons_hold(copy: Path, edit: Callable[[str, str], None]) -> None:
    edit("noch rund 2,35 Euro wert", "noch rund 2,35 Euro")
    (copy / "briefing.lock").unlink()
    assert codes(copy) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("published: [a, b", "yaml-syntax"),
        ("published: {}\n", "bad-value"),
        ("settled: {a: {unti: x}}\n", "unknown-key"),
        ("publishd: []\n", "unknown-key"),
        ("- 5\n", "bad-value"),
        ("\0", "bad-text"),
    ],
)
def test_a_broken_record_is_one_finding(copy: Path, text: str, code: str) -> None:
    (copy / "briefing.lock").write_text(text, "utf-8")
    found = [
        problem for problem in assemble(copy).problems if problem.place.path == "briefing.lock"
    ]
    assert [problem.code for problem in found] == [code]
