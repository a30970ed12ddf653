"""A page that carries its style looks as it does with the whole sheets linked."""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.kept import Cache
from generator.pipeline import assemble
from generator.publish.build import TREE, compose_tree, render
from generator.publish.styles.inline import inline_styles

Serve = Callable[[Path], AbstractContextManager[str]]
# Pages with a drawing in each width, since it stands there in another way.
NARROW, WIDE = ("passengers/", "404.html"), ("charts/", "open-questions/", "data/")
LOOK = """() => {
  const still = document.createElement('style');
  still.textContent = '*, *::before, *::after { transition: none !important }';
  document.head.append(still);
  document.documentElement.className = 'js';
  for (const state of ['__drawer', '__search']) document.getElementById(state).checked = true;
  document.querySelectorAll('details').forEach(one => { one.open = true; });
  const look = [];
  for (const element of document.body.querySelectorAll('*')) {
    for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(element, part);
      if (part && style.content === 'none') continue;
      const said = [];
      for (const name of style) if (!name.startsWith('--')) said.push(`${name}: ${style.getPropertyValue(name)}`);
      look.push(element.tagName + '.' + element.getAttribute('class') + (part ?? '') + said.join('|'));
    }
  }
  return look;
}"""


@pytest.fixture(scope="module")
def linked_and_inlined(
    copy_example: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("styles")
    briefing, linked, inlined = copy_example(folder / "b"), folder / "linked", folder / "inlined"
    assembly = assemble(briefing)
    compose_tree(assembly, briefing / TREE, Cache(briefing))
    render(briefing, assembly, linked)
    shutil.copytree(linked, inlined)
    inline_styles(inlined)
    return linked, inlined


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
    linked_and_inlined: tuple[Path, Path],
    serve_folder: Serve,
    browser: Browser,
    width: int,
    scheme: str,
    paths: tuple[str, ...],
) -> None:
    with (
        serve_folder(linked_and_inlined[0]) as linked,
        serve_folder(linked_and_inlined[1]) as inlined,
        browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=False,  # its own doings are not what is compared
            reduced_motion="reduce",
        ) as context,
    ):
        page = context.new_page()
        for path in paths:
            before, after = (look(page, f"{one}/{path}") for one in (linked, inlined))
            assert first_difference(before, after) is None, path


def test_no_page_of_the_engine_links_a_sheet(built_site: Path) -> None:
    linking = [
        page.relative_to(built_site).as_posix()
        for page in sorted(built_site.rglob("*.html"))
        if '<link rel="stylesheet"' in page.read_text(encoding="utf-8")
    ]
    assert all(path.startswith("charts/") for path in linking), linking


@pytest.mark.parametrize(
    "css",
    ["a { background: url(x.png) }", "a::after { content: '</style><script>' }"],
)
def test_a_sheet_that_cannot_move_stays_linked(tmp_path: Path, css: str) -> None:
    (tmp_path / "own.css").write_text(css, encoding="utf-8")
    (tmp_path / "theme.css").write_text("a { color: red }", encoding="utf-8")
    links = '<link rel="stylesheet" href="theme.css">\n<link rel="stylesheet" href="own.css">'
    page = tmp_path / "index.html"
    page.write_text(f"<head>{links}</head><a>x</a>", encoding="utf-8")
    inline_styles(tmp_path)
    assert page.read_text(encoding="utf-8") == f"<head>{links}</head><a>x</a>"
