"""Currencies beside a number: signs, codes, names and coins, on either side of it.

In: tokens and the index of a number, or the one behind it. Out: the currency. A sign with letters
that no lexicon knows (`ZZ$`) is a unit of its own, never the currency of the bare sign. Codes that
are also words or names (`ALL`, `PEN`, `NIO`) count only where the number has nothing else to count.
"""

import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.measures import FoundUnit
from generator.evidence.text.tokens import Token, is_glued

_ONE = Decimal(1)
_SIGN = "Sc"
"""The category that Unicode gives to signs of currencies."""


def find_money_before(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> FoundUnit | None:
    """A currency sign or code left of a number: `$30`, `Rmb109bn`, `EUR 5`, `TEUR 5`."""
    if index == 0:
        return None
    if found := _scaled_before(tokens, index, lexicon) or _sign_before(tokens, index, lexicon):
        return found
    left = tokens[index - 1]
    if left.text == "." and (found_name := lexicon.money.words.before(tokens, index)):
        return FoundUnit(found_name[0], "money", found_name[1], index)  # as in "Fr. 20"
    named = _code_before(tokens, index, lexicon)
    is_read = left.text.isupper() or is_glued(tokens, index)
    if left.kind == "word" and is_read and not _is_doubtful(left, lexicon):
        named = named or lexicon.money.words.meanings.get((left.lower,))
    return FoundUnit(named, "money", index - 1, index) if named else None


def find_money_after(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> FoundUnit | None:
    """A currency right behind a number: `30 $`, `5 MUSD`, `5 Euro`, `50 Cent`."""
    if index >= len(tokens):
        return None
    if found := _scaled_at(tokens, index, lexicon):
        return found
    if code := _code_at(tokens, index, lexicon):
        return FoundUnit(code, "money", index, index + 1)
    return None if _is_doubtful(tokens[index], lexicon) else _named_at(tokens, index, lexicon)


def _named_at(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> FoundUnit | None:
    """A sign, a name or a coin that stands here."""
    for table in (lexicon.money.signs, lexicon.money.words, lexicon.coins):
        if money := table.at(tokens, index):
            code, last = money
            if table is lexicon.money.signs and _belongs_right(tokens, index, last):
                return None
            return FoundUnit(code, "money", index, last, choices_of(tokens[index:last], lexicon))
    return _strange_after(tokens, index, lexicon)


def find_code_behind(
    tokens: Sequence[Token], after: int, unit: FoundUnit, lexicon: Lexicon
) -> FoundUnit:
    """The unit, or the one that a code behind the number makes of its sign: `$5m CAD`."""
    if len(unit.choices) < 2 or after >= len(tokens):  # noqa: PLR2004 - one choice is none
        return unit
    at = after + (tokens[after].text == "(")
    is_code = at < len(tokens) and tokens[at].text in lexicon.codes.every
    if not is_code or not (
        tokens[at].text in unit.choices or tokens[at].text in lexicon.codes.sure
    ):
        return unit
    if at > after and (at + 1 >= len(tokens) or tokens[at + 1].text != ")"):
        return unit
    return FoundUnit(tokens[at].text, "money", unit.first, unit.last)


def choices_of(window: Sequence[Token], lexicon: Lexicon) -> tuple[str, ...]:
    """All the currencies that these words may name, when they are several."""
    return lexicon.money.choices.get("".join(token.lower for token in window), ())


def _sign_before(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> FoundUnit | None:
    """A sign left of a number, with the letters that are written onto it or stand before it."""
    found = lexicon.money.signs.before(tokens, index)
    if found is None:
        is_sign = unicodedata.category(tokens[index - 1].text[0]) == _SIGN
        return FoundUnit(tokens[index - 1].text, "sign", index - 1, index) if is_sign else None
    code, first = found
    is_sign = tokens[index - 1].kind == "mark" or tokens[first].text.isupper()
    if not (first == index - 1 or is_glued(tokens, index) or is_sign):
        return None
    window = tokens[first:index]
    if len(window) > 1 or window[0].kind == "word" or first == 0:
        return FoundUnit(code, "money", first, index, choices_of(window, lexicon))
    return _lettered(tokens, first, index, lexicon) or FoundUnit(
        code, "money", first, index, choices_of(window, lexicon)
    )


def _lettered(tokens: Sequence[Token], sign: int, after: int, lexicon: Lexicon) -> FoundUnit | None:
    """The letters before a sign make it another: `MX$`, `AUD$`, `HK $`; unknown ones, none."""
    left, is_joined = tokens[sign - 1], is_glued(tokens, sign)
    if left.kind != "word":
        return None
    if left.text in lexicon.codes.every and (is_joined or left.text in lexicon.codes.named):
        return FoundUnit(left.text, "money", sign - 1, after)
    if is_joined:
        return FoundUnit(f"{left.text}{tokens[sign].text}", "sign", sign - 1, after)
    known = lexicon.money.signs.meanings.get((left.text, tokens[sign].text))
    if known is None or left.lower in lexicon.numerals.one:  # "A $5 million deal"
        return None
    bare = lexicon.money.symbols.get(tokens[sign].text, known)
    is_sure = len(left.text) > 1 or known == bare
    return FoundUnit(known, "money", sign - 1, after, () if is_sure else (known, bare))


def _strange_after(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> FoundUnit | None:
    """A sign behind a number that no lexicon knows, or whose letters none knows: `5 ZZ$`."""
    at = index + (tokens[index].kind == "word")
    if at >= len(tokens) or (at > index and not is_glued(tokens, at)):
        return None
    token = tokens[at]
    is_known = at > index and token.text in lexicon.money.symbols
    is_sign = token.kind == "mark" and unicodedata.category(token.text[0]) == _SIGN
    if not is_sign or (at > index and not is_known) or _belongs_right(tokens, at, at + 1):
        return None
    return FoundUnit("".join(one.text for one in tokens[index : at + 1]), "sign", index, at + 1)


def _scaled_before(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> FoundUnit | None:
    """A currency that multiplies, left of a number: `TEUR 500`, `T€ 500`, `€m 320`."""
    if found := _scaled_word(tokens[index - 1], lexicon):
        return FoundUnit(found[0], "money", index - 1, index, scale=found[1])
    if headed := _scale_before(tokens, index, lexicon):
        return headed
    if index < 2 or not is_glued(tokens, index - 1):  # noqa: PLR2004 - letter and sign
        return None
    pair = tokens[index - 2], tokens[index - 1]
    if (scale := _prefix(pair[0], lexicon)) and (code := lexicon.money.symbols.get(pair[1].text)):
        return FoundUnit(code, "money", index - 2, index, scale=scale)
    suffix = lexicon.scales.glued.get(pair[1].text)
    code = lexicon.money.symbols.get(pair[0].text)
    is_bare = suffix is not None and code is not None and not is_glued(tokens, index)
    return (
        FoundUnit(code, "money", index - 2, index, scale=suffix)
        if is_bare and code and suffix
        else None
    )


def _scale_before(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> FoundUnit | None:
    """A scale word before the currency, which no number stands before: `in Mio. Euro 320`."""
    left = tokens[index - 1]
    code = lexicon.money.symbols.get(left.text) or (
        left.text if left.text in lexicon.codes.sure else None
    )
    code = code or lexicon.money.words.meanings.get((left.lower,))
    at = index - 2
    at -= at > 0 and tokens[at].text == "." and is_glued(tokens, at)
    scale = lexicon.scales.words.get(tokens[at].lower) if at >= 0 else None
    if code is None or scale is None or (at and tokens[at - 1].kind == "number"):
        return None
    is_counted = at > 0 and tokens[at - 1].lower in lexicon.numerals.values
    return None if is_counted else FoundUnit(code, "money", at, index, scale=scale)


def _scaled_at(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> FoundUnit | None:
    """The same behind a number: `500 TEUR`, `5 T€`, `320 €m`."""
    if found := _scaled_word(tokens[index], lexicon):
        return FoundUnit(found[0], "money", index, index + 1, scale=found[1])
    if not is_glued(tokens, index + 1) or index + 1 >= len(tokens):
        return None
    code = lexicon.money.symbols.get(tokens[index + 1].text)
    if code and (scale := _prefix(tokens[index], lexicon)):
        return FoundUnit(code, "money", index, index + 2, scale=scale)
    code, suffix = (
        lexicon.money.symbols.get(tokens[index].text),
        lexicon.scales.glued.get(tokens[index + 1].text),
    )
    return FoundUnit(code, "money", index, index + 2, scale=suffix) if code and suffix else None


def _scaled_word(token: Token, lexicon: Lexicon) -> tuple[str, Decimal] | None:
    """A code with a letter that multiplies: `TEUR`, `MUSD`."""
    return lexicon.codes.scaled.get(token.text)


def _prefix(token: Token, lexicon: Lexicon) -> Decimal | None:
    """What a letter or a word before a sign multiplies by: `T€`, `Mio€`."""
    return lexicon.codes.multiples.get(token.text) or lexicon.scales.words.get(token.lower)


def _belongs_right(tokens: Sequence[Token], index: int, last: int) -> bool:
    """A sign that is written onto the next number alone: `1 $10`."""
    is_number = last < len(tokens) and tokens[last].kind == "number"
    return is_number and is_glued(tokens, last) and not is_glued(tokens, index)


def _code_at(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> str | None:
    """The code right behind a number."""
    token, codes = tokens[index], lexicon.codes
    if token.text in codes.sure:
        return token.text
    is_free = token.text in codes.doubtful and not _counts_on(tokens, index + 1, lexicon)
    return token.text if is_free else None


def _code_before(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> str | None:
    """The code right before the number at `index`."""
    text, codes = tokens[index - 1].text, lexicon.codes
    if text in codes.sure:
        return text
    is_candidate = text in codes.doubtful and text not in codes.behind
    at = index + 1
    while at < len(tokens) and _is_scale(tokens, at, lexicon):
        at += 1
    return text if is_candidate and not _counts_on(tokens, at, lexicon) else None


def _is_doubtful(token: Token, lexicon: Lexicon) -> bool:
    """A word that is a code by chance, in whatever letters: `5 try`."""
    return token.text.upper() in lexicon.codes.doubtful


def _is_scale(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    is_letter = is_glued(tokens, at) and tokens[at].text in lexicon.scales.glued
    return is_letter or tokens[at].lower in lexicon.scales.words


def _counts_on(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """A word follows that may be what is counted: `5 TOP managers`, `ALL 5 people`."""
    at += at < len(tokens) and tokens[at].text == "-"
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.text in {"%", "€", "$", "£", "¥"}:
        return True
    return token.kind == "word" and token.lower not in lexicon.nouns.stops
