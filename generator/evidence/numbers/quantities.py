"""Figures and names in a row of tokens, in order.

In: tokens, those that belong to dates, a lexicon, the declared nouns. Out: figures and names, none
overlapping; a sum in two parts (`5 euro 50`, `$10 and 30 cents`, `zwei Euro fünfzig`) is one
figure, unless its second number counts something else. Hedges, directions and ranges are added by
others.
"""

from dataclasses import replace
from decimal import Decimal

from generator.evidence.numbers.addresses import find_address
from generator.evidence.numbers.digits import is_power, read_digits, read_power, skip_note
from generator.evidence.numbers.figures import ONE, Figure, LexedText, complete, read_scale
from generator.evidence.numbers.meanings import settle
from generator.evidence.numbers.measures import FoundUnit
from generator.evidence.numbers.names import (
    ends_ordinal,
    ends_telephone,
    find_title,
    is_name,
    name_extent,
)
from generator.evidence.numbers.numerals import parse_fraction, parse_number_word
from generator.evidence.numbers.shares import find_share, may_be_share
from generator.evidence.numbers.units import find_unit_after
from generator.evidence.numbers.written import find_multiple, find_written
from generator.evidence.text.tokens import is_glued

_HUNDRED = 100
_TEN = 10
_DIGITS = 2


def find_figures(lexed: LexedText) -> list[Figure]:
    """Every figure and name of the text, in order."""
    figures: list[Figure] = []
    index = 0
    while index < len(lexed.tokens):
        is_mark = lexed.tokens[index].kind == "mark"
        taken = figures[-1].last if figures else 0
        figure = None if is_mark else _figure_at(lexed, index, taken)
        if figure is None:
            index += 1
            continue
        while figures and figures[-1].last > figure.first:
            figure = _name_over(figures.pop().first, figure.last)
        figures.append(figure)
        index = max(index + 1, figure.last)
    return figures


def _figure_at(lexed: LexedText, index: int, taken: int) -> Figure | None:
    """The figure or name whose first numeral is at `index`."""
    token = lexed.tokens[index]
    if may_be_share(token, lexed.lexicon) and (share := find_share(lexed, index)):
        return settle(lexed, share)
    if token.kind == "number":
        figure: Figure | None = _of_numeral(lexed, index, taken)
    else:
        figure = find_multiple(lexed, index) or find_written(lexed, index)
    if figure is None:
        return None
    return settle(lexed, _put_percent(lexed, join_cents(lexed, figure), taken))


def _of_numeral(lexed: LexedText, index: int, taken: int) -> Figure:
    tokens = lexed.tokens
    if name := _extent_of_name(lexed, index):
        return _name_over(*name)
    if last := ends_ordinal(tokens, index, lexed.lexicon):
        value = read_digits(tokens[index].text, lexed.lexicon)
        return Figure(first=index, last=last, core=(index, last), value=value, is_ordinal=True)
    read = _read_numeral(lexed, index)
    if read is None:
        return _name(lexed, index)
    value, after, scale = read
    return complete(lexed, index, value, after, scale=scale, taken=taken)


def _extent_of_name(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """The tokens of the name, code or address that the numeral belongs to."""
    tokens = lexed.tokens
    if last := ends_telephone(tokens, index, lexed.lexicon):
        return index, last
    if found := find_title(lexed, index) or find_address(lexed, index):
        return found
    if is_name(tokens, index, lexed.lexicon) and not _is_counted(lexed, index):
        return name_extent(tokens, index)
    return (index, index + 2) if is_power(lexed, index) else None


def _is_counted(lexed: LexedText, index: int) -> bool:
    """A declared unit is written onto the digits: `500kcal`."""
    is_joined = is_glued(lexed.tokens, index) and lexed.tokens[index - 1].kind == "word"
    if is_joined or not is_glued(lexed.tokens, index + 1):
        return False
    return lexed.nouns.whole(lexed.tokens, index + 1, lexed.lexicon) is not None


def _name(lexed: LexedText, index: int) -> Figure:
    return _name_over(*name_extent(lexed.tokens, index))


def _name_over(first: int, last: int) -> Figure:
    """A name; also what remains where two figures overlap, as in `5$10`."""
    return Figure(first=first, last=last, core=(first, last), value=None, is_name=True)


def _read_numeral(lexed: LexedText, index: int) -> tuple[Decimal, int, Decimal] | None:
    """The value of digits, with fractions and scale; None where they are no number."""
    tokens = lexed.tokens
    value = read_digits(tokens[index].text, lexed.lexicon)
    after = index + 1
    if (
        lexed.lower(after) == "/"
        and all(is_glued(tokens, at) for at in (after, after + 1))
        and (tokens[after + 1].kind == "number")
    ):
        value = parse_fraction("".join(token.text for token in tokens[index : index + 3]))
        after = index + 3
    if value is None:
        return None
    if power := read_power(lexed, after):
        return value * power[0], power[1], ONE
    part, after = _read_fraction(lexed, after)
    return read_scale(lexed, value + part, _skip_note(lexed, _skip_dash(lexed, after)))


def _skip_note(lexed: LexedText, after: int) -> int:
    """The index after a note, where a scale or a unit goes on behind it: `$320* million`."""
    end = skip_note(lexed, after)
    if end == after or read_scale(lexed, ONE, end)[2] != ONE:
        return end
    unit = find_unit_after(lexed.tokens, end, lexed.lexicon, lexed.nouns)
    return end if unit and unit.kind != "noun" and unit.first == end else after


def _skip_dash(lexed: LexedText, after: int) -> int:
    """The index after a dash that stands for no cents: `20.-`, `20,-`."""
    tokens = lexed.tokens
    is_mark = lexed.lower(after) in {".", ","} and lexed.lower(after + 1) == "-"
    is_joined = is_mark and is_glued(tokens, after) and is_glued(tokens, after + 1)
    goes_on = is_glued(tokens, after + 2) and tokens[after + 2].kind != "mark"
    return after + 2 if is_joined and not goes_on else after


def _read_fraction(lexed: LexedText, after: int) -> tuple[Decimal, int]:
    """The fraction that goes with a whole number, `3½`, `3 1/2`, `3-1/2`, and the index after."""
    tokens = lexed.tokens
    is_joined = lexed.lower(after) == "-" and is_glued(tokens, after)
    at = after + (is_joined and is_glued(tokens, after + 1))
    for count in (1, 3):
        window = tokens[at : at + count]
        part = parse_fraction("".join(token.text for token in window))
        is_apart = count == 1 or at > after or not is_glued(tokens, at)
        if part and len(window) == count and is_apart:
            return part, at + count
    return Decimal(0), after


def _put_percent(lexed: LexedText, figure: Figure, taken: int) -> Figure:
    """A percentage whose word stands before its number: `percentage of 10`; what is taken stays."""
    measures, link = lexed.lexicon.measures, figure.first - 1
    is_bare = figure.value is not None and figure.unit is None and figure.scale == ONE
    if not is_bare or figure.is_ordinal or lexed.lower(link) not in measures.links:
        return figure
    found = measures.names.before(lexed.tokens, link)
    if lexed.lower(link - 1) in measures.nouns:
        found = "%", link - 1
    if found is None or found[0] != "%" or found[1] < taken:
        return figure
    return replace(figure, first=found[1], unit=FoundUnit("%", "ratio", found[1], link))


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
