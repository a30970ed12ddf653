"""What a time belongs to in a sentence, if not to the figure: a verb of saying, another's verb.

In: a time and a statement. Out: whether it dates a verb of saying, a peak, what another figure did.
what began then. And of a statement whether it says that a level was reached, or is of a time that
no date tells; of an event, whether the clause that names it has the time.
"""

from collections.abc import Sequence

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.numbers.directions import direction_of
from generator.evidence.quotes.locate import span_between
from generator.evidence.statements.cues import Cue, find_cues
from generator.evidence.statements.frames.openers import has_figure
from generator.evidence.statements.limits import find_limit
from generator.evidence.statements.named_time import Time
from generator.evidence.statements.statement import Statement, split

_SAID = 4
"""Words between a verb of saying and its time, or between `to` and a level."""
_BEHIND = 4
"""Words behind a time within which a participle is its own: `die 1387 erstmals erwähnte`."""


def is_of_saying(time: Time, statement: Statement, *, is_ahead: bool) -> bool:
    """It dates a verb of saying: `said on Tuesday that …`, `Wie X am Dienstag mitteilte, …`.

    Of what is to come, it may date the decision: `voted on Wednesday to raise`.
    """
    article, sentence = statement.article, statement.sentence
    at = article.tokens_in(*time.span)[0]
    part = next((one for one in split(article, sentence) if at in one), range(at, at))
    is_own = any(part.start in one for one in statement.own)
    last = at if is_own else part.stop
    first = max(part.start, at - _SAID) if is_own else part.start
    if not is_own and has_figure(article, part):
        return False
    if any(True for _ in find_cues(article, "attributed", first, last)):
        return True
    return any(  # the verb goes around it: `maakte dinsdag bekend dat`
        cue.first < at < cue.last - 1
        for name in (("attributed", "coming") if is_ahead else ("attributed",))
        for cue in find_cues(article, name, part.start, part.stop)
    )


def is_of_peak(time: Time, statement: Statement) -> bool:
    """The figure is the peak of that time: `its high from January at 3.9`."""
    article = statement.article
    if find_limit(time, article, "peak") is None:
        return False
    lexicon, first = article.lexicon, article.tokens_in(*time.span)[1]
    between = [article.lexed.lower(at) for at in range(first, statement.figure.start)]
    links = lexicon.owners.prepositions - lexicon.verbs.by
    hedges = lexicon.hedges.before.firsts
    return bool(between) and all(word in links or word in hedges for word in between)


def is_parted(time: Time, statement: Statement, annotation: Annotation) -> bool:
    """A verb stands between it and the figure, while another figure stands on its side.

    `Who stole €212,000 in 2022 was jailed for three years on Friday`.
    """
    article, figure = statement.article, statement.figure
    first, last = article.tokens_in(*time.span)
    if last > figure.start or not has_verb(article, range(last, figure.start)):
        return False
    part = next((one for one in statement.own if first in one), None)
    if part is None:
        return False
    return any(
        one.mention.value is not None and one.core != annotation.core
        for one in article.within(*span_between(article, part.start, first))
    )


def is_behind_opener(start: int, statement: Statement) -> bool:
    """A clause without a comma has it: `will go up by 5 per cent after councillors backed it`."""
    article, last = statement.article, statement.figure.stop
    openers, starts = article.lexicon.openers, article.token_starts
    return any(
        article.lexed.lower(at) in openers
        for at in range(last, statement.sentence.stop)
        if starts[at] < start
    )


def is_reached(statement: Statement) -> bool:
    """A word such as `to` stands before the figure, and it rose or fell: `climbed to 868`."""
    article, figure = statement.article, statement.figure
    before = range(max(statement.sentence.start, figure.start - _SAID), figure.start)
    if not any(article.lexed.lower(at) in article.lexicon.dates.reached for at in before):
        return False
    words = (article.lexed.lower(at) for part in statement.own for at in part)
    return any(direction_of(word, article.lexicon) is not None for word in words)


def find_opening(statement: Statement) -> Cue | None:
    """Words of the statement, or of the clause beside it, of a time that no date tells."""
    article = statement.article
    first = min(part.start for part in statement.own)
    last = max(part.stop for part in statement.own)
    beside = [
        part
        for part in split(article, statement.sentence)
        if (part.stop == first or part.start == last) and not has_figure(article, part)
    ]
    found = (
        find_cues(article, "opening", one.start, one.stop) for one in (*statement.own, *beside)
    )
    return next((cue for cues in found for cue in cues), None)


def has_verb(article: AnnotatedArticle, part: range) -> bool:
    """A verb of the segment says that something is so, or happened."""
    is_so = next(find_cues(article, "settled", part.start, part.stop), None) is not None
    return is_so or has_done(article, part)


def has_done(article: AnnotatedArticle, part: range) -> bool:
    """A verb of the segment says that something happened."""
    return next(find_cues(article, "done", part.start, part.stop), None) is not None


def is_outdated(time: Time, article: AnnotatedArticle) -> bool:
    """A plan was for that time at first: `which had originally been due to open on 4 May`."""
    first = article.tokens_in(*time.span)[0]
    sentence = range(*article.parts.sentence_of(first))
    here = next((one for one in split(article, sentence) if first in one), sentence)
    if not any(True for _ in find_cues(article, "outdated", here.start, first)):
        return False
    names = ("planned", "modal", "forecast", "target")
    return any(True for name in names for _ in find_cues(article, name, here.start, here.stop))


def _is_joined_on(at: int, part: range, spots: Sequence[int], article: AnnotatedArticle) -> bool:
    """An `and` parts it from the event, which has a date of its own: `built 1867 and sold 1953`."""
    joiners, tokens = article.lexicon.ranges.and_, article.lexed.tokens
    ands = [one for one in part if joiners.at(tokens, one)]
    here = [spot for spot in spots if spot in part]

    def is_parted_from_all(token: int) -> bool:
        return all(any(min(token, spot) < one < max(token, spot) for one in ands) for spot in here)

    dates = (
        article.tokens_in(*one.core)[0]
        for one in article.within(*span_between(article, part.start, part.stop))
        if one.mention.kind == "date"
    )
    return bool(ands) and is_parted_from_all(at) and not all(map(is_parted_from_all, dates))


def are_of_event(
    times: Sequence[Time], article: AnnotatedArticle, spots: Sequence[int]
) -> Sequence[Time]:
    """The times of those sentences that name the event, where they have any."""
    naming = {article.parts.sentence[spot] for spot in spots}
    here = [
        one for one in times if article.parts.sentence[article.tokens_in(*one.span)[0]] in naming
    ]
    return [one for one in here or times if is_of_event(one, article, spots)]


def is_of_event(time: Time, article: AnnotatedArticle, spots: Sequence[int]) -> bool:
    """Whether a time may be the event's: it stands in a clause that names it, or none has one."""
    at = article.tokens_in(*time.span)[0]
    sentence = range(*article.parts.sentence_of(at))
    segments = split(article, sentence)
    here = next((one for one in segments if at in one), sentence)
    naming = [one for one in segments if any(spot in one for spot in spots)]
    if here in naming:
        named = [spot for spot in spots if spot in here]
        that = article.lexicon.complementizers
        if all(any(article.lexed.lower(one) in that for one in range(at, spot)) for spot in named):
            return False  # `announced on Monday that he had died`
        if _is_joined_on(at, here, spots, article):
            return False
    return not naming or here in naming or _is_in_front(here, naming[0], segments, article)


def _is_in_front(
    part: range, of: range, segments: Sequence[range], article: AnnotatedArticle
) -> bool:
    """No verb stands between the commas: `150 years ago, in 1875, it was founded`."""
    between = [one for one in segments if part.start <= one.start < of.start]
    return bool(between) and not any(has_verb(article, one) for one in between)


def is_of_beginning(time: Time, statement: Statement) -> bool:
    """A clause other than the figure's says what began then, or a participle right behind."""
    article, sentence = statement.article, statement.sentence
    first, last = article.tokens_in(*time.span)
    if first not in sentence:
        return False
    here = next((one for one in split(article, sentence) if first in one), None)
    if here is not None and article.lexed.lower(here.start) in article.lexicon.moments.when:
        return False  # `when it opened in 1897`: so it was then
    end = min(last + _BEHIND, statement.sentence.stop)
    begun = article.lexicon.dates.begun
    if any(begun.fullmatch(article.lexed.lower(at)) for at in range(last, end)):
        return True
    if here is None or any(here == one for one in statement.own):
        return False
    return any(True for _ in find_cues(article, "origin", here.start, here.stop))
