"""`check --format github` also writes the summary of the step: all findings, and nothing alive."""

from pathlib import Path

import pytest

from generator.cli import main


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    return file


def test_what_is_proven_is_said(small_briefing: Path, summary: Path) -> None:
    for _ in range(2):  # also when nothing has changed
        assert main(["check", "--root", str(small_briefing), "--format", "github"]) == 0
    text = summary.read_text("utf-8")
    assert text.count("### Every figure is proven") == 2
    assert "all proven" in text


def test_each_finding_is_a_row_and_nothing_of_it_is_alive(
    small_briefing: Path, summary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = next((small_briefing / "seeds/facts").glob("*.yaml"))
    lines = facts.read_text("utf-8")
    facts.write_text(f'{lines}- id: "@owner | <img src=x> [a](b) #1"\n  indicator: none\n', "utf-8")
    assert main(["check", "--root", str(small_briefing), "--format", "github"]) == 1
    annotated = capsys.readouterr().out.count("::error ")
    text = summary.read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| <code>")]
    assert len(rows) == annotated > 0
    assert "| where | what | what is wrong | what to do |" in text
    assert all(row.count("|") == 5 for row in rows)
    assert "<img" not in text
    assert "@owner" not in text


def test_a_summary_that_cannot_be_written_is_wrong_use(
    small_briefing: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(small_briefing / "no/such/file"))
    assert main(["check", "--root", str(small_briefing), "--format", "github"]) == 2
    assert "GITHUB_STEP_SUMMARY cannot be written" in capsys.readouterr().err


def test_other_formats_leave_the_summary_alone(small_briefing: Path, summary: Path) -> None:
    assert main(["check", "--root", str(small_briefing), "--format", "json"]) == 0
    assert not summary.exists()
