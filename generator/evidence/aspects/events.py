"""Whether the quotation of an event affirms it: modality, attribution and status of its words.

In: an event and its quotation. Out: findings. There is no figure to look around, so all that is
quoted counts, with what the article's clauses have beside it and the sentences around.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.aspects.attribution import (
    check_speaker,
    check_speaker_outside,
    check_voices,
)
from generator.evidence.aspects.modality import find_denial_in, find_denial_near, find_undone
from generator.evidence.aspects.status import (
    begins_after,
    check_ahead,
    check_reported,
    read_status,
)
from generator.evidence.findings import finding_on, show
from generator.evidence.quotes.locate import words_between
from generator.evidence.quotes.quotations import Quoted
from generator.evidence.statements.cues import Cue
from generator.evidence.statements.prospects import Prospects, find_prospects
from generator.evidence.statements.speakers import find_voices
from generator.evidence.statements.statement import Statement, split
from generator.evidence.terms.measures import measures_of
from generator.model import AHEAD, Fact, Finding, Indicator, Nomenclature


def check_event(fact: Fact, quoted: Quoted, spots: Sequence[int] = ()) -> Iterator[Finding]:
    """What the words of a quotation, and those around it, make of the event.

    An event for which no status was typed has that of its quotation, where a clear cue says one.
    """
    lexicon, words = quoted.article.lexicon, quoted.words
    begin, low, high, end = _sentences(quoted)
    parts = quoted.article.parts
    first, last = max(begin, parts.clause_of(low)[0]), min(end, parts.clause_of(high - 1)[1])
    clauses = words_between(quoted.article, first, last)
    sentence = words_between(quoted.article, begin, end)
    statement = _statement(quoted.article, range(first, last), range(begin, end))
    if denied := find_denial_in(statement) or find_denial_near(statement):
        yield _negated(denied)
        return  # what is denied is another matter
    if found := find_undone(lexicon, clauses, sentence):
        yield _negated(found)
    before = words_between(quoted.article, begin, low)
    after = words_between(quoted.article, high, end)
    if fact.attribution == "own":
        within = list(check_speaker(fact, lexicon, [words]))
        yield from within or check_speaker_outside(fact, lexicon, before, after)
    else:
        yield from check_voices(fact, find_voices(statement, is_done=fact.status == "reported"))
    yield from _check_status(fact, quoted, _of_event(find_prospects(statement), quoted, spots))


def find_event(indicator: Indicator, named: Nomenclature, quoted: Quoted) -> Iterator[int]:
    """The tokens of the quotation's sentences that name what happened."""
    article = quoted.article
    begin, _, _, end = _sentences(quoted)
    measures = measures_of(indicator, named, article.lexicon, article.lang)
    for one in measures.find(article, begin, end) if measures else ():
        if one.bearing == "own":
            yield one.spot.first


def _check_status(fact: Fact, quoted: Quoted, prospects: Prospects) -> Iterator[Finding]:
    """A plan that is announced may be the event itself: that is for a person to say."""
    if fact.status != "reported":
        yield from check_ahead(fact, prospects, is_to_come=begins_after(fact, quoted.published))
        return
    is_read = not fact.status_typed and "status" not in fact.inferred
    if is_read and read_status(quoted.words, quoted.article.lexicon) != "reported":
        return
    said = prospects.first(*AHEAD, "modal", "demand")
    if said is not None and prospects.is_settled:
        message = f"the text says {show(said.words)}; the fact says that it is so"
        hint = 'write the status, or say what has happened under inferred: {status: "…"}'
        yield finding_on("status-unseen", "status", message, hint)
    else:
        yield from check_reported(fact, prospects)


def _of_event(prospects: Prospects, quoted: Quoted, spots: Sequence[int]) -> Prospects:
    """Without what a relative clause behind the event says: `approved a plan under which …`."""
    article = quoted.article
    relative = article.lexicon.relative

    def is_apart(cue: Cue) -> bool:
        return any(
            spot < at < cue.first and article.lexed.lower(at) in relative
            for spot in spots
            for at in range(spot, cue.first)
        )

    if not prospects.is_done:
        return prospects
    cues = tuple(one for one in prospects.cues if not is_apart(one))
    return replace(prospects, cues=cues)


def _statement(article: AnnotatedArticle, clauses: range, sentence: range) -> Statement:
    """The statement of all clauses that the quotation touches."""
    segments = split(article, sentence)
    own = [one for one in segments if one.start < clauses.stop and clauses.start < one.stop]
    first = segments.index(own[0]) if own else 0
    governing = [segments[first - 1]] if first > 0 else []
    is_governed = bool(own) and article.lexed.lower(own[0].start) in article.lexicon.complementizers
    return Statement(
        article,
        clauses,
        sentence,
        tuple(own) or (sentence,),
        tuple(governing if is_governed else ()),
    )


def _sentences(quoted: Quoted) -> tuple[int, int, int, int]:
    """The first token of the quotation's sentence, those of its own, the one after the last."""
    article, passage = quoted.article, quoted.passages[0]
    low, high = article.tokens_in(passage.start, passage.end)
    begin, end = article.parts.sentence_of(low)[0], article.parts.sentence_of(high - 1)[1]
    begin = next((at for at in range(low, begin, -1) if _opens_line(article, at)), begin)
    end = next((at for at in range(high, end) if _opens_line(article, at)), end)
    return begin, low, high, end


def _opens_line(article: AnnotatedArticle, at: int) -> bool:
    """Whether a line begins here, with a capital: the line above may be a heading."""
    starts = article.token_starts
    tail = article.text[starts[at - 1] : starts[at]]
    return "\n" in tail and article.lexed.tokens[at].text[:1].isupper()


def _negated(found: str) -> Finding:
    message = f"{show(found)} stands in or beside the quotation"
    return finding_on("negated", "status", message, "quote what affirms the event, or leave it out")
