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

from generator.cli.adding.facts_yaml import quoted_text
from generator.cli.main import main
from generator.pipeline import assemble

GERMAN, DUTCH, ENGLISH = "hohenufer-2023-09-12", "laagwerf-2024-03-05", "port-alder-2024-07-18"
UNDATED = "hohenufer-2025-01-21"
UNNAMED = '  unnamed: {label: {en: "To be named"}, kind: level}\n'
UNDECIDED = 'indicator: "?"'


def article_file(folder: Path, name: str) -> Path:
    return folder / f"seeds/articles/{name}.txt"


@pytest.fixture
def scanned(capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """Run `scan` here; the exit code and what it printed."""

    def scan(*words: object) -> tuple[int, str, str]:
        code = main(["scan", *map(str, words)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return scan


def test_a_line_says_where_what_and_by_which_fact(scanned, example: Path) -> None:  # type: ignore[no-untyped-def]
    file = article_file(example, UNDATED)
    code, out, err = scanned(file, "--root", example)
    assert (code, err) == (0, "")
    assert (
        f'{file}:5:249: count "900.000 Fahrgäste" = 900000 passenger, over '
        "[covered by passenger-target-2025]\n"
    ) in out
    assert f'{file}:5:39: date "14. Januar" = XXXX-01-14 [covered by pier-opened]\n' in out


@pytest.mark.parametrize("name", [GERMAN, DUTCH, ENGLISH, UNDATED])
def test_json_offsets_count_the_delivered_text(scanned, example: Path, name: str) -> None:  # type: ignore[no-untyped-def]
    file = article_file(example, name)
    text = file.read_bytes().decode()
    code, out, _ = scanned(file, "--root", example, "--format", "json")
    answer = json.loads(out)
    assert (code, list(answer)) == (0, ["article", "lang", "mentions"])
    assert answer["mentions"]
    for one in answer["mentions"]:
        assert list(one) == ["text", "start", "end", "kind", "value", "unit", "hedge", "covered_by", "ignored"]  # fmt: skip
        assert text[one["start"] : one["end"]] == one["text"]
        assert (one["value"] is None) == (one["kind"] in {"date", "name"})
        assert bool(one["covered_by"]) != (one["ignored"] is not None), "the seeds leave none open"


def test_json_of_several_files_is_a_list_and_values_are_decimal_strings(
    scanned, example: Path
) -> None:  # type: ignore[no-untyped-def]
    files = [article_file(example, name) for name in (ENGLISH, DUTCH)]
    _, out, _ = scanned(*files, "--root", example, "--format", "json")
    english, dutch = json.loads(out)
    assert (english["article"], english["lang"]) == (ENGLISH, "en")
    assert (dutch["article"], dutch["lang"]) == (DUTCH, "nl")
    money = next(one for one in english["mentions"] if one["text"] == "3.1 million euros")
    assert (money["kind"], money["value"], money["unit"]) == ("money", "3100000", "EUR")


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


def test_a_copy_of_an_article_is_no_article(scanned, example: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    copy = tmp_path / "copy.txt"
    shutil.copy(article_file(example, GERMAN), copy)
    code, out, _ = scanned(copy, "--root", example, "--lang", "de", "--format", "json")
    answer = json.loads(out)
    assert (code, answer["article"]) == (0, str(copy))
    assert not any(one["covered_by"] for one in answer["mentions"])
    assert "passenger" in {one["unit"] for one in answer["mentions"]}, "the briefing's units count"


def test_the_only_language_of_a_briefing_need_not_be_said(
    scanned, copied_briefing: Path, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "new.txt"
    file.write_text("Die Aktie stieg um 6,3 Prozent.")
    _keep_only(copied_briefing, GERMAN)
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
        '  indicator: "?"\n'
        '  period: "2021-05-03"\n'
        "  value: 15.09e9\n"
        "  unit: EUR\n"
        "  hedge: about\n"
        "  quote:\n"
        "    article: news-of-may\n"
        '    exact: "He \\"sold\\" about 15.09 billion euros on 3 May 2021."\n'
        '# left out: "120 kWh": the unit kWh is not declared in indicators.yaml\n'
    )


def _keep_only(briefing: Path, name: str) -> None:
    """The briefing with one article, no facts, no charts, one page."""
    (briefing / "mkdocs.yml").unlink()  # its menu names the pages that go
    seeds = briefing / "seeds"
    for file in (seeds / "facts").iterdir():
        file.unlink()
    (seeds / "charts.yaml").write_text("charts: []\n")
    shutil.rmtree(briefing / "docs")
    (briefing / "docs").mkdir()
    (briefing / "docs/index.md").write_text(
        "---\ntitle: Home\ndescription: A page.\n---\n\nNothing.\n"
    )
    kept = article_file(briefing, name)
    for file in (seeds / "articles").iterdir():
        if file != kept:
            file.unlink()
    head, *records = re.split(r"(?m)^(?=- id: )", (seeds / "articles.yaml").read_text("utf-8"))
    sha256 = hashlib.sha256(kept.read_bytes()).hexdigest()
    record = next(one for one in records if sha256 in one)
    (seeds / "articles.yaml").write_text(head + record, "utf-8")
    (seeds / "facts/pasted.yaml").write_text("facts: []\n")


@pytest.mark.parametrize("name", [GERMAN, DUTCH, ENGLISH, UNDATED])
def test_pasted_facts_pass_with_the_reviews_that_the_text_demands(
    scanned, copied_briefing: Path, name: str
) -> None:  # type: ignore[no-untyped-def]
    _keep_only(copied_briefing, name)
    with (copied_briefing / "seeds/indicators.yaml").open("a", encoding="utf-8") as stream:
        stream.write(UNNAMED)
    file = article_file(copied_briefing, name)
    code, out, _ = scanned(file, "--root", copied_briefing, "--format", "yaml")
    assert code == 0
    assert "# left out" not in out
    pasted = copied_briefing / "seeds/facts/pasted.yaml"
    pasted.write_text(out, "utf-8")
    undecided = [one for one in assemble(copied_briefing).findings if one.code == "undecided"]
    assert len(undecided) == out.count(UNDECIDED)
    pasted.write_text(out.replace(UNDECIDED, "indicator: unnamed"), "utf-8")
    found = assemble(copied_briefing).findings
    of_facts = [one for one in found if one.code not in {"open-number", "measure-undeclared"}]
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
