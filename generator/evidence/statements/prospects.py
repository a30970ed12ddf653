"""What a statement says of the standing of its figure: target, plan, forecast, estimate, or done.

In: a statement. Out: the cues that belong to its figure, and the statuses that their words fit. A
verb speaks of the whole statement; a noun or adjective such as `target` or `planned` speaks of the
figure only beside it, or where nothing in the statement is done. Which words fit a second status,
the lexicon says.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.lexicon.dictionary import lemma_of
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.statements.cues import Cue, find_cues, is_word_of
from generator.evidence.statements.frames.drafts import find_draft
from generator.evidence.statements.frames.openers import opens
from generator.evidence.statements.governed import is_behind_opener
from generator.evidence.statements.reckoners import find_asides, is_crowd
from generator.evidence.statements.statement import Statement, split
from generator.model import AHEAD, Status

NAMES = (*AHEAD, "estimate", "modal", "demand", "unreal", "coming")
_BASE: dict[str, tuple[Status, ...]] = {
    "target": ("target",),
    "planned": ("planned",),
    "consensus": ("consensus", "forecast"),
    "forecast": ("forecast",),
    "estimate": ("estimate",),
    "modal": ("forecast",),
    "demand": ("target", "planned"),
    "unreal": ("forecast", "estimate"),
    "coming": ("planned", "forecast"),
    "draft": ("planned", "target", "forecast", "estimate"),
}
_OF_CASE: tuple[Status, ...] = ("forecast", "estimate")
"""What a clause may be that holds if something else does."""
_ALSO: tuple[Status, ...] = ("target", "planned", "forecast", "consensus", "estimate")
_OPEN = frozenset({"modal", "unreal"})
"""Cues that may say no more than that it is hearsay: `soll … haben`."""
_PROMISES = frozenset({"target", "planned"})
_BEHIND_WILL = 2
"""Words between a verb of the future and its participle: `will also be paid`."""
_BEFORE, _BEHIND, _SUBJECT, _PREDICATE = 4, 2, 4, 2
"""How many words may part a noun from the figure that it speaks of."""


@dataclass(frozen=True, slots=True)
class Prospects:
    """The cues that speak of a figure, and whether its statement says that it is done."""

    cues: tuple[Cue, ...]
    is_done: bool
    is_settled: bool
    """It says so, or that something stands so, besides what is ahead."""
    fits: frozenset[Status]
    """The statuses that the words fit."""
    is_obliged: bool = False
    """It says that it has to be so."""

    def first(self, *names: str) -> Cue | None:
        """The first cue of these names, in their order."""
        return next((one for name in names for one in self.cues if one.name == name), None)


def find_prospects(
    statement: Statement, *, is_compared: bool = False, measured: frozenset[int] = frozenset()
) -> Prospects:
    """What the words say; of a figure that another is compared with, only those beside it.

    Where an offer or a demand is what is measured, it says nothing of the figure's standing.
    """
    held = statement.held_of(NAMES)
    every = [
        cue
        for name in held
        for cue in statement.cues(name)
        if name != "demand" or measured.isdisjoint((cue.first, cue.last - 1))
    ]
    all_done = [
        one
        for one in statement.cues("done")
        if not _overlaps(one, every)
        and not is_behind_opener(statement.article.token_starts[one.first], statement)
    ]
    done = [one for one in all_done if not _is_reset(one, statement)]
    found = [
        cue for cue in every if _speaks(cue, statement, is_done=bool(done), is_compared=is_compared)
    ]
    if not is_compared:
        above = [cue for name in held for cue in statement.cues_above(name)]
        found += [one for one in above if not done or _is_of_done(one, statement)]
        found += _behind(statement, is_done=bool(done))
    found = [one for one in found if not _is_name(one, statement)]
    rumours = [*statement.cues("hearsay")]
    found = [one for one in found if one.name not in _OPEN or not _overlaps(one, rumours)]
    if any(one.name in AHEAD for one in found):
        found = [one for one in found if one.name != "coming"]
    draft = find_draft(statement)
    if draft is not None and measured.isdisjoint(range(draft.first, draft.last)):
        found = [*found, draft]
    is_settled = bool(all_done) or bool(statement.cues("settled"))
    fits = {*_fits(found, statement), *(_OF_CASE if find_case(statement) else ())}
    is_obliged = bool(statement.cues("obliged"))
    return Prospects(tuple(found), bool(all_done), is_settled, frozenset(fits), is_obliged)


def find_case(statement: Statement) -> str | None:
    """What opens a clause of the sentence that puts a case, where nothing is said to be done."""
    article = statement.article
    if not statement.held_of(("case",)) or statement.is_done():
        return None
    said = statement.independent
    for part in split(article, statement.sentence):
        if part.start not in said:
            continue
        found = next(find_cues(article, "case", part.start, min(part.stop, part.start + 6)), None)
        if found and not any(
            article.lexed.tokens[at].kind == "word" for at in range(part.start, found.first)
        ):
            return found.words
    return None


def _is_predicated(cue: Cue, statement: Statement) -> bool:
    """A noun that the clause behind it says: `the goal is that waste is recycled`."""
    article = statement.article
    if not is_word_of(article.lexicon.cues.get("weak"), cue.words):
        return False
    part = next(one for one in statement.governing if cue.first in one)
    words = [at for at in part if article.lexed.tokens[at].kind == "word"]
    return any(
        is_word_of(article.lexicon.cues.get("settled"), article.lexed.lower(at))
        for at in words[-_PREDICATE:]
        if at >= cue.last
    )


def _is_of_done(cue: Cue, statement: Statement) -> bool:
    """It may be said of what has happened: a verb estimates it, or a noun is what the clause says.

    As in `estimates that the storm caused …`.
    """
    if _is_predicated(cue, statement):
        return True
    is_noun = is_word_of(statement.article.lexicon.cues.get("weak"), cue.words)
    return cue.name == "estimate" and not is_noun


def _is_of_source(cue: Cue, statement: Statement) -> bool:
    """It is by whose word the statement is: `nach einer neuen Schätzung des Architekten`."""
    lexed, words = statement.article.lexed, statement.article.lexicon.frames.wording
    for at in range(cue.first - 1, max(cue.first - 1 - _BEFORE, statement.sentence.start - 1), -1):
        if lexed.lower(at) in words:
            return True
        if lexed.tokens[at].kind != "word":
            break
    return False


def _behind(statement: Statement, *, is_done: bool) -> Iterator[Cue]:
    """What a clause behind says of it: `…, analysts expect`, `…, so die Prognose`."""
    cues, names = statement.article.lexicon.cues, (*AHEAD, "estimate")
    called = statement.cues_behind("attributed_excluded")
    first = statement.own[0]
    if first.start == statement.sentence.start and opens(
        statement.article, first, statement.article.lexicon.grounding
    ):
        names = ()  # `Because 30 cars run on gas, it will close`: another statement
    for name in ("estimate",) if is_done and names else names:
        for cue in statement.cues_behind(name):
            is_said = cue.first - statement.tail[0].start <= _BEHIND or _overlaps(cue, called)
            if not is_word_of(cues.get("weak"), cue.words) or is_said:
                yield cue
    for aside in find_asides(statement):
        for name in names:
            for cue in find_cues(statement.article, name, aside.first, aside.last):
                if not is_done or is_word_of(cues.get("also-estimate"), cue.words):
                    yield cue


def _overlaps(cue: Cue, others: list[Cue]) -> bool:
    """The words of a target or plan may look like a verb of something done: `expected`."""
    return any(cue.first < other.last and other.first < cue.last for other in others)


def _speaks(cue: Cue, statement: Statement, *, is_done: bool, is_compared: bool) -> bool:
    """Whether a cue of the own statement speaks of its figure."""
    if _is_around_another(cue, statement) or _is_wished_by(cue, statement):
        return False
    is_weak = is_word_of(statement.article.lexicon.cues.get("weak"), cue.words)
    that = statement.article.lexicon.complementizers
    if not is_weak or statement.article.lexed.lower(cue.last) in that:
        tokens = statement.article.lexed.tokens
        is_parted = any(tokens[at].kind == "mark" for at in statement.gap(cue))
        return not is_compared or (is_beside(cue, statement) and not is_parted)
    said = statement.independent
    is_kept = any(True for _ in find_cues(statement.article, "kept", said.start, said.stop))
    if cue.name in _PROMISES and is_kept:
        return False  # `the promised beds are now in use`
    is_source = cue.name == "estimate" and _is_of_source(cue, statement)
    if is_source or is_beside(cue, statement):
        return not _is_nearer_to_another(cue, statement)
    if is_compared:
        return bool(statement.cues("reset"))  # a target that was moved, from this one to another
    is_aside = cue.name == "target" and _is_prepositional(cue, statement)
    is_aside = is_aside and bool(statement.cues("settled"))
    is_done = is_done and not _is_last_verb(cue, statement)
    return not is_done and not is_aside and not _is_nearer_to_another(cue, statement)


def _is_last_verb(cue: Cue, statement: Statement) -> bool:
    """A verb of the future with its figure behind it, and all that is done before it.

    As in `the restored moor will keep 9,000 tonnes`, and in `drivers will be paid 18.50 euros`.
    """
    is_ahead = _is_of_future(cue, statement) and cue.last <= statement.figure.start
    return is_ahead and all(
        one.last <= cue.first or _is_passive(cue, one, statement) for one in statement.cues("done")
    )


def _is_passive(cue: Cue, done: Cue, statement: Statement) -> bool:
    """Between a verb of the future and the participle stands `be`, perhaps an adverb."""
    lexicon, between = statement.article.lexicon, range(cue.last, done.first)
    being = {lemma_of(one, lexicon.lang) for one in lexicon.quantities.copulas}
    lower = statement.article.lexed.lower
    return 0 < len(between) <= _BEHIND_WILL and lower(done.first - 1) in being


def _is_of_future(cue: Cue, statement: Statement) -> bool:
    return cue.words.lower() in statement.article.lexicon.ranges.prospect.firsts


def _is_prepositional(cue: Cue, statement: Statement) -> bool:
    """A preposition stands before the noun: it is where or when, and no subject: `am Ziel`."""
    lexicon, before = statement.article.lexicon, statement.article.lexed.lower(cue.first - 1)
    articles = lexicon.hedges.articles | lexicon.numerals.one | lexicon.numerals.part_links
    is_verb = is_word_of(lexicon.cues.get("settled"), before)
    return before in lexicon.nouns.stops and before not in articles and not is_verb


def is_beside(cue: Cue, statement: Statement) -> bool:
    """Only words that link stand between: `target of 5 million`, `5 million as a target`."""
    gap, article = statement.gap(cue), statement.article
    if cue.first < statement.figure.start < cue.last:
        return True  # the phrase goes around the figure
    if cue.first >= statement.figure.stop:
        articles = article.lexicon.hedges.articles
        return len(gap) <= _BEHIND and not any(article.lexed.lower(at) in articles for at in gap)
    if len(gap) > 2 * _BEFORE:
        return False
    lexicon, hedges = article.lexicon, article.lexicon.hedges
    for at in gap:
        token = article.lexed.tokens[at]
        is_link = token.kind != "word" or token.lower in lexicon.nouns.stops
        is_link = is_link or token.lower in hedges.articles or token.lower in lexicon.numerals.one
        is_link = is_link or is_word_of(lexicon.cues.get("settled"), token.lower)
        if not is_link and not _is_of_hedge(token.lower, lexicon):
            return False
    return True


def _is_of_hedge(word: str, lexicon: Lexicon) -> bool:
    firsts = lexicon.hedges.before.firsts
    return word in firsts or word in lexicon.verbs.of or word in lexicon.verbs.by


def _is_nearer_to_another(cue: Cue, statement: Statement) -> bool:
    """Another number of the statement stands closer to the cue."""
    tokens, figure = statement.article.lexed.tokens, statement.figure
    own = len(statement.gap(cue))
    for part in statement.own:
        for at in part:
            if tokens[at].kind != "number" or at in figure:
                continue
            gap = at - cue.last if at >= cue.last else cue.first - at - 1
            if gap < own:
                return True
    return False


def _is_around_another(cue: Cue, statement: Statement) -> bool:
    """The phrase goes around another number: `bietet eine Quote von 20 Prozent`."""
    tokens, figure = statement.article.lexed.tokens, statement.figure
    return any(
        tokens[at].kind == "number" and at not in figure for at in range(cue.first, cue.last)
    ) and not (cue.first < figure.start < cue.last)


def _is_wished_by(cue: Cue, statement: Statement) -> bool:
    """The figure counts those who want, and nothing is said to come of it: `5,000 people want`.

    At the figure or in it, it may be an adjective that looks like such a verb: `27 wilde katten`.
    """
    if not is_word_of(statement.article.lexicon.cues.get("volition"), cue.words):
        return False
    if statement.figure.start < cue.first <= statement.figure.stop:
        return True
    own, figure = statement.own[0], statement.figure
    is_first = figure.start - own.start <= _BEFORE
    return is_first and 0 <= cue.first - figure.stop <= _SUBJECT


def _is_reset(cue: Cue, statement: Statement) -> bool:
    """Of a target it says that it was moved: that is no sign that the figure was reached."""
    return is_word_of(statement.article.lexicon.cues.get("reset"), cue.words)


def _is_name(cue: Cue, statement: Statement) -> bool:
    """A capital within a sentence makes a word a name, where the language has no other use of it.

    At the beginning of a sentence, a verb of something done right behind makes it one.
    """
    lexicon = statement.article.lexicon
    if not lexicon.titles.capitalised or not cue.words[:1].isupper() or " " in cue.words:
        return False
    tokens = statement.article.lexed.tokens
    if tokens[cue.last - 1].end > tokens[cue.first].start + len(cue.words):
        return True  # a possessive: `Target's`
    if cue.first > statement.sentence.start and tokens[cue.first - 1].kind == "word":
        return True
    following = next((one for one in statement.cues("done") if one.first == cue.last), None)
    return following is not None and not _is_reset(following, statement)


def _fits(cues: list[Cue], statement: Statement) -> Iterator[Status]:
    lexicon = statement.article.lexicon
    is_to_come = any(_is_of_future(cue, statement) for cue in cues)
    for cue in cues:
        if cue.name == "estimate" and is_to_come:
            yield "forecast"  # what somebody estimates that will be
            continue
        yield from _BASE[cue.name]
        for status in _ALSO:
            pattern = lexicon.cues.get(f"also-{status}")
            if pattern is not None and pattern.search(cue.words):
                yield status
    crowds = [*statement.cues("crowd"), *statement.cues_above("crowd")]
    if any(cue.name == "forecast" for cue in cues) and any(
        is_crowd(one, statement) for one in crowds
    ):
        yield "consensus"
