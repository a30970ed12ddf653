"""A page looks as it does with the engine's sheets linked, and shows its first screen before them."""

import hashlib
import re
import shutil
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from generator.kept import Cache
from generator.pipeline import assemble
from generator.publish.build import TREE, compose_tree, render
from generator.publish.styles.first_screen import MOST_BYTES
from generator.publish.styles.place import place_styles
from generator.publish.styles.words import Vocabulary

Serve = Callable[[Path], AbstractContextManager[str]]
# Pages with a drawing in each width, since it stands there in another way.
NARROW, WIDE = ("passengers/", "404.html"), ("charts/", "open-questions/", "data/")
LOOK = """() => {
  const elements = [...document.body.querySelectorAll('*:not(link)')];
  const drawn = new Map(elements.map((one) => [one, getComputedStyle(one).contentVisibility]));
  // What is drawn only near the screen has its true height only once it was near.
  const still = document.createElement('style');
  still.textContent = '* { content-visibility: visible !important }'
    + '*, *::before, *::after { transition: none !important }';
  document.head.append(still);
  document.documentElement.className = 'js';
  for (const state of ['__drawer', '__search']) document.getElementById(state).checked = true;
  document.querySelectorAll('details').forEach(one => { one.open = true; });
  const look = [];
  for (const element of elements) {
    for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(element, part);
      if (part && style.content === 'none') continue;
      const said = part ? [] : [`drawn: ${drawn.get(element)}`];
      for (const name of style) if (!name.startsWith('--')) said.push(`${name}: ${style.getPropertyValue(name)}`);
      look.push(element.tagName + '.' + element.getAttribute('class') + (part ?? '') + said.join('|'));
    }
  }
  return look;
}"""


@pytest.fixture(scope="module")
def linked_and_placed(
    copy_example: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("styles")
    briefing, linked, placed = copy_example(folder / "b"), folder / "linked", folder / "placed"
    assembly = assemble(briefing)
    compose_tree(assembly, briefing / TREE, Cache(briefing))
    render(briefing, assembly, linked)
    shutil.copytree(linked, placed)
    place_styles(placed)
    return linked, placed


def first_difference(before: list[str], after: list[str]) -> object:
    """The first element that looks otherwise, with what differs; None when there is none."""
    assert before
    assert len(before) == len(after)
    for looked, looks_now in zip(before, after, strict=True):
        if looked != looks_now:
            pairs = zip(looked.split("|"), looks_now.split("|"), strict=True)
            return looked[:80], [pair for pair in pairs if pair[0] != pair[1]]
    return None


def look(page: Page, address: str) -> list[str]:
    page.goto(address)
    return page.evaluate(LOOK)


@pytest.mark.parametrize(
    ("width", "scheme", "paths"), [(390, "dark", NARROW), (1440, "light", WIDE)]
)
def test_every_element_is_styled_as_by_the_whole_sheets(
    linked_and_placed: tuple[Path, Path],
    serve_folder: Serve,
    browser: Browser,
    width: int,
    scheme: str,
    paths: tuple[str, ...],
) -> None:
    with (
        serve_folder(linked_and_placed[0]) as linked,
        serve_folder(linked_and_placed[1]) as placed,
        browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=False,  # its own doings are not what is compared
            reduced_motion="reduce",
        ) as context,
    ):
        page = context.new_page()
        # One that comes late stays out, which of two visits only one might see.
        page.route("**/*.woff2", lambda route: route.abort())
        for path in paths:
            before, after = (look(page, f"{one}/{path}") for one in (linked, placed))
            assert first_difference(before, after) is None, path


SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    window.shifts.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
  }
}).observe({ type: 'layout-shift', buffered: true });"""
TIMES = """() => [
  performance.getEntriesByName('first-contentful-paint')[0].startTime,
  performance.getEntriesByType('resource').find((one) => one.name.endsWith('.css')).responseEnd,
]"""


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_the_first_picture_waits_for_no_sheet_and_moves_for_none(
    linked_and_placed: tuple[Path, Path],
    serve_folder: Serve,
    browser: Browser,
    width: int,
    scheme: str,
) -> None:
    def answer_late(route: Route) -> None:
        time.sleep(0.3)
        route.continue_()

    with (
        serve_folder(linked_and_placed[1]) as address,
        browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme
        ) as context,
    ):
        page = context.new_page()
        page.add_init_script(SHIFTS)
        page.route("**/*.css", answer_late)
        page.route("**/*.js", lambda route: route.abort())  # what scripts move is their own
        for path in ("", "passengers/", "facts/", "sources/", "open-questions/"):
            page.goto(f"{address}/{path}")
            page.wait_for_timeout(100)
            assert page.evaluate("window.shifts") == [], path
            painted, answered = page.evaluate(TIMES)
            assert painted < answered, path


def pages_of(site: Path) -> dict[str, str]:
    """The pages of the engine: those that have a style of their own."""
    pages = {
        file.relative_to(site).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(site.rglob("*.html"))
    }
    return {path: text for path, text in pages.items() if "<style>" in text}


def test_all_pages_share_one_sheet_and_carry_what_they_show_first(built_site: Path) -> None:
    pages = pages_of(built_site)
    assert len(pages) > 10
    shared = set()
    for path, text in pages.items():
        head, body = text.split("</head>")
        assert "stylesheet" not in head, path
        # That of its first screen, and its faces.
        assert len(re.findall("<style>(.*?)</style>", text, re.DOTALL)) == 2, path
        assert len(head.split("<style>")[1].split("</style>")[0].encode()) <= MOST_BYTES, path
        sheets = re.findall(r'<link rel="stylesheet" href="(?:/|(?:\.\./)*)([^"]+)">\n', body)
        assert body.rpartition("<link")[2].endswith('">\n</body>\n</html>'), path
        shared.add(sheets[0])
        assert len(sheets) == (2 if path == "facts/index.html" else 1), path
        for sheet in sheets:
            said = re.fullmatch(r"assets/style-([0-9a-f]{10})\.css", sheet)
            assert said
            content = (built_site / sheet).read_bytes()
            assert hashlib.sha256(content).hexdigest().startswith(said[1])
    assert len(shared) == 1


def small_site(folder: Path, page: str = "index.html", **sheets: str) -> Path:
    """A page that links sheets, which lie in a folder of their own."""
    (folder / "own").mkdir()
    links = ""
    for name, css in sheets.items():
        (folder / f"own/{name}.css").write_text(css, encoding="utf-8")
        links += f'<link rel="stylesheet" href="own/{name}.css">\n'
    text = f"<html><head>\n{links}</head><body><main><h1>x</h1><a>y</a></main></body></html>"
    (folder / page).write_text(text, encoding="utf-8")
    return folder / page


def placed(page: Path, address: str = "") -> tuple[str, list[str]]:
    """The page with its style, and the sheets that it links then."""
    site = page.parent
    place_styles(site, None, address)
    text = page.read_text(encoding="utf-8")
    names = re.findall('<link rel="stylesheet" href="([^"]+)">', text)
    return text, [(site / name).read_text(encoding="utf-8") for name in names]


def test_a_page_with_one_sheet_keeps_it(tmp_path: Path) -> None:
    page = small_site(tmp_path, one="a { color: red }")
    before = page.read_text(encoding="utf-8")
    assert placed(page)[0] == before


@pytest.mark.parametrize("css", ['@import "other.css";', "@namespace svg url(x);"])
def test_a_sheet_that_must_begin_its_file_stays_linked(tmp_path: Path, css: str) -> None:
    page = small_site(tmp_path, one="a { color: red }", two=css)
    before = page.read_text(encoding="utf-8")
    assert placed(page)[0] == before


def test_an_address_in_a_sheet_leads_to_the_same_file(tmp_path: Path) -> None:
    page = small_site(tmp_path, one="a{background:url(x.png)}", two="a{color:red}")
    text, (sheet,) = placed(page)
    assert sheet == 'a{background:url("../own/x.png")}a{color:red}'
    assert "<style>a{color:red}</style>" in text


def test_no_text_of_a_sheet_ends_the_style_of_the_page(tmp_path: Path) -> None:
    css = "a::after{content: '</style><script>'}"
    text, (sheet,) = placed(small_site(tmp_path, one=css, two="a{color:red}"))
    assert '<style>a::after{content:"<\\/style><script>"}a{color:red}</style>' in text
    assert sheet == 'a::after{content:"</style><script>"}a{color:red}'


def test_a_page_whose_heading_needs_too_much_waits_for_its_sheet(tmp_path: Path) -> None:
    css = f"h1{{--x:{'x' * MOST_BYTES};margin:var(--x)}}"
    text, (sheet,) = placed(small_site(tmp_path, one=css, two="a{color:red}"))
    assert "<style>" not in text
    assert text.index("stylesheet") < text.index("</head>")
    assert sheet.endswith("a{color:red}")


def test_a_page_for_lost_addresses_names_its_sheet_from_the_root_of_the_site(
    tmp_path: Path,
) -> None:
    page = small_site(tmp_path, "404.html", one="a{color:red}", two="h1{color:red}")
    text = page.read_text(encoding="utf-8").replace('href="own/', 'href="/base/own/')
    page.write_text(text, encoding="utf-8")
    place_styles(tmp_path, None, "https://example.org/base/")
    assert re.search(r'href="/base/assets/style-\w+\.css"', page.read_text(encoding="utf-8"))


def test_a_sheet_that_one_page_links_reaches_no_other(tmp_path: Path) -> None:
    page = small_site(tmp_path, one="a{color:red}", two="h1{color:red}", three="a{color:blue}")
    text = page.read_text(encoding="utf-8")
    other = tmp_path / "other.html"
    other.write_text(
        text.replace('<link rel="stylesheet" href="own/three.css">\n', ""), encoding="utf-8"
    )
    assert placed(page)[1] == ["a{color:red}h1{color:red}", "a{color:blue}"]
    assert "blue" not in other.read_text(encoding="utf-8")
    assert other.read_text(encoding="utf-8").count("stylesheet") == 1


def test_what_was_found_in_the_same_pages_is_taken_over(
    linked_and_placed: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked, fresh = linked_and_placed
    for name in ("first", "second"):
        site = tmp_path / name
        shutil.copytree(linked, site)
        cache = Cache(linked, tmp_path / "kept")
        place_styles(site, cache)
        cache.save()
        assert pages_of(site) == pages_of(fresh)
        monkeypatch.setattr(Vocabulary, "in_page", None)
        monkeypatch.setattr("generator.publish.styles.place.FirstScreens", None)
        monkeypatch.setattr("generator.publish.styles.place.join_sheets", None)
