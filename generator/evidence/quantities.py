"""Figures and names in a row of tokens, in order.

In: tokens, those that belong to dates, a lexicon, the declared nouns. Out: figures and names, none
overlapping. Hedges, directions and ranges are added by others.
"""

from decimal import Decimal

from generator.evidence.figures import Figure, Scene, complete, read_scale
from generator.evidence.names import ends_ordinal, ends_telephone, is_name, name_extent
from generator.evidence.numerals import parse_fraction, parse_numeral
from generator.evidence.tokens import is_glued
from generator.evidence.written import find_multiple, find_written


def find_figures(scene: Scene) -> list[Figure]:
    """Every figure and name of the text, in order."""
    figures: list[Figure] = []
    index = 0
    while index < len(scene.tokens):
        figure = _figure_at(scene, index)
        if figure is None:
            index += 1
            continue
        while figures and figures[-1].last > figure.first:
            figure = _name_over(figures.pop().first, figure.last)
        figures.append(figure)
        index = max(index + 1, figure.last)
    return figures


def _figure_at(scene: Scene, index: int) -> Figure | None:
    """The figure or name whose first numeral is at `index`."""
    token = scene.tokens[index]
    if token.kind == "number":
        return _of_numeral(scene, index)
    if token.kind == "word":
        return find_multiple(scene, index) or find_written(scene, index)
    return None


def _of_numeral(scene: Scene, index: int) -> Figure:
    tokens = scene.tokens
    if last := ends_telephone(tokens, index, scene.lexicon):
        return _name_over(index, last)
    if is_name(tokens, index, scene.lexicon):
        return _name(scene, index)
    if last := ends_ordinal(tokens, index, scene.lexicon):
        value = parse_numeral(tokens[index].text, scene.lexicon)
        return Figure(first=index, last=last, core=(index, last), value=value, is_ordinal=True)
    read = _read_numeral(scene, index)
    if read is None:
        return _name(scene, index)
    value, after, scale = read
    return complete(scene, index, value, after, scale=scale)


def _name(scene: Scene, index: int) -> Figure:
    return _name_over(*name_extent(scene.tokens, index))


def _name_over(first: int, last: int) -> Figure:
    """A name; also what remains where two readings overlap, as in `5$10`."""
    return Figure(first=first, last=last, core=(first, last), value=None, is_name=True)


def _read_numeral(scene: Scene, index: int) -> tuple[Decimal, int, Decimal] | None:
    """The value of digits, with fractions and scale; None where they are no number."""
    tokens = scene.tokens
    value = parse_numeral(tokens[index].text, scene.lexicon)
    after = index + 1
    if scene.lower(after) == "/" and is_glued(tokens, after) and is_glued(tokens, after + 1):
        value = parse_fraction("".join(token.text for token in tokens[index : index + 3]))
        after = index + 3
    if value is None:
        return None
    if is_glued(tokens, after) and (part := parse_fraction(tokens[after].text)):
        value, after = value + part, after + 1
    elif not is_glued(tokens, after):
        joined = "".join(token.text for token in tokens[after : after + 3])
        if part := parse_fraction(joined):
            value, after = value + part, after + 3
    return read_scale(scene, value, after)
