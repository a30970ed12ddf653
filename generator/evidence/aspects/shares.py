"""Shares in words: `zwei Drittel`, `jeder fünfte`, `één op de drie`, `two in five`, `driekwart`.

In: the words of a quotation and a claimed percentage. Out: a finding that names the words which
amount to it, so that a computed percentage is no invented one. It finds no mentions and proves
nothing.
"""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from generator.evidence.findings import finding_on
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.messages import plain, show, write_claim
from generator.evidence.numbers.numerals import parse_number_word, parse_numeral
from generator.evidence.text.tokens import Token, tokenize
from generator.model import Amount, Finding

_HUNDRED = 100
_FINEST = -6
"""Shares are compared to so many decimals at most."""


def explain_share(amount: Amount, words: str, lexicon: Lexicon) -> Finding | None:
    """A percentage that the quotation says as a share is right, but computed."""
    value = amount.value
    if amount.unit != "%" or value is None:
        return None
    for said, share in _find_shares(tokenize(words), lexicon):
        if _equals(value, share):
            message = f"{write_claim(amount)} does not stand in the quotation, which says"
            return finding_on(
                "value-derived",
                "value",
                f"{message} {show(plain(said))}",
                'quote the percentage itself, or say how under inferred: {value: "…"}',
            )
    return None


def _equals(value: Decimal, share: Fraction) -> bool:
    """Whether the share, with as many decimals as the value has, is the value."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or not _FINEST <= exponent <= 0:
        return False
    exact = Decimal(share.numerator * _HUNDRED) / Decimal(share.denominator)
    step = Decimal((0, (1,), exponent))
    return exact.quantize(step, rounding=ROUND_HALF_UP) == value.copy_abs()


def _find_shares(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[str, Fraction]]:
    """Every share, with its words."""
    shares = lexicon.shares
    for at, token in enumerate(tokens):
        if token.lower in shares.whole:
            yield token.text, shares.whole[token.lower]
        if (times := _number_at(tokens, at, lexicon)) is not None:
            yield from _of_number(tokens, at, times, lexicon)
        after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if token.lower in shares.each and after in shares.ordinals:
            yield _text(tokens, at, at + 2), Fraction(1, shares.ordinals[after])


def _of_number(
    tokens: Sequence[Token], at: int, times: int, lexicon: Lexicon
) -> Iterator[tuple[str, Fraction]]:
    """`two thirds` and `two in five`, from the number on."""
    shares = lexicon.shares
    noun = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].text == "-")
    part = shares.parts.get(tokens[noun].lower) if noun < len(tokens) else None
    if part is not None and times < part:
        yield _text(tokens, at, noun + 1), Fraction(times, part)
    link = shares.links.at(tokens, at + 1)
    total = _number_at(tokens, link[1], lexicon) if link else None
    if link and total is not None and 0 < times < total:
        yield _text(tokens, at, link[1] + 1), Fraction(times, total)


def _number_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int | None:
    """The whole number in digits or words at the token."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.kind == "number":
        value = parse_numeral(token.text, lexicon)
    elif token.lower in lexicon.numerals.one:
        value = Decimal(1)
    else:
        value = parse_number_word(token.lower, lexicon)
    is_whole = value is not None and value == value.to_integral_value()
    return int(value) if value is not None and is_whole else None


def _text(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(token.text for token in tokens[first:last])
