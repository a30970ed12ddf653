"""The same tree and the same mkdocs.yml become the same site by another engine, Zensical."""

import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.pipeline import assemble
from generator.publish import EngineError, build_site
from generator.publish.engines.zensical import REQUIREMENT, _build, plain_reports
from generator.reading import UsageError

SMALL = "tests/golden/small"
ENGINE_FILES = re.compile(r"assets/(javascripts|stylesheets|images|zensical\.css|style-)|search")
ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
# What the engines add to an article or take from it: a place to skip to, marks for the search.
ADDED = re.compile(r'\s*<a id="__skip" tabindex="-1"></a>| data-search-exclude')
CSS_LINK = re.compile(r'<link rel="stylesheet"')


@pytest.fixture(scope="module")
def site(
    copy_example: Callable[[Path], Path],
    run_briefing: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The site of the example, by Zensical."""
    briefing = copy_example(tmp_path_factory.mktemp("zensical") / "briefing")
    folder = briefing / "site"
    done = run_briefing(
        "build", "--engine", "zensical", "--root", str(briefing), "--site-dir", str(folder)
    )
    assert done.code == 0, done.err
    assert ", 0 unexplained" in done.err
    return folder


@pytest.fixture
def small(root: Path, tmp_path: Path) -> Path:
    """A copy of the small briefing, which makes every call once."""
    shutil.copytree(root / SMALL, tmp_path / "small")
    return tmp_path / "small"


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file that is not the engine's own."""
    return {
        path: file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        and not ENGINE_FILES.match(path := file.relative_to(folder).as_posix())
        and not file.name.startswith(".")
    }


def article_of(page: bytes) -> list[str]:
    """The article of a page, token by token."""
    found = ARTICLE.search(page.decode())
    return re.findall(r"<[^>]+>|[^<\s]+", ADDED.sub("", found[0])) if found else []


def test_both_engines_make_the_same_files(site: Path, built_site: Path) -> None:
    assert list(files_of(site)) == list(files_of(built_site))


def test_all_but_pages_is_the_same_to_the_byte(site: Path, built_site: Path) -> None:
    ours, theirs = files_of(site), files_of(built_site)
    differ = {path for path in ours if ours[path] != theirs.get(path)}
    assert {path for path in differ if not path.endswith(".html")} <= {
        "MANIFEST.json",
    }


def test_every_article_is_the_same(site: Path, built_site: Path) -> None:
    ours, theirs = files_of(site), files_of(built_site)
    pages = [path for path in ours if path.endswith(".html") and path != "404.html"]
    articles = {path: article_of(ours[path]) for path in pages}
    alone = {path for path in pages if not articles[path]}
    assert alone
    assert all(re.match(r"f/|charts/[^/]+/", path) for path in alone)
    assert {p for p in pages if articles[p] != article_of(theirs[p])} == set()


def test_a_page_carries_the_style_of_its_first_screen(site: Path) -> None:
    for name in ("index.html", "facts/index.html", "404.html"):
        head, body = (site / name).read_text(encoding="utf-8").split("</head>")
        assert "<style>" in head
        assert not CSS_LINK.search(head)
        assert len(CSS_LINK.findall(body)) == (2 if name[0] == "f" else 1)


def test_the_first_page_is_known_as_such(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    title = re.search(r"<title>(.*?)</title>", home)
    assert title is not None
    assert " - " not in title[1]
    assert 'property="og:type" content="website"' in home
    assert 'rel="canonical"' not in home  # nobody said where the site is published


def test_a_lost_reader_is_shown_the_menu(site: Path) -> None:
    page = (site / "404.html").read_text(encoding="utf-8")
    listed = re.findall(r'<li><a href="([^"]+)">', page[page.index('class="not-found"') :])
    assert listed[:2] == ["/", "/passengers/"]
    assert "/facts/" in listed


def test_two_builds_give_the_same_bytes_and_no_litter(
    small: Path, run_briefing: Any, tmp_path: Path
) -> None:
    made = []
    for name, env in (("one", {}), ("two", {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7"})):
        done = run_briefing(
            "build", "--engine", "zensical", "--root", str(small),
            "--site-dir", str(tmp_path / name), "--site-url", "https://example.org/", env=env,
        )  # fmt: skip
        assert done.code == 0, done.err
        made.append({f.name: f.read_bytes() for f in (tmp_path / name).rglob("*") if f.is_file()})
    assert made[0] == made[1]
    assert sorted(f.name for f in (small / "build").iterdir()) == [".lock", "docs"]
    home = (tmp_path / "one" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/">' in home
    sitemap = (tmp_path / "one" / "sitemap.xml").read_text(encoding="utf-8")
    assert "<lastmod>" in sitemap  # the tree's own, not the engine's


@pytest.mark.command
def test_what_the_engine_warns_of_stops_the_build(small: Path, tmp_path: Path) -> None:
    assembly = assemble(small)
    first, *others = assembly.seeds.documents
    broken = replace(first, text=f"{first.text}\n[a](nowhere.md)\n")
    seeds = replace(assembly.seeds, documents=(broken, *others))
    assembly = replace(assembly, seeds=seeds)
    with pytest.raises(EngineError) as caught:
        build_site(small, assembly, tmp_path / "site", engine="zensical")
    assert "index.md:" in caught.value.messages[0]
    assert not (tmp_path / "site").exists()


def test_a_warning_is_a_line_with_its_place() -> None:
    drawn = (
        "Warning: page does not exist\n   ╭─[ new.md:7:5 ]\n   │\n 7 │ [a](nowhere.md)\n"
        "Warning: anchor does not exist\n   ╭─[ new.md:7:30 ]\n   │\n2 issues found\n"
        "Traceback (most recent call last):\nRuntimeError: Aborted because --strict flag is set\n"
    )
    assert plain_reports(drawn) == [
        "new.md:7:5: page does not exist",
        "new.md:7:30: anchor does not exist",
    ]
    assert plain_reports("Error: no theme\n") == ["Error: no theme"]


def test_without_it_one_line_says_what_to_install(
    small: Path, run_briefing: Any, tmp_path: Path
) -> None:
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(
        "import importlib.util as u\nfind = u.find_spec\n"
        "u.find_spec = lambda name, *more: None if name == 'zensical' else find(name, *more)\n"
    )
    root = Path(__file__).resolve().parents[3]
    done = run_briefing(
        "build", "--engine", "zensical", "--root", str(small),
        env={"PYTHONPATH": f"{hidden}:{root}"},
    )  # fmt: skip
    assert done.code == 2
    assert f"pip install {REQUIREMENT}" in done.err
    assert "Traceback" not in done.err
    assert not (small / "site").exists()


def test_the_release_is_the_one_that_the_lock_has(root: Path) -> None:
    groups = tomllib.loads((root / "pyproject.toml").read_text())["dependency-groups"]
    assert groups["zensical"] == [REQUIREMENT]


def test_doors_charts_table_and_search_work(
    site: Path, serve_folder: Any, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    wrong: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    with serve_folder(site) as address:
        page.goto(f"{address}/passengers/")
        page.locator(".md-content a.figure").first.click()
        page.locator(".door:not([hidden])").wait_for()
        page.goto(f"{address}/passengers/")
        page.locator(".chart-explore").first.click()
        page.locator(".js-plotly-plot").first.wait_for()
        page.goto(f"{address}/facts/")
        page.fill("#facts-find", "861400")
        page.locator(".facts-count", has_text="1 of").wait_for()
        assert not [url for url in asked if url.endswith("search.json")]
        page.locator(".md-search__button").click()
        # Its dialog lives in a tree of its own, which locators look into.
        page.locator("input:focus").fill("850000")
        page.locator("a[href*='#fact--passenger-target-2024']").first.wait_for()
    assert wrong == []
    page.close()


def test_no_page_breaks_its_policy(
    site: Path, browser: Browser, serve_folder: Callable[[Path], Any]
) -> None:
    said = list[str]()
    page = browser.new_page()
    # A page that is left before it has all says so, too.
    page.on("console", lambda one: said.append(one.text) if "Policy" in one.text else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    with serve_folder(site) as address:
        for path in ("", "passengers/", "facts/", "known/", "sources/", "handbook/keys/"):
            page.goto(f"{address}/{path}")
            figure = page.locator(".md-content a.figure:visible").first
            if figure.count():
                figure.click()
                page.locator(".door:not([hidden])").wait_for()
                page.keyboard.press("Escape")
        page.goto(f"{address}/passengers/")
        page.locator(".chart-explore").first.click()
        page.locator(".chart-drawing[data-drawn]").first.wait_for()
        page.locator(
            "[for=__palette_1]:visible, [data-md-component=palette] label:visible"
        ).first.click()
        page.keyboard.press("/")
        page.keyboard.type("passengers")
        page.wait_for_timeout(500)
        page.goto(f"{address}/404.html")
    page.close()
    assert said == []


def test_an_engine_that_is_ended_from_outside_is_no_mistake_of_the_pages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    killed = subprocess.CompletedProcess[bytes]([], -9, b"", b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: killed)
    with pytest.raises(UsageError, match="ended by signal 9"):
        _build(tmp_path / "mkdocs.yml")


def test_a_full_disk_is_no_mistake_of_the_pages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said = b"Traceback (most recent call last):\nOSError: No space left on device (os error 28)\n"
    full = subprocess.CompletedProcess[bytes]([], 1, b"", said)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: full)
    with pytest.raises(OSError, match="No space left"):
        _build(tmp_path / "mkdocs.yml")
