"""Figures and names in a row of tokens, in order.

In: tokens, those that belong to dates, a lexicon, the declared nouns. Out: figures and names, none
overlapping; a sum in two parts (`5 euro 50`, `$10 and 30 cents`, `zwei Euro fünfzig`) is one
figure, unless its second number counts something else; a unit that means several things (a pound,
points) is settled by the words around, or has its choices. Hedges, directions and ranges are added
by others.
"""

from dataclasses import replace
from decimal import Decimal

from generator.evidence.numbers.digits import find_address, is_power, parse_digits, read_numeral
from generator.evidence.numbers.figures import ONE, Figure, LexedText, complete, words_of
from generator.evidence.numbers.grammar import read_words, starts_number
from generator.evidence.numbers.measures import FoundUnit
from generator.evidence.numbers.names import (
    ends_ordinal,
    ends_telephone,
    find_title,
    is_name,
    name_extent,
)
from generator.evidence.numbers.neighbours import inherit_units, mark_neighbours
from generator.evidence.numbers.shares import find_share, may_be_share
from generator.evidence.numbers.units import find_unit_after
from generator.evidence.numbers.written import find_multiple, find_written
from generator.evidence.text.tokens import is_glued

_HUNDRED = 100
_TEN = 10
_DIGITS = 2
_AROUND = 15
"""Words in which one may say what a unit means."""
_MOST_OF_WEIGHT = Decimal(1_000_000)
_ENDS = frozenset(".!?")


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
    return inherit_units(lexed, mark_neighbours(lexed, figures))


def _figure_at(lexed: LexedText, index: int, taken: int) -> Figure | None:
    """The figure or name whose first numeral is at `index`."""
    token = lexed.tokens[index]
    if token.kind == "mark":
        return None
    if may_be_share(token, lexed.lexicon) and (share := find_share(lexed, index)):
        return _settle(lexed, share)
    if token.kind == "number":
        figure: Figure | None = _of_numeral(lexed, index, taken)
    else:
        figure = find_multiple(lexed, index) or find_written(lexed, index)
    if figure is None:
        return None
    return _settle(lexed, _put_percent(lexed, join_cents(lexed, figure), taken))


def _of_numeral(lexed: LexedText, index: int, taken: int) -> Figure:
    tokens = lexed.tokens
    if name := _extent_of_name(lexed, index):
        return _name_over(*name)
    if last := ends_ordinal(tokens, index, lexed.lexicon):
        value = parse_digits(tokens[index].text, lexed.lexicon)
        return Figure(first=index, last=last, core=(index, last), value=value, is_ordinal=True)
    return _of_digits(lexed, index, taken)


def _of_digits(lexed: LexedText, index: int, taken: int) -> Figure:
    """The figure of a number that begins with digits; a name where they are none."""
    read = read_numeral(lexed, index)
    if read is None:
        return _name(lexed, index)
    figure = complete(lexed, index, read.value, read.after, scale=read.scale, taken=taken)
    if read.is_sum and lexed.lower(index - 1) in lexed.lexicon.hedges.articles:
        # "Of the 3 million 200,000 came" has two numbers.
        return replace(figure, doubt=words_of(lexed, index, read.after))
    return figure


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
    if unit is None or value is None or unit.kind != "money":
        return figure
    is_plain = figure.is_word or (figure.scale == ONE and value.as_tuple().exponent == 0)
    if not is_plain or value != value.to_integral_value() or _is_coin(lexed, unit):
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
    small = _small_number(lexed, at)
    if small is None:
        return None
    cents, after = small
    coins = lexed.lexicon.coins
    if coin := coins.at(lexed.tokens, after):
        return (cents, coin[1]) if coin[0] in coins.parts else None
    is_bare = may_be_bare and cents >= _TEN and not is_glued(lexed.tokens, at)
    return None if not is_bare or _goes_on(lexed, after) else small


def _small_number(lexed: LexedText, at: int) -> tuple[int, int] | None:
    """A number below a hundred, in one or two digits or in words, and the index after it."""
    if at >= len(lexed.tokens):
        return None
    token = lexed.tokens[at]
    if token.kind == "number":
        is_plain = token.text.isdecimal() and len(token.text) <= _DIGITS
        return (int(token.text), at + 1) if is_plain else None
    number = read_words(lexed, at) if starts_number(lexed, at) else None
    if number is None or not 1 <= number.value < _HUNDRED:
        return None
    is_whole = number.value == number.value.to_integral_value()
    return (int(number.value), number.after) if is_whole else None


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


def _settle(lexed: LexedText, figure: Figure) -> Figure:
    """The figure, its unit as the words around use it."""
    unit = figure.unit
    if unit is None:
        return figure
    word = lexed.lower(unit.first)
    if unit.kind == "money" and word in lexed.lexicon.money.weights and unit.last == unit.first + 1:
        return replace(figure, unit=_pound(lexed, figure, unit))
    is_points = unit.kind == "noun" and word in lexed.lexicon.measures.points
    is_votes = is_points and _is_near(lexed, figure, lexed.lexicon.shares.votes)
    if is_votes and not _is_index(lexed, figure):
        return replace(figure, unit=replace(unit, code="pp", kind="ratio"))
    return figure


def _is_index(lexed: LexedText, figure: Figure) -> bool:
    """Points of an index, though a survey is named beside it."""
    near = lexed.tokens[max(0, figure.first - _AROUND) : figure.last + _AROUND]
    return any(token.lower.endswith(lexed.lexicon.shares.indexes) for token in near)


def _pound(lexed: LexedText, figure: Figure, unit: FoundUnit) -> FoundUnit:
    """A pound is one of weight or of money, or both where nothing says which."""
    money = lexed.lexicon.money
    weight = money.weights[lexed.lower(unit.first)]
    if figure.scale >= _MOST_OF_WEIGHT:
        return unit
    if _is_near(lexed, figure, money.weighing) or _weighs(lexed, unit):
        return replace(unit, code=weight, kind="measure")
    is_paid = _is_near(lexed, figure, money.paying)
    return unit if is_paid else replace(unit, choices=(unit.code, weight))


def _weighs(lexed: LexedText, unit: FoundUnit) -> bool:
    """What is weighed stands behind: `5 pounds of flour`, `5 Pfund Mehl`."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    at = unit.last
    is_of = lexed.lower(at) in lexicon.verbs.of
    at += is_of
    if at >= len(tokens) or tokens[at].kind != "word" or tokens[at].lower in lexicon.nouns.stops:
        return False
    has_capital = tokens[at].text[0].isupper()
    # Where every noun has a capital, one right behind the unit is what is weighed.
    return not has_capital if is_of else has_capital and not lexicon.titles.capitalised


def _is_near(lexed: LexedText, figure: Figure, words: frozenset[str]) -> bool:
    """One of the words stands around the figure, in its sentence."""
    if not words:
        return False
    for step in (-1, 1):
        at = figure.first - 1 if step < 0 else figure.last
        for _ in range(_AROUND):
            if not 0 <= at < len(lexed.tokens) or lexed.tokens[at].text in _ENDS:
                break
            if lexed.tokens[at].lower in words:
                return True
            at += step
    return False
