"""Ambiguity: what stands around a figure that may make it another number than its digits say.

In: a figure among its tokens. Out: the words that a person should look at, or None. A misspelt
scale, a sum, a part of the number, letters of another script: none is guessed at.
"""

import functools
import unicodedata

from rapidfuzz.distance.DamerauLevenshtein import distance

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.figures import Figure, LexedText
from generator.evidence.text.tokens import is_glued

_LONG = 5
"""Shorter scale words have too many honest neighbours."""
_FAR = 5
_LOOKALIKES = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "FULLWIDTH", "MATHEMATICAL")
_KNOWN_SIGNS = frozenset("\u00b4¨¯×÷¬←↑→↓↔↗↘►▶◄≤≥±≈")
_SIGNS = frozenset({"Sm", "Sk", "Lm"})
_TILDES = frozenset("\u2053\u301c")
_OF_PERCENT = frozenset({"%", "permille"})


def find_ambiguity(lexed: LexedText, figure: Figure, *, is_start: bool) -> str | None:
    """What makes the figure doubtful; `is_start` where a change begins with it."""
    if figure.is_name or figure.is_ordinal:
        return None
    return (
        _doubtful_scale(lexed, figure)
        or _sum(lexed, figure)
        or _strange_letters(lexed, figure)
        or _strange_sign(lexed, figure)
        or (None if is_start else _part(lexed, figure))
    )


def _doubtful_scale(lexed: LexedText, figure: Figure) -> str | None:
    """The word after the number, where it is nearly a scale, or one that is not read."""
    at = figure.core[1]
    at += lexed.lower(at) == "-" and is_glued(lexed.tokens, at)
    if at >= len(lexed.tokens) or lexed.tokens[at].kind != "word":
        return None
    unit, scales, token = figure.unit, lexed.lexicon.scales, lexed.tokens[at]
    if unit is not None and unit.kind != "noun" and unit.first <= at < unit.last:
        return None
    is_priced = unit is not None and unit.last <= figure.core[1]
    if token.lower in scales.doubtful and not is_priced:
        return token.text
    is_letter = token.text in scales.doubtful_letters
    return token.text if is_letter or _is_slip(token.lower, lexed.lexicon) else None


@functools.lru_cache(maxsize=8192)
def _is_slip(word: str, lexicon: Lexicon) -> bool:
    """Whether one letter parts the word from a scale; remembered, since texts repeat words."""
    scales = lexicon.scales
    if len(word) < _LONG or word in scales.words or word in lexicon.numerals.values:
        return False
    long = (scale for scale in scales.words if len(scale) >= _LONG)
    is_near = any(distance(word, scale, score_cutoff=1) <= 1 for scale in long)
    return is_near and word not in scales.not_scales


def _sum(lexed: LexedText, figure: Figure) -> str | None:
    """`5 x 6`: the sign between two numbers, neither of which is the count."""
    tokens, sums = lexed.tokens, lexed.lexicon.numerals.sums
    for sign, other in (
        (figure.core[1], figure.core[1] + 1),
        (figure.first - 1, figure.first - 2),
        (figure.core[0] - 1, figure.core[0] - 2),
    ):
        if lexed.lower(sign) not in sums or other < 0 or not _is_number(lexed, other):
            continue
        # `12 +5 %` has a sign and `12* 5` a footnote; a sum has the same gap on both sides.
        if tokens[sign].kind == "word" or is_glued(tokens, sign) == is_glued(tokens, sign + 1):
            return tokens[sign].text
    return None


def _is_number(lexed: LexedText, at: int) -> bool:
    if at >= len(lexed.tokens):
        return False
    return lexed.tokens[at].kind == "number" or lexed.lower(at) in lexed.lexicon.numerals.values


def _strange_letters(lexed: LexedText, figure: Figure) -> str | None:
    """A word near the number that mixes scripts: it may be a hedge that only looks like one."""
    start, has_dot = max(0, figure.first - _FAR), lexed.lower(figure.first - 1) == "."
    for at, token in enumerate(lexed.tokens[start : figure.last + _FAR], start):
        if token.text.isascii() or token.kind != "word":
            continue
        scripts = _scripts(token.text)
        is_strange = not scripts.isdisjoint(_LOOKALIKES)
        is_beside = figure.first - at == 1 + has_dot and len(token.text) > 1
        if is_strange and ("LATIN" in scripts or is_beside):
            return token.text
    return None


@functools.lru_cache(maxsize=8192)
def _scripts(word: str) -> frozenset[str]:
    """The scripts of a word's letters, by the first word of their names."""
    return frozenset(unicodedata.name(letter, "").partition(" ")[0] for letter in word)


def _strange_sign(lexed: LexedText, figure: Figure) -> str | None:
    """A sign written onto the number that no lexicon knows."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    first, last = figure.first, figure.last
    if is_glued(tokens, first) and _is_strange(tokens[first - 1].text):
        is_known = lexicon.hedges.before.before(tokens, first) is not None
        return None if is_known else tokens[first - 1].text
    is_strange = is_glued(tokens, last) and _is_strange(tokens[last].text)
    return tokens[last].text if is_strange else None


def _is_strange(sign: str) -> bool:
    if sign.isascii() or len(sign) > 1 or sign in _KNOWN_SIGNS:
        return False
    return unicodedata.category(sign) in _SIGNS or sign in _TILDES


def _part(lexed: LexedText, figure: Figure) -> str | None:
    """`a quarter of the 5,000`, `10 Prozent der 5.000`: the number is the whole, not the part."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    words, shares = lexicon.numerals, lexicon.shares
    hedge = lexicon.hedges.before.before(tokens, figure.first)
    end = at = hedge[1] if hedge else figure.first
    while at and end - at < _FAR and lexed.lower(at - 1) in words.part_links:
        at -= 1
    if at in {end, 0}:
        return None
    last = " ".join(token.text for token in tokens[at:end])
    part = lexed.lower(at - 1)
    if part in shares.whole or part in shares.parts:
        is_rank = part in shares.ordinals and lexed.lower(at - 2) in words.rank_articles
        return None if is_rank else f"{tokens[at - 1].text} {last}"
    for table in (lexicon.measures.names, lexicon.measures.signs):
        found = table.before(tokens, at)
        if found and found[0] in _OF_PERCENT and _is_number(lexed, found[1] - 1):
            is_from = at == end - 1 and lexed.lower(at) in words.part_froms
            is_moved = lexed.lower(found[1] - 2) in lexicon.verbs.by
            return None if is_from and is_moved else f"{tokens[at - 1].text} {last}"
    return None
