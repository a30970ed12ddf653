"""Whether a figure is the whole of which another one is the part that the fact speaks of.

In: a rule context. Out: a finding for `640` of `of the 640 bridges that were inspected, 73 were in
poor condition`, unless the words of the fact's measure stand in what is said of the 640 itself;
and for `73` where they stand nowhere else. A review for a number that is only one of several alike,
is left out, adds to another one, or is one part of a measure in two: `one hour and 52 minutes`.
"""

from collections.abc import Iterator

from generator.evidence.annotate import Annotation
from generator.evidence.aspects.context import RuleContext
from generator.evidence.aspects.measure import is_named
from generator.evidence.findings import finding_on, plain, show
from generator.evidence.lexicon.phrases import PhraseTable, fits_whole
from generator.evidence.numbers.ellipsis import is_among, start_of
from generator.evidence.numbers.figures import Figure
from generator.evidence.numbers.measures import find_measure
from generator.evidence.quotes.locate import span_between, words_between
from generator.evidence.terms.measures import Measures
from generator.evidence.terms.parts import phrase_end, whole_around
from generator.model import TIME_UNITS, Finding

_PARTED = frozenset(":;")
_OPENING = 4
"""Words before the part of a whole that the sentence before told."""


def check_whole(context: RuleContext) -> Iterator[Finding]:
    """What is said of a part is not said of its whole, nor what the whole is of its part."""
    figure, article = context.annotation.figure, context.article
    measures = context.measures
    if figure is None or measures is None:
        return
    if figure.whole_of is None:
        yield from _check_part(context, figure, measures)
        yield from _check_among(context, figure, measures)
        yield from _check_outer(context, figure, measures)
        return
    end = phrase_end(context.article, figure, figure.whole_of)
    named = {*_own_texts(context, measures, range(figure.first, end))}
    is_told = bool(_told_of_part(context, figure, measures, end) - named)
    if named and not is_told and not context.is_change:
        return
    part = words_between(article, figure.whole_of.start, figure.whole_of.stop)
    phrase = plain(words_between(article, figure.first, end))
    message = f"{phrase} is the whole of which {show(part)} is a part"
    message += f"; no word of {context.indicator.id} is said of it alone"
    hint = 'give the part, or say why the whole is meant under inferred: {measure: "…"}'
    yield finding_on("measure-unread", "value", message, hint)


def _told_of_part(context: RuleContext, figure: Figure, measures: Measures, end: int) -> set[str]:
    """The indicator's words of what a part right before its whole does: `cut 350 of 5,800 jobs`."""
    part = figure.whole_of
    if part is None:
        return set()
    first, last = context.article.parts.clause_of(figure.first)
    if part.stop > figure.first:  # "van de 520 banen er 140 schrappen"
        first, last = part.start, context.article.parts.clause_of(part.start)[1]
    around = (range(first, part.start), range(end, last))
    return {one for some in around for one in _own_texts(context, measures, some)}


def _check_part(context: RuleContext, figure: Figure, measures: Measures) -> Iterator[Finding]:
    """`51` of `of the 84 starters, 51 reached the finish` are no 51 starters."""
    article, sentence = context.article, context.statement.sentence
    whole = whole_around(article, sentence, figure)
    if whole is None or whole.whole_of is None or context.is_change:
        return
    phrase = range(whole.first, phrase_end(context.article, whole, whole.whole_of))
    # "So viel Publikum wie nie: Von den 212.000 …": what stands before the colon is of all.
    low = next(
        (
            at + 1
            for at in range(whole.first, sentence.start, -1)
            if article.lexed.lower(at) in _PARTED
        ),
        sentence.start,
    )
    own = [
        one.spot.first for one in measures.find(article, low, sentence.stop) if one.bearing == "own"
    ]
    if not own or any(at not in phrase for at in own):
        return
    words = plain(words_between(article, phrase.start, phrase.stop))
    message = f"{context.words} is a part of {show(words)}"
    message += f"; only these words name {context.indicator.id}"
    hint = 'give the whole, or say why the part is meant under inferred: {measure: "…"}'
    yield finding_on("measure-unread", "value", message, hint)


def _check_among(context: RuleContext, figure: Figure, measures: Measures) -> Iterator[Finding]:
    """`38` of `57 people are ill, among them 38 children` are no 38 cases, but 38 children."""
    article, sentence = context.article, context.statement.sentence
    if context.is_change or not is_among(article.lexed, figure):
        return
    start = start_of(article.lexed, figure)
    whole = _whole_before(context, figure)
    if whole is None:
        return
    end = min(article.parts.clause_of(figure.first)[1], sentence.stop)
    first = min(sentence.start, article.tokens_in(*whole.core)[0])
    before = {*_own_texts(context, measures, range(first, start))}
    if set(_own_texts(context, measures, range(start, end))) - before:
        return
    message = f"{context.words} is a part of {plain(whole.mention.text)}"
    message += f"; no word of {context.indicator.id} is said of the part alone"
    hint = 'give the whole, or say why the part is meant under inferred: {measure: "…"}'
    yield finding_on("measure-unread", "value", message, hint)


def _check_outer(context: RuleContext, figure: Figure, measures: Measures) -> Iterator[Finding]:
    """`11,200` of `11,200 runners, of whom 10,874 finished` are no 11,200 finishers."""
    article, sentence = context.article, context.statement.sentence
    unit, value = context.annotation.mention.unit, context.annotation.mention.value
    if context.is_change or value is None or figure.last >= sentence.stop:
        return
    for one in article.within(*span_between(article, figure.last, sentence.stop)):
        part = one.figure
        if part is None or one.mention.unit != unit or not is_among(article.lexed, part):
            continue
        start = start_of(article.lexed, part)
        end = min(article.parts.clause_of(part.first)[1], sentence.stop)
        around = (range(sentence.start, start), range(end, sentence.stop))
        rest = {text for some in around for text in _own_texts(context, measures, some)}
        if rest or not set(_own_texts(context, measures, range(start, end))):
            return
        message = f"{plain(one.mention.text)} is the part of {context.words}"
        message += f" of which the words of {context.indicator.id} are said"
        hint = 'give the part, or say why the whole is meant under inferred: {measure: "…"}'
        yield finding_on("measure-unread", "value", message, hint)
        return


def _own_texts(context: RuleContext, measures: Measures, part: range) -> Iterator[str]:
    """The indicator's words in a part of the sentence, in small letters."""
    for one in measures.find(context.article, part.start, part.stop):
        if one.bearing == "own":
            yield words_between(context.article, one.spot.first, one.spot.last).lower()


def _whole_before(context: RuleContext, figure: Figure) -> Annotation | None:
    """The larger figure before a part that counts the same, as the fact's unit has it."""
    article, sentence = context.article, context.statement.sentence
    unit, value = context.annotation.mention.unit, context.annotation.mention.value
    first = sentence.start
    if first and start_of(article.lexed, figure) - first <= _OPENING:
        first = article.parts.sentence_of(first - 1)[0]  # "… 27 Luchse. Unter ihnen waren neun"
    for one in reversed(article.within(*span_between(article, first, figure.first))):
        other = one.mention.value if one.mention.unit == unit else None
        if other is not None and value is not None and other > value:
            return one
    return None


def check_alone(context: RuleContext) -> Iterator[Finding]:
    """The number is all that is meant, and no part of a larger or smaller amount."""
    figure = context.annotation.figure
    if figure is None:
        return
    found = _compound(context, figure) or _one_of_several(context, figure)
    found = found or _left_out(context, figure) or _further(context, figure)
    if found is None:
        return
    words, how = found
    message = f"{show(words)} stands at {context.words}, which {how}"
    hint = 'give the whole amount, or say why this one is meant under inferred: {value: "…"}'
    yield finding_on("value-unclear", "value", message, hint)


_Doubt = tuple[str, str]
"""The words that say so, and what they make of the number."""


def _compound(context: RuleContext, figure: Figure) -> _Doubt | None:
    """`one hour and 52 minutes`: two units of one time."""
    lexed, unit = context.article.lexed, figure.unit
    own = find_measure(lexed.tokens, unit.first, context.lexicon) if unit else None
    if unit is None or own is None or own.code not in TIME_UNITS:
        return None
    names = context.lexicon.measures.names
    at = _over_link(context, figure.first, step=-1)
    before = names.before(lexed.tokens, at)
    at = _over_link(context, max(figure.last, unit.last), step=1)
    behind = names.at(lexed.tokens, at + 1)
    if before and before[0] != own.code and _is_number(context, before[1] - 1):
        other, first, last = before[0], before[1] - 1, before[1] + 1
    elif behind and behind[0] != own.code and _is_number(context, at):
        other, first, last = behind[0], at, behind[1]
    else:
        return None
    is_time = other in TIME_UNITS
    return (words_between(context.article, first, last), "is one of two parts") if is_time else None


def _over_link(context: RuleContext, at: int, *, step: int) -> int:
    """The token behind, or the end of those before, an `and` or a comma at the token."""
    tokens, and_ = context.article.lexed.tokens, context.lexicon.ranges.and_
    near = at if step > 0 else at - 1
    is_comma = 0 <= near < len(tokens) and tokens[near].text == ","
    found = and_.at(tokens, at) if step > 0 else and_.before(tokens, at)
    return found[1] if found else at + step * is_comma


def _is_number(context: RuleContext, at: int) -> bool:
    lexed, numerals = context.article.lexed, context.lexicon.numerals
    if not 0 <= at < len(lexed.tokens):
        return False
    word = lexed.lower(at)
    return lexed.tokens[at].kind == "number" or word in numerals.values or word in numerals.one


def _right_before(context: RuleContext, table: PhraseTable[bool], figure: Figure) -> range:
    """The phrase before the figure, or before what colours it."""
    lexed = context.article.lexed
    for at in range(figure.first, start_of(lexed, figure) - 1, -1):
        if found := table.before(lexed.tokens, at):
            return range(found[1], at)
    return range(0)


def _one_of_several(context: RuleContext, figure: Figure) -> _Doubt | None:
    """`three shops with 40 workers each`, `12 packs of 50 tickets`, `1,200 pairs of shoes`."""
    lexed, counts, unit = context.article.lexed, context.lexicon.counts, figure.unit
    if unit is None or unit.kind not in {"declared", "noun"}:
        return None
    held = next(
        (at for at in range(figure.core[1], unit.first) if _holds(context, lexed.lower(at))), None
    )
    if held is not None:
        return lexed.tokens[held].text, "counts what holds several"
    start, (low, high) = start_of(lexed, figure), context.article.parts.clause_of(figure.first)
    before, end = _right_before(context, counts.each, figure), max(figure.last, unit.last)
    behind = counts.each.at(lexed.tokens, end)
    each = before or range(end, behind[1] if behind else end)
    others = [
        one.figure
        for one in context.article.within(*span_between(context.article, low, high))
        if one.figure and one.mention.kind == "count" and (one.mention.value or 0) > 1
        if one.core != context.annotation.core
        and one.mention.unit != context.annotation.mention.unit
    ]
    if each and others:
        return words_between(context.article, each.start, each.stop), "is one of several alike"
    for one in others:
        if one.first < figure.first and counts.each_of.before(lexed.tokens, one.first):
            return lexed.lower(one.first - 1), "is one of several alike"
        if one.unit is not None and _holds(context, lexed.lower(one.unit.last - 1)):
            between = range(one.unit.last, before.start if before else start)
            links = context.lexicon.owners.prepositions | context.lexicon.verbs.of
            if len(between) == 1 and lexed.lower(between.start) in links:
                return lexed.lower(one.unit.last - 1), "is one of several alike"
    return None


def _holds(context: RuleContext, word: str) -> bool:
    return fits_whole(context.lexicon.counts.containers, word)


def _left_out(context: RuleContext, figure: Figure) -> _Doubt | None:
    """`all but 12 passengers`, `bis auf zwölf Passagiere wurden alle gerettet`, `op twaalf na`."""
    lexed, counts = context.article.lexed, context.lexicon.counts
    start, end = start_of(lexed, figure), max(figure.last, figure.unit.last if figure.unit else 0)
    how = "is left out of what is told"
    if found := counts.excepting.before(lexed.tokens, start):
        return words_between(context.article, found[1], start), how
    found = counts.but_for.before(lexed.tokens, start)
    if found is None:
        return None
    first, last = context.article.parts.sentence_of(figure.first)
    is_told = lexed.lower(end) in counts.but_behind
    is_told = is_told or any(lexed.lower(at) in counts.alls for at in range(first, last))
    return (words_between(context.article, found[1], start), how) if is_told else None


def _is_dated(context: RuleContext, first: int, figure: Figure) -> bool:
    """A date stands before it in its sentence, of whose time the other number is not."""
    tokens = context.article.lexed.tokens
    return any(
        tokens[at].kind == "mark" and not tokens[at].text.isprintable()
        for at in range(first, figure.first)
    )


def _further(context: RuleContext, figure: Figure) -> _Doubt | None:
    """`another four died`, where an earlier number of the dead is told as well."""
    lexed, counts, unit = context.article.lexed, context.lexicon.counts, figure.unit
    if context.is_change or unit is None or context.annotation.mention.kind != "count":
        return None
    words = _right_before(context, counts.further, figure)
    for at in range(figure.core[1], unit.first):
        if behind := counts.further.at(lexed.tokens, at):
            words = range(at, behind[1])
    article, mention, hedge = context.article, context.annotation.mention, context.annotation.hedge
    if not words or (hedge and words.start in range(*article.tokens_in(*hedge))):
        return None  # the `more` of `more than 150` adds nothing
    first, last = article.parts.sentence_of(figure.first)
    if context.indicator.kind == "flow" and _is_dated(context, first, figure):
        first = figure.first  # "Voor 2026 staat nog eens 75 hectare op de planning"
    else:
        first = article.parts.sentence_of(first - 1)[0] if first else first
    alike = [
        one
        for one in article.within(*span_between(article, first, last))
        if one.mention.unit == mention.unit and one.core != context.annotation.core
    ]
    if any(is_named(one, article, context.indicator, context.named) for one in alike):
        return words_between(article, words.start, words.stop), "adds to another number"
    return None
