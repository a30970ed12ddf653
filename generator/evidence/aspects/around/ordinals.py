"""Ordinals that say how many there were: `his 24th goal`, `the sixth defeat in a row`.

In: an article and the tokens of an ordinal, in digits or as a word. Out: the unit that is counted
so far; for a passage, the annotations of the ordinals in words that state a value.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.numbers.figures import Figure
from generator.evidence.numbers.measures import FoundUnit
from generator.model import Mention

_ADJECTIVES = 2
"""Words between an ordinal and its noun: `the sixth straight league defeat`."""


def counted_to(article: AnnotatedArticle, first: int, last: int) -> FoundUnit | None:
    """What there were so many of, the last of which is somebody's, or ends a row of them."""
    lexed, lexicon = article.lexed, article.lexicon
    before = lexed.tokens[first - 1] if first else None
    is_owner = before is not None and before.text.endswith(lexicon.owners.genitives)
    is_owned = is_owner or lexed.lower(first - 1) in lexicon.counts.owned
    for at in range(last, min(last + 1 + _ADJECTIVES, len(lexed.tokens))):
        if noun := lexed.nouns.at(lexed.tokens, at, lexicon):
            between = {lexed.lower(near) for near in range(last, at)}
            is_straight = bool(between & lexicon.counts.straight)
            is_straight |= lexicon.counts.streaks.at(lexed.tokens, noun[1]) is not None
            is_meant = (is_owned and at == last) or is_straight
            return FoundUnit(noun[0], "declared", at, noun[1]) if is_meant else None
    return None


def find_ordinals(
    article: AnnotatedArticle, tokens: range, value: Decimal, unit: str | None
) -> Iterator[Annotation]:
    """The ordinals in words by which there are so many of the unit."""
    words = article.lexicon.counts.nth.get(str(value), frozenset())
    for at in tokens if words else ():
        if article.lexed.lower(at) not in words:
            continue
        found = counted_to(article, at, at + 1)
        if found is None or found.code != unit:
            continue
        token = article.lexed.tokens[at]
        start, end = article.folded.span(token.start, token.end)
        text = article.text[start:end]
        mention = Mention(text=text, start=start, end=end, kind="count", value=value, unit=unit)
        figure = Figure(
            first=at, last=at + 1, core=(at, at + 1), value=value, unit=found, is_word=True
        )
        yield Annotation(mention=mention, core=(start, end), figure=figure)
