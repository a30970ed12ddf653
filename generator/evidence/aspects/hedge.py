"""Whether the hedge of the fact is the one that the article gives to the figure.

In: a rule context. Out: findings: a hedge that was dropped, added, changed or left outside the
quotation, and words that may be one. It looks at the article around the figure, so a quotation cut
short hides nothing.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.evidence.aspects.context import RuleContext, find_cue
from generator.evidence.aspects.measure import own_words
from generator.evidence.findings import finding_on, show
from generator.evidence.numbers.figures import LexedText
from generator.evidence.quotes.locate import words_between
from generator.evidence.statements.statement import has_figure, split
from generator.evidence.text.tokens import is_glued
from generator.model import Finding, Hedge

_LESS: Mapping[Hedge, Hedge] = MappingProxyType({"just-over": "over", "nearly": "under"})
"""What a hedge says as well, and says less with."""
_NEAR = 9
"""Words between a figure and a `perhaps` that is said of it."""


def check_hedge(context: RuleContext) -> Iterator[Finding]:
    """The hedge that the article has is the fact's, and stands in the quotation."""
    stated, claimed = context.annotation.mention.hedge, context.amount.hedge
    if stated == "exact" and (mark := _find_mark(context)):
        if claimed == "exact" or not context.fact.hedge_typed:
            message = f"{show(mark)} at {context.words} may be one that was passed or missed"
            hint = "write the hedge, or the words of the mark to those of the indicator"
            yield finding_on("hedge-unknown", "hedge", message, hint)
        return
    span = context.annotation.hedge
    words = show(context.article.text[span[0] : span[1]]) if span else ""
    # A word of doubt, as in "perhaps about 5,000", hides no hedge that is known.
    ambiguity = context.annotation.ambiguity
    ambiguity = ambiguity or (_find_doubt(context) if _is_open(context, stated) else None)
    if ambiguity is not None and not _is_of_forecast(context, ambiguity):
        if not context.fact.hedge_typed or claimed not in {stated, "exact"}:
            message = f"{show(ambiguity)} beside the figure may be a hedge"
            hint = "write hedge: exact, or the hedge that it is"
            yield finding_on("hedge-unknown", "hedge", message, hint)
    elif stated == "exact":
        if claimed != "exact":
            message = f"the fact says {claimed}; no such word stands beside {context.words}"
            hint = "leave hedge out, or quote the sentence that hedges"
            yield finding_on("hedge-added", "hedge", message, hint)
    elif span and not context.passage.holds(span):
        message = f"the article says {words} just outside the quotation"
        hint = f"widen the quotation so that it holds {words}"
        if claimed != stated:
            hint += f", and write hedge: {stated}"
        yield finding_on("hedge-cut", "quote", message, hint)
    elif claimed not in {stated, _LESS.get(stated)} and not _is_of_status(context, words):
        code = "hedge-dropped" if claimed == "exact" else "hedge-mismatch"
        message = f"the quotation says {words} = {stated}; the fact says {claimed}"
        yield finding_on(code, "hedge", message, f"write hedge: {stated}")


def _is_of_status(context: RuleContext, words: str) -> bool:
    """`estimated at 600` of an estimate: the words say what the status says."""
    is_estimate = context.fact.status == "estimate" and context.amount.hedge == "exact"
    return is_estimate and find_cue(context.lexicon, "estimate", words) is not None


def _find_mark(context: RuleContext) -> str | None:
    """`the mark of 5,000 visitors`: no number that was counted, unless the mark is the measure."""
    figure, lexed = context.annotation.figure, context.article.lexed
    if figure is None:
        return None
    at = figure.first - 2
    if lexed.lower(figure.first - 1) not in lexed.lexicon.verbs.of:
        at = _compound_end(lexed, figure.core[1])
    if lexed.lower(at) not in lexed.lexicon.counts.marks or any(
        own_words(context, range(at, at + 1))
    ):
        return None
    return lexed.tokens[at].text


def _compound_end(lexed: LexedText, at: int) -> int:
    """The last word of the compound that goes on with hyphens here: `500-Mitglieder-Marke`."""
    tokens = lexed.tokens
    while lexed.lower(at) == "-" and is_glued(tokens, at) and is_glued(tokens, at + 1):
        at += 2
    return at - 1


def _is_of_forecast(context: RuleContext, words: str) -> bool:
    """`probably 30 to 45 mm` of a forecast: the word says what the status says."""
    is_told = context.fact.status == "forecast" and context.amount.hedge == "exact"
    return is_told and find_cue(context.lexicon, "probable", words) is not None


def _is_open(context: RuleContext, stated: Hedge) -> bool:
    """No hedge is known, and the fact does not say itself that it is an estimate."""
    return stated == "exact" and context.fact.status != "estimate"


def _find_doubt(context: RuleContext) -> str | None:
    """A word near the figure that makes it less certain without saying how: `perhaps`."""
    article, mention = context.article, context.annotation.mention
    low, high = article.tokens_in(mention.start, mention.end)
    first, last = article.parts.sentence_of(context.token)
    clause = article.parts.clause_of(context.token)[0]
    last = min(last, high + _NEAR)
    for part in split(article, context.statement.sentence):
        if part.start >= high and has_figure(article, part):
            last = min(last, part.start)  # what follows is said of another figure
    near = words_between(article, max(first, clause, low - _NEAR), last)
    return find_cue(context.lexicon, "perhaps", near)
