"""Whether it is done, or a target, a plan, a forecast: the status that the words give.

In: a rule context, or the words of a sentence. Out: findings where the text speaks of something
ahead and the fact reports it as done; the status that a fact would have. The cues are those of the
lexicon.
"""

from collections.abc import Iterator

from generator.evidence.aspects.context import RuleContext, find_cue
from generator.evidence.aspects.modality import find_denial
from generator.evidence.findings import finding_on, show
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.measures import DURATIONS
from generator.evidence.quotes.quotations import Quoted
from generator.model import AHEAD, Fact, Finding, Mention, Status

_HINTS = {"consensus": "write status: consensus, or forecast where it is one forecaster's"}


def read_status(words: str, lexicon: Lexicon) -> Status:
    """A target, plan or forecast where a cue says so; phrases such as `as planned` say none."""
    said = _find_prospect(words, lexicon)
    return said[0] if said else "reported"


def read_status_of_figure(words: str, mention: Mention, lexicon: Lexicon) -> Status:
    """The status of a figure, from the words around it; a duration has none."""
    return "reported" if mention.unit in DURATIONS else read_status(words, lexicon)


def read_status_of_event(fact: Fact, quoted: Quoted) -> Status | None:
    """What its quotation says of an event for which no status was typed and no reason given."""
    if fact.amount is not None or fact.status_typed or "status" in fact.inferred:
        return None
    return read_status(quoted.words, quoted.article.lexicon)


def check_status(context: RuleContext) -> Iterator[Finding]:
    """A target, plan or forecast is not reported as done; `soll` says nothing of an attribute.

    What the quotation leaves of its sentence counts, and what the article has in the clause; of a
    relative clause, that clause alone.
    """
    if context.annotation.mention.unit in DURATIONS:
        return
    if find_denial(context):
        return  # what is denied is for a person to judge first
    fact, lexicon = context.fact, context.lexicon
    quoted = context.clause(quoted=True) if context.is_aside else context.sentence(quoted=True)
    found = list(check_prospect(fact, lexicon, quoted, is_bare=context.is_attribute))
    yield from found or check_prospect(fact, lexicon, context.clause(quoted=False), is_bare=True)


def check_prospect(
    fact: Fact, lexicon: Lexicon, words: str, *, is_bare: bool = False
) -> Iterator[Finding]:
    """A fact of any other status than reported has said that it is not done; bare: clear cues."""
    if fact.status != "reported":
        return
    if said := _find_prospect(words, lexicon):
        name, found = said
        yield _finding("status-dropped", found, "", _HINTS.get(name, f"write status: {name}"))
        return
    if is_bare:
        return
    found_modal = find_cue(lexicon, "modal", words, "status_excluded")
    if found_modal and fact.attribution != "hearsay":
        hint = "write status: planned, or attribution: hearsay"
        yield _finding("status-unclear", found_modal, ", which is a plan or hearsay", hint)
    elif demand := find_cue(lexicon, "demand", words, "status_excluded"):
        hint = "write status: target or planned"
        yield _finding("status-unclear", demand, ", which is a demand or an offer", hint)


def _find_prospect(words: str, lexicon: Lexicon) -> tuple[Status, str] | None:
    """The first status of what is ahead that a cue names, with the words of the cue."""
    for name in AHEAD:
        if found := find_cue(lexicon, name, words, "status_excluded"):
            return name, found
    return None


def _finding(code: str, found: str, said: str, hint: str) -> Finding:
    message = f"the text says {show(found)}{said}; the fact says that it is so"
    hint = f'{hint}, or say why under inferred: {{status: "…"}}'
    return finding_on(code, "status", message, hint)
