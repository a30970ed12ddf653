"""What every page is composed from, and what a composed page is."""

import re
from collections.abc import Collection, Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from markupsafe import Markup

from generator.ledger import contradictions
from generator.model import Book, DrawnChart, GeneratedSection, Period, Picture, Seeds
from generator.pages.escape import encode, front_matter
from generator.pages.ledger_places import ledger_places
from generator.wording import LanguageWording

UNSEEN = "\u2063"
"""Begins a hidden paragraph of words to search for; twice, one of words by which readers mean the
page. No seed and no page of an editor holds the character: reading refuses what hides."""
CONTENTS = '<div class="contents"></div>'
"""Filled by the theme, which knows the sections of a page."""
_SECTION, _FEW = re.compile(r"^## ", re.MULTILINE), 3
"""A page of few sections needs no contents."""
_NO_ARTICLE = Period.parse("2000-01-01")


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """The proven briefing, in one language."""

    seeds: Seeds
    book: Book
    charts: Mapping[str, DrawnChart]
    wording: LanguageWording
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """By chart; a chart without one is drawn by Plotly when it comes into view."""
    has_pdf: bool = False
    """Whether the whole briefing is made as one document, too."""
    address: str = ""
    """Where the site is published, with a slash at its end; empty if that is unknown."""
    repository: str = ""
    """Of its forge, where readers report an error; empty where there is none."""
    cards: Collection[str] = ()
    """Paths of the pictures that others show of our pages."""
    kept: MutableMapping[str, Any] = field(default_factory=dict)
    """Parts of pages by what they come from, which may be of an earlier run."""
    places: Mapping[str, str] = field(init=False)
    """By figure the address of the page that it stands on, as `ledger_places` says it."""
    newest: Period = field(init=False)
    """The publication date of the newest article."""
    contested: frozenset[str] = field(init=False)
    """Figures against which another article stands, with nothing that decides between them."""

    def __post_init__(self) -> None:
        """What all pages ask for, found once."""
        object.__setattr__(self, "places", ledger_places(self.book))
        published = (one.date_published for one in self.book.articles.values())
        newest = max(published, key=lambda when: when.sort_key, default=_NO_ARTICLE)
        object.__setattr__(self, "newest", newest)
        undecided = (one.entries for one in contradictions(self.book) if one.preferred is None)
        contested = frozenset(entry.fact.id for pair in undecided for entry in pair)
        object.__setattr__(self, "contested", contested)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a value."""

    path: str
    """Below the tree's root, with forward slashes."""
    text: str
    """Markdown with its front matter, or a whole HTML file."""


def titled_page(
    path: str, title: str, description: str, blocks: Iterable[str], *, is_searched: bool = True
) -> Page:
    """A page of Markdown: its front matter and title, then its blocks."""
    fields = front_matter(title=title, description=description)
    if not is_searched:
        fields = fields.removesuffix("---\n") + "search: {exclude: true}\n---\n"
    text = "\n\n".join(blocks)
    if has_sections(text):
        lead, _, rest = text.partition("\n\n")
        text = f"{lead}\n\n{CONTENTS}\n\n{rest}"
    return Page(path, f"{fields}\n\n# {encode(title)}\n\n{text}\n")


def has_sections(text: str) -> bool:
    """The page is so long that it needs contents."""
    return len(_SECTION.findall(text)) > _FEW


def index_page(section: GeneratedSection, site: Site, blocks: Iterable[str]) -> Page:
    """The first page of a generated section, with the title that its row names."""
    say, words = site.wording.say, section.title
    return titled_page(section.path, say(f"{words}-title"), say(f"{words}-description"), blocks)


def heading(key: str, site: Site) -> str:
    """A heading within a page, by the key of its words."""
    return f"## {encode(site.wording.say(key))}"


def asked_for(key: str, site: Site) -> Markup:
    """Words by which the search leads to a page, unseen: it stands before the first heading."""
    words = site.wording.say(key)
    return Markup('<p class="asked-for" hidden>{}{}</p>').format(UNSEEN * 2, encode(words))


def last_day(period: Period) -> date | None:
    """The last day of a period; the first day of one without an end."""
    return period.end or period.start


def newest_day(site: Site) -> date:
    """The day of the newest article: the site's own."""
    days = (last_day(one.date_published) for one in site.book.articles.values())
    return max((day for day in days if day), default=date(2000, 1, 1))
