"""The plain tree of Markdown and assets that any engine can build, with what machines read of it.

In: a faultless assembly. Out: files by path, and those files on disk: written only where they
changed, stale ones removed. Page metadata goes through the front matter: Markdown rewrites the text
of a script. Knows no engine.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

from generator.atomic import replace_file
from generator.exports import citation_files, data_files, dataset_jsonld, export_files, panel_files
from generator.kept import Cache, digest
from generator.model import ASSETS, CARD_SIZE, Section
from generator.pages import (
    CARD,
    Page,
    PageTraits,
    Site,
    compose_cards,
    compose_citations,
    compose_documents,
    compose_generated,
    compose_panels,
    credit_of,
    decode_harmless,
    known_as_of,
    newest_day,
    outlined,
    page_address,
    page_traits,
)
from generator.pipeline import Assembly, charts_of, default_language, default_site
from generator.publish.pictures.cards import make_cards
from generator.publish.pictures.chart_pictures import Pictures, make_pictures
from generator.publish.pictures.framed import framed
from generator.publish.styles.assets import load_asset
from generator.publish.walk import walk

_HOME = "index.md"
_DATASET = {_HOME: "", "data/index.md": "../"}
"""Pages that describe the data, and how each leads to the site's root."""
_PNG_SCALE = 2
_CLOSING = "\n---\n"


def pictures_of(assembly: Assembly, cache: Cache) -> Pictures:
    """The pictures of a faultless assembly's charts, from the cache or from a browser."""
    lang = default_language(assembly)
    return make_pictures(charts_of(assembly, lang).values(), cache)


def with_cards(pictures: Pictures, assembly: Assembly, cache: Cache, address: str = "") -> Pictures:
    """The pictures, also as files to be taken away, and those that others show of pages."""
    site = default_site(assembly, pictures.pictures, address)
    charts = {
        name: framed(picture.wide, site.charts[name], credit_of(site.charts[name], site))
        for name, picture in pictures.pictures.items()
    }
    sections = {
        f"charts/{name}.png": Section(
            f'<section class="taken">{one.svg}</section>', one.width, one.height, _PNG_SCALE
        )
        for name, one in charts.items()
    }
    cards = compose_cards(site)
    sections |= {path: Section(decode_harmless(card)) for path, card in cards.items()}
    return replace(
        pictures,
        alone={name: one.svg for name, one in charts.items()},
        cards=make_cards(sections, cache, has_browser=not pictures.without),
    )


def tree_files(
    assembly: Assembly,
    pictures: Pictures | None = None,
    address: str = "",
    *,
    has_pdf: bool = False,
    before: Path | None = None,
) -> dict[str, bytes]:
    """Every file of the tree by its path: pages, downloads, assets of ours and of docs/.

    `before` is a folder in which files of an earlier run may lie; what came of the same is taken
    over from there.
    """
    pictures = pictures or Pictures()
    cards = frozenset(pictures.cards.pngs)
    site = default_site(assembly, pictures.pictures, address, cards=cards, has_pdf=has_pdf)
    pages = (_with_metadata(one, site) for one in compose_documents(site))
    tree = {page.path: page.text.encode() for page in pages}
    tree |= _recalled(outlined(site), assembly, pictures, before)
    tree |= pictures.files()
    tree |= _at_former_ids(tree, assembly)
    tree |= assembly.seeds.assets
    return tree | {f"assets/{name}": load_asset(name) for name in ASSETS}


def _at_former_ids(tree: Mapping[str, bytes], assembly: Assembly) -> dict[str, bytes]:
    """The downloads of charts at the ids that these had before."""
    return {
        path.replace(f"charts/{chart.id}.", f"charts/{old}.", 1): content
        for chart in assembly.seeds.charts.values()
        for old in chart.formerly
        for path, content in tree.items()
        if path.startswith(f"charts/{chart.id}.")
    }


def _recalled(
    site: Site, assembly: Assembly, pictures: Pictures, before: Path | None
) -> dict[str, bytes]:
    """What `_made` makes; what is the same as before is read instead, if nobody changed it."""
    seeds, kept = site.seeds, assembly.cache.of("composed")
    drawn = [*sorted(pictures.pictures.items()), *sorted(site.cards), site.charts]
    key = digest(
        seeds.contents, seeds.documents, site.address, site.repository, site.has_pdf, drawn
    )
    for other in {*kept} - {key}:
        del kept[other]  # the tree holds one site
    known: Mapping[str, str] | None = kept.get(key) if before and seeds.contents else None
    if before and known and (found := _unchanged(before, known)):
        return found
    made = _made(site)
    if before and seeds.contents:
        kept[key] = {path: _hash(content) for path, content in made.items()}
    return made


def _unchanged(folder: Path, hashes: Mapping[str, str]) -> dict[str, bytes] | None:
    """The files with these hashes; None where one is not as it was."""
    found = {}
    for path, said in hashes.items():
        file = folder / path
        if file.is_symlink() or not file.is_file():
            return None
        content = found[path] = file.read_bytes()
        if _hash(content) != said:
            return None
    return found


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _made(site: Site) -> dict[str, bytes]:
    """What the ledger makes: pages with their metadata, what lists all pages, downloads."""
    composed, traits = compose_generated(site), page_traits(site)
    described = [_with_metadata(page, site) for page in composed]
    tree = {page.path: page.text.encode() for page in described}
    paths = [*(one.path for one in site.seeds.documents), *tree]
    tree["sitemap.xml"] = _sitemap(paths, traits, site.address, newest_day(site))
    if site.address and (rules := robots(site.address)):
        tree["robots.txt"] = rules
    tree |= export_files(site)
    tree |= panel_files(compose_panels(site))
    return tree | citation_files(compose_citations(site))


def package_files(assembly: Assembly, address: str = "") -> dict[str, bytes]:
    """The data package of a faultless assembly alone, by name."""
    return data_files(default_site(assembly, address=address))


def page_file(page: Page, site: Site) -> bytes:
    """A composed page as a file of the tree."""
    return _with_metadata(page, site).text.encode()


def _with_metadata(page: Page, site: Site) -> Page:
    """The page with `as_of`, `dataset` and `image` in its front matter.

    What is no Markdown stays as it is. A page without a picture of its own, as one of many parts,
    has that of its section.
    """
    if not page.path.endswith(".md"):
        is_whole = page.path.endswith(".html")
        return Page(page.path, decode_harmless(page.text)) if is_whole else page
    fields: dict[str, object] = {"as_of": str(known_as_of(site))}
    if page.path in _DATASET:
        fields["dataset"] = dataset_jsonld(site, _DATASET[page.path])
    folder = page_address(page.path)
    own = (f"{folder}{CARD}", f"{folder.partition('/')[0]}/{CARD}")
    if image := next((one for one in own if one in site.cards), None):
        fields |= {"image": image, "image_width": CARD_SIZE[0], "image_height": CARD_SIZE[1]}
    # A JSON string of ASCII is a YAML string.
    lines = "".join(f"\n{name}: {json.dumps(value)}" for name, value in fields.items())
    return Page(page.path, page.text.replace(_CLOSING, lines + _CLOSING, 1))


def _sitemap(
    paths: Iterable[str], traits: Mapping[str, PageTraits], address: str, newest: date
) -> bytes:
    """The pages by address; without an address, locations begin at the site's root.

    A page's date is that of the newest article behind what it shows; one that shows no figure has
    none, one without traits shows the whole ledger. Permanent addresses and pages made to be
    embedded are left out: what they lead to is listed.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for path in sorted(path for path in paths if path.endswith(".md")):
        day = traits[path].updated if path in traits else newest
        # What an address may not hold is escaped for it first, for XML after that.
        location = escape(address + quote(page_address(path)))
        updated = f"<lastmod>{day}</lastmod>" if day else ""
        lines.append(f"  <url><loc>{location}</loc>{updated}</url>")
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode()


def robots(address: str) -> bytes | None:
    """Where the sitemap is; None below a host's root, where no robot looks for it."""
    if urlsplit(address).path != "/":
        return None
    return f"User-agent: *\nAllow: /\n\nSitemap: {escape(address)}sitemap.xml\n".encode()


def write_tree(tree: Mapping[str, bytes], folder: Path) -> list[str]:
    """Makes `folder` hold exactly `tree`, and says which of its files were written.

    Files whose bytes did not change are not touched.
    """
    files, folders = walk(folder)
    for file in files:
        # A link is never followed: what it leads to is not ours to write or remove.
        if file.is_symlink() or file.relative_to(folder).as_posix() not in tree:
            file.unlink()
    for one in reversed(folders):
        if not any(one.iterdir()):
            one.rmdir()
    changed = []
    for path, content in tree.items():
        file = folder / path
        if file.is_file() and file.read_bytes() == content:
            continue
        replace_file(file, content)
        changed.append(path)
    return changed
