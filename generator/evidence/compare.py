"""Whether the mention that states a fact's value bears out its unit, sign, hedge and voice.

In: a fact, a candidate reading, the passage and its article. Out: flaws, in the order of the rules.
Each rule looks at the article around the mention, so a quotation cut short hides nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.flaw import Flaw
from generator.evidence.locate import Passage
from generator.evidence.survey import Reading, Survey
from generator.evidence.units import DURATIONS
from generator.evidence.wording import plain, show, write_amount
from generator.model import RATIO_UNITS, Amount, Fact, Indicator

_SPEAKERS = ("hearsay", "self-reported", "attributed")
_PROSPECTS = ("target", "planned", "forecast")


@dataclass(frozen=True, slots=True)
class Case:
    """A fact beside the mention that may prove it."""

    fact: Fact
    indicator: Indicator
    amount: Amount
    reading: Reading
    passage: Passage
    article: Survey
    declared: frozenset[str]
    """Ids of the declared units."""

    @property
    def is_change(self) -> bool:
        """The fact's value is signed by direction words."""
        return self.indicator.kind == "change"


def check_case(case: Case) -> Iterator[Flaw]:
    """Every flaw of the case, in the order of the rules."""
    yield from _check_range(case)
    yield from _check_unit(case)
    yield from _check_sign(case)
    yield from _check_hedge(case)
    yield from _check_negation(case)
    yield from _check_voice(case)


def _check_range(case: Case) -> Iterator[Flaw]:
    if case.reading.bound is None or case.amount.value is None:
        return
    yield Flaw(
        "range-mismatch",
        "value",
        f"{plain(case.reading.mention.text)} is one end of a range in the quotation",
        "write min_value and max_value in place of value",
    )


def _check_unit(case: Case) -> Iterator[Flaw]:
    """The same code; none, another, or one of several is a flaw."""
    unit, stated, span = case.amount.unit, case.reading.mention.unit, case.reading.unit
    words = plain(case.article.text[span[0] : span[1]]) if span else ""
    if unit is None:
        if stated and (span is None or _is_real_unit(stated, case)):
            yield Flaw(
                "unit-mismatch",
                "unit",
                f"the fact has no unit; the quotation says {words}",
                f"write unit: {stated}",
            )
        return
    if case.reading.choices and unit in case.reading.choices:
        yield from _check_choice(case, unit, words)
    elif stated is None:
        yield Flaw(
            "unit-absent",
            "unit",
            f"{plain(case.reading.mention.text)} stands in the quotation without a unit; the fact says {unit}",
            'quote more of the sentence, or say why under inferred: {unit: "…"}',
        )
    elif stated != unit:
        said = (
            write_amount(case.reading.mention.value, stated)
            if case.reading.mention.value is not None
            else stated
        )
        yield Flaw(
            "unit-mismatch",
            "unit",
            f"the unit is {unit}; the quotation says {words} = {said}",
            _unit_hint(case, stated, words),
        )
    if span and stated and not case.passage.holds(span):
        yield Flaw(
            "unit-absent",
            "unit",
            f"the unit {show(words)} stands just outside the quotation",
            'widen the quotation, or say why under inferred: {unit: "…"}',
        )


def _is_real_unit(stated: str, case: Case) -> bool:
    """A unit of its own, and not merely the noun that follows."""
    figure = case.reading.figure
    return stated in case.declared or (
        figure is not None and figure.unit is not None and figure.unit.kind != "noun"
    )


def _unit_hint(case: Case, stated: str, words: str) -> str:
    if _is_real_unit(stated, case):
        return f"correct the unit to {stated}"
    return (
        f"if {show(words)} means {case.amount.unit}, add it to that unit's words in indicators.yaml"
    )


def _check_choice(case: Case, unit: str, words: str) -> Iterator[Flaw]:
    """A bare dollar is the American one where no other is near; a yen or yuan sign is always open."""
    lexicon, choices = case.article.lexicon, case.reading.choices
    text = _layout(case, *case.article.parts.sentence_of(_token(case)))
    is_elsewhere = bool(lexicon.dollars_elsewhere.search(text)) and not lexicon.dollars_here.search(
        text
    )
    is_dollar = choices[0] == "USD"
    if is_dollar and not is_elsewhere and unit == choices[0]:
        return
    if is_dollar and not lexicon.dollars_elsewhere.search(case.article.text):
        yield Flaw(
            "unit-mismatch",
            "unit",
            f"the unit is {unit}; the quotation says {words}",
            f"correct the unit to {choices[0]}",
        )
        return
    yield Flaw(
        "unit-ambiguous",
        "unit",
        f"{words} may be {' or '.join(choices)}; the fact says {unit}",
        'quote the words that say which, or say why under inferred: {unit: "…"}',
    )


def _check_sign(case: Case) -> Iterator[Flaw]:
    """A change goes the way that the words say, and is no level reached."""
    value = case.amount.value if case.amount.value is not None else case.amount.min_value
    if not case.is_change or case.amount.unit == "x" or value is None:
        return
    words = plain(case.reading.mention.text)
    if case.reading.is_level and case.reading.figure and case.reading.figure.sign is None:
        yield Flaw(
            "level-not-change",
            "value",
            f"{words} is a level reached in the quotation, not a change",
            "give the fact an indicator of kind level or flow, or quote the change",
        )
        return
    start, end = case.passage.part_around(case.reading.core)
    direction = case.article.direction(case.reading, start, end)
    if direction is None and value:
        yield Flaw(
            "sign-unseen",
            "value",
            f"no word of the quotation says whether {words} is up or down",
            'quote the word that says it, or say why under inferred: {sign: "…"}',
        )
    elif value and (direction == "up") != (value > 0):
        yield Flaw(
            "sign-mismatch",
            "value",
            f"the fact says {'up' if value > 0 else 'down'}; the quotation says {direction}: {words}",
            f"correct the value to {write_amount(-value, None)}",
        )


def _check_hedge(case: Case) -> Iterator[Flaw]:
    """The hedge that the article has is the fact's, and stands in the quotation."""
    stated, claimed, span = case.reading.mention.hedge, case.amount.hedge, case.reading.hedge
    words = plain(case.article.text[span[0] : span[1]]) if span else ""
    if case.reading.doubt is not None:
        if case.fact.hedge_typed and claimed in {stated, "exact"}:
            return
        yield Flaw(
            "hedge-unknown",
            "hedge",
            f"{show(case.reading.doubt)} beside the figure may be a hedge",
            "write hedge: exact, or the hedge that it is",
        )
        return
    if stated == "exact":
        if claimed != "exact":
            yield Flaw(
                "hedge-added",
                "hedge",
                f"the fact says {claimed}; the quotation has no such word before {plain(case.reading.mention.text)}",
                "leave hedge out, or quote the sentence that hedges",
            )
    elif span and not case.passage.holds(span):
        yield Flaw(
            "hedge-cut",
            "hedge",
            f"the article says {show(words)} just outside the quotation",
            f"widen the quotation and write hedge: {stated}",
        )
    elif claimed == "exact":
        yield Flaw(
            "hedge-dropped",
            "hedge",
            f"the quotation says {show(words)}, the fact says it is exact",
            f"write hedge: {stated}",
        )
    elif claimed != stated:
        yield Flaw(
            "hedge-mismatch",
            "hedge",
            f"the fact says {claimed}; the quotation says {show(words)} = {stated}",
            f"write hedge: {stated}",
        )


def _check_negation(case: Case) -> Iterator[Flaw]:
    """A negation in the clause, or a denial in the sentence, is for a person to judge."""
    cues, index = case.article.lexicon.cues, _token(case)
    clause = _layout(case, *case.article.parts.clause_of(index))
    sentence = _layout(case, *case.article.parts.sentence_of(index))
    for name, text in (("negation", clause), ("denial", sentence)):
        if found := _search(cues, name, text, f"{name}_excluded"):
            yield Flaw(
                "negated",
                "value",
                f"{show(found)} stands beside the figure in the article",
                'check that the text affirms it, and say so under inferred: {value: "…"}',
            )
            return


def _check_voice(case: Case) -> Iterator[Flaw]:
    """Words within the quotation that say who says so, or that it is yet to come, are not dropped."""
    cues, index = case.article.lexicon.cues, _token(case)
    sentence = _clip(case, *case.article.parts.sentence_of(index))
    clause = _clip(case, *case.article.parts.clause_of(index))
    if case.fact.attribution == "own":
        for name in _SPEAKERS:
            if found := _search(cues, name, sentence):
                yield Flaw(
                    "attribution-dropped",
                    "attribution",
                    f"the quotation says {show(found)}; the fact says it in the article's own voice",
                    f"write attribution: {name}",
                )
                return
    if case.fact.status == "reported" and case.reading.mention.unit not in DURATIONS:
        for name in _PROSPECTS:
            if found := _search(cues, name, clause, "status_excluded"):
                yield Flaw(
                    "status-dropped",
                    "status",
                    f"the quotation says {show(found)}; the fact says that it is so",
                    f'write status: {name}, or say why under inferred: {{status: "…"}}',
                )
                return


def _search(
    cues: dict[str, re.Pattern[str]] | object, name: str, text: str, excluded: str = ""
) -> str | None:
    """The first words of a cue, those within excluded phrases left out."""
    if not isinstance(cues, dict) or name not in cues:
        return None
    if excluded in cues:
        text = cues[excluded].sub(lambda match: " " * len(match[0]), text)
    found = cues[name].search(text)
    return found[0] if found else None


def _token(case: Case) -> int:
    return case.article.tokens_in(*case.reading.core)[0]


def _layout(case: Case, first: int, last: int) -> str:
    """The folded text of a stretch of tokens."""
    tokens = case.article.scene.tokens
    return case.article.folded.layout[tokens[first].start : tokens[last - 1].end]


def _clip(case: Case, first: int, last: int) -> str:
    """The same, as far as the quotation holds it."""
    start, end = case.passage.part_around(case.reading.core)
    low, high = case.article.tokens_in(start, end)
    first, last = max(first, low), min(last, high)
    return _layout(case, first, last) if first < last else ""


__all__ = ["RATIO_UNITS", "Case", "check_case"]
