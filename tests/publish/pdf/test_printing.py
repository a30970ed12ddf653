"""The whole briefing as one PDF: tagged, with bookmarks and doors, the same bytes, or none at all."""

import http.server
import io
import json
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup
from playwright.sync_api import Browser
from pypdf import PdfReader
from pypdf.generic import Destination

from generator.pages import Chapter, page_address
from generator.pipeline import assemble, default_site
from generator.publish.pdf.printing import Look, whole_document
from generator.publish.pictures.browser import print_with_browser
from generator.settings import nav_paths

SMALL = "tests/golden/small"


@pytest.fixture(scope="module")
def site(
    copy_example: Callable[[Path], Path],
    browser: Browser,
    run_briefing: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The site with its PDF; asks for the browser so that a machine without one skips."""
    briefing = copy_example(tmp_path_factory.mktemp("printed") / "briefing")
    folder = briefing / "site"
    done = run_briefing("build", "--pdf", "--root", str(briefing), "--site-dir", str(folder))
    assert done.code == 0, done.err
    return folder


@pytest.fixture(scope="module")
def pdf(site: Path) -> PdfReader:
    return PdfReader(site / "briefing.pdf")


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and all that is asked for there."""
    paths: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()


def bookmarks(pdf: PdfReader) -> Iterator[tuple[str, int]]:
    """Those of the first level, with the page that they lead to."""
    for one in pdf.outline:
        if isinstance(one, Destination):
            yield str(one.title), (pdf.get_destination_page_number(one) or 0) + 1


def doors(pdf: PdfReader) -> Iterator[str]:
    """The names of all places that links lead to."""
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            if "/Dest" in annotation.get_object():
                yield str(annotation.get_object()["/Dest"]).lstrip("/")


@pytest.fixture(scope="module")
def texts(pdf: PdfReader) -> list[str]:
    """The words of each page; they are slow to read."""
    return [page.extract_text() for page in pdf.pages]


def test_it_is_tagged_and_names_its_title_and_language(pdf: PdfReader) -> None:
    catalog: Any = pdf.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalog
    assert catalog["/Lang"] == "en"
    assert pdf.metadata is not None
    assert pdf.metadata.title == "The Aldersund ferry, an invented example"


def written(briefing: Path, page: str, level: str) -> list[str]:
    """The headings of one level in a page written by hand, as they are typed."""
    text = (briefing / f"docs/{page}.md").read_text(encoding="utf-8")
    return re.findall(rf"^{level} (.+)$", text, re.MULTILINE)


def test_its_bookmarks_are_the_pages_in_the_menus_order(example: Path, pdf: PdfReader) -> None:
    titles = [title for title, _ in bookmarks(pdf)]
    pages = ("index", "passengers", "charts")
    expected = [title for page in pages for title in written(example, page, "#")]
    expected += ["Promises", "Open questions", "Sources", "All figures"]
    assert len(expected) == 7
    assert [title for title in titles if title in expected] == expected


def test_the_contents_name_the_page_on_which_each_chapter_begins(
    pdf: PdfReader, texts: list[str]
) -> None:
    contents = texts[0].splitlines()
    begun = [*bookmarks(pdf)][1:]  # after the contents themselves
    assert len(begun) == 7  # three pages by hand, four of the ledger
    for title, number in begun:
        assert title in " ".join(texts[number - 1].split())
        # A long title goes over two lines, and the number stands behind its last word.
        ends = [line for line in contents if line.split()[-1:] == [str(number)]]
        assert any(
            line.rpartition(" ")[0] and title.endswith(line.rpartition(" ")[0]) for line in ends
        )


def test_every_page_but_the_cover_has_its_number(texts: list[str]) -> None:
    ends = [text.split()[-1] for text in texts]
    assert ends[0] != "1"
    for number, text in enumerate(texts[1:], 2):
        assert str(number) in {text.split()[-1], *text.split("\n")[:3]}


def test_every_door_leads_to_a_place_within(pdf: PdfReader) -> None:
    places = {name.lstrip("/") for name in pdf.named_destinations}
    led = {*doors(pdf)}
    assert led <= places
    assert any(name.endswith("--revenue-2023") for name in led)


def test_nothing_leads_to_the_machine_that_made_it(site: Path, pdf: PdfReader) -> None:
    content = (site / "briefing.pdf").read_bytes()
    assert b"file:" not in content
    assert b"here.invalid" not in content


def test_all_pages_and_figures_are_in_it(example: Path, site: Path, texts: list[str]) -> None:
    text = " ".join(" ".join(texts).split())
    headings = [
        one for page in ("index", "passengers", "charts") for one in written(example, page, "##")
    ]
    assert len(headings) > 8
    for heading in headings:
        assert heading in text
    figures = {folder.name for folder in (site / "f").iterdir() if folder.is_dir()}
    for fact in figures - {"passengers-h1"}:  # an old id leads to its successor and has no entry
        assert f"f/{fact}/" in text.replace("/ ", "/").replace("- ", "-"), fact


def test_the_mark_at_a_figure_is_the_number_of_its_note(
    site: Path, pdf: PdfReader, texts: list[str]
) -> None:
    rows = json.loads((site / "data/facts.json").read_bytes())
    gone = {row["id"] for row in rows if row["status"] == "withdrawn"}
    first = dict(bookmarks(pdf))["All figures"] - 1
    before, after = (" ".join(" ".join(one).split()) for one in (texts[:first], texts[first:]))
    found = re.findall(r"f/([a-z0-9-]+)/", after.replace("- ", "-"))
    notes = [fact for fact in found if fact not in gone]
    numbers = {str(number) for number in range(1, len(notes) + 1)}
    assert {*re.findall(r"\[(\d*)\]", after)} == numbers
    marked = {*re.findall(r"\[(\d*)\]", before)}
    assert marked
    assert marked <= numbers
    number = notes.index("revenue-2023") + 1
    assert re.search(rf"3\.1 million EUR\s*\[{number}\]", before)


def test_each_page_names_the_briefing_and_its_chapter(pdf: PdfReader, texts: list[str]) -> None:
    begun = [*bookmarks(pdf)][1:]
    for title, number in begun:
        head = " ".join(texts[number - 1].split())[:200]
        assert "The Aldersund ferry, an invented example" in head
        assert title[:30] in head


def test_the_data_page_names_it_only_when_it_is_there(site: Path, built_site: Path) -> None:
    named = 'href="../briefing.pdf"'
    assert named in (site / "data/index.html").read_text(encoding="utf-8")
    assert named not in (built_site / "data/index.html").read_text(encoding="utf-8")
    assert not (built_site / "briefing.pdf").exists()


def test_two_builds_give_the_same_bytes_and_without_a_browser_the_last_one_stays(
    browser: Browser, small_briefing: Path, run_briefing: Any, tmp_path: Path
) -> None:
    folder, there = tmp_path / "site", tmp_path / "elsewhere"
    plain = ("build", "--root", str(small_briefing), "--site-dir", str(folder))
    assert run_briefing(*plain, "--pdf").code == 0
    shutil.copytree(small_briefing, there)
    done = run_briefing("build", "--pdf", cwd=there)
    assert done.code == 0, done.err
    again = there / "site" / "briefing.pdf"
    assert again.read_bytes() == (folder / "briefing.pdf").read_bytes()
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    done = run_briefing(*plain, "--pdf", env={"BROWSER_PATH": "/nonexistent"})
    assert done.code == 2
    assert "the PDF cannot be made: no browser found" in done.err
    assert "without --pdf" in done.err
    assert before == {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.command
def test_a_browser_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beat, program = tmp_path / "beat", tmp_path / "chromium"
    program.write_text(f"#!/bin/sh\nwhile :; do echo x >> '{beat}'; sleep 0.05; done\n")
    program.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(program))
    document = tmp_path / "page.html"
    document.write_text("<p>x")
    done = print_with_browser(document, 3)
    assert not done.contents
    assert done.trouble == "the browser did not finish within 3 seconds and was ended"
    beats = beat.stat().st_size
    assert beats
    time.sleep(0.3)
    assert beat.stat().st_size == beats


def test_the_document_runs_nothing_and_fetches_nothing(
    root: Path, browser: Browser, tmp_path: Path, asked: tuple[str, list[str]]
) -> None:
    address, requests = asked
    hostile = Markup(  # noqa: S704 - as if the escaping had failed
        f'<script>document.title = "ran"</script><img src="{address}/a.png">'
        f'<iframe src="{address}/b"></iframe><p>words</p>'
    )
    chapter = Chapter(anchor="chapter-1", title="t", level=1, markup=hostile)
    css = f'@import "{address}/c.css"; p {{ background: url({address}/d.png) }}'
    site = default_site(assemble(root / SMALL))
    document = tmp_path / "page.html"
    document.write_text(whole_document("", [chapter], Look(css, "ltr"), site), encoding="utf-8")
    pdf = PdfReader(io.BytesIO(print_with_browser(document).contents[0]))
    assert pdf.pages[0].extract_text().split() == ["Nordwerk", "&", "wheels", "t", "words"]
    assert pdf.metadata is not None
    assert pdf.metadata.title != "ran"
    assert requests == []


@pytest.mark.parametrize(
    ("path", "url"),
    [("index.md", ""), ("money.md", "money/"), ("facts/index.md", "facts/"), ("a/b.md", "a/b/")],
)
def test_a_page_has_the_address_that_the_engine_gives_it(path: str, url: str) -> None:
    assert page_address(path) == url


def test_a_menu_is_read_in_its_order() -> None:
    nav = [{"Home": "index.md"}, {"More": ["a.md", {"B": "b.md"}, {"Deep": [{"C": "c.md"}]}]}]
    assert [*nav_paths(nav)] == ["index.md", "a.md", "b.md", "c.md"]
    assert [*nav_paths(None)] == []


def test_paper_names_the_sites_address_when_the_settings_do(
    small_briefing: Path, run_briefing: Any, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    build = ("build", "--root", str(small_briefing), "--site-dir", str(folder))
    for address in ("", "https://example.org/b/"):
        with (small_briefing / "mkdocs.yml").open("a", encoding="utf-8") as settings:
            settings.write(f"site_url: {address}\n" if address else "")
        assert run_briefing(*build).code == 0
        page = (folder / "facts/index.html").read_text(encoding="utf-8")
        said = re.findall(r'<p class="print-address"[^>]*hidden>(.*?)</p>', page)
        assert said == ([f"{address}facts/"] if address else [])
