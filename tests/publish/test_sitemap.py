"""Search engines and previews are told true dates and whole addresses, or nothing."""

import re
import shutil
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.pipeline import assemble
from generator.publish import build_site, tree_files
from generator.publish.address import site_address
from generator.publish.tree import robots
from generator.reading import UsageError

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ADDRESS = "https://example.org/briefing/"
HOSTILE = "</title><script>alert()</script> & more"


class Head(HTMLParser):
    """What a page's head holds."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.scripts: list[str] = []
        self.title = ""
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        is_data = tag == "script" and found.get("type") == "application/ld+json"
        self._inside = tag if tag == "title" or is_data else ""
        if tag == "meta":
            self.meta[found.get("property") or found.get("name") or ""] = found.get("content", "")
        if tag == "link":
            self.links[found.get("type") or found["rel"]] = found["href"]

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.title = self.title or data  # pictures of charts have titles too
        elif self._inside:
            self.scripts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""


@pytest.fixture(scope="module")
def small(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small briefing, built with an address; its title and its site's name are hostile."""
    copy = Path(shutil.copytree(root / "tests/golden/small", tmp_path_factory.mktemp("s") / "s"))
    page = copy / "docs/index.md"
    text = page.read_text(encoding="utf-8")
    text = re.sub("(?m)^title: .*$", "title: Wheels & 'more'; &lt;b&gt;", text, count=1)
    page.write_text(text, encoding="utf-8")
    articles = copy / "seeds/articles.yaml"
    text = articles.read_text(encoding="utf-8")
    articles.write_text(text.replace("Nordwerk <grows> & plans", HOSTILE), encoding="utf-8")
    settings = copy / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("Nordwerk & wheels", "Nordwerk <b> & wheels"), "utf-8")
    assembly = assemble(copy)
    assert [str(p.message) for p in assembly.findings] == []
    build_site(copy, assembly, copy / "site", ADDRESS)
    build_site(copy, assembly, copy / "elsewhere", "")
    return copy


def dates(content: bytes) -> dict[str, str | None]:
    urls = ET.fromstring(content).iter(f"{SITEMAP}url")
    return {one.findtext(f"{SITEMAP}loc") or "": one.findtext(f"{SITEMAP}lastmod") for one in urls}


def test_a_page_is_dated_by_the_newest_article_behind_it(copied_briefing: Path) -> None:
    (copied_briefing / "mkdocs.yml").unlink()  # its menu names no new page
    for name, fact in (("first", "passengers-2023-h1"), ("money", "revenue-2022")):
        text = f'---\ntitle: A page\ndescription: One.\n---\n\n{{{{ figure("{fact}") }}}}\n'
        (copied_briefing / f"docs/{name}.md").write_text(text, encoding="utf-8")
    found = dates(tree_files(assemble(copied_briefing), address=ADDRESS)["sitemap.xml"])
    assert found[f"{ADDRESS}first/"] == "2023-09-12"
    assert found[f"{ADDRESS}money/"] == "2024-07-18"
    assert found[ADDRESS] == found[f"{ADDRESS}facts/"] == "2025-01-21"
    assert found[f"{ADDRESS}sources/laagwerf-2024-03-05/"] == "2024-03-05"
    assert found[f"{ADDRESS}known/2024-07-18/"] == "2024-07-18"
    assert not [one for one in found if "/f/" in one]


def test_a_page_without_figures_has_no_date(root: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(root / "tests/golden/small", tmp_path / "small"))
    text = "---\ntitle: About\ndescription: Who we are.\n---\n\nWords alone.\n"
    (copy / "docs/about.md").write_text(text, encoding="utf-8")
    assert (
        dates(tree_files(assemble(copy), address=ADDRESS)["sitemap.xml"])[f"{ADDRESS}about/"]
        is None
    )


@pytest.mark.parametrize("call", ["latest_changes()", "open_questions()", "proof()"])
def test_what_tells_of_the_whole_ledger_is_as_new_as_that(
    root: Path, tmp_path: Path, call: str
) -> None:
    copy = Path(shutil.copytree(root / "tests/golden/small", tmp_path / "small"))
    text = f"---\ntitle: About\ndescription: Who we are.\n---\n\n{{{{ {call} }}}}\n"
    (copy / "docs/about.md").write_text(text, encoding="utf-8")
    found = dates(tree_files(assemble(copy), address=ADDRESS)["sitemap.xml"])
    assert found[f"{ADDRESS}about/"] == "2024-03-04"


@pytest.mark.command
def test_every_listed_page_is_there(small: Path) -> None:
    found = dates((small / "site/sitemap.xml").read_bytes())
    pages = {one.removeprefix(ADDRESS) + "index.html" for one in found}
    assert all((small / "site" / page).is_file() for page in pages)
    listed = {
        f.relative_to(small / "site").as_posix() for f in (small / "site").rglob("index.html")
    }
    assert {page for page in listed - pages if not page.startswith(("f/", "charts/"))} == set()


@pytest.mark.command
def test_without_an_address_pages_are_listed_from_the_sites_root(small: Path) -> None:
    placed, nowhere = (
        dates((small / site / "sitemap.xml").read_bytes()) for site in ("site", "elsewhere")
    )
    assert nowhere == {one.removeprefix(ADDRESS): day for one, day in placed.items()}
    assert not list((small / "elsewhere").glob("robots.txt"))
    for site in ("site", "elsewhere"):
        assert not list((small / site).glob("sitemap.xml.gz"))


def test_robots_are_told_at_a_hosts_root_alone() -> None:
    assert robots(ADDRESS) is None
    assert robots("https://example.org/") == (
        b"User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n"
    )


@pytest.mark.command
@pytest.mark.parametrize("page", ["index.html", "facts/index.html", "404.html"])
def test_every_head_leads_to_the_feeds(small: Path, page: str) -> None:
    for site, prefix in (("site", "/briefing/"), ("elsewhere", "/")):
        head = Head((small / site / page).read_text(encoding="utf-8"))
        base = prefix if page == "404.html" else "../" * page.count("/")
        assert head.links["application/atom+xml"] == f"{base}feed.xml"
        assert head.links["application/feed+json"] == f"{base}feed.json"
        assert head.meta["og:site_name"] == "Nordwerk <b> & wheels"
        assert head.meta["og:type"] == ("article" if "/" in page else "website")


@pytest.mark.command
def test_a_head_names_its_page_with_a_whole_address_or_not_at_all(small: Path) -> None:
    placed, nowhere = (
        Head((small / site / "facts/index.html").read_text(encoding="utf-8"))
        for site in ("site", "elsewhere")
    )
    assert placed.meta["og:url"] == placed.links["canonical"] == f"{ADDRESS}facts/"
    assert "og:url" not in nowhere.meta
    assert "canonical" not in nowhere.links
    image = placed.meta.get("og:image")
    assert image is None or (small / "site" / image.removeprefix(ADDRESS)).is_file()
    named = nowhere.meta.get("og:image")
    own = "facts/card.png"
    assert (image, named) in {(None, None), (f"{ADDRESS}{own}", own.removeprefix("facts/"))}
    assert placed.meta["twitter:card"] == ("summary_large_image" if image else "summary")


@pytest.mark.command
def test_hostile_titles_are_text_in_the_head(small: Path) -> None:
    article = (small / "site/sources/nordwerk-2023-08-21/index.html").read_text(encoding="utf-8")
    assert Head(article).meta["og:title"] == HOSTILE
    assert Head(article).title == f"{HOSTILE} - Nordwerk <b> & wheels"
    head = Head((small / "site/index.html").read_text(encoding="utf-8"))
    assert head.title == head.meta["og:title"] == "Wheels & 'more'; &lt;b&gt;"
    (data,) = head.scripts
    assert data.strip().startswith('{"@context":"https://schema.org/","@type":"Dataset"')
    other = Head((small / "site/facts/index.html").read_text(encoding="utf-8"))
    assert other.title == "All figures - Nordwerk <b> & wheels"


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/a", "https://example.org/a/"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
        ("", ""),
    ],
)
def test_an_address_ends_with_a_slash(tmp_path: Path, said: str, address: str) -> None:
    assert site_address(tmp_path, said) == address


@pytest.mark.parametrize(
    "said",
    [
        "example.org", "//example.org/", "ftp://example.org/", "https://", "https://a/?q", "/a/",
        "https://a/#b", "https://u:p@a/", 'https://a/"><script>', "https://a b/", "https://a:b/",
        "javascript:alert(1)", "https://[a/", "https://..", "https://a..b/", "https://-/",
        "https://a/../b", "https://a/%zz", "https://a:/",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(tmp_path: Path, said: str) -> None:
    with pytest.raises(UsageError, match="no address of a site"):
        site_address(tmp_path, said)


def test_mkdocs_yml_is_the_place_and_the_command_line_says_otherwise(tmp_path: Path) -> None:
    assert site_address(tmp_path) == ""
    (tmp_path / "mkdocs.yml").write_text("site_url: https://example.org/a\n", encoding="utf-8")
    assert site_address(tmp_path) == "https://example.org/a/"
    assert site_address(tmp_path, "https://example.org/b") == "https://example.org/b/"
    assert site_address(tmp_path, "") == ""
    (tmp_path / "mkdocs.yml").write_text("site_url: [1]\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"mkdocs\.yml: site_url"):
        site_address(tmp_path)
