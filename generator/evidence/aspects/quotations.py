"""The quotations of a fact, each with its article as surveyed and the places that it may mean.

In: a fact, articles, declared units. Out: `Quoted`, or the finding that keeps it from being one.
It compares nothing with what the fact claims.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.evidence.annotate import AnnotatedArticle, annotate
from generator.evidence.aspects.publication import bears_out
from generator.evidence.lexicon.lexicon import is_readable
from generator.evidence.messages import show
from generator.evidence.numbers.nouns import declared_words
from generator.evidence.quotes.locate import locate
from generator.evidence.quotes.passages import Missed, Passage
from generator.model import Article, Fact, Finding, Period, Quote, Unit


def are_readable(fact: Fact, articles: Mapping[str, Article]) -> bool:
    """Whether lexicons read all its articles; one that none reads has a finding of its own."""
    known = [articles[quote.article] for quote in fact.quotes if quote.article in articles]
    return all(is_readable(article.lang) for article in known)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with its article and the passages that it may mean."""

    quote: Quote
    article: AnnotatedArticle
    passages: tuple[Passage, ...]
    published: Period | None
    """When its article came out; None where the article's own text does not bear that out."""

    @property
    def words(self) -> str:
        """What the quotation holds of the article."""
        return " ".join(self.article.text[start:end] for start, end in self.passages[0].parts)


def find_quoted(
    fact: Fact, quote: Quote, articles: Mapping[str, Article], units: Mapping[str, Unit]
) -> Quoted | Finding:
    """The quotation with its article and places, or why it has none."""
    article = articles.get(quote.article)
    if article is None or not article.text:
        missed = Missed(
            "quote-missing",
            f"there is no text of an article {show(quote.article)}",
            "name an article of articles.yaml",
        )
    else:
        annotated = annotate(article.text, article.lang, declared_words(units, article.lang))
        located = locate(quote, annotated)
        if not isinstance(located, Missed):
            mentions = (annotation.mention for annotation in annotated.annotations)
            published = article.date_published if bears_out(article, mentions) else None
            return Quoted(quote, annotated, located, published)
        missed = located
    return Finding(missed.code, quote.marks.at("exact"), fact.id, missed.message, missed.hint)
