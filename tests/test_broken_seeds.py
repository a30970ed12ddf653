"""One thing broken in a copy of the seeds: one clear finding, at its place, and nothing written."""

import json
from pathlib import Path

import pytest

REVENUE, ARTICLES = "seeds/facts/revenue.yaml", "seeds/articles.yaml"
FOUNDER, INDICATORS = "seeds/facts/founder.yaml", "seeds/indicators.yaml"
LOCK = "briefing.lock"

# name, file, what stands there, what is typed instead, code, the text at whose start the finding is
BROKEN = [
    ("digit", REVENUE, "value: 109e9", "value: 190e9", "value-not-in-quote", "190e9"),
    ("scale", REVENUE, "value: 109e9", "value: 109e6", "scale-mismatch", "109e6"),
    ("unit", REVENUE, "value: 109e9\n  unit: CNY", "value: 109e9\n  unit: USD", "unit-mismatch", "USD"),
    ("sign", REVENUE, "value: 48.8", "value: -48.8", "sign-mismatch", "-48.8"),
    ("hedge", REVENUE, "hedge: about", "hedge: over", "hedge-mismatch", "over"),
    (
        "quote letter",
        REVENUE,
        "erreichten die Einnahmen 109 Milliarden Yuan",
        "erreichten die Einahmen 109 Milliarden Yuan",
        "quote-missing",
        None,
    ),
    ("unknown id", REVENUE, "{revenue-2024-q4} /", "{revenue-2024-q5} /", "unknown-id", None),
    ("unknown indicator", REVENUE, "indicator: revenue\n", "indicator: revenu\n", "unknown-id", "revenu\n"),
    ("unknown key", REVENUE, "  unit: CNY\n", "  unit: CNY\n  unnit: CNY\n", "unknown-key", "unnit"),
    ("repeated key", REVENUE, "  unit: CNY\n", "  unit: CNY\n  unit: CNY\n", "repeated-key", None),
    ("bad YAML", REVENUE, "facts:\n", "facts: [\n", "yaml-syntax", None),
    ("missing article", ARTICLES, "path: articles/000_9fca449340c21c89.txt", "path: articles/000.txt", "bad-file", "articles/000.txt"),
    ("wrong hash", ARTICLES, "sha256: 8fd74325", "sha256: 0fd74325", "hash-mismatch", "0fd74325"),
    ("band upside down", REVENUE, "min_value: 7.1\n", "min_value: 71\n", "bad-value", "71"),
    ("correction of nothing", REVENUE, "checks:\n", "corrections:\n- {fact: revenue-2024-q5, date: 2026-11-21, field: value, old: 190e9, new: 109e9, reason: ours}\nchecks:\n", "unknown-id", "revenue-2024-q5"),
    ("correction that is none", REVENUE, "checks:\n", "corrections:\n- {fact: revenue-2024-q4, date: 2026-11-21, field: value, old: 109e9, new: 190e9, reason: ours}\nchecks:\n", "bad-value", "190e9"),
    ("moved though there", REVENUE, "checks:\n", "moved:\n- {id: revenue-2024-q4, to: revenue-2023-q4, reason: ours}\nchecks:\n", "duplicate-id", "revenue-2024-q4"),
    ("promise unmeasured", INDICATORS, "measured_by: [car-sales,", "measured_by: [car-sale,", "unknown-id", "car-sale,"),
    ("withdrawn without reason", FOUNDER, "- id: buyback-remaining-2025-11\n", "- id: buyback-remaining-2025-11\n  status: withdrawn\n", "missing-key", "withdrawn"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "stands", "typed", "code", "at"),
    [row[1:] for row in BROKEN],
    ids=[row[0] for row in BROKEN],
)
def test_one_mistake_is_one_finding_at_its_place(
    copied_briefing: Path,
    run_briefing,
    file: str,
    stands: str,
    typed: str,
    code: str,
    at: str | None,
) -> None:  # type: ignore[no-untyped-def]
    broken = copied_briefing / file
    text = broken.read_text(encoding="utf-8")
    assert stands in text
    changed = text.replace(stands, typed, 1)
    broken.write_text(changed, encoding="utf-8")
    exit_code, out, err = run_briefing("check", "--format", "json", cwd=copied_briefing)
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
    broken = copied_briefing / REVENUE
    broken.write_text(
        broken.read_text(encoding="utf-8").replace("value: 109e9", "value: 1"), "utf-8"
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
        (REVENUE, "value: 109e9", "value: 190e9"),
        (FOUNDER, "hedge: over", "hedge: under"),
        (ARTICLES, "sha256: 8fd74325", "sha256: 0fd74325"),
    ]:
        broken = copied_briefing / file
        broken.write_text(broken.read_text("utf-8").replace(stands, typed, 1), "utf-8")
    _, out, _ = run_briefing("check", "--format", "json", cwd=copied_briefing)
    found = [(p["path"], p["line"]) for p in json.loads(out)["problems"]]
    assert found == sorted(found)
    assert {path for path, _ in found} == {REVENUE, FOUNDER, ARTICLES}


def test_a_figure_that_was_published_cannot_be_deleted_silently(
    copied_briefing: Path, run_briefing
) -> None:  # type: ignore[no-untyped-def]
    lock = copied_briefing / LOCK
    facts = copied_briefing / FOUNDER
    text = facts.read_text("utf-8")
    gone = "buyback-remaining-2025-11"
    facts.write_text(text[: text.index(f"- id: {gone}")], "utf-8")
    code, out, _ = run_briefing("check", "--format", "json", cwd=copied_briefing)
    lines = lock.read_text("utf-8").splitlines()
    line = next(at for at, text in enumerate(lines, 1) if text.startswith(f"  {gone}:"))
    found = [p for p in json.loads(out)["problems"] if p["code"] == "id-removed"]
    assert (code, [(p["path"], p["line"], p["column"]) for p in found]) == (1, [(LOCK, line, 3)])
    moved = f"moved:\n- {{id: {gone}, to: founder-purchase-shares, reason: ours}}\n"
    facts.write_text(moved + facts.read_text("utf-8"), "utf-8")
    _, out, _ = run_briefing("check", "--format", "json", cwd=copied_briefing)
    assert "id-removed" not in {p["code"] for p in json.loads(out)["problems"]}
