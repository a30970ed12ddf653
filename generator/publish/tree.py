"""The plain tree of Markdown and assets that any engine can build.

In: a faultless assembly. Out: files by path, and those files on disk: written only where they
changed, stale ones removed. Knows no engine.
"""

from collections.abc import Mapping
from pathlib import Path

from generator.exports import citation_files, data_files, export_files, panel_files
from generator.model import ASSETS
from generator.pages import (
    Page,
    Site,
    compose_citations,
    compose_pages,
    compose_panels,
    newest_day,
    page_traits,
)
from generator.pipeline import Assembly, charts_of, default_language, default_site
from generator.publish.pictures.chart_pictures import Pictures, make_pictures
from generator.publish.sitemap import robots, sitemap
from generator.publish.styles.assets import load_asset
from generator.publish.styles.page_metadata import with_metadata


def pictures_of(assembly: Assembly, cache: Path) -> Pictures:
    """The pictures of a faultless assembly's charts, from the cache or from a browser."""
    lang = default_language(assembly)
    return make_pictures(charts_of(assembly, lang).values(), cache)


def tree_files(
    assembly: Assembly,
    pictures: Pictures | None = None,
    address: str = "",
    *,
    has_pdf: bool = False,
) -> dict[str, bytes]:
    """Every file of the tree by its path: pages, downloads, assets of ours and of docs/."""
    pictures = pictures or Pictures()
    site = default_site(assembly, pictures.pictures, address, has_pdf=has_pdf)
    tree = _pages(site, pictures)
    tree |= export_files(site)
    tree |= panel_files(compose_panels(site))
    tree |= citation_files(compose_citations(site))
    tree |= pictures.files()
    tree |= assembly.seeds.assets
    return tree | {f"assets/{name}": load_asset(name) for name in ASSETS}


def package_files(assembly: Assembly, address: str = "") -> dict[str, bytes]:
    """The data package of a faultless assembly alone, by name."""
    return data_files(default_site(assembly, address=address))


def _pages(site: Site, pictures: Pictures) -> dict[str, bytes]:
    """The pages with their metadata, and what lists them where the site's address is known."""
    composed, traits = compose_pages(site), page_traits(site)
    described: list[Page] = [with_metadata(page, site, traits, pictures.pngs) for page in composed]
    tree = {page.path: page.text.encode() for page in described}
    tree["sitemap.xml"] = sitemap(described, traits, site.address, newest_day(site))
    if site.address and (rules := robots(site.address)):
        tree["robots.txt"] = rules
    return tree


def write_tree(tree: Mapping[str, bytes], folder: Path) -> None:
    """Makes `folder` hold exactly `tree`; files whose bytes did not change are not touched."""
    for file in sorted(folder.rglob("*"), reverse=True):
        # A link is never followed: what it leads to is not ours to write or remove.
        if file.is_symlink() or not file.is_dir():
            if file.is_symlink() or file.relative_to(folder).as_posix() not in tree:
                file.unlink()
        elif not any(file.iterdir()):
            file.rmdir()
    for path, content in tree.items():
        file = folder / path
        if file.is_file() and file.read_bytes() == content:
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
