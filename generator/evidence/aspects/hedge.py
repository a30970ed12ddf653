"""Whether the hedge of the fact is the one that the article gives to the figure.

In: a rule context. Out: findings: a hedge that was dropped, added, changed or left outside the
quotation, and words that may be one. It looks at the article around the figure, so a quotation cut
short hides nothing.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.evidence.aspects.around.doubts import Doubt, find_doubt, find_frame, find_mark
from generator.evidence.aspects.context import RuleContext, find_cue
from generator.evidence.findings import finding_on, show
from generator.model import Finding, Hedge

_LESS: Mapping[Hedge, Hedge] = MappingProxyType({"just-over": "over", "nearly": "under"})
"""What a hedge says as well, and says less with."""


def check_hedge(context: RuleContext) -> Iterator[Finding]:
    """The hedge that the article has is the fact's, and stands in the quotation."""
    stated, claimed = context.annotation.mention.hedge, context.amount.hedge
    if stated == "exact" and (mark := find_mark(context)):
        yield from _check_mark(context, mark)
        return
    if stated == "exact" and (framed := find_frame(context)):
        stated, words = framed
        is_said = _is_of_status(context, words) or claimed in {stated, _LESS.get(stated)}
        if not is_said:
            yield _mismatch(stated, claimed, show(words))
        return
    doubt = _find_doubt(context, stated)
    if doubt is not None:
        if not context.fact.hedge_typed or claimed not in doubt.hedges:
            message = f"{show(doubt.words)} beside the figure may be a hedge"
            hint = f"write the hedge that it is: {' or '.join(sorted(doubt.hedges))}"
            yield finding_on("hedge-unknown", "hedge", message, hint)
        return
    yield from _check_stated(context, stated, claimed)


def _find_doubt(context: RuleContext, stated: Hedge) -> Doubt | None:
    """A word of doubt, which hides no hedge that is known, or one that may be a hedge."""
    doubt = find_doubt(context) if _is_open(context, stated) else None
    if doubt is None and context.annotation.ambiguity is not None:
        doubt = Doubt(context.annotation.ambiguity, frozenset({stated, "exact"}))
    return None if doubt and _is_of_forecast(context, doubt.words) else doubt


def _check_stated(context: RuleContext, stated: Hedge, claimed: Hedge) -> Iterator[Finding]:
    """The hedge beside the figure is the fact's, or neither has one."""
    if claimed not in {"exact", stated} and _may_be(context, claimed):
        return
    span = context.annotation.hedge
    words = show(context.article.text[span[0] : span[1]]) if span else ""
    if stated == "exact":
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
        yield _mismatch(stated, claimed, words)


def _may_be(context: RuleContext, claimed: Hedge) -> bool:
    """`within 41 million kilometres` may be given as at most so many, `annähernd` as nearly."""
    lexed, also = context.article.lexed, context.lexicon.hedges.also
    figure = context.annotation.figure
    starts = {figure.first, figure.unit.first if figure.unit else figure.first} if figure else ()
    found = (also.before(lexed.tokens, at) for at in starts)
    return any(one is not None and one[0] == claimed for one in found)


def _mismatch(stated: Hedge, claimed: Hedge, words: str) -> Finding:
    code = "hedge-dropped" if claimed == "exact" else "hedge-mismatch"
    message = f"the quotation says {words} = {stated}; the fact says {claimed}"
    return finding_on(code, "hedge", message, f"write hedge: {stated}")


def _check_mark(context: RuleContext, mark: Doubt) -> Iterator[Finding]:
    """The fact says which side of the mark it is, as far as the verb does."""
    claimed = context.amount.hedge
    if claimed == "exact" or not context.fact.hedge_typed:
        message = f"{show(mark.words)} at {context.words} may be one that was passed or missed"
        hint = "write the hedge, or the words of the mark to those of the indicator"
        yield finding_on("hedge-unknown", "hedge", message, hint)
    elif claimed not in mark.hedges:
        message = f"what the sentence says of the {mark.words} of {context.words} is not {claimed}"
        hint = f"write hedge: {' or '.join(sorted(mark.hedges))}"
        yield finding_on("hedge-mismatch", "hedge", message, hint)


def _is_of_status(context: RuleContext, words: str) -> bool:
    """`estimated at 600` of an estimate: the words say what the status says."""
    is_estimate = context.fact.status == "estimate" and context.amount.hedge == "exact"
    return is_estimate and find_cue(context.lexicon, "estimate", words) is not None


def _is_of_forecast(context: RuleContext, words: str) -> bool:
    """`probably 30 to 45 mm` of a forecast: the word says what the status says."""
    is_told = context.fact.status == "forecast" and context.amount.hedge == "exact"
    return is_told and find_cue(context.lexicon, "probable", words) is not None


def _is_open(context: RuleContext, stated: Hedge) -> bool:
    """No hedge is known, and the fact does not say itself that it is an estimate."""
    return stated == "exact" and context.fact.status != "estimate"
