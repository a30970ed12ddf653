"""Who says it, and whether it is affirmed: negations, denials, hearsay, plans and forecasts.

In: a case, or the words of an event. Out: flaws where the quotation's words make less of the
matter than the fact does. The cues are the lexicon's; irony and denials at a distance are beyond
it.
"""

from collections.abc import Iterator

from generator.evidence.aspects.context import RuleContext
from generator.evidence.aspects.reported import find_speaker_outside
from generator.evidence.findings import Flaw
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.messages import show
from generator.evidence.numbers.units import DURATIONS
from generator.model import Fact

_SPEAKERS = ("hearsay", "self-reported", "attributed")
_PROSPECTS = ("target", "planned", "consensus", "forecast")
_STATUS_HINTS = {"consensus": "write status: consensus, or forecast where it is one forecaster's"}


def check_negation(context: RuleContext) -> Iterator[Flaw]:
    """A negation in the article's clause, or a denial in its sentence, is for a person to judge."""
    lexicon = context.article.lexicon
    found = find_cue(lexicon, "negation", context.clause_joined, "negation_excluded")
    found = found or find_cue(lexicon, "denial", context.sentence(quoted=False))
    if found:
        yield Flaw(
            "negated",
            "value",
            f"{show(found)} stands beside the figure in the article",
            'check that the text affirms it, and say so under inferred: {value: "…"}',
        )


def check_attribution(context: RuleContext) -> Iterator[Flaw]:
    """What the quotation says that others say is not in the article's own voice."""
    lexicon = context.article.lexicon
    if context.fact.attribution != "own" or find_cue(
        lexicon, "denial", context.sentence(quoted=False)
    ):
        return  # what is denied is for a person to judge first
    within = list(check_speaker(context.fact, lexicon, context.sentence(quoted=True)))
    yield from within
    if within or any(check_negation(context)):
        return
    said = _speaker_near(context) or find_speaker_outside(*context.around_quotation(), lexicon)
    if said:
        yield Flaw(
            "attribution-dropped",
            "attribution",
            f"the article says {show(said)} just outside the quotation",
            f"widen the quotation so that it holds {show(said)}, and write attribution: attributed",
        )


def _speaker_near(context: RuleContext) -> str | None:
    """Words of the figure's own clause, or a rumour or claim before it in its sentence."""
    if context.annotation.mention.unit in DURATIONS:
        return None
    lexicon, clause, before = (
        context.article.lexicon,
        context.clause(quoted=False),
        context.words_before,
    )
    for name in _SPEAKERS:
        found = find_cue(lexicon, name, clause, f"{name}_excluded")
        found = found or (name != "attributed" and find_cue(lexicon, name, before)) or None
        if found:
            return found
    return None


def check_status(context: RuleContext) -> Iterator[Flaw]:
    """A target, plan or forecast is not reported as done; `soll` says nothing of an attribute.

    What the quotation leaves of its sentence counts, and what the article has in the clause; of a
    relative clause, that clause alone.
    """
    if context.annotation.mention.unit in DURATIONS:
        return
    lexicon, is_bare = context.article.lexicon, context.is_attribute
    if find_cue(lexicon, "denial", context.sentence(quoted=False)):
        return  # what is denied is for a person to judge first
    clause = context.clause(quoted=False)
    quoted = context.clause(quoted=True) if context.is_aside else context.sentence(quoted=True)
    found = list(check_prospect(context.fact, lexicon, quoted, is_bare=is_bare))
    yield from found or check_prospect(context.fact, lexicon, clause, is_bare=True)


def check_speaker(fact: Fact, lexicon: Lexicon, quoted: str) -> Iterator[Flaw]:
    """What the words say that others say, unless the fact says so too."""
    if fact.attribution != "own":
        return
    for name in _SPEAKERS:
        if found := find_cue(lexicon, name, quoted, f"{name}_excluded"):
            yield Flaw(
                "attribution-dropped",
                "attribution",
                f"the quotation says {show(found)}; the fact gives it as the article's own word",
                f"write attribution: {name}",
            )
            return


def check_prospect(
    fact: Fact, lexicon: Lexicon, quoted: str, *, is_bare: bool = False
) -> Iterator[Flaw]:
    """A fact of any other status than reported has said that it is not done; bare: clear cues."""
    if fact.status != "reported":
        return
    for name in _PROSPECTS:
        if found := find_cue(lexicon, name, quoted, "status_excluded"):
            hint = _STATUS_HINTS.get(name, f"write status: {name}")
            yield _status_flaw("status-dropped", found, "", hint)
            return
    if is_bare:
        return
    found = find_cue(lexicon, "modal", quoted, "status_excluded")
    if found and fact.attribution != "hearsay":
        said = ", which is a plan or hearsay"
        hint = "write status: planned, or attribution: hearsay"
        yield _status_flaw("status-unclear", found, said, hint)
        return
    if found := find_cue(lexicon, "demand", quoted, "status_excluded"):
        said = ", which is a demand or an offer"
        yield _status_flaw("status-unclear", found, said, "write status: target or planned")


def _status_flaw(code: str, found: str, said: str, hint: str) -> Flaw:
    return Flaw(
        code,
        "status",
        f"the text says {show(found)}{said}; the fact says that it is so",
        f'{hint}, or say why under inferred: {{status: "…"}}',
    )


def find_cue(lexicon: Lexicon, name: str, text: str, excluded: str = "") -> str | None:
    """The first words of a cue, those within excluded phrases left out."""
    if pattern := lexicon.cues.get(excluded):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    cue = lexicon.cues.get(name)
    found = cue.search(text) if cue else None
    return found[0] if found else None
