"""`briefing scan`: every figure of a text, what covers it, and facts ready to paste."""

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.main import main
from generator.cli.scan_yaml import quoted_text
from generator.pipeline import assemble

NUMBERS = ("000", "001", "002", "003", "004")
UNNAMED = '  unnamed: {label: {en: "To be named"}, kind: level}\n'


def article_file(folder: Path, number: str) -> Path:
    return next((folder / "seeds/articles").glob(f"{number}_*.txt"))


@pytest.fixture
def scanned(capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """Run `scan` here; the exit code and what it printed."""

    def scan(*words: object) -> tuple[int, str, str]:
        code = main(["scan", *map(str, words)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return scan


def test_a_line_says_where_what_and_by_which_fact(scanned, root: Path) -> None:  # type: ignore[no-untyped-def]
    file = article_file(root, "000")
    code, out, err = scanned(file, "--root", root)
    assert (code, err) == (0, "")
    assert (
        f'{file}:1:316: money "15,09 Milliarden US-Dollar" = 15.09e9 USD, about '
        "[covered by revenue-2024-q4-usd]\n"
    ) in out
    assert f'{file}:1:43: date "vierten Quartal" = XXXX-36 [covered by ' in out


@pytest.mark.parametrize("number", NUMBERS)
def test_json_offsets_count_the_delivered_text(scanned, root: Path, number: str) -> None:  # type: ignore[no-untyped-def]
    file = article_file(root, number)
    text = file.read_bytes().decode()
    code, out, _ = scanned(file, "--root", root, "--format", "json")
    answer = json.loads(out)
    assert (code, list(answer)) == (0, ["article", "lang", "mentions"])
    assert answer["mentions"]
    for one in answer["mentions"]:
        assert list(one) == ["text", "start", "end", "kind", "value", "unit", "hedge", "covered_by", "ignored"]  # fmt: skip
        assert text[one["start"] : one["end"]] == one["text"]
        assert (one["value"] is None) == (one["kind"] in {"date", "name"})
        assert bool(one["covered_by"]) != (one["ignored"] is not None), "the seeds leave none open"


def test_json_of_several_files_is_a_list_and_values_are_decimal_strings(
    scanned, root: Path
) -> None:  # type: ignore[no-untyped-def]
    files = [article_file(root, number) for number in ("000", "002")]
    _, out, _ = scanned(*files, "--root", root, "--format", "json")
    german, dutch = json.loads(out)
    assert (german["article"], german["lang"]) == ("wallstreet-online-2025-03-18", "de")
    assert (dutch["article"], dutch["lang"]) == ("dutch-language-2021-10", "nl")
    money = next(one for one in german["mentions"] if one["text"] == "109 Milliarden Yuan")
    assert (money["kind"], money["value"], money["unit"]) == ("money", "109000000000", "CNY")


def test_standard_input_needs_no_briefing(run_briefing, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    text = "Sold:\r\n\r\nabout 20,000 euros"
    code, out, err = run_briefing(
        "scan", "-", "--lang", "en", "--format", "json", cwd=tmp_path, stdin=text
    )
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert (answer["article"], answer["lang"]) == ("-", "en")
    (one,) = answer["mentions"]
    assert (one["start"], one["hedge"], one["covered_by"], one["ignored"]) == (
        15,
        "about",
        [],
        None,
    )
    code, out, _ = run_briefing("scan", "-", "--lang", "en", cwd=tmp_path, stdin=text)
    assert (code, out) == (0, '-:3:7: price "20,000 euros" = 20000 EUR, about [open]\n')


def test_a_copy_of_an_article_is_no_article(scanned, root: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    copy = tmp_path / "copy.txt"
    shutil.copy(article_file(root, "000"), copy)
    code, out, _ = scanned(copy, "--root", root, "--lang", "de", "--format", "json")
    answer = json.loads(out)
    assert (code, answer["article"]) == (0, str(copy))
    assert not any(one["covered_by"] for one in answer["mentions"])
    assert "vehicle" in {one["unit"] for one in answer["mentions"]}, "the briefing's units count"


def test_the_only_language_of_a_briefing_need_not_be_said(
    scanned, copied_briefing: Path, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "new.txt"
    file.write_text("Die Aktie stieg um 6,3 Prozent.")
    _keep_only(copied_briefing, "000")
    code, out, _ = scanned(file, "--root", copied_briefing, "--format", "json")
    assert (code, json.loads(out)["lang"]) == (0, "de")


@pytest.mark.parametrize(
    ("content", "words", "said"),
    [
        (b"5 euros", [], "say --lang de, en or nl"),
        (b"5 euros", ["--lang", "fr"], "say --lang de, en or nl"),
        (b"5 euros \xff", ["--lang", "en"], "is not UTF-8: byte 0xff at 8"),
        (b"5" * 5_000_001, ["--lang", "en"], "is larger than 5 MB"),
        (None, ["--lang", "en"], "cannot be read: "),
    ],
)
def test_what_cannot_be_scanned_is_wrong_use(
    scanned, tmp_path: Path, content: bytes | None, words: list[str], said: str
) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "text.txt"
    if content is not None:
        file.write_bytes(content)
    code, out, err = scanned(file, *words, "--root", tmp_path)
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err


@pytest.mark.parametrize("name", [".", "a\0b", "no\x1b[31m"])
def test_a_name_that_is_no_file_is_wrong_use(scanned, tmp_path: Path, name: str) -> None:  # type: ignore[no-untyped-def]
    code, out, err = scanned(name, "--lang", "en", "--root", tmp_path)
    assert (code, out) == (2, "")
    assert "cannot be read" in err
    assert err.isprintable() or set(re.sub(r"[ -~]", "", err)) == {"\n"}


@pytest.mark.parametrize("style", ["text", "json", "yaml"])
def test_no_text_reaches_the_terminal_raw(scanned, tmp_path: Path, style: str) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "hostile.txt"
    file.write_text(
        "he \x1b[2J sold 20,000\u202e \u200bcars \x9b for 5\u2028billion\x07 euros.", "utf-8"
    )
    code, out, _ = scanned(file, "--lang", "en", "--root", tmp_path, "--format", style)
    assert code == 0
    assert out
    assert all(character.isprintable() or character == "\n" for character in out)


def test_an_empty_text_has_no_figures(scanned, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "empty.txt"
    file.write_bytes(b"")
    for style, expected in (("text", ""), ("yaml", "facts: []\n")):
        assert scanned(file, "--lang", "en", "--root", tmp_path, "--format", style)[1] == expected


def test_yaml_is_a_facts_file(scanned, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "News of May.txt"
    file.write_text(
        'He "sold" about 15.09 billion euros on 3 May 2021. It took 120 kWh a day.', "utf-8"
    )
    _, out, _ = scanned(file, "--lang", "en", "--root", tmp_path, "--format", "yaml")
    assert out == (
        "facts:\n"
        "- id: money-15-09e9-1\n"
        "  indicator: unnamed\n"
        '  period: "2021-05-03"\n'
        "  value: 15.09e9\n"
        "  unit: EUR\n"
        "  hedge: about\n"
        "  quote:\n"
        "    article: news-of-may\n"
        '    exact: "He \\"sold\\" about 15.09 billion euros on 3 May 2021."\n'
        '# left out: "120 kWh": the unit kWh is not declared in indicators.yaml\n'
    )


def _keep_only(briefing: Path, number: str) -> None:
    """The briefing with one article, no facts, no charts, one page."""
    seeds = briefing / "seeds"
    for file in (seeds / "facts").iterdir():
        file.unlink()
    (seeds / "charts.yaml").write_text("charts: []\n")
    shutil.rmtree(briefing / "docs")
    (briefing / "docs").mkdir()
    (briefing / "docs/index.md").write_text(
        "---\ntitle: Home\ndescription: A page.\n---\n\nNothing.\n"
    )
    kept = article_file(briefing, number)
    for file in (seeds / "articles").iterdir():
        if file != kept:
            file.unlink()
    head, *records = re.split(r"(?m)^(?=- id: )", (seeds / "articles.yaml").read_text("utf-8"))
    sha256 = hashlib.sha256(kept.read_bytes()).hexdigest()
    record = next(one for one in records if sha256 in one)
    (seeds / "articles.yaml").write_text(head + record, "utf-8")
    (seeds / "facts/pasted.yaml").write_text("facts: []\n")


@pytest.mark.parametrize("number", NUMBERS)
def test_pasted_facts_pass_with_the_reviews_that_the_text_demands(
    scanned, copied_briefing: Path, number: str
) -> None:  # type: ignore[no-untyped-def]
    _keep_only(copied_briefing, number)
    with (copied_briefing / "seeds/indicators.yaml").open("a", encoding="utf-8") as stream:
        stream.write(UNNAMED)
    file = article_file(copied_briefing, number)
    code, out, _ = scanned(file, "--root", copied_briefing, "--format", "yaml")
    assert code == 0
    assert "# left out" not in out
    (copied_briefing / "seeds/facts/pasted.yaml").write_text(out, "utf-8")
    found = assemble(copied_briefing).findings
    of_facts = [finding for finding in found if finding.code != "open-number"]
    assert [str(one) for one in of_facts if one.severity == "error"] == []
    assert len(of_facts) == out.count("# review: ")
    # What is open then is no amount: dates and ordinals are for events, which need a label.
    open_kinds = {
        one["kind"]
        for one in json.loads(scanned(file, "--root", copied_briefing, "--format", "json")[1])[
            "mentions"
        ]
        if not one["covered_by"] and one["ignored"] is None
    }
    assert open_kinds <= {"date", "ordinal", "name"}


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_quoted_text_reads_as_the_same_text(text: str) -> None:
    line = quoted_text(text)
    assert line.isprintable()
    assert yaml.safe_load(line) == text
