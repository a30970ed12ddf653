"""Whether the quotation of an event affirms it: modality, attribution and status of its words.

In: an event and its quotation. Out: findings. There is no figure to look around, so all that is
quoted counts, with what the article's clauses have beside it and its sentence before it.
"""

from collections.abc import Iterator

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.aspects.attribution import check_speaker, check_speaker_outside
from generator.evidence.aspects.context import find_cue
from generator.evidence.aspects.modality import find_undone
from generator.evidence.aspects.status import check_prospect, read_status
from generator.evidence.findings import finding_on, show
from generator.evidence.quotes.locate import words_between
from generator.evidence.quotes.quotations import Quoted
from generator.model import Fact, Finding


def check_event(fact: Fact, quoted: Quoted) -> Iterator[Finding]:
    """What the words of a quotation, and those around it, make less of than the event does.

    An event for which no status was typed has that of its quotation, where a clear cue says one.
    """
    lexicon, words = quoted.article.lexicon, quoted.words
    begin, low, high, end = _sentences(quoted)
    parts = quoted.article.parts
    first, last = max(begin, parts.clause_of(low)[0]), min(end, parts.clause_of(high - 1)[1])
    clauses = words_between(quoted.article, first, last)
    sentence = words_between(quoted.article, begin, end)
    if denied := find_cue(lexicon, "denial", sentence):
        yield _negated(denied)
        return  # what is denied is for a person to judge first
    if found := find_undone(lexicon, clauses, sentence):
        yield _negated(found)
    within = list(check_speaker(fact, lexicon, words))
    before = words_between(quoted.article, begin, low)
    after = words_between(quoted.article, high, end)
    yield from within or check_speaker_outside(fact, lexicon, before, after)
    if fact.status_typed or read_status(words, lexicon) == "reported":
        yield from check_prospect(fact, lexicon, clauses)


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
    hint = 'check that the text affirms the event, and say so under inferred: {status: "…"}'
    return finding_on("negated", "status", message, hint)
