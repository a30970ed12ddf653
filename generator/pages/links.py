"""Addresses within the site, relative to the page that they stand on.

In: paths below the site's root. Out: relative URLs, so that the site works under any prefix.
Knows nothing of disk or host.
"""

import re
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Period
from generator.pages.escape import encode

_PLAIN = re.compile(r"[A-Za-z0-9./#-]*")


def plain(text: str) -> Markup:
    """An id or address as it is when it holds only letters, digits and . / # -, else encoded.

    So that people can read the composed Markdown; ids and our own addresses are of that form.
    """
    return Markup(text) if _PLAIN.fullmatch(text) else encode(text)  # noqa: S704 - checked above


def known_folder(date: Period) -> str:
    """Where the page of what was known on a date stands, below the site's root."""
    name = date.edtf.replace("..", "open").replace("/", "--")
    return "known/" + name.replace("~", "-about").replace("?", "-uncertain")


def page_address(path: str) -> str:
    """Where the page of a Markdown file stands, below the site's root."""
    stem = path.removesuffix(".md")
    folder = stem.removesuffix("index") if stem.rpartition("/")[2] == "index" else f"{stem}/"
    return folder.lstrip("/")


def page_table(path: str) -> str:
    """Where the figures of a hand-written page stand as CSV, below the site's root."""
    return f"data/pages/{path.removesuffix('.md')}.csv"


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses that one page uses."""

    page: str
    """The page's Markdown path, as `sources/index.md`."""

    @property
    def depth(self) -> int:
        """How many folders below the root the built page stands."""
        parts = self.page.removesuffix(".md").split("/")
        return len(parts) - 1 if parts[-1] == "index" else len(parts)

    def to(self, target: str) -> Markup:
        """The relative URL of a path below the site's root; the root itself is ''."""
        return plain("../" * self.depth + target or "./")

    def article(self, article_id: str, fact_id: str | None = None) -> Markup:
        """An article's page, or the sentence of a fact on it."""
        return self.to(f"sources/{article_id}/" + (f"#{fact_id}" if fact_id else ""))
