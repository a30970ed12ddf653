"""Whether the unit of the fact is the one that the article gives to the figure.

In: a case. Out: flaws: another unit, none at all, one of several, one outside the quotation. A
unit is never concluded from the subject or from the size of a number.
"""

from collections.abc import Iterator

from generator.evidence.aspects.context import Case
from generator.evidence.findings import Flaw
from generator.evidence.messages import plain, show, write_amount
from generator.evidence.numbers.hundredths import WHOLES

_SETTLE = 'or say why under inferred: {unit: "…"}'


def check_unit(case: Case) -> Iterator[Flaw]:
    """The same code; none, another, or one of several is a flaw."""
    unit, stated, span = case.amount.unit, case.reading.mention.unit, case.reading.unit
    words = plain(case.article.text[span[0] : span[1]]) if span else stated or ""
    if unit is None:
        if stated is not None and case.is_unit_declared:
            message = f"the fact has no unit; the quotation says {words}"
            yield Flaw("unit-mismatch", "unit", message, f"write unit: {stated}")
    elif unit in WHOLES.get(stated or "", ()):
        yield from _check_part(case, unit, words)
    elif unit in case.reading.choices:
        yield from _check_choice(case, unit, words)
    elif stated is None:
        message = f"{case.words} stands in the quotation without a unit; the fact says {unit}"
        yield Flaw("unit-absent", "unit", message, f"quote more of the sentence, {_SETTLE}")
    elif stated != unit:
        yield _other_unit(case, stated, words)
    if unit and span and not case.passage.holds(span):
        message = f"the unit {show(words)} stands just outside the quotation"
        yield Flaw("unit-absent", "unit", message, f"widen the quotation, {_SETTLE}")


def _check_part(case: Case, unit: str, words: str) -> Iterator[Flaw]:
    """A cent is one of the currency that its sentence names; pence and Rappen name their own."""
    wholes = WHOLES[case.reading.mention.unit or ""]
    first, last = case.article.parts.sentence_of(case.article.tokens_in(*case.reading.core)[0])
    tokens, folded = case.article.scene.tokens, case.article.folded
    start, end = folded.span(tokens[first].start, tokens[last - 1].end)
    named = {one.mention.unit for one in case.article.within(start, end)} & set(wholes)
    if len(wholes) > 1 and named != {unit}:
        several = ", ".join(wholes[:3])
        message = f"{words} may be those of {several} and others; the fact says {unit}"
        yield Flaw("unit-ambiguous", "unit", message, f"quote the words that say which, {_SETTLE}")


def _other_unit(case: Case, stated: str, words: str) -> Flaw:
    """The text names another unit, or a noun that no unit declares."""
    unit, value = case.amount.unit, case.reading.mention.value
    said = f"{words} = {write_amount(value, stated)}" if value is not None else words
    hint = f"correct the unit to {stated}"
    if not case.is_unit_declared:
        said = words
        hint = f"if {show(words)} means {unit}, add it to that unit's words in indicators.yaml"
    return Flaw("unit-mismatch", "unit", f"the unit is {unit}; the quotation says {said}", hint)


def _check_choice(case: Case, unit: str, words: str) -> Iterator[Flaw]:
    """A bare dollar is the American one where no other is near; a sign such as ¥ is always open."""
    lexicon, choices = case.article.lexicon, case.reading.choices
    if choices[0] == "USD":
        sentence = case.sentence(quoted=False)
        is_elsewhere = lexicon.dollars_elsewhere.search(sentence) is not None
        is_here = lexicon.dollars_here.search(sentence) is not None
        is_elsewhere = is_elsewhere or _is_text_elsewhere(case)
        if unit == choices[0] and (is_here or not is_elsewhere):
            return
        if not lexicon.dollars_elsewhere.search(case.article.text):
            message = f"the unit is {unit}; the quotation says {words}"
            yield Flaw("unit-mismatch", "unit", message, f"correct the unit to {choices[0]}")
            return
    message = f"{words} may be {' or '.join(choices)}; the fact says {unit}"
    yield Flaw("unit-ambiguous", "unit", message, f"quote the words that say which, {_SETTLE}")


def _is_text_elsewhere(case: Case) -> bool:
    """The article names a land of other dollars, and the United States nowhere."""
    lexicon, text = case.article.lexicon, case.article.text
    named = lexicon.dollars_elsewhere.search(text) is not None
    return named and lexicon.dollars_here.search(text) is None
