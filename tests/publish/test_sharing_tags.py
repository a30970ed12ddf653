"""What messengers read of a page: title, words, a picture that exists, each with a whole address."""

import shutil
import struct
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.kept import Cache
from generator.pipeline import assemble
from generator.publish import build_site

ADDRESS = "https://example.org/ferry/"
NEEDED = ("og:type", "og:site_name", "og:title", "og:description", "og:url", "og:image")
OF_IMAGE = ("og:image:type", "og:image:width", "og:image:height", "og:image:alt")
MESSENGER_BYTES = 300_000
"""WhatsApp leaves out a larger picture."""


class Tags(HTMLParser):
    """The tags of a page's head."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        one = dict(attrs)
        if tag == "meta" and (name := one.get("property") or one.get("name")):
            assert name not in self.found, f"{name} stands twice"
            self.found[name] = one.get("content") or ""


def tags_of(page: Path) -> dict[str, str]:
    return Tags(page.read_text(encoding="utf-8")).found


@pytest.fixture(scope="module")
def placed(browser: object, example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built for an address with the machine's browser."""
    copy = Path(shutil.copytree(example, tmp_path_factory.mktemp("placed") / "briefing"))
    build_site(copy, assemble(copy), copy / "site", ADDRESS)
    return copy / "site"


def test_every_page_has_all_that_is_shown_of_it(placed: Path) -> None:
    pages = [page for page in placed.rglob("index.html") if page.parent.name != "assets"]
    withdrawn = 0
    for page in pages:
        tags, folder = tags_of(page), page.parent.relative_to(placed).as_posix()
        folder = "" if folder == "." else f"{folder}/"
        if folder.startswith("f/") and "og:title" not in tags:
            withdrawn += 1
            continue
        assert [name for name in NEEDED if not tags.get(name)] == [], folder
        assert [name for name in OF_IMAGE if not tags.get(name)] == [], folder
        assert tags["twitter:card"] == "summary_large_image"
        moved = "f/passengers-2023-h1/" if folder == "f/passengers-h1/" else folder
        assert tags["og:url"] == f"{ADDRESS}{moved}"
        assert tags["og:image"].startswith(ADDRESS)
        png = (placed / tags["og:image"].removeprefix(ADDRESS)).read_bytes()
        assert struct.unpack(">II", png[16:24]) == (
            int(tags["og:image:width"]), int(tags["og:image:height"]),
        )  # fmt: skip
        assert len(png) < MESSENGER_BYTES
        assert "…" not in tags["og:title"]
    assert len(pages) >= 40
    assert withdrawn <= 1


def test_a_figure_is_shared_by_its_own_words(placed: Path) -> None:
    tags = tags_of(placed / "f/passengers-2024/index.html")
    assert "861,400" in tags["og:title"]
    assert tags["og:description"].startswith("“")
    assert tags["og:image"] == f"{ADDRESS}f/passengers-2024/card.png"


def test_a_page_that_has_no_picture_names_none(built_plain: Path) -> None:
    for page in built_plain.rglob("index.html"):
        tags = tags_of(page)
        assert not [name for name in tags if name.startswith("og:image")]
        assert tags.get("twitter:card", "summary") == "summary"


@pytest.fixture(scope="module")
def built_plain(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built for an address where there is no browser."""
    folder = tmp_path_factory.mktemp("plain")
    copy = Path(shutil.copytree(example, folder / "briefing"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BROWSER_PATH", "/nonexistent")
        build_site(copy, assemble(copy), copy / "site", ADDRESS, cache=Cache(folder, folder))
    return copy / "site"
