"""The command line as its users meet it: messages, formats, exit codes."""

import json
import re
from pathlib import Path

import pytest

from generator.cli.main import main


def test_the_seeds_of_the_example_are_proven(run_briefing, example: Path) -> None:  # type: ignore[no-untyped-def]
    code, out, err = run_briefing("check", "--format", "json", cwd=example)
    answer = json.loads(out)
    assert (code, answer["ok"], answer["problems"], err) == (0, True, [], "")
    numbers = answer["statistics"]
    assert numbers["unproven"] == 0
    assert numbers["facts"] == numbers["quoted"] + numbers["derived"] > 20
    assert numbers["aspects"].keys() == {"stated", "inferred", "unchecked"}
    assert numbers["aspects"]["unchecked"] == 0


def test_the_summary_counts_facts_by_how_they_are_held(run_briefing, example: Path) -> None:  # type: ignore[no-untyped-def]
    code, out, err = run_briefing("check", cwd=example)
    assert (code, out) == (0, "")
    found = re.fullmatch(
        r"briefing: (\d+) facts: (\d+) quoted, (\d+) derived, (\d+) events, all proven; "
        r"aspects: \d+ stated, \d+ inferred, 0 unchecked\n",
        err,
    )
    assert found, err
    facts, *parts = (int(number) for number in found.groups())
    assert facts == sum(parts)
    assert min(parts) > 0


def _break(briefing: Path) -> None:
    file = briefing / "seeds/facts/money.yaml"
    file.write_text(file.read_text().replace("value: 3.1e6", "value: 1.3e6"))


def test_a_finding_is_said_in_two_lines_at_its_place(run_briefing, copied_briefing: Path) -> None:  # type: ignore[no-untyped-def]
    _break(copied_briefing)
    lines = (copied_briefing / "seeds/facts/money.yaml").read_text().splitlines()
    line = next(n for n, text in enumerate(lines, 1) if "value: 1.3e6" in text)
    column = lines[line - 1].index("1.3e6") + 1
    code, out, err = run_briefing("check", cwd=copied_briefing)
    assert (code, out) == (
        1,
        (
            f"seeds/facts/money.yaml:{line}:{column}: value-not-in-quote [revenue-2023] 1.3e6 EUR "
            "does not stand in the quotation, which says 12 percent = 12 % and 3.1 million euros "
            "= 3.1e6 EUR\n"
            "    hint: correct the value to 3.1e6, or quote the sentence that says 1.3e6\n"
        ),
    )
    assert err.startswith("briefing: 1 finding; ")


def test_findings_as_annotations_cannot_forge_commands(run_briefing, copied_briefing: Path) -> None:  # type: ignore[no-untyped-def]
    _break(copied_briefing)
    code, out, _ = run_briefing("check", "--format", "github", cwd=copied_briefing)
    assert code == 1
    assert out.count("\n") == out.count("::error file=seeds/facts/money.yaml,line=") == 1


def test_build_with_a_finding_leaves_the_site_alone(run_briefing, copied_briefing: Path) -> None:  # type: ignore[no-untyped-def]
    _break(copied_briefing)
    site = copied_briefing / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good one")
    code, out, err = run_briefing("build", cwd=copied_briefing)
    assert code == 1
    assert "value-not-in-quote" in out
    assert "nothing was built" in err
    assert [p.name for p in site.iterdir()] == ["index.html"]
    assert not (copied_briefing / "build").exists()


def test_compose_writes_a_plain_tree(run_briefing, example: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    code, _, _ = run_briefing("compose", str(tmp_path / "tree"), cwd=example)
    assert code == 0
    assert (tmp_path / "tree/index.md").read_text().startswith('---\ntitle: "')
    assert (tmp_path / "tree/facts/index.md").is_file()
    assert (tmp_path / "tree/data/facts.json").is_file()


def test_compose_never_empties_a_folder_of_somebody(
    run_briefing, example: Path, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "letter.txt").write_text("dear")
    code, _, err = run_briefing("compose", str(tmp_path), cwd=example)
    assert code == 2
    assert "letter.txt, which was not built here" in err
    assert (tmp_path / "letter.txt").read_text() == "dear"


def test_explain_tells_sentence_source_and_formula(run_briefing, example: Path) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = run_briefing("explain", "revenue-2023", cwd=example)
    assert code == 0
    assert "Revenue rose by 12 percent in 2023 and reached 3.1 million euros”" in out
    assert "seeds/articles/port-alder-2024-07-18.txt:3, characters" in out
    code, out, _ = run_briefing("explain", "revenue-2022", cwd=example)
    assert code == 0
    assert "input       revenue-2023 = 3.1\N{NO-BREAK SPACE}million\N{NO-BREAK SPACE}EUR" in out


@pytest.mark.parametrize(
    ("fact", "lines"),
    [
        (
            "plan-2024-lower",
            [
                "revision    plan-2024: 40,000\N{NO-BREAK SPACE}wheels, known from 21 August 2023",
                (
                    "revision    plan-2024-lower: 36,000\N{NO-BREAK SPACE}wheels, "
                    "known from 4 March 2024, this one"
                ),
                "promise     promised; the promise is plan-2024-lower, outcome open",
                "interval    36000 to 36000",
            ],
        ),
        (
            "delivered-2022",
            [
                (
                    "contradicts delivered-2022-gazette: 30,000\N{NO-BREAK SPACE}wheels, "
                    "known from 4 March 2024; preferred is delivered-2022"
                ),
                "check       raise-in-a-band: agrees, 25 to 25 % against 20 to 30 %",
                (
                    "check       two-counts: disagrees, 32000 to 32000 wheel against "
                    "30000 to 30000 wheel"
                ),
            ],
        ),
        (
            "growth-2023-q2",
            ["corrected   2023-09-01, value 21.5 became 12.5: We had swapped two digits."],
        ),
        ("move-monday", ["interval    unbounded to -3"]),
        (
            "revenue-q2",
            [
                "revenue-q2: moved to revenue-2023-q2: The old name lacked the year.",
                "revenue-2023-q2: Revenue",
                "once called revenue-q2: The old name lacked the year.",
            ],
        ),
        (
            "rival-plan",
            [
                "rival-plan: withdrawn",
                "reason      The sentence speaks of <another> company.",
                "shown       facts/#rival-plan",
            ],
        ),
    ],
)
def test_explain_tells_what_the_ledger_knows(
    run_briefing,  # type: ignore[no-untyped-def]
    root: Path,
    fact: str,
    lines: list[str],
) -> None:
    code, out, _ = run_briefing("explain", fact, "--root", str(root / "tests/golden/small"))
    assert code == 0
    said = [line.strip() for line in out.splitlines()]
    assert [line for line in lines if line not in said] == [], out


def test_explain_knows_the_near_miss(run_briefing, example: Path) -> None:  # type: ignore[no-untyped-def]
    code, out, err = run_briefing("explain", "revenue-2032", cwd=example)
    assert (code, out) == (2, "")
    assert "did you mean revenue-2022?" in err


@pytest.mark.parametrize(
    "words", [[], ["destroy"], ["build", "--nope"], ["check", "--format", "xml"]]
)
def test_wrong_words_are_wrong_use(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert "usage: briefing" in capsys.readouterr().err


def test_no_seeds_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "seeds" in said
    assert "Traceback" not in said


def test_a_bug_of_ours_is_called_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("generator.pipeline.assemble", lambda *_: 1 / 0)
    assert main(["check", "--fresh"]) == 3
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "this is a bug of the generator, not of your data" in said


def test_an_interruption_is_no_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.pipeline.assemble", interrupted)
    assert main(["check", "--fresh"]) == 130
    assert capsys.readouterr().err == "briefing: interrupted; nothing was changed\n"
