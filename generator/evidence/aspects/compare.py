"""Whether the mention that states a fact's value bears out its unit, sign and hedge.

In: a case. Out: flaws, in the order of the rules. Each rule looks at the article around the
mention, so a quotation cut short hides nothing.
"""

from collections.abc import Iterator

from generator.evidence.aspects.attribution import check_attribution, check_negation, check_status
from generator.evidence.aspects.context import Case
from generator.evidence.aspects.direction import check_change
from generator.evidence.aspects.modality import check_unreal
from generator.evidence.aspects.unit import check_unit
from generator.evidence.findings import Flaw
from generator.evidence.messages import show


def check_case(case: Case) -> Iterator[Flaw]:
    """Every flaw of the case, in the order of the rules."""
    yield from _check_range(case)
    yield from check_unit(case)
    yield from check_change(case)
    yield from _check_hedge(case)
    yield from check_negation(case)
    yield from check_unreal(case)
    yield from check_attribution(case)
    yield from check_status(case)


def _check_range(case: Case) -> Iterator[Flaw]:
    if case.reading.bound is None or case.amount.value is None:
        return
    yield Flaw(
        "range-mismatch",
        "value",
        f"{case.words} is one end of a range in the quotation",
        "write min_value and max_value in place of value",
    )


def _check_hedge(case: Case) -> Iterator[Flaw]:
    """The hedge that the article has is the fact's, and stands in the quotation."""
    stated, claimed, span = case.reading.mention.hedge, case.amount.hedge, case.reading.hedge
    words = show(case.article.text[span[0] : span[1]]) if span else ""
    # What is unsure besides, as in "perhaps about 5,000", hides no hedge that is known.
    doubt = case.reading.doubt or (case.uncertainty if stated == "exact" else None)
    if doubt is not None:
        if not case.fact.hedge_typed or claimed not in {stated, "exact"}:
            message = f"{show(doubt)} beside the figure may be a hedge"
            hint = "write hedge: exact, or the hedge that it is"
            yield Flaw("hedge-unknown", "hedge", message, hint)
    elif stated == "exact":
        if claimed != "exact":
            message = f"the fact says {claimed}; no such word stands beside {case.words}"
            hint = "leave hedge out, or quote the sentence that hedges"
            yield Flaw("hedge-added", "hedge", message, hint)
    elif span and not case.passage.holds(span):
        message = f"the article says {words} just outside the quotation"
        hint = f"widen the quotation so that it holds {words}"
        if claimed != stated:
            hint += f", and write hedge: {stated}"
        yield Flaw("hedge-cut", "quote", message, hint)
    elif claimed != stated:
        code = "hedge-dropped" if claimed == "exact" else "hedge-mismatch"
        message = f"the quotation says {words} = {stated}; the fact says {claimed}"
        yield Flaw(code, "hedge", message, f"write hedge: {stated}")
