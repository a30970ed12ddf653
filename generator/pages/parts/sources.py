"""How an article is named as a source, and how near it stands to what it reports.

In: articles, a wording. Out: names, bylines, statements. An article has one name everywhere; that
no publisher is known is said on its own page and in the panels. A small mark stands behind a name
of which we inferred something, outside its link, and the page explains it once. Nothing here knows
an article by its name: all of it comes from its record.
"""

from collections.abc import Mapping

from markupsafe import Markup

from generator.model import Article
from generator.pages.parts.counted import dated, with_markup
from generator.pages.templating import fill, fill_block
from generator.wording import LanguageWording

_SECOND_HAND = frozenset({"press-article", "press-release"})
"""Kinds that tell of what a filing would state."""
_LEGENDS = {'<span class="inferred"': "inferred-legend", '" data-doubt="': "doubt-legend"}
"""By a mark, as its template writes it, what explains it; hand-written pages hold no HTML."""


def short_name(article: Article, wording: LanguageWording) -> str:
    """How every page, panel, download and citation names it: by publisher, or language and kind."""
    if article.producer_basis != "unknown":
        return article.producer
    noun = wording.say(f"source-noun-{article.kind}")
    return wording.say("source-short", language=wording.language(article.lang), noun=noun)


def byline(article: Article, wording: LanguageWording) -> str:
    """As plain text: who published an article and when, and what of it is inferred."""
    named = wording.say(
        "byline",
        producer=short_name(article, wording),
        date=wording.period(article.date_published),
    )
    return named + inferred_words(article, wording)


def dated_name(article: Article, wording: LanguageWording) -> Markup:
    """Who published an article and when, its date readable by machines."""
    date = dated(wording, article.date_published)
    return with_markup(wording, "byline", producer=short_name(article, wording), date=date)


def inferred_mark(article: Article, wording: LanguageWording) -> Markup:
    """A small mark, to stand behind the name, that says what of it is inferred; else empty."""
    what = _inferred(article)
    return fill("parts/inferred", label=wording.say(what)).strip() if what else Markup("")


def inferred_words(article: Article, wording: LanguageWording) -> str:
    """The same in words, for what is shown alone and has nothing that explains a mark."""
    what = _inferred(article)
    return wording.say("inferred-words", inferred=wording.say(what)) if what else ""


def mark_legend(text: str, wording: LanguageWording, explained: str = "") -> Markup:
    """What the marks of a text mean, of sources and figures, but those of one explained before."""
    said = [
        fill_block("parts/legend", said=wording.say(key))
        for sign, key in _LEGENDS.items()
        if sign in text and sign not in explained
    ]
    return Markup("\n").join(said)


def publisher(article: Article, wording: LanguageWording) -> str:
    """Who published it, as a statement of its own."""
    if article.producer_basis == "unknown":
        return wording.say("publisher-unknown")
    if article.producer_basis == "inferred":
        return wording.say("producer-inferred", producer=article.producer)
    return article.producer


def source_kind(article: Article, articles: Mapping[str, Article], wording: LanguageWording) -> str:
    """The kind of the text, and that no filing was seen behind what it tells of a company."""
    kind = wording.say(f"source-kind-{article.kind}")
    has_filing = any(one.kind == "company-filing" for one in articles.values())
    if article.kind not in _SECOND_HAND or has_filing:
        return kind
    return wording.say("provenance-no-filing", kind=kind)


def all_second_hand(articles: Mapping[str, Article]) -> bool:
    """No article is more than a report of what a filing would state."""
    return bool(articles) and all(one.kind in _SECOND_HAND for one in articles.values())


def provenance(article: Article, articles: Mapping[str, Article], wording: LanguageWording) -> str:
    """In one statement: what kind of text it is, and what of its origin is not known."""
    said = [source_kind(article, articles, wording)]
    if article.producer_basis == "unknown":
        said.append(wording.say("provenance-no-publisher"))
    if not article.url_main:
        said.append(wording.say("provenance-no-address"))
    return wording.say("provenance-join").join(said)


def _inferred(article: Article) -> str:
    """The key of what we inferred of who published it and when; empty for nothing."""
    what = (article.producer_basis == "inferred", article.date_basis == "inferred")
    return {
        (True, True): "inferred-producer-and-date",
        (True, False): "inferred-producer",
        (False, True): "inferred-date",
    }.get(what, "")
