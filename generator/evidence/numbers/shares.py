"""Parts of a whole: fractions in signs and words, ratios of two numbers, and `every fifth`.

In: tokens and the index of a word or numeral. Out: the figure that begins there: `½ Stunde`,
`a third`, `zwei Drittel`, `een kwart miljoen`, `three in four`, `drie vacatures op de vier`. A part
of many is a percentage, which is only said in other words. An ordinal (`a third party`) and a part
of a year are none. A third is kept to four decimals of a percentage.
"""

import unicodedata
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.directions import direction_of
from generator.evidence.numbers.figures import ONE, Figure, LexedText, complete, read_scale
from generator.evidence.numbers.fractions import count_at, part_at, read_share, skip_hyphen
from generator.evidence.numbers.measures import FoundUnit, find_measure
from generator.evidence.numbers.units import find_unit_after
from generator.evidence.text.tokens import Token, is_glued

_PLACES = Decimal("0.000001")
_HUNDRED = Decimal(100)
_MOST_PARTS = 20
_ROUND = frozenset(
    {15, 20, 25, 30, 40, 50, 60, 80, 100, 200, 500, 1000, 10_000, 100_000, 1_000_000}
)
_SMALL_WHOLE = 12
_OF_WHOLES = frozenset({"%", "pp", "permille"})
_MOST_IN_DIGITS = 150
_LONGEST_NOUN = 3


def may_be_share(token: Token, lexicon: Lexicon) -> bool:
    """Whether a fraction or ratio may begin with the token; with most words none does."""
    is_sign = len(token.text) == 1 and not token.text.isascii()
    return is_sign or token.kind == "number" or token.lower in lexicon.share_words.firsts


def find_share(lexed: LexedText, index: int) -> Figure | None:
    """The fraction or ratio that begins at the token."""
    token, words = lexed.tokens[index], lexed.lexicon.share_words
    if token.kind == "word" and token.lower not in words.firsts:
        value = _of_sign(token.text)
        return (
            None if value is None else _of_fraction(lexed, index, value, index + 1, is_word=False)
        )
    if token.lower in lexed.lexicon.shares.each:
        return _each(lexed, index)
    if token.lower not in lexed.lexicon.shares.whole:
        near = lexed.tokens[index + 1 : index + 2 + _LONGEST_NOUN]
        if words.joints.isdisjoint(one.lower for one in near):
            return None
    if is_glued(lexed.tokens, index) and lexed.tokens[index - 1].text in "-_.,/":
        return None
    return _ratio(lexed, index) or _in_digits(lexed, index) or _fraction(lexed, index)


def _of_sign(text: str) -> Decimal | None:
    """The value of a fraction in one sign: `½`, `⅓`."""
    if unicodedata.category(text) != "No" or "FRACTION" not in unicodedata.name(text, ""):
        return None
    exact = Fraction(unicodedata.numeric(text)).limit_denominator(_MOST_PARTS)
    return _decimal(exact)


def _decimal(exact: Fraction) -> Decimal:
    """The fraction as a decimal, exact where it ends, else to six places."""
    value = Decimal(exact.numerator) / Decimal(exact.denominator)
    rest = exact.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return value if rest == 1 else value.quantize(_PLACES)


def _in_digits(lexed: LexedText, index: int) -> Figure | None:
    """`2/3 of`, `1/3 der`: two short numerals, the smaller one first, and a whole behind them."""
    tokens, last = lexed.tokens, index + 3
    if lexed.lower(index + 1) != "/" or last > len(tokens):
        return None
    is_glued_on = is_glued(tokens, index + 1) and is_glued(tokens, index + 2)
    times, parts = count_at(lexed, index), count_at(lexed, index + 2)
    is_part = times is not None and parts is not None and 0 < times < parts <= _MOST_IN_DIGITS
    if not (is_glued_on and is_part and times and parts):
        return None
    if lexed.lexicon.shares.of.at(tokens, last) is None or _is_dated(lexed, last):
        return None
    return _of_fraction(lexed, index, _decimal(Fraction(times, parts)), last, is_word=False)


def _fraction(lexed: LexedText, index: int) -> Figure | None:
    """`two thirds`, `a quarter of`, `die Hälfte der`, `two and three quarter hours`."""
    if read_share(lexed, index) or (_is_one(lexed, index) and read_share(lexed, index + 1)):
        return None  # a number by its grammar: `a quarter of a million`
    mixed = _mixed(lexed, index)
    found = mixed or _part(lexed, index)
    if found is None:
        return None
    exact, last = found
    is_noun = mixed is None and lexed.lower(index) in lexed.lexicon.shares.whole
    first = _with_article(lexed, index) if is_noun else index
    figure = _of_fraction(lexed, first, _decimal(exact), last, is_word=True)
    if mixed is None or figure is None:
        return figure
    return figure if figure.unit or figure.scale != ONE else replace(figure, is_share=False)


def _mixed(lexed: LexedText, index: int) -> tuple[Fraction, int] | None:
    """A whole number, `and`, and parts: `two and three quarters`."""
    whole = count_at(lexed, index)
    joined = lexed.lexicon.ranges.and_.at(lexed.tokens, index + 1)
    times = count_at(lexed, joined[1]) if whole is not None and joined else None
    if whole is None or joined is None or times is None:
        return None
    noun = skip_hyphen(lexed, joined[1] + 1)
    part = part_at(lexed, noun, times)
    return (whole + part, noun + 1) if part else None


def _part(lexed: LexedText, index: int) -> tuple[Fraction, int] | None:
    """A number and a noun of fractions, or a word that is a fraction by itself."""
    shares, word = lexed.lexicon.shares, lexed.lower(index)
    times = count_at(lexed, index)
    noun = skip_hyphen(lexed, index + 1)
    last = noun + 1
    if _joins_on(lexed, last):
        return None
    if part := part_at(lexed, noun, times):
        is_open = _is_one(lexed, index) and noun == index + 1
        if not is_open or _ends_share(lexed, index, last):
            return part, last
    if word in shares.whole and _is_whole(lexed, index):
        return shares.whole[word], index + 1
    return None


def _is_one(lexed: LexedText, index: int) -> bool:
    return lexed.lower(index) in lexed.lexicon.numerals.one


def _joins_on(lexed: LexedText, last: int) -> bool:
    """A hyphen joins the word to the next: `two fifth-year students`, `Drei-Viertel-Mehrheit`."""
    tokens = lexed.tokens
    return lexed.lower(last) == "-" and is_glued(tokens, last) and is_glued(tokens, last + 1)


def _ends_share(lexed: LexedText, index: int, last: int) -> bool:
    """What follows makes `a third` a part and no rank: nothing, of, a comparison, a measure.

    A quarter may be one of a year, so that it needs more than a full stop.
    """
    tokens, lexicon = lexed.tokens, lexed.lexicon
    following = lexed.lower(last)
    if (following == "-" and is_glued(tokens, last)) or following in lexicon.shares.clock:
        return False
    is_of = lexicon.shares.of.at(tokens, last) is not None
    if is_of or following in lexicon.verbs.comparatives:
        return not _is_dated(lexed, last)
    measure = find_measure(tokens, last, lexicon)
    is_ordinal = lexed.lower(last - 1) in lexicon.shares.ordinals  # "a third year"
    if measure and is_ordinal and measure.code not in _OF_WHOLES:
        return False
    if read_scale(lexed, ONE, last)[2] != ONE or measure:
        return True
    is_moved = lexed.lower(index - 1) in lexicon.verbs.by or _is_direction(lexed, index - 1)
    if lexed.lower(last - 1) in lexicon.shares.spans:
        return is_moved
    is_end = not following or tokens[last].kind == "mark" or following in lexicon.nouns.stops
    return is_end or is_moved


def _is_direction(lexed: LexedText, at: int) -> bool:
    return at >= 0 and direction_of(lexed.lower(at), lexed.lexicon) is not None


def _is_dated(lexed: LexedText, at: int) -> bool:
    """The words behind `of` are a date, whose tokens are masked."""
    return any(lexed.lower(one) == "\x00" for one in range(at + 1, at + 3))


def _is_whole(lexed: LexedText, index: int) -> bool:
    """`die Hälfte der Kunden`, `by half`: a part of something, and no half of a match or a year."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    first = _with_article(lexed, index)
    before = lexed.lower(first - 1)
    sides = {lexed.lower(index - 1), before}
    if any(sides & set(forms) for forms in lexicon.dates.ordinals) or sides & lexicon.shares.sides:
        return False
    joined = lexicon.numerals.joiners.at(tokens, index + 1)
    after = joined[1] if joined else index + 1
    if find_measure(tokens, after, lexicon) or read_scale(lexed, ONE, after)[2] != ONE:
        return False  # `half an hour`, `half a million`
    if lexicon.shares.of.at(tokens, index + 1) is not None:
        return not _is_dated(lexed, index + 1)
    if first < index and lexed.lower(index) not in lexicon.shares.spans:
        return True
    is_moved = before in lexicon.verbs.by or lexicon.hedges.before.before(tokens, first) is not None
    return is_moved and not find_unit_after(tokens, index + 1, lexicon, lexed.nouns)


def _with_article(lexed: LexedText, index: int) -> int:
    """The token before the word, where that is its article: `die Hälfte`."""
    has_article = index > 0 and lexed.lower(index - 1) in lexed.lexicon.hedges.articles
    return index - has_article


def _of_fraction(
    lexed: LexedText, index: int, value: Decimal, last: int, *, is_word: bool
) -> Figure | None:
    """The figure of a fraction, with the scale and the unit that it is a part of."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    after = last
    link = lexicon.shares.of.at(tokens, last)
    if link is not None:
        at = link[1] + (lexed.lower(link[1]) in lexicon.numerals.one)
        is_counted = read_scale(lexed, ONE, at)[2] != ONE or find_measure(tokens, at, lexicon)
        after = at if is_counted else last
    value, end, scale = read_scale(lexed, value, after)
    if scale == ONE and after != last and find_measure(tokens, after, lexicon) is None:
        end = last
    figure = complete(lexed, index, value, end, scale=scale, is_word=is_word)
    is_whole = scale != ONE or _is_exact(figure.unit, end)
    if is_whole or (link is None and not is_word):  # "½ teaspoon" is of one
        return figure if is_whole else replace(figure, unit=None, last=end)
    return _of_many(index, end, value, is_word=is_word)


def _of_many(first: int, last: int, part: Decimal, *, is_word: bool = True) -> Figure:
    """A part of many: its words are number and percent in one."""
    unit, words = FoundUnit("%", "ratio", first, last), (first, last)
    value = (part * _HUNDRED).normalize()
    value = value if value.as_tuple().exponent < 0 else value.quantize(ONE)  # type: ignore[operator]
    return Figure(
        first=first, last=last, core=words, value=value, unit=unit, is_word=is_word, is_share=True
    )


def _each(lexed: LexedText, index: int) -> Figure | None:
    """`every fifth adult`, `jeder Dritte`; no `every second day`, which is how often."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    parts, last = lexicon.shares.ordinals.get(lexed.lower(index + 1)), index + 2
    if parts is None or lexed.lower(index) not in lexicon.shares.each:
        return None
    is_noun = lexicon.titles.capitalised is False and tokens[index + 1].text[0].isupper()
    following = lexed.lower(last)
    is_word = following and tokens[last].kind == "word" and following not in lexicon.nouns.stops
    plural = lexicon.nouns.plural
    is_verb = bool(plural) and following.endswith(plural)  # "every second counts"
    is_often = find_measure(tokens, last, lexicon) is not None or following in lexicon.weekdays
    if is_often or not (is_noun or (is_word and not is_verb)):
        return None
    return _of_many(index, last, _decimal(Fraction(1, parts)))


def _is_exact(unit: FoundUnit | None, end: int) -> bool:
    """The fraction counts the unit itself, and is no part of many: `½ Stunde`, `½ Prozent`."""
    return unit is not None and unit.first == end and unit.kind != "noun"


def _ratio(lexed: LexedText, index: int) -> Figure | None:
    """`three in four`, `neun von zehn`, `drie op de vier`, `drie vacatures op de vier`."""
    times = count_at(lexed, index)
    if times is None or times < 1:
        return None
    found = _ratio_link(lexed, index + 1)
    if found is None:
        return None
    at, is_split = found
    if is_split and lexed.lower(index) in lexed.lexicon.quantities.articles:
        return None  # "einen Durchmesser von 40 bis 90 Metern"
    whole = count_at(lexed, at)
    is_ratio = whole is not None and times < whole and _is_round(whole)
    if not is_ratio or whole is None or _is_counted(lexed, at, is_split=is_split):
        return None
    figure = _of_many(index, at + 1, _decimal(Fraction(times, whole)))
    return replace(figure, counted=_as_count(lexed, index, at))


def _as_count(lexed: LexedText, index: int, whole: int) -> Figure | None:
    """`3 von 5 Spielen`: in digits it may count as well, and the noun is that of its number."""
    tokens, part_links = lexed.tokens, lexed.lexicon.numerals.part_links
    is_digits = tokens[index].kind == tokens[whole].kind == "number"
    is_linked = any(lexed.lower(at) in part_links for at in range(index + 1, whole))
    unit = find_unit_after(tokens, whole + 1, lexed.lexicon, lexed.nouns)
    if not (is_digits and is_linked and unit and unit.kind == "declared"):
        return None
    value = Decimal(tokens[index].text)
    return Figure(first=index, last=index + 1, core=(index, index + 1), value=value, implied=unit)


def _ratio_link(lexed: LexedText, after: int) -> tuple[int, bool] | None:
    """Where the whole of a ratio stands, and whether it may be another count behind a noun."""
    tokens, shares = lexed.tokens, lexed.lexicon.shares
    if link := shares.ratios.at(tokens, after):
        return link[1], False
    for at in range(after + 1, after + 1 + _LONGEST_NOUN):
        if at >= len(tokens) or tokens[at - 1].kind != "word":
            return None
        if link := shares.split_ratios.at(tokens, at):
            return link[1], False
        if link := shares.ratios.at(tokens, at):
            return link[1], True
    return None


def _is_round(whole: int) -> bool:
    """A number that shares are said of; all small ones are."""
    return 1 < whole <= _SMALL_WHOLE or whole in _ROUND


def _is_counted(lexed: LexedText, at: int, *, is_split: bool) -> bool:
    """The whole has a scale, money or a measure: `3 in 10 minutes`, `2 von 3 Millionen`."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    if read_scale(lexed, ONE, at + 1)[2] != ONE or lexicon.ranges.change.at(tokens, at + 1):
        return True
    unit = find_unit_after(tokens, at + 1, lexicon, lexed.nouns)
    if unit is None or unit.first != at + 1:
        return False
    return is_split or unit.kind in {"money", "sign", "ratio", "measure"}
