"""What search engines read of a site: `sitemap.xml`, and `robots.txt` where it has an address.

In: pages, their traits, the address. Out: bytes. A page's date is that of the newest article behind
what it shows; one that shows no figure has none. Permanent addresses and pages made to be embedded
are left out: what they lead to is listed.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

from generator.pages import Page, PageTraits, page_address


def sitemap(
    pages: Iterable[Page], traits: Mapping[str, PageTraits], address: str, newest: date
) -> bytes:
    """The pages by address.

    Args:
        pages: all of the tree.
        traits: of those that do not show the whole ledger.
        address: the site's own; when none is given, locations begin at the site's root.
        newest: the date of pages that show the whole ledger.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for path in sorted(page.path for page in pages if page.path.endswith(".md")):
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
