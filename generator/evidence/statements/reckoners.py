"""Who expects or reckons a figure: one whose forecast the article passes on.

In: a statement, where it names whom the fact is about. Out: the verb whose subject is an office, an
institute or an expert that the fact is not about. The expectations of a whole crowd are no one's.
And the verbs of clauses put in or behind that say no more than who reckons it: `…, the IMF
forecasts, …`, `…, schätzt der Nabu`: such a verb opens the clause before its subject, or ends it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.statements.cues import Cue, find_cues, is_word_of
from generator.evidence.statements.frames.openers import has_figure, opens
from generator.evidence.statements.sayers import speaker_words
from generator.evidence.statements.statement import Statement, split

RECKONING = ("forecast", "estimate")
"""Cues of what somebody expects or reckons."""
_SHORT = 5
"""How many words may say who said it."""
_EXPECTED = ("forecast", "target")
_OF = 3
"""Words behind a crowd that may say whose it is: `economists at the institute`."""
_LONGEST = 7
"""How many words may say who reckons it."""


def find_reckoner(statement: Statement, ours: Sequence[range]) -> Cue | None:
    """The verb by which somebody else expects or reckons what the statement says."""
    lexicon = statement.article.lexicon
    for name in RECKONING:
        cues: list[Cue] = [*statement.cues(name), *statement.cues_above(name)]
        for cue in cues:
            if _is_verb(cue, lexicon) and _is_of_outsider(cue, statement, ours):
                return cue
    return None


def find_told(statement: Statement) -> str | None:
    """A clause behind of no more than who did something, with no object: `…, the coach radioed`."""
    article = statement.article
    lexicon, tokens = article.lexicon, article.lexed.tokens
    begins = lexicon.openers | lexicon.relative | lexicon.complementizers
    if not statement.tail or opens(article, statement.sentence, begins):
        return None
    part = statement.tail[0]
    words = [at for at in part if tokens[at].kind == "word"]
    if not 1 < len(words) <= _SHORT or any(opens(article, one, begins) for one in statement.own):
        return None
    verb, subject = (words[0], words[1:]) if lexicon.speakers.inverted else (words[-1], words[:-1])
    if not _is_subject(subject[0], statement) or not _is_all_subject(subject, statement):
        return None
    if any(True for _ in find_cues(article, "done", subject[0], subject[-1] + 1)):
        return None
    if not any(cue.first == verb for cue in find_cues(article, "done", part.start, part.stop)):
        return None
    return tokens[verb].text


def has_own_forecast(statement: Statement, ours: Sequence[range]) -> bool:
    """Its own forecast says so: `keeps its forecast that sales will grow by 4 per cent`."""
    if not ours or not statement.held_of(_EXPECTED):
        return False
    lexed, belonging = statement.article.lexed, statement.article.lexicon.owners.belonging
    cues = (
        cue for name in _EXPECTED for cue in (*statement.cues(name), *statement.cues_above(name))
    )
    return any(
        lexed.lower(cue.first - 1) in belonging and ours[0].start < cue.first
        for cue in cues
        if not any(
            True
            for _ in find_cues(statement.article, "outsider", statement.sentence.start, cue.first)
        )
    )


def is_crowd(cue: Cue, statement: Statement) -> bool:
    """Those of the market, and not those of one house: `economists at Merkur Bank`."""
    tokens, lexicon = statement.article.lexed.tokens, statement.article.lexicon
    of = lexicon.owners.possessives | lexicon.verbs.of | lexicon.hedges.articles
    last = cue.last
    if last >= statement.sentence.stop or tokens[last].lower not in of:
        return True
    behind = tokens[last + 1 : last + 1 + _OF]
    return not any(one.kind == "word" and one.text[:1].isupper() for one in behind)


def _is_verb(cue: Cue, lexicon: Lexicon) -> bool:
    reckons, weak = lexicon.cues.get("reckons"), lexicon.cues.get("weak")
    is_reckoned = reckons is not None and reckons.match(cue.words) is not None
    return is_reckoned and not is_word_of(weak, cue.words)


def _is_of_outsider(cue: Cue, statement: Statement, ours: Sequence[range]) -> bool:
    words = speaker_words(cue, statement)
    article = statement.article
    prepositions = article.lexicon.owners.prepositions
    if any(
        one.start in words and article.lexed.lower(one.start - 1) not in prepositions
        for one in ours
    ):
        return False
    if any(True for _ in find_cues(article, "forecaster", words.start, words.stop)):
        return True
    crowds = list(find_cues(article, "crowd", words.start, words.stop))
    return any(not is_crowd(one, statement) for one in crowds)


def find_asides(statement: Statement) -> Iterator[Cue]:
    """The verbs of the clauses within the statement, right before it and right behind it."""
    if statement.held_of(("reckons",)):
        yield from _asides(statement)


def _asides(statement: Statement) -> Iterator[Cue]:
    article, lexicon = statement.article, statement.article.lexicon
    segments = split(article, statement.sentence)
    first = min(part.start for part in statement.own)
    last = max(part.stop for part in statement.own)
    begins = lexicon.openers | lexicon.relative | lexicon.complementizers
    for before, part in pairwise(segments):
        is_here = first <= part.start <= last or part.stop == first
        is_told = before != segments[0] and opens(article, before, lexicon.relative)
        if not is_here or is_told:
            continue
        if part.stop == first and opens(article, statement.own[0], begins):
            continue
        if not opens(article, part, begins) and not has_figure(article, part):
            yield from _verbs(part, statement)


def _verbs(part: range, statement: Statement) -> Iterator[Cue]:
    """The verb of a clause that has but a subject besides."""
    article, tokens = statement.article, statement.article.lexed.tokens
    words = [at for at in part if tokens[at].kind == "word"]
    if not 1 < len(words) <= _LONGEST:
        return
    is_inverted = article.lexicon.speakers.inverted
    for cue in find_cues(article, "reckons", part.start, part.stop):
        if cue.last - cue.first != 1:
            continue
        if is_inverted and cue.first == words[0] and _is_all_subject(words[1:], statement):
            yield cue
        if is_inverted or cue.first != words[-1]:
            continue
        if _is_subject(words[0], statement) and not _is_noun(words, statement):
            yield cue


def _is_all_subject(words: list[int], statement: Statement) -> bool:
    """No preposition is in it, by which a main clause may go on: `erwartet Kassel zur Messe`."""
    tokens, lexicon = statement.article.lexed.tokens, statement.article.lexicon
    goes_on = any(tokens[at].lower in lexicon.owners.prepositions for at in words)
    return _is_subject(words[0], statement) and not goes_on


def _is_subject(at: int, statement: Statement) -> bool:
    """A name or an article begins what may be a subject."""
    token = statement.article.lexed.tokens[at]
    return token.text[:1].isupper() or token.lower in statement.article.lexicon.quantities.articles


def _is_noun(words: list[int], statement: Statement) -> bool:
    """An English `forecasts` behind an article or in a phrase: `beside a city of many projects`."""
    tokens, lexicon = statement.article.lexed.tokens, statement.article.lexicon
    prepositions, before = lexicon.owners.prepositions, tokens[words[-2]]
    if before.lower in lexicon.quantities.articles | prepositions | lexicon.nouns.stops:
        return True
    is_phrase = any(tokens[at].lower in prepositions for at in words)
    return is_phrase and not before.text[:1].isupper()
