"""Who speaks beside words of saying: one whom the fact is about, or somebody else.

In: a statement, a cue of saying, where the sentence names the entity and others. Out: the words in
which the speaker stands, and whether one of the names is his. Behind a preposition (`laut`) it is
the noun right behind it; of a verb it is its subject, which in some languages may follow it. A name
behind a preposition (`the police of Hamburg said`) or before another name is no subject.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.evidence.lexicon.lemmas import is_listed
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.statements.cues import Cue, find_cues, is_word_of
from generator.evidence.statements.frames.openers import opens
from generator.evidence.statements.statement import Statement, split
from generator.evidence.text.tokens import Token

_NEAR = 6
"""Words between a verb of saying and who says it."""
_WORDS = 2
"""Words of a cue whose subject stands behind it as a whole: `zo meldde`."""
_SOURCE = 3
"""Words behind a preposition that may be its source."""


@dataclass(frozen=True, slots=True)
class Named:
    """Where a sentence names the entity of the fact, and where it names others."""

    ours: Sequence[range] = ()
    others: Sequence[range] = ()


NOBODY = Named()


def speaker_words(cue: Cue, statement: Statement) -> range:
    """The tokens in which the speaker of a cue stands."""
    article, sentence = statement.article, statement.sentence
    lexicon, part = article.lexicon, _part_of(cue, statement)
    if is_word_of(lexicon.speakers.sources_behind, cue.words):
        last = _after_articles(cue.last, part.stop, statement)
        return range(cue.first, min(last + _SOURCE, _mark(cue.last, part, statement)))
    first = max(sentence.start, cue.first - _NEAR)
    if is_word_of(lexicon.speakers.sources_before, cue.words):
        return range(max(part.start, first), cue.last)
    has_subject = any(
        article.lexed.tokens[at].kind == "word" for at in range(part.start, cue.first)
    )
    if has_subject and not lexicon.speakers.inverted:
        return range(first, cue.last)
    last = min(cue.last + _NEAR, part.stop if has_subject else sentence.stop)
    openers = lexicon.complementizers
    return range(
        first, next((at for at in range(cue.first, last) if _is(at, statement, openers)), last)
    )


def is_said_by(cue: Cue, statement: Statement, names: Sequence[range]) -> bool:
    """Whether one of the names is the speaker of the cue."""
    part, lexicon = _part_of(cue, statement), statement.article.lexicon
    around = (one for one in names if cue.first < one.start and one.stop < cue.last)
    if any(not _is(one.start - 1, statement, lexicon.owners.recipients) for one in around):
        return True  # the phrase goes around its subject: `zo laat het museum weten`
    if is_word_of(lexicon.speakers.sources_behind, cue.words):
        first = _after_articles(cue.last, part.stop, statement)
        return any(first <= one.start <= first + 1 for one in names)
    if is_word_of(lexicon.speakers.sources_before, cue.words):
        return any(one.stop == cue.first for one in names)
    start = _goes_on_from(cue, part, statement)
    before = [one for one in names if start <= one.start and one.stop <= cue.first]
    if before:
        return _is_subject(before[-1], cue, statement, names)
    if not _is_turned(cue, part, statement):
        return False
    ends = {cue.first + 1, cue.last if cue.last - cue.first <= _WORDS else cue.first + 1}
    return any(_is_behind(at, cue, statement, names) for at in ends)


def _is_behind(first: int, cue: Cue, statement: Statement, names: Sequence[range]) -> bool:
    """One of the names stands here, after an article, or a word behind."""
    last, lexicon = _end_near(cue, statement), statement.article.lexicon
    openers = lexicon.complementizers
    while first < last and _is_small(first, statement) and not _is(first, statement, openers):
        first += 1
    if first >= last or _is(first, statement, lexicon.owners.prepositions | openers):
        return False
    is_cut = statement.article.lexed.tokens[first].kind == "mark"
    return not is_cut and any(first <= one.start <= first + 1 for one in names)


def is_of_another(insider: Cue, statement: Statement, names: Sequence[range]) -> bool:
    """A spokesman who is another's: `Greenpeace-Sprecherin`, `a spokesman for Greenpeace`."""
    tokens, lexicon = statement.article.lexed.tokens, statement.article.lexicon
    at = insider.first - 2
    if at >= 0 and tokens[at + 1].text == "-" and _is_name(tokens[at], lexicon):
        return not any(at in one for one in names)
    at = insider.last
    if at >= statement.sentence.stop or tokens[at].lower not in lexicon.owners.prepositions:
        return False
    at = _after_articles(at + 1, statement.sentence.stop, statement)
    is_named = at < statement.sentence.stop and _is_name(tokens[at], lexicon)
    return is_named and not any(at in one for one in names)


def is_no_longer(insider: Cue, words: range, statement: Statement) -> bool:
    """One who spoke for it, or speaks for a rival: `its former boss`, `its rival's manager`."""
    article = statement.article
    lexed, lexicon = article.lexed, article.lexicon
    before = [
        lexed.lower(at) for at in range(max(words.start, insider.first - _SOURCE), insider.first)
    ]
    if not lexicon.frames.former.isdisjoint(before):
        return True
    behind = [lexed.lower(at) for at in range(insider.last, insider.last + _WORDS)]
    if behind[1] in lexicon.numerals.one:  # `the manager of a rival`
        behind[1] = lexed.lower(insider.last + _WORDS)
    is_linked = behind[0] in lexicon.owners.possessives | lexicon.owners.genitive_articles
    is_linked = is_linked or behind[0] in lexicon.frames.owning
    if is_linked and behind[1] in lexicon.owners.relations:
        return True
    owned = (word.removesuffix(one) for word in before for one in lexicon.owners.genitives)
    return any(one in lexicon.owners.relations for one in owned)


def _end_near(cue: Cue, statement: Statement) -> int:
    return min(statement.sentence.stop, cue.last + _NEAR)


def _part_of(cue: Cue, statement: Statement) -> range:
    """The segment that holds the cue."""
    segments = split(statement.article, statement.sentence)
    return next((one for one in segments if cue.first in one), statement.sentence)


def _goes_on_from(cue: Cue, part: range, statement: Statement) -> int:
    """Where the clause of the cue begins, before one that only says more of its subject."""
    article, segments = statement.article, split(statement.article, statement.sentence)
    at = next((at for at, one in enumerate(segments) if one == part), 0)
    words = [
        one for one in range(part.start, cue.first) if article.lexed.tokens[one].kind == "word"
    ]
    is_cut = not words
    if at > 0 and len(words) == 1 and _is(words[0], statement, article.lexicon.openers):
        return segments[at - 1].start  # `The hospital declined to comment but confirmed that …`
    first = at
    while is_cut and first > 0 and opens(article, segments[first - 1], article.lexicon.relative):
        first -= 1
    return segments[max(first - 1, 0)].start if first < at else part.start


def _is_subject(name: range, cue: Cue, statement: Statement, names: Sequence[range]) -> bool:
    """Nothing makes the name part of another's, and no other name stands before the verb."""
    article = statement.article
    tokens, lexicon = article.lexed.tokens, article.lexicon
    at = name.start - 1
    while at >= statement.sentence.start and _is_small(at, statement):
        at -= 1
    if at >= statement.sentence.start and tokens[at].lower in lexicon.owners.prepositions:
        return False
    last = tokens[name.stop - 1].text
    is_owner = any(len(one) > 1 and last.endswith(one) for one in lexicon.owners.genitives)
    if is_owner or tokens[name.stop].text == "-":
        words = range(name.stop, cue.first)
        insiders = find_cues(article, "insider", name.stop, cue.first)
        return any(not is_no_longer(one, words, statement) for one in insiders)
    return not any(
        _is_name(tokens[one], lexicon) and tokens[one - 1].lower not in lexicon.owners.prepositions
        for one in range(name.stop, cue.first)
        if not any(one in other for other in names)
    )


def _is_turned(cue: Cue, part: range, statement: Statement) -> bool:
    """The subject follows: the verb comes first, or where a language turns it, behind a time."""
    article = statement.article
    tokens, lexicon = article.lexed.tokens, article.lexicon
    words = [at for at in range(part.start, cue.first) if tokens[at].kind == "word"]
    if not words or not lexicon.speakers.inverted:
        return not words
    first = tokens[words[0]].lower
    is_time = first in lexicon.moments.table.firsts or first in lexicon.weekdays
    return is_time or first in lexicon.owners.prepositions or first in lexicon.nouns.stops


def _is_name(token: Token, lexicon: Lexicon) -> bool:
    """A word in a capital that the dictionary has not, and that is no time."""
    if token.kind != "word" or not token.text[:1].isupper():
        return False
    is_time = token.lower in lexicon.weekdays or token.lower in lexicon.nouns.stops
    is_month = any(token.lower == month.lower() for month in lexicon.dates.months)
    is_time = is_time or is_month or token.lower in lexicon.owners.prepositions
    return (
        not is_time and not is_listed(token.text, lexicon) and not is_listed(token.lower, lexicon)
    )


def _after_articles(at: int, last: int, statement: Statement) -> int:
    """The first token from here on that is no article and no small word before a source."""
    lexicon = statement.article.lexicon
    while at < last and (
        _is_small(at, statement) or _is(at, statement, lexicon.owners.possessives)
    ):
        at += 1
    return at


def _is_small(at: int, statement: Statement) -> bool:
    """An article or a possessive."""
    lexicon = statement.article.lexicon
    return _is(at, statement, lexicon.quantities.articles | lexicon.hedges.articles)


def _is(at: int, statement: Statement, words: frozenset[str]) -> bool:
    return statement.article.lexed.lower(at) in words


def _mark(at: int, part: range, statement: Statement) -> int:
    """The first mark from here on, or the end of the segment."""
    tokens = statement.article.lexed.tokens
    return next((one for one in range(at, part.stop) if tokens[one].kind == "mark"), part.stop)
