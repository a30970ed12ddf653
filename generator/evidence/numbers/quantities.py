"""Figures and names in a row of tokens, in order.

In: tokens, those that belong to dates, a lexicon, the declared nouns. Out: figures and names, none
overlapping. Hedges, directions and ranges are added by others.
"""

from dataclasses import replace
from decimal import Decimal

from generator.evidence.numbers.cents import join_cents
from generator.evidence.numbers.figures import ONE, Figure, LexedText, complete, read_scale
from generator.evidence.numbers.names import ends_ordinal, ends_telephone, is_name, name_extent
from generator.evidence.numbers.numerals import parse_fraction, parse_numeral
from generator.evidence.numbers.titles import find_title
from generator.evidence.numbers.units import FoundUnit
from generator.evidence.numbers.written import find_multiple, find_written
from generator.evidence.text.tokens import is_glued


def find_figures(lexed: LexedText) -> list[Figure]:
    """Every figure and name of the text, in order."""
    figures: list[Figure] = []
    index = 0
    while index < len(lexed.tokens):
        figure = _figure_at(lexed, index, figures[-1].last if figures else 0)
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
    if token.kind == "number":
        figure: Figure | None = _of_numeral(lexed, index, taken)
    elif token.kind == "word":
        figure = find_multiple(lexed, index) or find_written(lexed, index)
    else:
        return None
    return _put_percent(lexed, join_cents(lexed, figure), taken) if figure else None


def _of_numeral(lexed: LexedText, index: int, taken: int) -> Figure:
    tokens = lexed.tokens
    if last := ends_telephone(tokens, index, lexed.lexicon):
        return _name_over(index, last)
    if title := find_title(lexed, index):
        return _name_over(*title)
    if is_name(tokens, index, lexed.lexicon) and not _is_counted(lexed, index):
        return _name(lexed, index)
    if last := ends_ordinal(tokens, index, lexed.lexicon):
        value = parse_numeral(tokens[index].text, lexed.lexicon)
        return Figure(first=index, last=last, core=(index, last), value=value, is_ordinal=True)
    read = _read_numeral(lexed, index)
    if read is None:
        return _name(lexed, index)
    value, after, scale = read
    return complete(lexed, index, value, after, scale=scale, taken=taken)


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
    value = parse_numeral(tokens[index].text, lexed.lexicon)
    after = index + 1
    if lexed.lower(after) == "/" and is_glued(tokens, after) and is_glued(tokens, after + 1):
        value = parse_fraction("".join(token.text for token in tokens[index : index + 3]))
        after = index + 3
    if value is None:
        return None
    part, after = _read_fraction(lexed, after)
    return read_scale(lexed, value + part, _skip_dash(lexed, after))


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
