"""`briefing add`: a text becomes an article with its record, and all that is left is to decide."""

import errno
import hashlib
import io
import json
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli.adding import files
from generator.cli.main import main
from generator.pipeline import assemble
from generator.reading import UsageError

PAGES = Path(__file__).parent / "pages"
ENGLISH = (
    "Port Alder, 4 March 2025\n\nThe Aldersund ferry carried 71,500 passengers in February 2025. "
    "It is the best that the people of the town have seen for a long time.\n"
)
GERMAN = (
    "Hohenufer, 6. Mai 2025\n\nIm April 2025 beförderte die Aldersund-Fähre 83.400 Fahrgäste. "
    "Das ist mehr als in den Jahren davor, und die Reederei ist zufrieden.\n"
)
DUTCH = (
    "Laagwerf, 10 juni 2025\n\nIn mei 2025 vervoerde het Aldersund-veer 90.300 passagiers. "
    "Dat is meer dan in de jaren daarvoor, en de rederij is er blij mee.\n"
)
ID = "port-alder-gazette-2025-03-04"


@pytest.fixture
def added(capsys: pytest.CaptureFixture[str], copied_briefing: Path):  # type: ignore[no-untyped-def]
    """Run `add` in a copy of the example; the exit code and what it printed."""

    def add(*words: object) -> tuple[int, str, str]:
        code = main(["add", "--root", str(copied_briefing), *map(str, words)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return add


def tree(folder: Path) -> dict[str, bytes]:
    """All files of a folder, hidden ones too."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def records(briefing: Path) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = yaml.safe_load(
        (briefing / "seeds/articles.yaml").read_text("utf-8")
    )["articles"]
    return read


def findings(briefing: Path) -> list[str]:
    return [f"{one.code} {one.subject}" for one in assemble(briefing).findings]


def write(folder: Path, text: str | bytes, name: str = "text.txt") -> Path:
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def decide(briefing: Path, name: str) -> None:
    """What a person does, by rule: take what is suggested, say why, and write texts."""
    facts = briefing / f"seeds/facts/{name}.yaml"
    text = re.sub(r'"\?"  # suggested: ([a-z-]+)', r"\1", facts.read_text("utf-8"))
    text = text.replace('indicator: "?"', "indicator: passenger-target")
    text = text.replace('{subject: "?"}', '{subject: "The article tells of the ferry alone."}')
    facts.write_text(text, "utf-8")
    articles = briefing / "seeds/articles.yaml"
    text = articles.read_text("utf-8")
    text = text.replace('title: {en: "?"}', "title: {en: The ferry is full}")
    text = text.replace(
        'summary: {en: "?"}', "summary: {en: More people than before took the ferry.}"
    )
    articles.write_text(text.replace('"?"', '"A time or a name, which is no figure."'), "utf-8")


@pytest.mark.parametrize("page", ["de", "en", "nl"])
def test_after_add_all_is_to_be_decided_and_after_that_the_check_is_green(
    added, copied_briefing: Path, page: str
) -> None:  # type: ignore[no-untyped-def]
    before = {one["id"] for one in records(copied_briefing)}
    code, out, err = added("--write", PAGES / f"{page}.html")
    assert (code, out) == (0, "")
    [name] = {one["id"] for one in records(copied_briefing)} - before
    assert f"seeds/facts/{name}.yaml" in err
    found = assemble(copied_briefing).findings
    facts = yaml.safe_load((copied_briefing / f"seeds/facts/{name}.yaml").read_text("utf-8"))[
        "facts"
    ]
    assert {one.code for one in found} == {"undecided"}
    assert {one.subject for one in found} == {name, *(fact["id"] for fact in facts)}
    assert {fact["indicator"] for fact in facts} == {"?"}
    decide(copied_briefing, name)
    assert [str(one) for one in assemble(copied_briefing).findings] == []


def test_the_record_says_what_the_page_says_of_itself(added, copied_briefing: Path) -> None:  # type: ignore[no-untyped-def]
    added(PAGES / "en.html")
    record = records(copied_briefing)[-1]
    file = copied_briefing / "seeds" / record["path"]
    assert record["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert record["path"] == f"articles/{ID}.txt"
    assert {key: str(record[key]) for key in ("id", "lang", "producer", "author", "date_published", "date_basis", "url_main")} == {
        "id": ID, "lang": "en", "producer": "Port Alder Gazette", "author": "Ada Nobody", "date_published": "2025-03-04",
        "date_basis": "stated", "url_main": "https://www.port-alder-gazette.net/ferry/quiet-winter",
    }  # fmt: skip
    assert (record["title"], record["summary"]) == ({"en": "?"}, {"en": "?"})
    assert [one["exact"] for one in record["ignored"]] == [
        "January",
        "second half of the year",
        "Pier 3",
    ]
    assert {one["reason"] for one in record["ignored"]} == {"?"}


@pytest.mark.parametrize("page", ["de", "en", "nl"])
def test_menus_adverts_and_comments_of_a_page_are_left_behind(
    added, copied_briefing: Path, page: str
) -> None:  # type: ignore[no-untyped-def]
    added(PAGES / f"{page}.html")
    text = (copied_briefing / "seeds" / records(copied_briefing)[-1]["path"]).read_text("utf-8")
    html = (PAGES / f"{page}.html").read_text("utf-8")
    for noise in (
        "Sport",
        "40 percent off",
        "812 partners",
        "99 euros",
        "12 Euro",
        "Kommentare",
        "10 tips",
        "© 2025",
    ):
        assert noise not in text
    article = re.findall(
        r"<p>([^<]+)</p>", html.partition("<article>")[2].partition("</article>")[0]
    )
    assert len(article) >= 2
    assert all(
        paragraph in text for paragraph in article if not re.search("boots|Anzeige", paragraph)
    )


def test_a_date_that_only_the_page_knows_wants_its_reason(added, copied_briefing: Path) -> None:  # type: ignore[no-untyped-def]
    added(PAGES / "nl.html")
    record = records(copied_briefing)[-1]
    assert (str(record["date_published"]), record["date_basis"], record["reason"]) == (
        "2025-06-10",
        "inferred",
        "?",
    )


@pytest.mark.parametrize(
    ("text", "lang", "day"),
    [(ENGLISH, "en", "2025-03-04"), (GERMAN, "de", "2025-05-06"), (DUTCH, "nl", "2025-06-10")],
)
def test_language_and_dateline_are_read_in_the_text(
    added, copied_briefing: Path, tmp_path: Path, text: str, lang: str, day: str
) -> None:  # type: ignore[no-untyped-def]
    code, _, _ = added(write(tmp_path, text, "ferry.txt"))
    record = records(copied_briefing)[-1]
    assert (code, record["lang"], str(record["date_published"]), record["date_basis"]) == (
        0,
        lang,
        day,
        "stated",
    )
    assert record["id"] == f"ferry-{day}"
    assert record["producer"] == "?"
    assert "ignored" not in record


def test_the_bytes_of_a_text_are_kept(added, copied_briefing: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    data = ("\ufeff" + ENGLISH.replace("\n", "\r\n") + "e\u0301 \u202eabc\u202c \u00ad").encode()
    assert added(write(tmp_path, data, "Notes.MD"))[0] == 0
    record = records(copied_briefing)[-1]
    assert record["path"] == "articles/notes-2025-03-04.md"
    assert (copied_briefing / "seeds" / record["path"]).read_bytes() == data


def test_standard_input_is_a_text_or_a_page(
    added, copied_briefing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    for data in (ENGLISH.encode(), (PAGES / "de.html").read_bytes()):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert added("-")[0] == 0
    assert [one["id"] for one in records(copied_briefing)[-2:]] == [
        "article-2025-03-04",
        "hohenufer-bote-2025-05-06",
    ]


def test_facts_are_printed_ready_to_paste_and_each_is_to_be_decided(
    added, copied_briefing: Path, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    one, other = write(tmp_path, ENGLISH, "one.txt"), write(tmp_path, ENGLISH + "\n", "other.txt")
    code, out, _ = added(one, other)
    facts = yaml.safe_load(out)["facts"]
    assert code == 0
    assert [fact["id"] for fact in facts] == ["count-71500-1", "count-71500-2"]
    assert out.count('indicator: "?"  # suggested: passengers\n') == 2
    assert not (copied_briefing / "seeds/facts/one-2025-03-04.yaml").exists()
    (copied_briefing / "seeds/facts/pasted.yaml").write_text(out, "utf-8")
    assert {found.partition(" ")[0] for found in findings(copied_briefing)} == {"undecided"}


def test_all_that_stands_in_the_records_stays(added, copied_briefing: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    articles = copied_briefing / "seeds/articles.yaml"
    before = articles.read_bytes() + b"# a last word\n"
    articles.write_bytes(before)
    added(write(tmp_path, ENGLISH))
    assert articles.read_bytes().startswith(before + b"\n- id: text-2025-03-04\n")


@pytest.mark.parametrize(
    ("form", "appended"),
    [
        (lambda text: text.replace("\n", "\r\n"), "\r\n\r\n- id: text-2025-03-04\r\n"),
        (lambda text: text.rstrip("\n"), "\n\n- id: text-2025-03-04\n"),
        (lambda text: re.sub(r"(?m)^(?=[- ])", "    ", text), "\n\n    - id: text-2025-03-04\n"),
        (lambda text: text.partition("\narticles:")[0] + "\narticles: []  # none yet\n", "articles:  # none yet\n- id: text-2025-03-04\n"),
        (lambda text: text.partition("\narticles:")[0] + "\narticles:\n", "articles:\n- id: text-2025-03-04\n"),
    ],
    ids=["crlf", "no newline at the end", "indented", "empty", "nothing"],
)  # fmt: skip
def test_a_record_has_the_form_of_those_before(
    added, copied_briefing: Path, tmp_path: Path, form: Any, appended: str
) -> None:  # type: ignore[no-untyped-def]
    articles = copied_briefing / "seeds/articles.yaml"
    articles.write_bytes(form(articles.read_text("utf-8")).encode())
    before = len(records(copied_briefing) or [])
    assert added(write(tmp_path, ENGLISH))[0] == 0
    assert appended.encode() in articles.read_bytes()
    assert len(records(copied_briefing)) == before + 1


@pytest.mark.parametrize(
    "form",
    [
        lambda text: "articles: [{id: a}]\n",
        lambda text: "- id: a\n",
        lambda text: "articles:\n- id: a\nother: 1\n",
        lambda text: text + "...\n",
        lambda text: text + "\tbroken: [\n",
        lambda text: text + "- id: last\n  reason: |+\n    keep\n\n\n",
        lambda text: "\ufeff" + text,
    ],
    ids=["flow", "bare list", "another key", "end mark", "malformed", "kept newlines", "bom"],
)
def test_a_file_of_records_in_another_form_is_left_alone(
    added, copied_briefing: Path, tmp_path: Path, form: Any
) -> None:  # type: ignore[no-untyped-def]
    articles = copied_briefing / "seeds/articles.yaml"
    articles.write_text(form(articles.read_text("utf-8")), "utf-8")
    before = tree(copied_briefing)
    code, _, err = added("--write", write(tmp_path, ENGLISH))
    assert (code, tree(copied_briefing)) == (2, before)
    assert err.startswith("briefing: ")
    assert err.count("\n") == 2
    assert "articles.yaml" in err


def test_the_same_text_twice_is_one_article(added, copied_briefing: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = write(tmp_path, ENGLISH)
    added("--write", file)
    before = tree(copied_briefing)
    code, out, err = added("--write", file)
    assert (code, out, tree(copied_briefing)) == (0, "", before)
    assert err == f"briefing: {file} is the article text-2025-03-04 already; nothing was written\n"


def test_a_file_in_its_place_is_registered_there(added, copied_briefing: Path) -> None:  # type: ignore[no-untyped-def]
    file = write(copied_briefing / "seeds/articles", ENGLISH, "Ferry in March.txt")
    assert added(file)[0] == 0
    assert records(copied_briefing)[-1]["path"] == "articles/Ferry in March.txt"
    assert [path.name for path in file.parent.iterdir() if "march" in path.name.lower()] == [
        file.name
    ]
    assert {found.partition(" ")[0] for found in findings(copied_briefing)} == {"undecided"}


def test_the_numbers_to_ignore_are_bounded_and_none_is_a_suggested_one(
    added, copied_briefing: Path, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    piers = "".join(
        f"There is a bench for the people at Pier {number}. " for number in range(1, 151)
    )
    assert added(write(tmp_path, ENGLISH + piers))[0] == 0
    ignored = records(copied_briefing)[-1]["ignored"]
    assert [one["exact"] for one in ignored] == [f"Pier {number}" for number in range(1, 101)]
    assert "# and more than these 100" in (copied_briefing / "seeds/articles.yaml").read_text(
        "utf-8"
    )


def test_a_number_is_named_with_the_words_around_it_where_a_fact_has_the_same(
    added, copied_briefing: Path, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    text = (
        "The ferry carried 912,000 passengers in 2024. For all the people the year 2024 was wet.\n"
    )
    added(write(tmp_path, ENGLISH + text))
    assert [one["exact"] for one in records(copied_briefing)[-1]["ignored"]] == ["year 2024"]


def test_names_with_numbers_are_counted_on(added, copied_briefing: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    seeds = copied_briefing / "seeds"
    text = (seeds / "articles.yaml").read_text("utf-8")
    for number, record in enumerate(records(copied_briefing)):
        name = f"articles/{number:03d}_{'ab' * 8}.txt"
        (seeds / record["path"]).rename(seeds / name)
        text = text.replace(record["path"], name)
    (seeds / "articles.yaml").write_text(text, "utf-8")
    added(write(tmp_path, ENGLISH))
    digest = hashlib.sha256(ENGLISH.encode()).hexdigest()
    assert records(copied_briefing)[-1]["path"] == f"articles/004_{digest[:16]}.txt"


def test_options_say_what_the_text_does_not(added, copied_briefing: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    title, producer = 'A "quoted": title, # {no} comment', "Gazette: the {one}"
    words = (
        "--title",
        title,
        "--producer",
        producer,
        "--author",
        "O'Neill \\ Sons",
        "--date",
        "2025-03",
    )
    words += ("--url", "https://www.port-alder-gazette.net/a", "--id", "own-id", "--lang", "en-GB")
    assert added(*words, write(tmp_path, ENGLISH))[0] == 0
    record = records(copied_briefing)[-1]
    assert (record["title"], record["producer"], record["author"]) == (
        {"en": title},
        producer,
        "O'Neill \\ Sons",
    )
    assert (record["id"], record["lang"], record["date_published"], record["date_basis"]) == (
        "own-id",
        "en-GB",
        "2025-03",
        "inferred",
    )
    assert record["reason"] == "?"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--lang", "fr"], "no lexicon reads fr"),
        (["--lang", "German"], "is no language tag"),
        (["--date", "18.03.2025"], "write 2025-03-18"),
        (["--date", "?"], "not decided"),
        (["--url", "http://www.port-alder-gazette.net/"], "does not begin with https://"),
        (["--url", "https://localhost/"], "names no public host"),
        (["--id", "Own Id"], "write own-id"),
        (["--id", "port-alder-2024-07-18"], "is the id of another article"),
        (["--title", "a\u202eb"], "U+202E"),
        (["--producer", "=1+1"], "spreadsheet"),
        (["--title", "One", "other.txt"], "of one article only"),
    ],
)
def test_what_no_record_may_hold_is_wrong_use(
    added, copied_briefing: Path, tmp_path: Path, words: list[str], said: str
) -> None:  # type: ignore[no-untyped-def]
    before = tree(copied_briefing)
    code, out, err = added(*words, write(tmp_path, ENGLISH))
    assert (code, out, tree(copied_briefing)) == (2, "", before)
    assert said in err
    assert "hint: " in err


@pytest.mark.parametrize(
    "text",
    [
        "Revenue 5",
        "Le chiffre d'affaires de la compagnie a augmenté de 12 pour cent en 2024, a déclaré son directeur.",
        "Die maatskappy se omset het in 2024 met 12 persent gestyg, sê die direkteur. Daar is meer passasiers as ooit.",
        ENGLISH + GERMAN,
    ],
)
def test_a_language_that_cannot_be_told_is_asked_for(
    added, copied_briefing: Path, tmp_path: Path, text: str
) -> None:  # type: ignore[no-untyped-def]
    before = tree(copied_briefing)
    code, _, err = added(write(tmp_path, text))
    assert (code, tree(copied_briefing)) == (2, before)
    assert "the language of" in err
    assert "say --lang de, en or nl" in err


FORMATS = [
    (b"PK\x03\x04....word/document.xml", "a Word document"),
    (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...." + "WordDocument".encode("utf-16-le"),
        "a Word document",
    ),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "an Office document"),
    (b"%PDF-1.7\n...", "a PDF document"),
    (rb"{\rtf1\ansi hello}", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n....", "a picture"),
    (b"\xff\xd8\xff\xe0....", "a picture"),
    (ENGLISH.encode("utf-16"), "text in UTF-16"),
    (ENGLISH.encode("utf-16-le"), "text in UTF-16"),
    (b"Revenue\n was \0 5", "no text"),
    ("Revenue\nof the ca\u00f1on".encode("cp1252"), "Latin-1"),
]


@pytest.mark.parametrize(("data", "noun"), FORMATS)
def test_what_is_no_text_is_named(
    added, copied_briefing: Path, tmp_path: Path, data: bytes, noun: str
) -> None:  # type: ignore[no-untyped-def]
    before = tree(copied_briefing)
    code, _, err = added("--lang", "en", write(tmp_path, data))
    assert (code, tree(copied_briefing)) == (2, before)
    assert noun in err


@pytest.mark.parametrize("has_record", [True, False], ids=["with a record", "without"])
@pytest.mark.parametrize(("data", "noun"), [*FORMATS, ((PAGES / "en.html").read_bytes(), "an HTML page"), (b"<p>a 5 px</p><p>b</p>\n<p>c&nbsp;7</p>", "an HTML page")])  # fmt: skip
def test_check_names_what_is_no_text_and_says_nothing_else(
    copied_briefing: Path, data: bytes, noun: str, has_record: bool
) -> None:
    articles = copied_briefing / "seeds/articles"
    if has_record:
        file = articles / "port-alder-2024-07-18.txt"
        text = (copied_briefing / "seeds/articles.yaml").read_text("utf-8")
        old, new = (hashlib.sha256(one).hexdigest() for one in (file.read_bytes(), data))
        (copied_briefing / "seeds/articles.yaml").write_text(text.replace(old, new), "utf-8")
        file.write_bytes(data)
    else:
        file = write(articles, data, "other.txt")
    found = [
        one for one in assemble(copied_briefing).findings if one.place.path.startswith("seeds/")
    ]
    own = [one for one in found if one.place.path.startswith("seeds/articles/")]
    assert [one.code for one in own] == ["bad-file"]
    assert noun in own[0].message
    assert ("briefing add" in own[0].hint) == (noun == "an HTML page")
    assert not [one for one in found if one.code == "open-number"]


def test_the_place_of_a_byte_that_is_no_utf_8_is_where_it_is(copied_briefing: Path) -> None:
    write(copied_briefing / "seeds/articles", "line\ncafé à".encode("cp1252"), "other.txt")
    [finding] = assemble(copied_briefing).findings
    assert str(finding.place) == "seeds/articles/other.txt:2:4"


@pytest.mark.parametrize("typed", ["", '  sha256: "?"\n', "  sha256:\n", "  sha256: abc\n"])
def test_a_record_without_its_hash_is_told_the_right_one(copied_briefing: Path, typed: str) -> None:
    articles = copied_briefing / "seeds/articles.yaml"
    digest = records(copied_briefing)[0]["sha256"]
    articles.write_text(
        articles.read_text("utf-8").replace(f"  sha256: {digest}\n", typed), "utf-8"
    )
    [finding] = [one for one in assemble(copied_briefing).findings if "sha256" in one.message]
    assert f"sha256: {digest}" in finding.hint


def test_a_page_in_its_place_is_taken_out_of_it(added, copied_briefing: Path) -> None:  # type: ignore[no-untyped-def]
    page = write(copied_briefing / "seeds/articles", (PAGES / "en.html").read_bytes(), "page.html")
    assert added(page)[0] == 0
    assert records(copied_briefing)[-1]["path"] == f"articles/{ID}.txt"
    assert page.exists()


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 90_000 + "5 people" + "</div>" * 9_000,
        "<html><body><p>5 people</p>" + "<b></b>" * 500_000,
        "<html>" + "<" * 4_000_000,
        "<html><body></body></html>",
        "<!doctype html><html><head><title>&#0;&#xd800;</title></head><body><p>\x01</p></body>",
        "<html>" + "x" * 5_000_000,
    ],
    ids=["deep", "many tags", "angles", "empty", "odd characters", "large"],
)
def test_hostile_pages_are_refused_soon_and_nothing_is_written(
    added, copied_briefing: Path, tmp_path: Path, html: str
) -> None:  # type: ignore[no-untyped-def]
    before = tree(copied_briefing)
    code, _, err = added("--lang", "en", write(tmp_path, html, "page.html"))
    assert (code, tree(copied_briefing)) == (2, before)
    assert err.isprintable() or err.replace("\n", "").isprintable()


HOSTILE = 'A" }\n- id: own\n  title: {en: x} # \u202e &amp; <b>'


def test_a_page_cannot_write_yaml(added, copied_briefing: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    html = (PAGES / "en.html").read_text("utf-8")
    coded = HOSTILE.replace('"', "&quot;").replace("\n", "&#10;").replace("<", "&lt;")
    for text in ("Port Alder Gazette", "Ada Nobody", "A quiet winter, then a rush to the quay"):
        html = html.replace(f'content="{text}"', f'content="{coded}"')
    html = html.replace(
        "https://www.port-alder-gazette.net/ferry/quiet-winter", "javascript:alert(1)"
    )
    before = records(copied_briefing)
    assert added(write(tmp_path, html, "page.html"))[0] == 0
    after = records(copied_briefing)
    assert after[:-1] == before
    assert (after[-1]["title"], after[-1]["summary"]) == ({"en": "?"}, {"en": "?"})
    assert "url_main" not in after[-1]
    assert (
        (copied_briefing / "seeds/articles.yaml").read_text("utf-8").replace("\n", "").isprintable()
    )


@settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_any_producer_is_kept_or_refused(name: str, copied_briefing: Path, tmp_path: Path) -> None:
    articles = copied_briefing / "seeds/articles.yaml"
    before, kept = articles.read_bytes(), tree(copied_briefing / "seeds/articles")
    code = main(
        ["add", "--root", str(copied_briefing), f"--producer={name}", str(write(tmp_path, ENGLISH))]
    )
    if code == 0:
        assert (
            records(copied_briefing)[-1]["producer"].split() == name.split() or not name.isascii()
        )
        assert articles.read_bytes().startswith(before)
    else:
        assert (code, articles.read_bytes()) == (2, before)
    articles.write_bytes(before)
    for path in tree(copied_briefing / "seeds/articles").keys() - kept:
        (copied_briefing / "seeds/articles" / path).unlink()


def test_every_file_is_told_of_and_the_good_ones_are_added(
    added, copied_briefing: Path, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    good, bad = write(tmp_path, ENGLISH, "good.txt"), write(tmp_path, b"%PDF-1.7", "bad.txt")
    names = [bad, tmp_path / "none.txt", good, tmp_path / "folder", tmp_path / "pipe", "a\0b"]
    code, out, err = added(*names)
    assert code == 2
    assert [one["id"] for one in records(copied_briefing)][-1] == "good-2025-03-04"
    assert "count-71500-1" in out
    for said in (
        "bad.txt is a PDF",
        "none.txt cannot be read",
        "folder is a folder",
        "pipe is no regular file",
        "a\\x00b",
    ):
        assert said in err


def test_links_are_never_followed(added, copied_briefing: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    outside = write(tmp_path, ENGLISH, "outside.txt")
    link = copied_briefing / "seeds/articles/link.txt"
    link.symlink_to(outside)
    code, _, err = added(link)
    assert code == 2
    assert "is a symbolic link" in err
    link.unlink()
    articles = copied_briefing / "seeds/articles.yaml"
    articles.rename(tmp_path / "articles.yaml")
    articles.symlink_to(tmp_path / "articles.yaml")
    before = (tmp_path / "articles.yaml").read_bytes()
    code, _, err = added(outside)
    assert (code, (tmp_path / "articles.yaml").read_bytes()) == (2, before)
    assert "is a symbolic link" in err


@pytest.mark.parametrize(
    "name", ["a\nb.txt", "a\u202eb.txt", "a\\b.txt", os.fsdecode(b"a\xffb.txt")]
)
def test_a_name_that_hides_something_is_not_recorded(
    added, copied_briefing: Path, name: str
) -> None:  # type: ignore[no-untyped-def]
    file = write(copied_briefing / "seeds/articles", ENGLISH, name)
    before = (copied_briefing / "seeds/articles.yaml").read_bytes()
    code, _, err = added(file)
    assert (code, (copied_briefing / "seeds/articles.yaml").read_bytes()) == (2, before)
    assert "rename it" in err
    assert err.count("\n") == 2


@pytest.mark.parametrize("at", range(3))
@pytest.mark.parametrize("what", ["write", "place"])
def test_when_one_file_cannot_be_written_none_is(
    added,
    copied_briefing: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    at: int,
    what: str,
) -> None:  # type: ignore[no-untyped-def]
    file = write(tmp_path, ENGLISH)
    before, calls = tree(copied_briefing), []

    def full(*words: Any, **named: Any) -> Any:
        calls.append(words)
        if len(calls) > at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(*words, **named)

    if what == "write":
        real = files.write_beside
        monkeypatch.setattr(files, "write_beside", full)
    elif at < 2:
        real = os.link
        monkeypatch.setattr(os, "link", full)
    else:
        at, real = 0, Path.replace
        monkeypatch.setattr(Path, "replace", full)
    code, out, err = added("--write", file)
    assert calls
    assert (code, out, tree(copied_briefing)) == (2, "", before)
    assert "No space left on device" in err
    assert "nothing was changed" in err


def test_a_disk_without_hard_links_will_do(
    added, copied_briefing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    def refuse(*_: Any) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    assert added("--write", write(tmp_path, ENGLISH))[0] == 0
    assert {found.partition(" ")[0] for found in findings(copied_briefing)} == {"undecided"}
    assert not list(copied_briefing.rglob(".briefing-*"))


def test_no_file_takes_the_place_of_another(
    copied_briefing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = copied_briefing / "seeds"
    before = tree(copied_briefing)
    new = {seeds / "articles/new.txt": b"new", seeds / "facts/money.yaml": b"facts: []\n"}
    with pytest.raises(UsageError, match=r"money\.yaml cannot be written: File exists"):
        files.write_together(new, (seeds / "articles.yaml", b"articles: []\n"))
    assert tree(copied_briefing) == before


def test_a_folder_that_may_not_be_written_is_told(
    added, copied_briefing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    """The system refuses it in the test, as whoever runs it may be allowed to write everywhere."""
    folder, make = copied_briefing / "seeds/articles", tempfile.mkstemp

    def refuse(*words: Any, **named: Any) -> Any:
        if Path(named["dir"]) == folder:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return make(*words, **named)

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    before = tree(copied_briefing)
    code, _, err = added(write(tmp_path, ENGLISH))
    assert (code, tree(copied_briefing)) == (2, before)
    assert "seeds/articles/" in err
    assert "cannot be written: Permission denied" in err


def test_the_dateline_is_ignored_as_the_articles_own_date(
    added, copied_briefing: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:  # type: ignore[no-untyped-def]
    added("--write", "--producer", "Gazette", write(tmp_path, ENGLISH))
    decide(copied_briefing, "gazette-2025-03-04")
    file = copied_briefing / "seeds/articles/gazette-2025-03-04.txt"
    assert main(["scan", "--root", str(copied_briefing), "--format", "json", str(file)]) == 0
    mentions = json.loads(capsys.readouterr().out)["mentions"]
    assert {one["text"]: one["ignored"] for one in mentions if one["ignored"]} == {
        "4 March 2025": "the article's own date"
    }


def test_measures_of_the_text_become_units(added, copied_briefing: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Aldersund, 4 March 2025\n\nIn 2024 the ferry burned 1.2 million tonnes of oil and took "
        "5.1 gigawatt hours. In 2024 it was late by 14 minutes. It met 12 dogs.\n"
    )
    indicators = copied_briefing / "seeds/indicators.yaml"
    before = indicators.read_text("utf-8")
    _, _, err = added("--lang", "en", "--write", write(tmp_path, text))
    after = indicators.read_text("utf-8")
    new = [line.strip() for line in after.splitlines() if line not in before.splitlines()]
    assert sorted(line.partition(":")[0] for line in new) == ["gigawatt-hour", "minute", "tonne"]
    assert 'one: "gigawatt hour", other: "gigawatt hours"' in after
    assert "are units in seeds/indicators.yaml now" in err
    assert {found.partition(" ")[0] for found in findings(copied_briefing)} == {"undecided"}


def test_what_is_only_printed_declares_nothing(
    added, copied_briefing: Path, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    indicators = copied_briefing / "seeds/indicators.yaml"
    before = indicators.read_bytes()
    added(write(tmp_path, "Aldersund, 4 March 2025\n\nIn 2024 the ferry was late by 14 minutes.\n"))
    assert indicators.read_bytes() == before
