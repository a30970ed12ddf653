"""What of an article remains open once every suggested fact stands: to be ignored, or facts too.

In: an article and the facts suggested for it. Out: each number and date that none of them accounts
for, as a text of the article that holds nothing else. It gives no reason: a person does.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from generator.evidence.annotate import AnnotatedArticle, Span, annotate
from generator.evidence.coverage import cover, places_of
from generator.evidence.findings import rank
from generator.evidence.numbers.nouns import declared_words
from generator.evidence.prove import prove
from generator.evidence.quotes.locate import locate
from generator.evidence.snippets import normal_words
from generator.evidence.suggest import LeftOut, Suggestion
from generator.model import (
    NO_NAMES,
    Article,
    CoveredMention,
    Fact,
    Finding,
    Ignored,
    Indicator,
    IndicatorKind,
    Located,
    Marks,
    MentionKind,
    Nomenclature,
    Place,
    Proof,
    Quote,
    Unit,
)

_NOWHERE = Marks(Place(""))
_MOST_WORDS = 4
"""That stand with a number on each side, until it is the only one of its text."""
_MOST_PLACES = 100
"""Of one text; what stands more often is named with the words around it."""
_KINDS: tuple[IndicatorKind, ...] = ("level", "change")


@dataclass(frozen=True, slots=True)
class Remaining:
    """A number or date of the article that no suggested fact accounts for."""

    exact: str
    """As `ignored` would name it."""
    kind: MentionKind
    text: str
    """Its own words, without those around it that tell one place from another."""


def find_remaining(
    article: Article,
    suggested: Iterable[Suggestion | LeftOut],
    *,
    indicators: Mapping[str, Indicator],
    units: Mapping[str, Unit],
    named: Nomenclature = NO_NAMES,
) -> Iterator[Remaining]:
    """Each of them once, in the order of the text."""
    facts = {one.fact.id: one.fact for one in suggested if isinstance(one, Suggestion)}
    proofs = {name: _prove(fact, article, indicators, units, named) for name, fact in facts.items()}
    covered = cover(article, facts, proofs, units)
    annotated = annotate(article.text, article.lang, declared_words(units, article.lang))
    ordered = sorted(covered, key=_start)
    seen: set[str] = set()
    for one in covered:
        if not one.is_open:
            continue
        exact = _alone(one, ordered, annotated)
        if exact not in seen:
            seen.add(exact)
            yield Remaining(exact, one.mention.kind, one.mention.text)


def _prove(
    fact: Fact,
    article: Article,
    indicators: Mapping[str, Indicator],
    units: Mapping[str, Unit],
    named: Nomenclature,
) -> Proof:
    """As if a person had decided what is still to be decided."""
    known = indicators.get(fact.indicator)
    undecided = (Indicator(id="undecided", label={}, kind=one, marks=_NOWHERE) for one in _KINDS)
    proofs = [
        prove(fact, indicator=one, articles={article.id: article}, units=units, named=named)
        for one in ([known] if known else undecided)
    ]
    best = min(proofs, key=lambda proof: rank(proof.findings[0] if proof.findings else None))
    if not best.findings:
        return best
    # What is still to be answered does not change which number the fact is about.
    annotated = annotate(article.text, article.lang, declared_words(units, article.lang))
    located = (_locate(quote, fact, annotated) for quote in fact.quotes)
    return replace(best, findings=(), located=tuple(one for one in located if one))


def _locate(quote: Quote, fact: Fact, annotated: AnnotatedArticle) -> Located | None:
    """The quotation with the mention of the fact's amount."""
    passages = locate(quote, annotated)
    amount = fact.amount
    if isinstance(passages, Finding) or amount is None:
        return None
    wanted = amount.min_value if amount.value is None else amount.value
    for one in (one for passage in passages for one in passage.annotations(annotated)):
        value = one.mention.value
        if value is not None and wanted is not None and value.copy_abs() == wanted.copy_abs():
            start, end = one.core
            return Located(quote=quote, start=start, end=end, text="", mention=one.mention)
    return None


def _alone(
    one: CoveredMention, ordered: Sequence[CoveredMention], annotated: AnnotatedArticle
) -> str:
    """The mention's text, with words around it where a fact has a number of the same text.

    `ordered` are all mentions by where they start.
    """
    mention, text = one.mention, annotated.text
    starts = [at for at in annotated.token_starts if at < mention.start][-_MOST_WORDS:][::-1]
    first = [text[at : mention.start] for at in starts]
    last = [
        text[mention.end : annotated.token_starts[at] - 1]
        for at in _next_tokens(annotated, mention.end)
    ]
    # The fewest words, and rather those before it.
    pairs = product(enumerate(("", *first)), enumerate(("", *last)))
    for (_, before), (_, after) in sorted(pairs, key=lambda p: (p[0][0] + p[1][0], p[1][0])):
        exact = normal_words(before + mention.text + after)
        entry = Ignored(exact=exact, reason={})
        spans = list(islice(places_of(entry, annotated.folded), _MOST_PLACES + 1))
        if len(spans) > _MOST_PLACES:
            continue
        held = [other for span in spans for other in _within(span, ordered)]
        if one in held and all(other.is_open for other in held):
            return exact
    return normal_words(mention.text)


def _within(span: Span, ordered: Sequence[CoveredMention]) -> Iterator[CoveredMention]:
    """The mentions that a span holds whole."""
    _, high = span
    first, end = (bisect_left(ordered, at, key=_start) for at in span)
    yield from (one for one in ordered[first:end] if one.mention.end <= high)


def _start(one: CoveredMention) -> int:
    return one.mention.start


def _next_tokens(annotated: AnnotatedArticle, end: int) -> range:
    first, _ = annotated.tokens_in(end, len(annotated.text))
    return range(first + 1, min(first + 1 + _MOST_WORDS, len(annotated.token_starts)))
