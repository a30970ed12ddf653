"""Which times of a quotation date something else than the figure that proves a fact.

In: a time, the figure with its quotation. Out: whether it is that of another figure, of a verb of
saying, of a clause beside the figure's own; or of a plan that has been given up for a later one.
"""

from generator.evidence.numbers.measures import DURATIONS
from generator.evidence.quotes.locate import span_between
from generator.evidence.statements.frames.openers import opens
from generator.evidence.statements.governed import is_of_beginning, is_outdated
from generator.evidence.statements.limits import is_beginning, is_told
from generator.evidence.statements.named_time import Time
from generator.evidence.statements.own_time import Figured
from generator.evidence.statements.statement import split
from generator.evidence.statements.times import find_times


def is_elses(time: Time, figured: Figured) -> bool:
    """It dates another figure, or, where the figure has a time of its own, who says it."""
    if _is_of_another_figure(time, figured) or is_of_beginning(time, figured.statement):
        return True
    if is_outdated(time, figured.article) or _is_apart(time, figured):
        return True
    if not figured.is_of_saying(time):
        return False
    own = figured.own or figured.sentence_before
    return figured.outlook.is_reasoned or (own is not None and own.span != time.span)


def _is_of_another_figure(time: Time, figured: Figured) -> bool:
    """A clause behind the statement gives the time to a figure of its own."""
    article = figured.article
    at = article.tokens_in(*time.span)[0]
    sentence = figured.statement.sentence
    if at not in sentence or at < max(part.stop for part in figured.statement.own):
        return False
    if figured.own is not None and figured.own.span == time.span:
        return False
    part = next((one for one in split(article, sentence) if at in one), sentence)
    return any(
        one.mention.value is not None and one.mention.unit not in DURATIONS
        for one in article.within(*span_between(article, part.start, part.stop))
    )


def _is_apart(time: Time, figured: Figured) -> bool:
    """It dates what a semicolon parts from the figure, or a clause beside its statement.

    So of a figure that has a time of its own: `in der Saison 2025, die am Sonntag endete, …`,
    `because the kiln cracked in March, 19,000 were made in 2025`.
    """
    article, statement = figured.article, figured.statement
    first = article.tokens_in(*time.span)[0]
    if first not in statement.sentence or not _is_dated(figured):
        return False
    if first not in statement.independent:
        return True
    here = next((one for one in split(article, statement.sentence) if first in one), None)
    if here is None or here in statement.own:
        return False
    lexicon = article.lexicon
    others = (
        (lexicon.relative | lexicon.openers)
        - lexicon.moments.when
        - lexicon.ranges.and_.firsts.keys()
    )
    return opens(article, here, others)


def _is_dated(figured: Figured) -> bool:
    """Its statement tells a time, be it only the one from which on it holds."""
    if figured.own is not None and is_told(figured.own):
        return True
    times = (
        time
        for part in figured.statement.own
        for time in find_times(figured.article, figured.published, part.start, part.stop)
    )
    return any(is_beginning(one, figured.article) or figured.is_told_here(one) for one in times)
