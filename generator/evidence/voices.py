"""Who says it, and whether it is affirmed: negations, denials, hearsay, plans and forecasts.

In: a case. Out: flaws where the quotation's words make less of the figure than the fact does. The
cues are the lexicon's; irony and denials at a distance are beyond it.
"""

from collections.abc import Iterator

from generator.evidence.case import Case
from generator.evidence.flaw import Flaw
from generator.evidence.lexicon import Lexicon
from generator.evidence.units import DURATIONS
from generator.evidence.wording import show

_SPEAKERS = ("hearsay", "self-reported", "attributed")
_PROSPECTS = ("target", "planned", "forecast")


def check_negation(case: Case) -> Iterator[Flaw]:
    """A negation in the article's clause, or a denial in its sentence, is for a person to judge."""
    lexicon = case.article.lexicon
    found = _find_cue(lexicon, "negation", case.clause(quoted=False), "negation_excluded")
    found = found or _find_cue(lexicon, "denial", case.sentence(quoted=False))
    if found:
        yield Flaw(
            "negated",
            "value",
            f"{show(found)} stands beside the figure in the article",
            'check that the text affirms it, and say so under inferred: {value: "…"}',
        )


def check_attribution(case: Case) -> Iterator[Flaw]:
    """What the quotation says that others say is not in the article's own voice."""
    if case.fact.attribution != "own":
        return
    sentence = case.sentence(quoted=True)
    for name in _SPEAKERS:
        if found := _find_cue(case.article.lexicon, name, sentence):
            yield Flaw(
                "attribution-dropped",
                "attribution",
                f"the quotation says {show(found)}; the fact gives it as the article's own word",
                f"write attribution: {name}",
            )
            return


def check_status(case: Case) -> Iterator[Flaw]:
    """A target, plan or forecast is not reported as done."""
    if case.fact.status != "reported" or case.reading.mention.unit in DURATIONS:
        return
    clause = case.clause(quoted=True)
    for name in _PROSPECTS:
        if found := _find_cue(case.article.lexicon, name, clause, "status_excluded"):
            yield Flaw(
                "status-dropped",
                "status",
                f"the quotation says {show(found)}; the fact says that it is so",
                f'write status: {name}, or say why under inferred: {{status: "…"}}',
            )
            return


def _find_cue(lexicon: Lexicon, name: str, text: str, excluded: str = "") -> str | None:
    """The first words of a cue, those within excluded phrases left out."""
    if pattern := lexicon.cues.get(excluded):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    cue = lexicon.cues.get(name)
    found = cue.search(text) if cue else None
    return found[0] if found else None
