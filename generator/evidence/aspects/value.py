"""Which figure of a quotation states a fact's amount, that it is no end of a range, and is clear.

In: the fact's amount and the annotations of its quotation, or a rule context. Out: candidates of
exactly equal value; a finding. No tolerance anywhere; `mismatch` says why there is no candidate.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.aspects.around.ordinals import counted_to, find_ordinals
from generator.evidence.aspects.context import RuleContext
from generator.evidence.findings import finding_on, plain, show, write_value
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.ambiguity import Reading
from generator.evidence.numbers.measures import is_part_of
from generator.evidence.numbers.units import split_rate
from generator.evidence.quotes.locate import span_between, words_between
from generator.model import Amount, Finding, Indicator

_MAY_BE: Mapping[Reading, str] = MappingProxyType(
    {
        "sign": "which is not read: the number may be another one",
        "scale": "which may multiply it",
        "sum": "so that it may be part of a sum",
        "script": "with letters of another script",
        "group": "whose mark may part thousands and no decimals",
        "broken": "so that both may be one number, broken in two",
        "length": "which may be millions or metres",
        "loss": "so that it may be an amount below zero",
        "row": "which may be one number or several",
    }
)
"""What the words beside a figure may make of it."""
_NEXT = 2
"""Words between a place that is left and the one that is reached."""
_NAMED = 2
"""Words of a place in a row: `Platz 31`."""
_FINEST, _LEAST_DIGITS = -4, 2
"""Decimals to which a share without an end is kept, and digits that it needs."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a fact claims of a quotation."""

    amount: Amount
    is_change: bool
    """Changes are compared by size; their direction stands in words."""

    def equals(self, claimed: Decimal, annotation: Annotation) -> bool:
        """Whether the figure states the claimed value exactly."""
        value, figure = annotation.mention.value, annotation.figure
        if value is None or annotation.mention.kind == "ordinal":
            return False
        if figure and figure.is_share and self.amount.unit == "%":
            return _is_share(claimed if not self.is_change else claimed.copy_abs(), value)
        if is_part_of(annotation.mention.unit, split_rate(self.amount.unit)[0]):
            value = value.scaleb(-2)
        return value.copy_abs() == claimed.copy_abs() if self.is_change else value == claimed


def _is_share(claimed: Decimal, share: Decimal) -> bool:
    """The percentage that a share is; one without an end as it is typed, in two digits or more."""
    places = claimed.as_tuple().exponent
    if claimed == share or not isinstance(places, int) or not _FINEST <= places <= 0:
        return claimed == share
    is_endless = share.as_tuple().exponent == _FINEST
    is_full = len(claimed.as_tuple().digits) >= _LEAST_DIGITS
    return is_endless and is_full and claimed == round(share, -places)


def find_candidates(claim: Claim, annotations: Sequence[Annotation]) -> list[Annotation]:
    """The figures that state the value; for a range, its lower bounds."""
    amount = claim.amount
    if amount.value is not None:
        counts = [one.counted for one in annotations if one.counted]
        annotations = [*annotations, *counts] if counts else annotations
        return [one for one in annotations if claim.equals(amount.value, one)]
    low, high = amount.min_value, amount.max_value
    if low is None or high is None:
        only = low if low is not None else high
        return [one for one in annotations if only is not None and claim.equals(only, one)]
    if claim.is_change and high <= 0:
        low, high = high, low  # "between 5 and 10 per cent smaller"
    figures = [one for one in annotations if one.mention.value is not None]
    return [
        left
        for left, right in pairwise(figures)
        if left.bound == "low" and claim.equals(low, left) and claim.equals(high, right)
    ]


def find_ranks(
    claim: Claim,
    annotations: Sequence[Annotation],
    article: AnnotatedArticle,
    indicator: Indicator,
    tokens: range,
) -> list[Annotation]:
    """The ordinals that state a count or a place: `his 24th goal`, `from 64th to 51st`."""
    if claim.is_change or claim.amount.value is None:
        return []
    found = [*_named_places(claim, annotations, article, indicator)]
    for one in annotations:
        if one.mention.kind != "ordinal" or one.mention.value != claim.amount.value:
            continue
        if one.figure is None:
            continue
        unit = counted_to(article, one.figure.first, one.figure.last)
        if (unit and unit.code == claim.amount.unit) or _is_place(claim, article, one, indicator):
            figure = replace(one.figure, is_ordinal=False, unit=unit)
            mention = replace(one.mention, kind="count", unit=unit.code if unit else None)
            found.append(replace(one, mention=mention, figure=figure))
    return found or [*find_ordinals(article, tokens, claim.amount.value, claim.amount.unit)]


def _is_of_ranks(article: AnnotatedArticle, indicator: Indicator) -> bool:
    """The indicator measures a place in a row."""
    ranks = article.lexicon.counts.ranks
    words = (part for some in indicator.words.values() for word in some for part in word.split())
    return any(fits_whole(ranks, word.lower()) for word in words)


def _named_places(
    claim: Claim,
    annotations: Sequence[Annotation],
    article: AnnotatedArticle,
    indicator: Indicator,
) -> Iterator[Annotation]:
    """`von Platz 40 auf Platz 31`: what is else a name, for a place that is reached."""
    lexed, ranks, value = article.lexed, article.lexicon.counts.ranks, claim.amount.value
    if claim.amount.unit is not None or not _is_of_ranks(article, indicator):
        return
    for one in annotations:
        figure = one.figure
        if one.mention.kind != "name" or figure is None or figure.last - figure.first != _NAMED:
            continue
        text, first = lexed.tokens[figure.last - 1].text, figure.first
        is_place = fits_whole(ranks, lexed.lower(first)) and text == str(value)
        if is_place and article.lexicon.ranges.from_.before(lexed.tokens, first) is None:
            at = figure.last - 1
            core = article.folded.span(lexed.tokens[at].start, lexed.tokens[at].end)
            figure = replace(figure, first=at, core=(at, at + 1), is_name=False, value=value)
            mention = replace(one.mention, kind="count", value=value)
            yield replace(one, mention=mention, figure=figure, core=core)


def _is_place(
    claim: Claim, article: AnnotatedArticle, annotation: Annotation, indicator: Indicator
) -> bool:
    """The place in a row that is reached, where the indicator measures one."""
    figure, lexicon, lexed = annotation.figure, article.lexicon, article.lexed
    if figure is None or claim.amount.unit is not None:
        return False
    if not _is_of_ranks(article, indicator):
        return False
    at = figure.first - (lexed.lower(figure.first - 1) in lexicon.hedges.articles)
    is_left = lexicon.ranges.from_.before(lexed.tokens, at) is not None
    for near in range(figure.last, figure.last + _NEXT):  # "vom 64. auf den 51. Platz"
        to = near + 1 + (lexed.lower(near + 1) in lexicon.hedges.articles)
        is_next = to < len(lexed.tokens) and lexed.tokens[to].kind == "number"
        is_left |= is_next and lexicon.directions.levels.before(lexed.tokens, near + 1) is not None
    behind = lexed.lower(figure.last)
    is_row = fits_whole(lexicon.counts.ranks, behind) or behind in lexicon.owners.prepositions
    return is_row and not is_left


def check_range(context: RuleContext) -> Iterator[Finding]:
    """A single value is not one end of a range."""
    if context.annotation.bound is not None and context.amount.value is not None:
        message = f"{context.words} is one end of a range in the quotation"
        hint = f"write {_ends(context)} in place of value, without a hedge"
        yield finding_on("range-mismatch", "value", message, hint)


def _ends(context: RuleContext) -> str:
    """Both ends of the range as they are to be typed."""
    own, is_low = context.annotation, context.annotation.bound == "low"
    sentence = context.statement.sentence
    ends = context.article.within(*span_between(context.article, sentence.start, sentence.stop))
    others = [one for one in ends if one.bound not in {None, own.bound}]
    near = min(others, key=lambda one: abs(one.core[0] - own.core[0]), default=None)
    low, high = (own, near) if is_low else (near, own)
    values = [one.mention.value if one else None for one in (low, high)]
    return " and ".join(
        name if value is None else f"{name}: {write_value(value)}"
        for name, value in zip(("min_value", "max_value"), values, strict=True)
    )


def check_clear(context: RuleContext) -> Iterator[Finding]:
    """No sign or word beside the figure may make it another number."""
    unclear = context.annotation.unclear
    if unclear is None:
        return
    where = "stands for the figure" if unclear.reading == "group" else f"stands at {context.words}"
    message = f"{show(unclear.words)} {where}, {_MAY_BE[unclear.reading]}"
    hint = 'look at the article; if the value holds, say why under inferred: {value: "…"}'
    yield finding_on("value-unclear", "value", message, hint)


def check_usual(context: RuleContext) -> Iterator[Finding]:
    """What a figure is compared with as the usual one is no figure of the period or place."""
    article, changes = context.article, context.lexicon.changes
    mention, sentence = context.annotation.mention, context.statement.sentence
    if context.is_change or mention.unit is None or not _others_alike(context, sentence):
        return
    part = next((one for one in context.statement.own if context.token in one), sentence)
    others = [one.figure.last for one in article.annotations if one.figure]
    start = max((last for last in others if last <= context.token), default=0)
    before = words_between(article, max(start, part.start), context.token)
    found = changes.usual.search(before)
    behind = words_between(article, context.token, part.stop)
    if found is None and context.comparison is not None:
        found = changes.mean.search(before) or changes.usual.search(behind)
    elif found is None and (told := _relative_behind(context)):
        found = changes.usual.search(told)
    names = " ".join(word for words in context.indicator_words.values() for word in words)
    if found is None or changes.usual.search(names) or changes.mean.search(names):
        return
    message = f"{show(found[0])} makes {context.words} what another figure is compared with"
    hint = "quote the figure of the period, or add the word to those of the indicator"
    yield finding_on("period-mismatch", "value", message, hint)


def check_interim(context: RuleContext) -> Iterator[Finding]:
    """A count that went on is not the one at its end: `by 4pm 41 per cent had voted`."""
    article, changes = context.article, context.lexicon.changes
    if context.is_change or not changes.interim.search(context.clause(quoted=False)):
        return
    own = context.annotation
    first, last = article.parts.sentence_of(context.token)
    for one in article.within(*span_between(article, first, last)):
        if one.core == own.core or one.mention.unit != own.mention.unit or one.figure is None:
            continue
        clause = article.parts.clause_of(one.figure.first)
        if context.token in range(*clause):
            continue
        told = range(min(clause[0], max(first, context.token)), clause[1])
        if found := changes.final.search(words_between(article, told.start, told.stop)):
            message = f"{show(found[0])} gives another figure as the final one"
            hint = f"give {plain(one.mention.text)}, or the words of the count to the indicator"
            yield finding_on("period-mismatch", "value", message, hint)
            return


def _relative_behind(context: RuleContext) -> str:
    """The clause that says which one the figure is: `the 74 mm that usually fall there`."""
    article, figure = context.article, context.annotation.figure
    end = max(figure.last, figure.unit.last if figure.unit else 0) if figure else context.token
    at = end + (article.lexed.lower(end) == ",")
    opens = context.lexicon.relative | context.lexicon.complementizers
    if article.lexed.lower(at) not in opens:
        return ""
    return words_between(article, at, article.parts.clause_of(at)[1])


def _others_alike(context: RuleContext, sentence: range) -> bool:
    """Another figure of the sentence counts the same."""
    annotation = context.annotation
    return any(
        one.mention.unit == annotation.mention.unit and one.core != annotation.core
        for one in context.article.within(
            *span_between(context.article, sentence.start, sentence.stop)
        )
    )
