"""The parts of one page: figures linked to their proof, charts, tables, timelines, quotations.

In: ids, the site, the page's own links. Out: markup that is safe in Markdown. Every number comes
from the ledger through the wording; none is typed here.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Literal

from markupsafe import Markup

from generator.charts import label_facts, without_space
from generator.model import SECTIONS, Article, DrawnChart, Entry, Located, Picture
from generator.pages.doubts import doubts_of
from generator.pages.escape import encode
from generator.pages.links import Links, plain
from generator.pages.parts.counted import counted, dated, with_markup
from generator.pages.parts.sources import byline, dated_name, inferred_mark, inferred_words
from generator.pages.site import Site
from generator.pages.templating import fill, fill_block, link
from generator.text import plain_decimal
from generator.wording import period_of, unsigned

Form = Literal["signed", "size", "plain"]
"""How a change is printed: with its direction, without it, or as the bare number of a formula."""
_LEDGER = f"{SECTIONS['facts'].folder}/"
_MOST_SOURCES = 20
"""That a chart or a page names one by one."""
MOST_LINKS = 6
"""In a row, before a link leads past them."""
OMITTED = "…"
OMISSIONS = ("[…]", "[...]", "(…)")
_MARK = re.compile(r'<a (?P<said>data-fact="(?P<fact>[a-z0-9-]+)")')
_TEXT = re.compile(r"<text\b(?P<rest>[^>]*>(?P<inside>.*?)</text>)", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class PageParts:
    """The parts of one page of one site."""

    site: Site
    links: Links
    spells_out: bool = False
    """What is inferred: what is shown alone cannot lean on the rest of a page."""
    said: frozenset[str] = frozenset()
    """Figures that the page shows elsewhere: a table that repeats them is folded."""

    def figure(self, fact_id: str, form: Form = "signed") -> Markup:
        """A figure as a link to its sentence, its value readable by machines."""
        entry = self.site.book.entries[fact_id]
        return fill(
            "parts/figure",
            href=self.ledger(fact_id),
            value=machine_value(entry),
            shown=self.amount(entry, form),
            doubt=self.doubt(entry),
        ).strip()

    def doubt(self, entry: Entry) -> str:
        """The doubt that weighs most, by which a figure is marked; empty for what has none."""
        return next(iter(doubts_of(entry, self.site)), "")

    def ledger(self, fact_id: str) -> Markup:
        """The address at which a figure stands with its sentence."""
        return self.links.to(f"{self.site.places.get(fact_id, _LEDGER)}#{fact_id}")

    def named(self, entry: Entry) -> Markup:
        """A figure within a sentence that has no room for links, marked as what it is."""
        fact, shown = plain(entry.fact.id), encode(self.amount(entry))
        return Markup('<span data-fact="{}">{}</span>').format(fact, shown)

    def amount(self, entry: Entry, form: Form = "signed") -> str:
        """The amount of an entry in words of this language; an event's period."""
        if entry.amount is None:
            return period_of(entry, self.site.wording)
        kind = entry.indicator.kind
        change = kind == "change"
        # A loss is a negative flow: the words around it say which way it goes.
        is_size = form == "size" and kind in {"change", "flow"}
        shown = unsigned(entry.amount) if is_size else entry.amount
        # "more than" a negative number would read wrong, also within a formula.
        is_hedged_fall = (shown.value or 0) < 0 and shown.hedge != "exact"
        is_signed = form == "signed" or (form == "plain" and is_hedged_fall)
        return self.site.wording.amount(shown, signed=change and is_signed)

    def byline(self, article: Article) -> str:
        """Who published an article and when, and what of it is inferred, as plain text."""
        return byline(article, self.site.wording)

    def dated_byline(self, article: Article) -> Markup:
        """The same, its date readable by machines; what is inferred is marked on a page."""
        return dated_name(article, self.site.wording) + self.inferred(article)

    def inferred(self, article: Article) -> Markup:
        """What stands behind the name of an article of which we inferred something."""
        if self.spells_out:
            return encode(inferred_words(article, self.site.wording))
        return inferred_mark(article, self.site.wording)

    def source(self, article_id: str) -> Markup:
        """A link to an article's page, with a mark behind it if we inferred something."""
        article = self.site.book.articles[article_id]
        named = dated_name(article, self.site.wording)
        return link(self.links.article(article_id), named) + self.inferred(article)

    def sources(self, articles: Sequence[str]) -> list[Markup]:
        """Links to articles; of very many to the last of them, then to all."""
        named = [self.source(name) for name in articles[-_MOST_SOURCES:]]
        if left := len(articles) - len(named):
            named.append(self.more(left, "sources/"))
        return named

    def more(self, number: int, address: str) -> Markup:
        """How many more there are than are named, as a link to the rest."""
        return link(self.links.to(address), counted(self.site.wording, "list-more", number))

    def period(self, fact_id: str, *, as_moment: bool = False) -> Markup:
        """When a fact is true, as a link to its sentence; `as_moment`: with its preposition."""
        wording, period = self.site.wording, self.site.book.entries[fact_id].period
        words = wording.at(period) if as_moment else wording.period(period)
        return link(self.ledger(fact_id), words)

    def known_as_of(self) -> Markup:
        """The date of the newest article, which leads to what was known on any other."""
        newest = dated(self.site.wording, self.site.newest)
        return link(self.links.to(f"{SECTIONS['known'].folder}/"), newest)

    def as_of(self) -> Markup:
        """The same as a remark of its own."""
        return known_as_of(self.site)

    def chart(self, chart_id: str) -> Markup:
        """A chart: its picture or a place to draw, data table, description, sources."""
        chart = self.site.charts[chart_id]
        return fill_block(
            "parts/chart/chart",
            chart=chart,
            picture=self.picture(chart, has_panels=True),
            spec=self.links.to(f"charts/{chart.id}.json"),
            narrow_spec=self.links.to(f"charts/{chart.id}.narrow.json"),
            own_page=self.links.to(f"charts/{chart.id}/"),
            most_marks=MOST_LINKS,
            fact=self.ledger,
            sources=self.sources(chart.articles),
            as_of=self.as_of(),
            say=self.site.wording.say,
        )

    def picture(self, chart: DrawnChart, *, has_panels: bool = False) -> Markup:
        """The chart as it is there at once, for wide and for narrow pages; empty without one."""
        picture = self.site.pictures.get(chart.id)
        if picture is None:
            return Markup("")
        if has_panels:
            entries = [self.site.book.entries[row.fact] for row in chart.rows if row.fact]
            picture = mark_labels(picture, label_facts(entries, self.site.wording))
        drawn = (_MARK.sub(self._linked, svg) for svg in (picture.wide, picture.narrow))
        wide, narrow = (Markup(svg) for svg in drawn)  # noqa: S704 - publish/ made them of escaped text
        return fill_block("parts/chart/picture", wide=wide, narrow=narrow)

    def _linked(self, mark: re.Match[str]) -> str:
        """The mark of a figure with the address of its proof."""
        return f'<a href="{self.ledger(mark["fact"])}" {mark["said"]}'

    def quotation(self, entry: Entry) -> Markup:
        """The sentences of a figure, its mark set, with translation and source."""
        return Markup("\n").join(self.cited(located) for located in entry.located)

    def note(self, entry: Entry) -> Markup:
        """The first sentence of a figure, to stand beside the text."""
        return self.cited(entry.located[0], of=self.named(entry))

    def cited(
        self,
        located: Located,
        source: Markup | None = None,
        *,
        is_whole: bool = False,
        of: Markup | None = None,
        sentence: Markup | None = None,
    ) -> Markup:
        """One quotation, marked, with translation and source, by default its article.

        It stands within its sentence if `is_whole`, else with a sign where the sentence goes on.
        """
        article = self.site.book.articles[located.quote.article]
        before, marked, after = marked_text(located)
        head, tail = around(located) if is_whole else _signs(located)
        translation = self.site.wording.text(located.quote.translation)
        return fill_block(
            "parts/quotation",
            of=of,
            sentence=sentence,
            head=head,
            before=before,
            marked=marked,
            after=after,
            tail=tail,
            article=plain(article.id),
            lang=article.lang,
            page_lang=self.site.wording.lang,
            translation=translation,
            source=source or self.source(article.id),
            say=self.site.wording.say,
        )


def known_as_of(site: Site) -> Markup:
    """The date of the newest article as a remark of its own."""
    return with_markup(site.wording, "chart-known-as-of", date=dated(site.wording, site.newest))


def around(located: Located) -> tuple[str, str]:
    """What the sentence says before and behind the quotation, with the blanks between."""
    head, tail = visible(located.before), visible(located.after)
    return (
        head + " " * located.before[-1:].isspace() if head else "",
        " " * located.after[:1].isspace() + tail if tail else "",
    )


def _signs(located: Located) -> tuple[str, str]:
    """A sign on the side on which the sentence has more words."""
    before, after = (any(map(str.isalnum, part)) for part in (located.before, located.after))
    return f"{OMITTED} " * before, f" {OMITTED}" * after


def machine_value(entry: Entry) -> str:
    """The value as a plain decimal in base units; a range as low/high; an event's period."""
    amount = entry.amount
    if amount is None:
        return str(entry.period)
    if amount.value is None:
        return "/".join(
            plain_decimal(v) for v in (amount.min_value, amount.max_value) if v is not None
        )
    return plain_decimal(amount.value)


def quote_text(located: Located) -> str:
    """The passage as a reader sees it: the article's own characters, or the marked omission."""
    shortened = any(mark in located.quote.exact for mark in OMISSIONS)
    return visible(located.quote.exact if shortened else located.text)


def visible(text: str) -> str:
    """The visible characters in one line: an article may hold marks that reverse or hide text."""
    seen = (c for c in text if c.isspace() or unicodedata.category(c) not in {"Cc", "Cf"})
    return " ".join("".join(seen).split())


def marked_text(located: Located) -> tuple[str, str, str]:
    """The passage before, within and after the words that state the amount."""
    text = quote_text(located)
    if located.mention is None:
        return text, "", ""
    words = visible(located.mention.text)
    skipped = visible(located.text[: located.mention.start - located.start])
    start = text.find(words, max(0, len(skipped) - 1))
    start = start if start >= 0 else text.find(words)
    if start < 0:
        return text, "", ""
    return text[:start], words, text[start + len(words) :]


def mark_labels(picture: Picture, facts: Mapping[str, str]) -> Picture:
    """Both pictures, each text marked that stands in it once and is about one figure.

    A click on it opens the figure's panel. Screen readers still read one image, and the table below
    it has the links for keyboards.
    """
    return replace(
        picture, wide=_marked(picture.wide, facts), narrow=_marked(picture.narrow, facts)
    )


def _marked(svg: str, facts: Mapping[str, str]) -> str:
    times = Counter(_words(found) for found in _TEXT.finditer(svg))

    def mark(found: re.Match[str]) -> str:
        words = _words(found)
        if words not in facts or times[words] > 1:
            return found[0]
        return f'<text data-fact="{plain(facts[words])}"{found["rest"]}'

    return _TEXT.sub(mark, svg)


def _words(found: re.Match[str]) -> str:
    return without_space(unescape(_TAG.sub("", found["inside"])))
