"""`briefing record`: a reason holds for the fact and the quotation that it was given for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.ledger import published_fields
from generator.pipeline import assemble

FACTS = "seeds/facts/vessels.yaml"
SHARE = "electric-share-2024-07"
HEAD = (
    f"id: {SHARE}\n  label: {{en: Electric crossings in the second summer}}\n"
    "  indicator: electric-share\n"
)


@pytest.fixture
def edit(copied_briefing: Path) -> Callable[[str, str], None]:
    """Replace words in the facts of the vessels."""

    def replace(old: str, new: str) -> None:
        path = copied_briefing / FACTS
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")

    return replace


def codes(briefing: Path) -> list[tuple[str, str]]:
    return [(finding.code, finding.subject) for finding in assemble(briefing).findings]


def test_the_record_of_the_example_is_complete_and_current(copied_briefing: Path) -> None:
    before = (copied_briefing / "briefing.lock").read_bytes()
    assert main(["record", "--root", str(copied_briefing)]) == 0
    assert (copied_briefing / "briefing.lock").read_bytes() == before


def test_a_changed_quotation_brings_the_review_back(
    copied_briefing: Path, edit: Callable[[str, str], None]
) -> None:
    edit("crossings are now electric", "crossings are now")
    assert codes(copied_briefing) == [("inferred-stale", SHARE)]
    (finding,) = assemble(copied_briefing).findings
    text = (copied_briefing / FACTS).read_text("utf-8").splitlines()
    assert text[finding.place.line - 1][finding.place.column - 1 :].startswith(
        '"The text says now; the article is from July'
    )
    assert finding.severity == "review"


def test_a_changed_fact_wants_a_correction_and_nothing_else(
    copied_briefing: Path, edit: Callable[[str, str], None]
) -> None:
    edit(f"{HEAD}  period: 2024-07", f"{HEAD}  period: 2024-07-18")
    assert codes(copied_briefing) == [("correction-missing", SHARE)]


def test_the_same_value_written_otherwise_is_no_change(
    copied_briefing: Path, edit: Callable[[str, str], None]
) -> None:
    edit("value: 25\n", 'value: "25.0"\n')
    assert codes(copied_briefing) == []


def test_a_reworded_reason_settles_anew(
    copied_briefing: Path, edit: Callable[[str, str], None]
) -> None:
    edit("crossings are now electric", "crossings are now")
    edit(
        "The text says now; the article is from July.",
        "It was so when the article came out, in July.",
    )
    edit("the text speaks of this ferry alone.", "no other ferry is in the text.")
    assert codes(copied_briefing) == []


def test_recording_confirms(copied_briefing: Path, edit: Callable[[str, str], None]) -> None:
    edit("crossings are now electric", "crossings are now")
    assert main(["record", "--root", str(copied_briefing)]) == 0
    assert codes(copied_briefing) == []


def test_nothing_is_recorded_while_anything_is_wrong(
    copied_briefing: Path, edit: Callable[[str, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    before = (copied_briefing / "briefing.lock").read_bytes()
    edit("value: 25\n", "value: 26\n")
    assert main(["record", "--root", str(copied_briefing)]) == 1
    assert "value-not-in-quote" in capsys.readouterr().out
    assert (copied_briefing / "briefing.lock").read_bytes() == before


def test_without_a_record_reasons_hold(
    copied_briefing: Path, edit: Callable[[str, str], None]
) -> None:
    edit("crossings are now electric", "crossings are now")
    (copied_briefing / "briefing.lock").unlink()
    # But nothing is known then of what a correction takes back, nor of what moved.
    assert codes(copied_briefing) == [
        ("bad-value", "passenger-growth-2023-h1"),
        ("bad-value", "passengers-h1"),
    ]


def test_a_change_is_recorded_once_a_correction_says_so(
    copied_briefing: Path, edit: Callable[[str, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    before = (copied_briefing / "briefing.lock").read_text("utf-8")
    edit(f"{HEAD}  period: 2024-07", f"{HEAD}  period: 2024-07-18")
    assert main(["record", "--root", str(copied_briefing)]) == 1
    shown = capsys.readouterr().out
    assert "period was 2024-07 and is 2024-07-18" in shown
    # The hint is ready to paste: only the day and the reason are the editor's.
    [entry] = [line[line.index("- {") :] for line in shown.splitlines() if "reason:" in line]
    entry = entry.replace("YYYY-MM-DD", "2026-11-21").replace("…", "misread")
    edit("\nfacts:\n", f"\ncorrections:\n{entry}\nfacts:\n")
    assert codes(copied_briefing) == [("inferred-stale", SHARE)]
    assert main(["record", "--root", str(copied_briefing)]) == 0
    assert codes(copied_briefing) == []
    after = (copied_briefing / "briefing.lock").read_text("utf-8")
    line = f'  {SHARE}: {{value: "25", unit: "%", period: "2024-07", hedge: about}}\n'
    assert line in before
    assert line.replace('2024-07"', '2024-07-18"') in after


def test_a_withdrawn_figure_keeps_what_was_published_of_it(
    copied_briefing: Path, edit: Callable[[str, str], None]
) -> None:
    path = copied_briefing / FACTS
    text = path.read_text("utf-8")
    start = text.index("- id: diesel-use-2024")
    after = text.find("\n- id:", start)
    tombstone = (
        "- id: diesel-use-2024\n  indicator: diesel-use\n"
        "  status: withdrawn\n  reason: {en: unsure}\n"
    )
    path.write_text(text[:start] + tombstone + (text[after + 1 :] if after > 0 else ""), "utf-8")
    found = {finding.code for finding in assemble(copied_briefing).findings} - {"open-number"}
    assert found == set()
    published = assemble(copied_briefing).seeds.lock.published["diesel-use-2024"]
    fact = assemble(copied_briefing).seeds.facts["diesel-use-2024"]
    kept = {"value": "-15", "unit": "%", "period": "2023-05/2024-07", "hedge": "at-least"}
    kept |= {"attribution": "self-reported", "status": "withdrawn"}
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
def test_a_broken_record_is_one_finding(copied_briefing: Path, text: str, code: str) -> None:
    (copied_briefing / "briefing.lock").write_text(text, "utf-8")
    found = [
        finding
        for finding in assemble(copied_briefing).findings
        if finding.place.path == "briefing.lock"
    ]
    assert [finding.code for finding in found] == [code]
