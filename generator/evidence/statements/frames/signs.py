"""Signs of whose word a sentence is, besides the verb of saying: rumour, own text, marks of speech.

In: a statement, its cues of saying. Out: whether it is mere talk, the word of the subject's own
text or people, direct speech, or what an office has counted.
"""

from collections.abc import Iterator

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.statements.cues import Cue, find_cues, is_word_of
from generator.evidence.statements.sayers import is_no_longer, speaker_words
from generator.evidence.statements.statement import Statement
from generator.model import SPEAKERS, Attribution

_NEAR = 6
"""How many words may stand before the colon behind who speaks."""
_SENTENCES = 2
"""How many sentences before count as what a passage speaks of."""
_MARKS = frozenset("\"'“„«»”‘’")


def is_gossip(cues: list[Cue], statement: Statement) -> bool:
    """Nobody is named who says it; the mood of its verb names nobody either."""
    lexicon = statement.article.lexicon
    indirect, also = lexicon.cues.get("indirect"), lexicon.cues.get("also-attributed")
    rumours = [cue for cue in cues if cue.name == "hearsay"]
    others = [cue for cue in cues if cue.name != "hearsay"]
    if not rumours or not others or (also and any(also.search(one.words) for one in rumours)):
        return False
    return all(is_word_of(indirect, one.words) for one in others)


def is_own_text(cue: Cue, statement: Statement) -> bool:
    """Its own text or one of its people speaks: `its website says`, `to hear its cook tell it`."""
    lexed, owners = statement.article.lexed, statement.article.lexicon.owners
    inside = [lexed.lower(at) for at in range(cue.first, cue.last)]
    if not owners.belonging.isdisjoint(inside):
        return cue.name == "attributed" and (owners.kin | owners.relations).isdisjoint(inside)
    words = speaker_words(cue, statement)
    texts = find_cues(statement.article, "bearer", words.start, words.stop)
    return any(has_owner(one, words, statement) for one in texts)


def has_owner(cue: Cue, words: range, statement: Statement) -> bool:
    """A possessive stands right before it."""
    belonging, lexed = statement.article.lexicon.owners.belonging, statement.article.lexed
    return cue.first - 1 in words and lexed.lower(cue.first - 1) in belonging


def is_spoken_word(statement: Statement) -> bool:
    """It stands between marks of quotation, or behind a name and a colon: `Smith: 'worth 15'`."""
    tokens, sentence = statement.article.lexed.tokens, statement.sentence
    marks = [at for at in sentence if tokens[at].text == '"']
    before = sum(at < statement.figure.start for at in marks)
    if before % 2 or (not before and len(marks) % 2):
        return True  # the sentence may begin within a quotation
    colon = next((at for at in sentence if tokens[at].text == ":"), None)
    if colon is None or colon - sentence.start > _NEAR or colon + 1 >= sentence.stop:
        return False
    return tokens[colon + 1].text in _MARKS


def is_recorded(statement: Statement) -> bool:
    """An office, institute or expert counted or measured it."""
    return any(
        any(True for _ in find_cues(statement.article, "outsider", part.start, part.stop))
        for part in statement.own
        if any(True for _ in find_cues(statement.article, "recorded", part.start, part.stop))
    )


def is_noun(cue: Cue, statement: Statement) -> bool:
    """An article or a possessive stands before it: `its forecast`, `the forecasts`."""
    lexicon, before = statement.article.lexicon, statement.article.lexed.lower(cue.first - 1)
    words = lexicon.hedges.articles | lexicon.numerals.one | lexicon.numerals.part_links
    is_free = not lexicon.titles.capitalised and cue.words[:1].isupper()
    is_owner = "'" in before
    return is_free or before in words or is_owner


def is_strangers(cue: Cue, statement: Statement) -> bool:
    """It is the word of one who speaks for it no more, or for a rival."""
    around = speaker_words(cue, statement)
    words = range(min(around.start, cue.first), max(around.stop, cue.last))
    insiders = find_cues(statement.article, "insider", words.start, words.stop)
    return any(is_no_longer(one, words, statement) for one in insiders)


def is_said_in_front(statement: Statement) -> bool:
    """What a semicolon parts from it begins with who says so: `Police counted 9; a year ago …`."""
    first, last = statement.sentence.start, statement.independent.start
    names = statement.held_of(("attributed", "sourced")) if first < last else ()
    return any(True for name in names for _ in find_cues(statement.article, name, first, last))


def near_speakers(statement: Statement) -> set[Attribution]:
    """The speakers of the sentences before it and of the one after, within its paragraph."""
    article, sentence = statement.article, statement.sentence
    numbers, starts = article.parts.sentence, article.token_starts
    here, first, last = numbers[sentence.start], sentence.start, sentence.stop
    while first > 0 and numbers[first - 1] >= here - _SENTENCES:
        if "\n" in article.text[starts[first - 1] : starts[first]]:
            break
        first -= 1
    while last < len(numbers) and numbers[last] <= here + 1:
        if "\n" in article.text[starts[last - 1] : starts[last]]:
            break
        last += 1
    found: set[Attribution] = set()
    for low, high in ((first, sentence.start), (sentence.stop, last)):
        for name in SPEAKERS:
            for cue in find_cues(article, name, low, high):
                found |= {name, *_fitting(cue.words, article.lexicon)}
    return found


def _fitting(words: str, lexicon: Lexicon) -> Iterator[Attribution]:
    """What other kinds of speaker the words of a cue fit."""
    for name in SPEAKERS:
        pattern = lexicon.cues.get(f"also-{name}")
        if pattern is not None and pattern.search(words):
            yield name
