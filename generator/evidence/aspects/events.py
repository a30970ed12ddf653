"""Whether the quotation of an event affirms it: negations, denials, conditions, speakers, plans.

In: an event and its quotation. Out: flaws. There is no figure to look around, so all that is quoted
counts, with what the article's clauses have beside it and its sentence before it.
"""

from collections.abc import Iterator

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.aspects.attribution import check_prospect, check_speaker, find_cue
from generator.evidence.aspects.modality import find_supposed
from generator.evidence.aspects.quotations import Quoted
from generator.evidence.aspects.reported import find_speaker_outside
from generator.evidence.aspects.said import read_status
from generator.evidence.findings import Flaw
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.messages import show
from generator.model import Fact


def check_event(fact: Fact, quoted: Quoted) -> Iterator[Flaw]:
    """What the words of a quotation, and those around it, make less of than the event does.

    An event for which no status was typed has that of its quotation, where a clear cue says one.
    """
    lexicon, words = quoted.article.lexicon, quoted.words
    clauses, sentence = _words_around(quoted)
    if denied := find_cue(lexicon, "denial", sentence):
        yield _negated(denied)
        return  # what is denied is for a person to judge first
    if found := _find_undone(lexicon, clauses, sentence):
        yield _negated(found)
    within = list(check_speaker(fact, lexicon, words))
    yield from within or _check_outside(fact, quoted)
    if fact.status_typed or read_status(words, lexicon) == "reported":
        yield from check_prospect(fact, lexicon, clauses)


def _find_undone(lexicon: Lexicon, clauses: str, sentence: str) -> str | None:
    return (
        find_cue(lexicon, "negation", clauses, "negation_excluded")
        or find_cue(lexicon, "undone", clauses)
        or find_supposed(lexicon, clauses, sentence)
    )


def _check_outside(fact: Fact, quoted: Quoted) -> Iterator[Flaw]:
    if fact.attribution != "own":
        return
    begin, low, high, end = _sentences(quoted)
    before, after = _text(quoted, begin, low), _text(quoted, high, end)
    if said := find_speaker_outside(before, after, quoted.article.lexicon):
        yield Flaw(
            "attribution-dropped",
            "attribution",
            f"the article says {show(said)} just outside the quotation",
            f"widen the quotation so that it holds {show(said)}, and write attribution: attributed",
        )


def _words_around(quoted: Quoted) -> tuple[str, str]:
    """The clauses that the quotation touches, and their sentence."""
    begin, low, high, end = _sentences(quoted)
    parts = quoted.article.parts
    first, last = max(begin, parts.clause_of(low)[0]), min(end, parts.clause_of(high - 1)[1])
    return _text(quoted, first, last), _text(quoted, begin, end)


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


def _text(quoted: Quoted, first: int, last: int) -> str:
    if first >= last:
        return ""
    tokens = quoted.article.lexed.tokens
    return quoted.article.folded.layout[tokens[first].start : tokens[last - 1].end]


def _negated(found: str) -> Flaw:
    return Flaw(
        "negated",
        "status",
        f"{show(found)} stands in or beside the quotation",
        'check that the text affirms the event, and say so under inferred: {status: "…"}',
    )
