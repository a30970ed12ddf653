"""`briefing record`: a reason holds for the fact and the quotation that it was given for."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.ledger import published_fields
from generator.pipeline import assemble

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
    return [(finding.code, finding.subject) for finding in assemble(root).findings]


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
    (finding,) = assemble(copy).findings
    text = (copy / FACTS).read_text("utf-8").splitlines()
    assert text[finding.place.line - 1][finding.place.column - 1 :].startswith(
        '"The text says Monday'
    )
    assert finding.severity == "review"


def test_a_changed_fact_wants_a_correction_and_nothing_else(
    copy: Path, edit: Callable[[str, str], None]
) -> None:
    edit(f'id: {PRICE}\n  label: {{en: "Frankfurt, Monday"}}\n  indicator: price-frankfurt\n  period: 2021-10',
         f'id: {PRICE}\n  label: {{en: "Frankfurt, Monday"}}\n  indicator: price-frankfurt\n  period: 2021')  # fmt: skip
    assert codes(copy) == [("correction-missing", PRICE)]


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


def test_a_change_is_recorded_once_a_correction_says_so(
    copy: Path, edit: Callable[[str, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    before = (copy / "briefing.lock").read_text("utf-8")
    label = f'id: {PRICE}\n  label: {{en: "Frankfurt, Monday"}}\n  indicator: price-frankfurt\n'
    edit(f"{label}  period: 2021-10", f"{label}  period: 2021")
    assert main(["record", "--root", str(copy)]) == 1
    shown = capsys.readouterr().out
    assert "period was 2021-10 and is 2021" in shown
    # The hint is ready to paste: only the day and the reason are the editor's.
    [entry] = [line[line.index("- {") :] for line in shown.splitlines() if "reason:" in line]
    entry = entry.replace("YYYY-MM-DD", "2026-11-21").replace("…", "misread")
    edit("checks:\n", f"corrections:\n{entry}\nchecks:\n")
    assert codes(copy) == [("inferred-stale", PRICE)]
    assert main(["record", "--root", str(copy)]) == 0
    assert codes(copy) == []
    after = (copy / "briefing.lock").read_text("utf-8")
    line = f'  {PRICE}: {{value: "2.35", unit: EUR, period: "2021-10", hedge: about}}\n'
    assert line in before
    assert line.replace('2021-10"', '2021"') in after


def test_a_withdrawn_figure_keeps_what_was_published_of_it(
    copy: Path, edit: Callable[[str, str], None]
) -> None:
    path = copy / "seeds/facts/founder.yaml"
    text = path.read_text("utf-8")
    start = text.index("- id: buyback-remaining-2025-11")
    after = text.find("\n- id:", start)
    tombstone = (
        "- id: buyback-remaining-2025-11\n  indicator: buyback-remaining\n"
        "  status: withdrawn\n  reason: {en: unsure}\n"
    )
    path.write_text(text[:start] + tombstone + (text[after + 1 :] if after > 0 else ""), "utf-8")
    for page in (copy / "docs").glob("*.md"):
        lines = page.read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if "buyback-remaining-2025-11" not in line]
        page.write_text("".join(kept), "utf-8")
    found = {finding.code for finding in assemble(copy).findings} - {"open-number"}
    assert found == set()
    published = assemble(copy).seeds.lock.published["buyback-remaining-2025-11"]
    fact = assemble(copy).seeds.facts["buyback-remaining-2025-11"]
    kept = {"value": "21400000000", "unit": "piece", "status": "withdrawn"}
    assert published_fields(fact, published) == kept
    assert published_fields(fact) == {"status": "withdrawn"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("published: [a, b", "yaml-syntax"),
        ("published: []\n", "bad-value"),
        ("settled: {a: {unti: x}}\n", "unknown-key"),
        ("publishd: {}\n", "unknown-key"),
        ("published: {a: {value: 1,5}}\n", "unknown-key"),
        ('published: {a: {value: "1,5"}}\n', "bad-value"),
        ("published: {a: {hedge: roughly}}\n", "bad-value"),
        ("- 5\n", "bad-value"),
        ("\0", "bad-text"),
    ],
)
def test_a_broken_record_is_one_finding(copy: Path, text: str, code: str) -> None:
    (copy / "briefing.lock").write_text(text, "utf-8")
    found = [
        finding for finding in assemble(copy).findings if finding.place.path == "briefing.lock"
    ]
    assert [finding.code for finding in found] == [code]
