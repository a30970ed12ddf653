"""A sum in two parts, read as one: `5 euro 50`, `$10 and 30 cents`, `zwei Euro fünfzig`.

In: tokens and a figure of whole money. Out: the same figure with the cents that follow. A second
number that counts something else stays a figure of its own.
"""

from dataclasses import replace
from decimal import Decimal

from generator.evidence.numbers.figures import ONE, Figure, LexedText
from generator.evidence.numbers.numerals import parse_number_word
from generator.evidence.numbers.units import FoundUnit, find_unit_after
from generator.evidence.text.tokens import is_glued

_HUNDRED = 100
_TEN = 10
_DIGITS = 2


def join_cents(lexed: LexedText, figure: Figure) -> Figure:
    """The figure with its cents, where some follow."""
    unit, value = figure.unit, figure.value
    if unit is None or value is None or unit.kind != "money" or figure.scale != ONE:
        return figure
    is_whole = value == value.to_integral_value() and value.as_tuple().exponent == 0
    if not is_whole or _is_coin(lexed, unit):
        return figure
    joined = lexed.lexicon.ranges.and_.at(lexed.tokens, figure.last)
    is_spoken = joined is None and unit.first >= figure.core[1]
    found = _cents(lexed, joined[1] if joined else figure.last, may_be_bare=is_spoken)
    if found is None:
        return figure
    cents, last = found
    part = Decimal(cents) / _HUNDRED
    return replace(
        figure,
        value=value - part if value < 0 else value + part,
        last=last,
        core=(figure.core[0], last),
    )


def _is_coin(lexed: LexedText, unit: FoundUnit) -> bool:
    return unit.code in lexed.lexicon.coins.parts or unit.code in lexed.lexicon.coins.others


def _cents(lexed: LexedText, at: int, *, may_be_bare: bool) -> tuple[int, int] | None:
    """The number of cents that stands at `at`, and the index after it."""
    cents = _small_number(lexed, at)
    if cents is None:
        return None
    after = _number_end(lexed, at)
    coins = lexed.lexicon.coins
    if coin := coins.at(lexed.tokens, after):
        return (cents, coin[1]) if coin[0] in coins.parts else None
    is_bare = may_be_bare and cents >= _TEN and not is_glued(lexed.tokens, at)
    if not is_bare or _goes_on(lexed, after):
        return None
    return cents, after


def _small_number(lexed: LexedText, at: int) -> int | None:
    """A number below a hundred, in one or two digits or in words."""
    if at >= len(lexed.tokens):
        return None
    token = lexed.tokens[at]
    if token.kind == "number":
        is_plain = token.text.isdecimal() and len(token.text) <= _DIGITS
        return int(token.text) if is_plain else None
    if found := lexed.lexicon.numerals.phrases.at(lexed.tokens, at):
        value: Decimal | None = found[0]
    else:
        value = parse_number_word(token.lower, lexed.lexicon)
    is_small = value is not None and 1 <= value < _HUNDRED and value == value.to_integral_value()
    return int(value) if value is not None and is_small else None


def _number_end(lexed: LexedText, at: int) -> int:
    found = lexed.lexicon.numerals.phrases.at(lexed.tokens, at)
    return found[1] if found else at + 1


def _goes_on(lexed: LexedText, after: int) -> bool:
    """Whether the number has a unit, a scale or a noun, or begins a range: it is no cents then."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    if after >= len(tokens):
        return False
    if tokens[after].kind == "mark":
        is_end = tokens[after].text in ".,;:!?)\"'" and not is_glued(tokens, after + 1)
        return not is_end
    word = tokens[after].lower
    if tokens[after].kind == "number" or word in lexicon.scales.words:
        return True
    if word in lexicon.numerals.values or lexicon.money.signs.meanings.get((word.upper(),)):
        return True
    ranges = lexicon.ranges
    if any(table.at(tokens, after) for table in (ranges.through, ranges.change, ranges.and_)):
        return True
    return find_unit_after(tokens, after, lexicon, lexed.nouns) is not None
