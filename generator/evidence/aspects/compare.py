"""Whether the mention that states a fact's value bears out its unit, sign and hedge.

In: a case. Out: flaws, in the order of the rules. Each rule looks at the article around the
mention, so a quotation cut short hides nothing.
"""

from collections.abc import Iterator

from generator.evidence.aspects.attribution import check_attribution, check_negation, check_status
from generator.evidence.aspects.context import RuleContext
from generator.evidence.aspects.direction import check_change
from generator.evidence.aspects.modality import check_modality
from generator.evidence.aspects.unit import check_unit
from generator.evidence.findings import Flaw
from generator.evidence.messages import show


def check_case(context: RuleContext) -> Iterator[Flaw]:
    """Every flaw of the case, in the order of the rules."""
    yield from _check_range(context)
    yield from check_unit(context)
    yield from check_change(context)
    yield from _check_hedge(context)
    yield from check_negation(context)
    yield from check_modality(context)
    yield from check_attribution(context)
    yield from check_status(context)


def _check_range(context: RuleContext) -> Iterator[Flaw]:
    if context.annotation.bound is None or context.amount.value is None:
        return
    yield Flaw(
        "range-mismatch",
        "value",
        f"{context.words} is one end of a range in the quotation",
        "write min_value and max_value in place of value",
    )


def _check_hedge(context: RuleContext) -> Iterator[Flaw]:
    """The hedge that the article has is the fact's, and stands in the quotation."""
    stated, claimed, span = (
        context.annotation.mention.hedge,
        context.amount.hedge,
        context.annotation.hedge,
    )
    words = show(context.article.text[span[0] : span[1]]) if span else ""
    # What is unsure besides, as in "perhaps about 5,000", hides no hedge that is known.
    ambiguity = context.annotation.ambiguity or (context.uncertainty if stated == "exact" else None)
    if ambiguity is not None:
        if not context.fact.hedge_typed or claimed not in {stated, "exact"}:
            message = f"{show(ambiguity)} beside the figure may be a hedge"
            hint = "write hedge: exact, or the hedge that it is"
            yield Flaw("hedge-unknown", "hedge", message, hint)
    elif stated == "exact":
        if claimed != "exact":
            message = f"the fact says {claimed}; no such word stands beside {context.words}"
            hint = "leave hedge out, or quote the sentence that hedges"
            yield Flaw("hedge-added", "hedge", message, hint)
    elif span and not context.passage.holds(span):
        message = f"the article says {words} just outside the quotation"
        hint = f"widen the quotation so that it holds {words}"
        if claimed != stated:
            hint += f", and write hedge: {stated}"
        yield Flaw("hedge-cut", "quote", message, hint)
    elif claimed != stated:
        code = "hedge-dropped" if claimed == "exact" else "hedge-mismatch"
        message = f"the quotation says {words} = {stated}; the fact says {claimed}"
        yield Flaw(code, "hedge", message, f"write hedge: {stated}")
