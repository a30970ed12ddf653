"""How an article is named as a source, and how near it stands to what it reports.

In: articles, a wording. Out: names, bylines, statements. A page names a text without publisher once
in full and then shortly; a small mark stands at what we inferred, and the page explains it once.
Nothing here knows an article by its name: all of it comes from its record.
"""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from generator.model import Article
from generator.pages.escape import encode
from generator.pages.parts.counted import dated, with_markup
from generator.pages.templating import fill, fill_block
from generator.wording import LanguageWording

_SECOND_HAND = frozenset({"press-article", "press-release"})
"""Kinds that tell of what a filing would state."""
_MARK = '<span class="inferred"'
"""As the template `parts/inferred` begins it; hand-written pages hold no HTML."""


def full_name(article: Article, wording: LanguageWording) -> str:
    """Who published it, and that we inferred it; what the text is if no publisher is known."""
    if article.producer_basis == "inferred":
        return wording.say("producer-inferred", producer=article.producer)
    return article.producer


def short_name(article: Article, wording: LanguageWording) -> str:
    """The publisher; without one the language and the kind of the text."""
    if article.producer_basis != "unknown":
        return article.producer
    noun = wording.say(f"source-noun-{article.kind}")
    return wording.say("source-short", language=wording.language(article.lang), noun=noun)


def byline(article: Article, wording: LanguageWording) -> str:
    """In full as plain text: who published an article and when, and what of it is inferred."""
    date, name = wording.period(article.date_published), full_name(article, wording)
    return wording.say(_byline(article), producer=name, date=date)


def full_byline(article: Article, wording: LanguageWording) -> Markup:
    """The same, its date readable by machines."""
    date, name = dated(wording, article.date_published), full_name(article, wording)
    return with_markup(wording, _byline(article), producer=name, date=date)


def short_byline(article: Article, wording: LanguageWording) -> Markup:
    """The short name and the date, each with a mark if it is inferred."""
    name, date = _short(article, wording), dated(wording, article.date_published)
    if article.producer_basis == "inferred":
        name += _mark("inferred-producer", wording)
    if article.date_basis == "inferred":
        date += _mark("inferred-date", wording)
    return with_markup(wording, "byline", producer=name, date=date)


def named_once(text: str, articles: Iterable[Article], wording: LanguageWording) -> str:
    """A page on which each text without publisher is named in full where it comes first."""
    for article in articles:
        if article.producer_basis == "unknown":
            text = text.replace(_short(article, wording), encode(full_name(article, wording)), 1)
    return text


def mark_legend(text: str, wording: LanguageWording) -> Markup:
    """What the mark of inferred dates and publishers means; empty for a page without one."""
    if _MARK not in text:
        return Markup("")
    return fill_block("parts/legend", said=wording.say("inferred-legend"))


def publisher(article: Article, wording: LanguageWording) -> str:
    """Who published it, as a statement of its own."""
    if article.producer_basis == "unknown":
        return wording.say("publisher-unknown")
    return full_name(article, wording)


def source_kind(article: Article, articles: Mapping[str, Article], wording: LanguageWording) -> str:
    """The kind of the text, and that no filing was seen behind what it tells of a company."""
    kind = wording.say(f"source-kind-{article.kind}")
    has_filing = any(one.kind == "company-filing" for one in articles.values())
    if article.kind not in _SECOND_HAND or has_filing:
        return kind
    return wording.say("provenance-no-filing", kind=kind)


def provenance(article: Article, articles: Mapping[str, Article], wording: LanguageWording) -> str:
    """In one statement: what kind of text it is, and what of its origin is not known."""
    said = [source_kind(article, articles, wording)]
    if article.producer_basis == "unknown":
        said.append(wording.say("provenance-no-publisher"))
    if not article.url_main:
        said.append(wording.say("provenance-no-address"))
    return wording.say("provenance-join").join(said)


def _short(article: Article, wording: LanguageWording) -> Markup:
    """The short name; one that stands for a longer name can be found again."""
    name = encode(short_name(article, wording))
    if article.producer_basis != "unknown":
        return name
    return fill("parts/short_name", name=name, id=article.id).strip()


def _mark(key: str, wording: LanguageWording) -> Markup:
    return fill("parts/inferred", label=wording.say(key)).strip()


def _byline(article: Article) -> str:
    return "byline" if article.date_basis == "stated" else "byline-inferred"
