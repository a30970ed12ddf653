"""Who expects or reckons a figure: one whose forecast the article passes on.

In: a statement, where it names whom the fact is about. Out: the verb whose subject is an office, an
institute or an expert that the fact is not about. The expectations of a whole crowd are no one's.
"""

from collections.abc import Sequence

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.statements.cues import Cue, find_cues, is_word_of
from generator.evidence.statements.sayers import speaker_words
from generator.evidence.statements.statement import Statement

_VERBS = ("forecast", "estimate")
_OF = 3
"""Words behind a crowd that may say whose it is: `economists at the institute`."""


def find_reckoner(statement: Statement, ours: Sequence[range]) -> Cue | None:
    """The verb by which somebody else expects or reckons what the statement says."""
    lexicon = statement.article.lexicon
    for name in _VERBS:
        cues: list[Cue] = [*statement.cues(name), *statement.cues_above(name)]
        for cue in cues:
            if _is_verb(cue, lexicon) and _is_of_outsider(cue, statement, ours):
                return cue
    return None


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
