"""Every address within the site leads somewhere: pages, anchors, files, permalinks, cards, feeds."""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import pytest

HOME = "https://site.invalid/under/a/prefix/"
ADDRESSES = ("href", "src", "data-chart", "data-narrow", "poster", "action")
MADE_BY_SCRIPT = frozenset({"__search", "__drawer", "__toc"})


class Page(NamedTuple):
    """What a page leads to, and what can be led to on it."""

    addresses: tuple[str, ...]
    anchors: frozenset[str]


class Reader(HTMLParser):
    """Collects addresses and anchors."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.addresses += [said[name] for name in ADDRESSES if said.get(name)]
        self.addresses += [
            part.split()[0] for part in said.get("srcset", "").split(",") if part.strip()
        ]
        self.anchors |= {said[name] for name in ("id", "name") if said.get(name)}
        if tag == "meta" and said.get("http-equiv", "").lower() == "refresh":
            self.addresses.append(said["content"].partition("url=")[2])
        if tag == "meta" and said.get("property") in {"og:image", "og:url"}:
            self.addresses.append(said["content"])


def read(html: str) -> Page:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return Page(tuple(reader.addresses), frozenset(reader.anchors))


@pytest.fixture(scope="module")
def site(built_site: Path) -> dict[str, Page | None]:
    """Every file of the built site by its path; pages read, other files None."""
    files = sorted(path for path in built_site.rglob("*") if path.is_file())
    return {
        file.relative_to(built_site).as_posix(): (
            read(file.read_text(encoding="utf-8")) if file.suffix == ".html" else None
        )
        for file in files
    }


def broken(site: Mapping[str, Page | None]) -> Iterator[str]:
    """Addresses of the site's own that lead to no file, or to no place on it."""
    for path, page in site.items():
        for address in page.addresses if page else ():
            # The page for lost addresses is shown at any of them: what it names starts at the root.
            whole = urljoin(HOME + ("" if path == "404.html" else path), address.removeprefix("/")
                            if path == "404.html" else address)  # fmt: skip
            if not whole.startswith(HOME):
                if urlsplit(whole).netloc == urlsplit(HOME).netloc:
                    yield f"{path}: {address} leads out of the site"
                continue
            target = unquote(urlsplit(whole).path).removeprefix(urlsplit(HOME).path)
            target = f"{target}index.html" if not target or target.endswith("/") else target
            anchor = unquote(urlsplit(whole).fragment)
            if target not in site:
                yield f"{path}: {address} leads to no file"
            elif anchor and anchor not in MADE_BY_SCRIPT and anchor not in anchors(site[target]):
                yield f"{path}: {address} leads to no place on {target}"


def anchors(page: Page | None) -> frozenset[str]:
    return page.anchors if page else frozenset()


def test_every_address_of_the_site_leads_somewhere(site: dict[str, Page | None]) -> None:
    assert sum(len(page.addresses) for page in site.values() if page) > 1000
    assert list(broken(site)) == []


def test_every_permalink_lands_on_its_figure(site: dict[str, Page | None]) -> None:
    permalinks = [path for path in site if path.startswith("f/") and path.endswith(".html")]
    assert permalinks
    for path in permalinks:
        page = site[path]
        assert page is not None
        assert [a for a in page.addresses if re.search("facts/([0-9-]+/)?#", a)], path


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("b/", "a/index.html: b/ leads to no file"),
        ("../c.svg", "a/index.html: ../c.svg leads to no file"),
        ("#there", "a/index.html: #there leads to no place on a/index.html"),
        ("../../x/", "a/index.html: ../../x/ leads out of the site"),
    ],
)
def test_an_address_that_leads_nowhere_is_found(address: str, fault: str) -> None:
    html = f'<a href="../">home</a><a href="{address}">x</a><p id="here"></p>'
    assert list(broken({"index.html": read(""), "a/index.html": read(html)})) == [fault]
