"""Which times of a sentence are those of an event, and which are those of something before it.

In: an article, the times of a quotation, where the sentence names the event. Out: the times of the
clause that names it, where it has any: `The church, first mentioned in 1387, burned down in 1632`.
And whether a time is that of a beginning, which is told of a thing in passing: `founded in 1987`.
"""

from collections.abc import Sequence

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.statements.named_time import Time
from generator.evidence.statements.statement import Statement, find_cues, split

_BEHIND = 4
"""Words behind a time within which a participle is its own: `die 1387 erstmals erwähnte`."""


def is_of_event(time: Time, article: AnnotatedArticle, spots: Sequence[int]) -> bool:
    """Whether a time may be the event's: it stands in a clause that names it, or none has one."""
    at = article.tokens_in(*time.span)[0]
    sentence = range(*article.parts.sentence_of(at))
    segments = split(article, sentence)
    here = next((one for one in segments if at in one), sentence)
    naming = [one for one in segments if any(spot in one for spot in spots)]
    return not naming or here in naming


def is_of_beginning(time: Time, statement: Statement) -> bool:
    """A clause other than the figure's says what began then, or a participle right behind."""
    article, sentence = statement.article, statement.sentence
    first, last = article.tokens_in(*time.span)
    if first not in sentence:
        return False
    end = min(last + _BEHIND, statement.sentence.stop)
    begun = article.lexicon.dates.begun
    if any(begun.fullmatch(article.lexed.lower(at)) for at in range(last, end)):
        return True
    here = next((one for one in split(article, sentence) if first in one), None)
    if here is None or any(here == one for one in statement.own):
        return False
    return any(True for _ in find_cues(article, "origin", here.start, here.stop))
