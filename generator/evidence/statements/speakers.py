"""Whose word a sentence is: the cues that name a speaker, and the attributions that they fit.

In: a statement. Out: `Voices`. A clause that goes on with something else after the statement names
no speaker of it. The sentences around count only for whether a reason can name one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.quotes.locate import words_between
from generator.evidence.statements.cues import Cue, find_cues, is_word_of
from generator.evidence.statements.frames.bearers import find_bearer
from generator.evidence.statements.frames.signs import (
    has_owner,
    is_gossip,
    is_noun,
    is_own_text,
    is_recorded,
    is_said_in_front,
    is_spoken_word,
    is_strangers,
    near_speakers,
)
from generator.evidence.statements.reckoners import find_asides, find_told, has_own_forecast
from generator.evidence.statements.sayers import (
    NOBODY,
    Named,
    is_no_longer,
    is_of_another,
    is_said_by,
    speaker_words,
)
from generator.evidence.statements.speech import (
    find_charge,
    find_speech,
    find_verdict,
    is_insiders,
)
from generator.evidence.statements.statement import Statement, split
from generator.evidence.statements.weeks import weekday_in
from generator.model import AHEAD, SPEAKERS, Attribution

_TOLD, _SHORT = 16, 24
"""How long the words and the sentence are that only say whose word the one before is."""
_OWNER = 3
"""Words from a text to whose it is: `Jahresbericht der Feuerwehr`."""
_SENTENCES = 2
"""How many sentences before count as what a passage speaks of."""


@dataclass(frozen=True, slots=True)
class Voices:
    """What a sentence says of who speaks."""

    names: tuple[Attribution, ...]
    fits: frozenset[Attribution]
    words: str | None
    is_insider: bool
    """Beside a verb of saying stands one who speaks for what it is about, or that itself."""
    is_outsider: bool
    is_spoken: bool
    """A verb of saying leaves open who speaks, here or in a sentence near by."""
    near: frozenset[Attribution]
    """The speakers that the sentences around name."""

    def may_be_own(self, outside: str | None) -> bool:
        """Whether the speaker may be whom it is about: not one known to be another."""
        is_named = "attributed" in self.names or outside is not None
        return is_named and "hearsay" not in self.names and not self.is_outsider


def find_voices(statement: Statement, *, is_done: bool = True, named: Named = NOBODY) -> Voices:
    """The speakers whom the sentence names; `soll` passes on only what is said to be done."""
    cues = [
        cue
        for name in SPEAKERS
        for part in statement.speaking()
        for cue in find_cues(statement.article, name, part.start, part.stop)
        if not _is_excluded(cue, statement)
    ]
    cues = [one for one in cues if not any(_holds_cue(each, one) for each in cues)]
    indirect = statement.article.lexicon.cues.get("indirect")
    said = [cue for cue in cues if not is_word_of(indirect, cue.words)]
    is_outsider = any(_has_outsider(cue, statement, named) for cue in said)
    fits = {cue.name for cue in cues} | set(_also(statement, cues, is_done=is_done))
    fits -= {"attributed"} if is_gossip(cues, statement) else set()
    is_own = bool(cues) and not is_outsider
    is_own = is_own and all(_is_own_word(one, statement, named) for one in cues)
    fits = {*_told(fits, cues, statement, named, is_own=is_own), *_beside(statement, named)}
    names = tuple(name for name in SPEAKERS if any(cue.name == name for cue in cues))
    return Voices(
        names,
        frozenset(name for name in SPEAKERS if name in fits),
        cues[0].words if cues else None,
        any(_has_insider(cue, statement, named) for cue in said),
        is_outsider,
        _is_spoken(statement),
        frozenset(near_speakers(statement)),
    )


def _told(
    fits: set[str], cues: list[Cue], statement: Statement, named: Named, *, is_own: bool
) -> set[str]:
    """Whose word the cues of saying make it: its own is no other's, a stranger's is not its own."""
    if _speaks_itself(statement, named):
        fits = {*(fits - ({"attributed"} if is_own else set())), "self-reported"}
    if cues and all(is_own_text(one, statement) for one in cues):
        fits = {*(fits - {"attributed"}), "self-reported"}
    if any(_is_of_others(cue, statement, named) for cue in cues):
        fits = {*(fits - {"self-reported"}), "attributed"}
    if any(is_strangers(cue, statement) for cue in cues):
        fits = fits - {"self-reported"}
    return fits


def _beside(statement: Statement, named: Named) -> Iterator[str]:
    """What else says it than a verb of saying: speech, a charge, a text, a forecast."""
    if (speech := find_speech(statement)) and is_insiders(statement, speech):
        yield "self-reported"
    if find_charge(statement) or find_verdict(statement):
        yield "attributed"
    if bearer := find_bearer(statement):
        is_ours = any(_belongs_to(bearer.cue, one, statement) for one in named.ours)
        yield "self-reported" if bearer.is_own or is_ours else "attributed"
    if has_own_forecast(statement, named.ours):
        yield "self-reported"
    if find_told(statement) or is_said_in_front(statement):
        yield "attributed"


def _belongs_to(text: Cue, name: range, statement: Statement) -> bool:
    """Only `of` and an article stand between: `Jahresbericht der Feuerwehr`."""
    article, between = statement.article, range(text.last, name.start)
    lexicon = article.lexicon
    links = lexicon.verbs.of | lexicon.owners.genitive_articles | lexicon.hedges.articles
    is_near = 0 < len(between) < _OWNER
    return is_near and all(article.lexed.lower(at) in links for at in between)


def _speaks_itself(statement: Statement, named: Named) -> bool:
    """The entity is the subject of a verb of saying, or right behind a word such as `laut`.

    Or one who speaks for it says so in a clause behind: `…, its director revealed`.
    """
    behind = (
        cue
        for part in statement.tail
        for cue in find_cues(statement.article, "sourced", part.start, part.stop)
    )
    for cue in behind if named is not NOBODY else ():
        if _has_insider(cue, statement, named) and not _has_outsider(cue, statement, named):
            return True
    if named is NOBODY:
        return False
    if any(_reckons_itself(cue, statement, named) for cue in _reckoning(statement)):
        return True
    if not named.ours:
        return False
    cues = (
        cue
        for name in ("attributed", "sourced")
        for part in statement.speaking()
        for cue in find_cues(statement.article, name, part.start, part.stop)
    )
    article = statement.article
    articles, indirect = article.lexicon.quantities.articles, article.lexicon.cues.get("indirect")
    verbs = (
        one
        for one in cues
        if article.lexed.lower(one.first - 1) not in articles
        and not is_word_of(indirect, one.words)
    )
    return any(is_said_by(cue, statement, named.ours) for cue in verbs)


def _reckons_itself(cue: Cue, statement: Statement, named: Named) -> bool:
    """It expects something, or one who speaks for it does: `rechnet Museumsleiter Ole Brandis`."""
    if is_said_by(cue, statement, named.ours):
        return True
    return _has_insider(cue, statement, named) and not _has_outsider(cue, statement, named)


def _is_own_word(cue: Cue, statement: Statement, named: Named) -> bool:
    """Its subject, in its own clause, is whom the fact is about: `Klaarbeek says`."""
    part = next(
        (one for one in split(statement.article, statement.sentence) if cue.first in one), None
    )
    ours = [one for one in named.ours if part is not None and one.start in part]
    is_verb = cue.name == "attributed" and cue.last - cue.first == 1
    return is_verb and bool(ours) and is_said_by(cue, statement, ours)


def _reckoning(statement: Statement) -> Iterator[Cue]:
    """The verbs by which somebody expects what the statement says."""
    reckons = statement.article.lexicon.cues.get("reckons")
    for cue in (*statement.cues("forecast"), *statement.cues_above("forecast")):
        if reckons is not None and reckons.match(cue.words):
            yield cue


def _is_of_others(cue: Cue, statement: Statement, named: Named) -> bool:
    """Words such as `by its own account` are those of another subject before them."""
    article, own = statement.article, statement.article.lexicon.cues.get("own_word")
    if cue.name != "self-reported" or own is None or own.search(cue.words) is None:
        return False
    part = next((one for one in split(article, statement.sentence) if cue.first in one), None)
    if part is None or not named.ours or any(one.start < cue.first for one in named.ours):
        return False
    if any(True for _ in find_cues(article, "outsider", part.start, cue.first)):
        return True
    first = next((at for at in part if article.lexed.tokens[at].kind == "word"), cue.first)
    is_one = article.lexed.lower(first) in article.lexicon.numerals.one
    return is_one and first < cue.first


def _has_insider(cue: Cue, statement: Statement, named: Named) -> bool:
    words = speaker_words(cue, statement)
    first, last = max(words.start, cue.first - 1), min(words.stop, cue.last + 1)
    if any(
        one.first in (cue.first - 1, cue.last)
        for one in find_cues(statement.article, "himself", first, last)
    ):
        return True
    return any(
        not is_of_another(one, statement, named.ours) and not is_no_longer(one, words, statement)
        for name in ("insider", "bearer")
        for one in find_cues(statement.article, name, words.start, words.stop)
        if name == "insider" or has_owner(one, words, statement)
    )


def _has_outsider(cue: Cue, statement: Statement, named: Named) -> bool:
    words = speaker_words(cue, statement)
    if _holds(statement, "outsider", words.start, words.stop):
        return True
    insiders = find_cues(statement.article, "insider", words.start, words.stop)
    if any(is_no_longer(one, words, statement) for one in insiders):
        return True
    return is_said_by(
        cue, statement, [one for one in named.others if not _is_titled(one, words, statement)]
    )


def _is_titled(name: range, words: range, statement: Statement) -> bool:
    """One who speaks for the subject stands right before the name: `chief executive Ruth Amory`."""
    titles = find_cues(statement.article, "insider", words.start, words.stop)
    return any(one.last == name.start for one in titles)


def find_source(statement: Statement) -> str | None:
    """A clause behind the statement that is no more than who says it: `…, researchers report`."""
    for part in statement.tail:
        words = [at for at in part if statement.article.lexed.tokens[at].kind == "word"]
        for cue in find_cues(statement.article, "sourced", part.start, part.stop):
            if words and (cue.first <= words[0] or _is_last(cue, words, statement)):
                return cue.words
    if statement.cues("crowd") or statement.cues_behind("crowd"):
        return None  # what many expect together is a status
    return next((cue.words for cue in find_asides(statement)), None)


def _is_last(cue: Cue, words: list[int], statement: Statement) -> bool:
    """Nothing stands behind the verb but when it was said: `the college announced on Tuesday`."""
    lexicon, lexed = statement.article.lexicon, statement.article.lexed
    behind = [lexed.lower(at) for at in words if at >= cue.last]
    small = lexicon.owners.prepositions | lexicon.quantities.articles
    return all(one in small or weekday_in(one, lexicon) is not None for one in behind)


def _find_told_after(statement: Statement) -> str | None:
    """How the next sentence says whose word this one is."""
    article, last = statement.article, statement.sentence.stop
    if last >= len(article.lexed.tokens):
        return None
    first, end = article.parts.sentence_of(last)
    found = next(find_cues(article, "told_after", first, min(end, first + _TOLD)), None)
    is_so = found is not None and found.first == first and end - first <= _SHORT
    return found.words if found and is_so else None


def _also(statement: Statement, cues: list[Cue], *, is_done: bool) -> Iterator[str]:
    """What the words of a cue fit besides; `soll` passes on hearsay."""
    lexicon = statement.article.lexicon
    words = [cue.words for cue in cues]
    if is_done and not any(statement.cues(name) for name in AHEAD):
        words += [cue.words for name in ("modal", "unreal") for cue in statement.cues(name)]
    for name in ("hearsay", "attributed"):
        pattern = lexicon.cues.get(f"also-{name}")
        if pattern is not None and any(pattern.search(one) for one in words):
            yield name
    own_words = [cue for cue in cues if cue.name == "self-reported"]
    is_sourced = any(
        not any(own.first <= cue.first < own.last for own in own_words)
        for part in statement.speaking()
        for cue in find_cues(statement.article, "sourced", part.start, part.stop)
    )
    is_sourced = is_sourced or _find_told_after(statement) is not None
    is_sourced = is_sourced or is_recorded(statement)
    if is_sourced or _is_reckoned(statement) or is_spoken_word(statement):
        yield "attributed"


def _is_reckoned(statement: Statement) -> bool:
    """Somebody expects, reckons or demands it, and so is whose word it is."""
    if any(True for _ in find_asides(statement)):
        return True
    lexicon = statement.article.lexicon
    weak, reckons = lexicon.cues.get("weak"), lexicon.cues.get("reckons")
    return any(
        reckons is not None
        and reckons.match(cue.words)
        and not (is_word_of(weak, cue.words) and is_noun(cue, statement))
        for name in ("forecast", "consensus", "estimate", "demand")
        for cue in (*statement.cues(name), *statement.cues_above(name))
    )


def _holds_cue(cue: Cue, other: Cue) -> bool:
    """A longer cue has the words of another: `eigenen Angaben zufolge` has `zufolge`."""
    is_longer = cue.last - cue.first > other.last - other.first
    return is_longer and cue.first <= other.first and other.last <= cue.last


def _is_excluded(cue: Cue, statement: Statement) -> bool:
    pattern = statement.article.lexicon.cues.get(f"{cue.name}_excluded")
    if pattern is None:
        return False
    words = words_between(statement.article, cue.first, min(cue.last + 3, statement.sentence.stop))
    return pattern.match(words) is not None


def _holds(statement: Statement, name: str, first: int, last: int) -> bool:
    return next(find_cues(statement.article, name, first, last), None) is not None


def _is_spoken(statement: Statement) -> bool:
    """A verb of saying in the sentence, or a speaker in one of those around."""
    sentence = statement.sentence
    return _holds(statement, "spoken", sentence.start, sentence.stop) or bool(
        near_speakers(statement)
    )
