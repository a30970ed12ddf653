"""One thing broken in a copy of the seeds: one clear finding, at its place, and nothing written."""

import json
import re
from pathlib import Path

import pytest

from generator.cli import main

MONEY, ARTICLES = "seeds/facts/money.yaml", "seeds/articles.yaml"
PASSENGERS, INDICATORS = "seeds/facts/passengers.yaml", "seeds/indicators.yaml"
LOCK = "briefing.lock"

# name, file, what stands there, what is typed instead, code, the text at whose start the finding is
BROKEN = [
    ("digit", MONEY, "value: 3.1e6", "value: 1.3e6", "value-not-in-quote", "1.3e6"),
    ("scale", MONEY, "value: 3.1e6", "value: 3.1e9", "scale-mismatch", "3.1e9"),
    ("unit", MONEY, "value: 3.1e6\n  unit: EUR", "value: 3.1e6\n  unit: USD", "unit-mismatch", "USD"),
    ("sign", PASSENGERS, "value: -4.5", "value: 4.5", "sign-mismatch", "4.5"),
    ("hedge", PASSENGERS, "hedge: about", "hedge: over", "hedge-mismatch", "over"),
    (
        "quote letter",
        MONEY,
        "Seit Januar 2025 kostet eine einfache Überfahrt",
        "Seit Januar 2025 kostet eine einfache Uberfahrt",
        "quote-missing",
        None,
    ),
    ("unknown id", MONEY, "{fare-2024-01} /", "{fare-2024-02} /", "unknown-id", None),
    ("unknown indicator", MONEY, "indicator: fare\n", "indicator: fair\n", "unknown-id", "fair\n"),
    ("unknown key", MONEY, "  unit: EUR\n", "  unit: EUR\n  unnit: EUR\n", "unknown-key", "unnit"),
    ("repeated key", MONEY, "  unit: EUR\n", "  unit: EUR\n  unit: EUR\n", "repeated-key", None),
    ("bad YAML", MONEY, "facts:\n", "facts: [\n", "yaml-syntax", None),
    ("missing article", ARTICLES, "path: articles/laagwerf-2024-03-05.txt", "path: articles/gone.txt", "bad-file", "articles/gone.txt"),
    ("wrong hash", ARTICLES, "sha256: b04f4759", "sha256: 004f4759", "hash-mismatch", "004f4759"),
    ("band upside down", PASSENGERS, "min_value: 3\n", "min_value: 31\n", "bad-value", "31"),
    ("correction of nothing", MONEY, "facts:\n", "corrections:\n- {fact: fare-2024-02, date: 2026-11-21, field: value, old: 5.30, new: 3.50, reason: ours}\nfacts:\n", "unknown-id", "fare-2024-02"),
    ("correction that is none", MONEY, "facts:\n", "corrections:\n- {fact: fare-2024-01, date: 2026-11-21, field: value, old: 3.50, new: 5.30, reason: ours}\nfacts:\n", "bad-value", "5.30"),
    ("moved though there", MONEY, "facts:\n", "moved:\n- {id: fare-2024-01, to: fare-2023-04, reason: ours}\nfacts:\n", "duplicate-id", "fare-2024-01"),
    ("promise unmeasured", INDICATORS, "measured_by: [passengers]", "measured_by: [passenger]", "unknown-id", "passenger]"),
    ("withdrawn without reason", MONEY, "- id: fare-2025-01\n", "- id: fare-2025-01\n  status: withdrawn\n", "missing-key", "withdrawn"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "stands", "typed", "code", "at"),
    [row[1:] for row in BROKEN],
    ids=[row[0] for row in BROKEN],
)
def test_one_mistake_is_one_finding_at_its_place(
    copied_briefing: Path,
    capsys: pytest.CaptureFixture[str],
    file: str,
    stands: str,
    typed: str,
    code: str,
    at: str | None,
) -> None:
    broken = copied_briefing / file
    text = broken.read_text(encoding="utf-8")
    assert stands in text
    changed = text.replace(stands, typed, 1)
    broken.write_text(changed, encoding="utf-8")
    exit_code = main(["check", "--format", "json", "--root", str(copied_briefing)])
    out, err = capsys.readouterr()
    findings = json.loads(out)["problems"]
    assert (exit_code, [p["code"] for p in findings], err) == (1, [code], ""), out
    [finding] = findings
    assert finding["path"] == file
    assert finding["message"]
    assert finding["hint"]
    if at is not None:
        start = changed.index(at, text.index(stands))
        line, column = changed.count("\n", 0, start) + 1, start - changed.rfind("\n", 0, start)
        assert (finding["line"], finding["column"]) == (line, column)


def test_build_on_broken_seeds_leaves_the_last_good_site(
    copied_briefing: Path, run_briefing
) -> None:  # type: ignore[no-untyped-def]
    code, out, err = run_briefing("build", cwd=copied_briefing)
    assert code == 0, out + err
    site = copied_briefing / "site"
    before = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
    stamps = {file: file.stat().st_mtime_ns for file in before}
    broken = copied_briefing / MONEY
    broken.write_text(
        broken.read_text(encoding="utf-8").replace("value: 3.1e6", "value: 1"), "utf-8"
    )
    code, _, _ = run_briefing("build", cwd=copied_briefing)
    assert code == 1
    after = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
    assert after == before
    assert {file: file.stat().st_mtime_ns for file in after} == stamps


def test_several_mistakes_are_all_found_in_one_run_sorted_by_place(
    copied_briefing: Path, run_briefing
) -> None:  # type: ignore[no-untyped-def]
    for file, stands, typed in [
        (MONEY, "value: 3.1e6", "value: 1.3e6"),
        (PASSENGERS, "hedge: over", "hedge: under"),
        (ARTICLES, "sha256: b04f4759", "sha256: 004f4759"),
    ]:
        broken = copied_briefing / file
        broken.write_text(broken.read_text("utf-8").replace(stands, typed, 1), "utf-8")
    _, out, _ = run_briefing("check", "--format", "json", cwd=copied_briefing)
    found = [(p["path"], p["line"]) for p in json.loads(out)["problems"]]
    assert found == sorted(found)
    assert {path for path, _ in found} == {MONEY, PASSENGERS, ARTICLES}


def test_a_figure_that_was_published_cannot_be_deleted_silently(
    copied_briefing: Path, run_briefing
) -> None:  # type: ignore[no-untyped-def]
    lock = copied_briefing / LOCK
    facts = copied_briefing / MONEY
    text = facts.read_text("utf-8")
    gone = "maintenance-2024"
    facts.write_text(text[: text.index(f"- id: {gone}")], "utf-8")
    code, out, _ = run_briefing("check", "--format", "json", cwd=copied_briefing)
    lines = lock.read_text("utf-8").splitlines()
    line = next(at for at, text in enumerate(lines, 1) if text.startswith(f"  {gone}:"))
    found = [p for p in json.loads(out)["problems"] if p["code"] == "id-removed"]
    assert (code, [(p["path"], p["line"], p["column"]) for p in found]) == (1, [(LOCK, line, 3)])
    moved = f"moved:\n- {{id: {gone}, to: revenue-2023, reason: ours}}\n"
    facts.write_text(moved + facts.read_text("utf-8"), "utf-8")
    _, out, _ = run_briefing("check", "--format", "json", cwd=copied_briefing)
    assert "id-removed" not in {p["code"] for p in json.loads(out)["problems"]}


def test_a_site_in_a_language_without_words_is_one_finding(
    copied_briefing: Path, run_briefing
) -> None:  # type: ignore[no-untyped-def]
    for file in (copied_briefing / "seeds").rglob("*.yaml"):
        text = file.read_text("utf-8")
        text = re.sub(r"(?m)^( +)en: ", r"\1de: ", text.replace("{en: ", "{de: "))
        file.write_text(re.sub(r"translation: .*", "", text), "utf-8")
    briefing = copied_briefing / "seeds/briefing.yaml"
    text = briefing.read_text("utf-8").replace("languages: [en]", "languages: [de]")
    briefing.write_text(text, "utf-8")
    code, out, err = run_briefing("check", "--format", "json", cwd=copied_briefing)
    found = [one for one in json.loads(out)["problems"] if "cannot be in de" in one["message"]]
    assert (code, "Traceback" in err) == (1, False)
    line = text[: text.index("languages:")].count("\n") + 1
    assert [(one["path"], one["line"]) for one in found] == [("seeds/briefing.yaml", line)]
    code, _, err = run_briefing("explain", "fare-2024-01", cwd=copied_briefing)
    assert (code in {0, 1}, "Traceback" in err) == (True, False)
