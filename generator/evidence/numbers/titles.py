"""Numbers that name: `Model 3`, `Artikel 5`, `§ 5`, and scores such as `3:2`.

In: tokens and the index of a numeral. Out: the tokens of the name that it belongs to. A number
with a unit, and one that counts the noun behind it, names nothing.
"""

from collections.abc import Sequence

from generator.evidence.numbers.directions import direction_of
from generator.evidence.numbers.figures import LexedText, ending_unit
from generator.evidence.numbers.names import name_extent
from generator.evidence.numbers.units import find_unit_after
from generator.evidence.text.tokens import is_glued

_LONGEST = 4
_LONGEST_SCORE = 3
_MARKS = frozenset("§¶")
_ENDS = frozenset(".!?:\"'(-/\x00")


def find_title(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """The first token of the name that the numeral at `index` ends, and the one after its last."""
    if found := _score(lexed, index):
        return found
    tokens = lexed.tokens
    text = tokens[index].text
    if not (text.isdecimal() and len(text) <= _LONGEST) or is_glued(tokens, index):
        return (index - 1, index + 1) if _is_marked(lexed, index) else None
    head = index - 1 - (lexed.lower(index - 1) == ".")
    if head < 0:
        return None
    if tokens[head].text in _MARKS:
        return head, index + 1
    if tokens[head].kind != "word" or not _names(lexed, head, index):
        return None
    return head, name_extent(tokens, index)[1]


def _is_marked(lexed: LexedText, index: int) -> bool:
    return index > 0 and lexed.tokens[index - 1].text in _MARKS


def _names(lexed: LexedText, head: int, index: int) -> bool:
    """Whether the word at `head` and the number at `index` are one name."""
    titles, tokens = lexed.lexicon.titles, lexed.tokens
    has_stop = head < index - 1
    is_product = tokens[head].text in titles.products and not has_stop
    is_head = tokens[head].lower in titles.heads
    is_name = titles.capitalised and not has_stop and _is_proper(lexed, head)
    if not (is_product or is_head or is_name):
        return False
    after = index + 1
    if lexed.lower(after) in lexed.lexicon.scales.words or ending_unit(
        tokens, after, lexed.lexicon
    ):
        return False
    unit = find_unit_after(tokens, after, lexed.lexicon, lexed.nouns)
    if unit and (not is_product or unit.kind not in {"noun", "declared"}):
        return False
    return is_product or is_head or not _is_listed(lexed, after)


def _is_proper(lexed: LexedText, head: int) -> bool:
    """A capitalised word inside a sentence that is no word of amounts or of movement."""
    token, lexicon = lexed.tokens[head], lexed.lexicon
    if not token.text[0].isupper() or head == 0 or lexed.tokens[head - 1].text in _ENDS:
        return False
    if token.lower in lexicon.nouns.stops or token.lower in lexicon.weekdays:
        return False
    if token.lower in lexicon.numerals.values or (token.lower,) in lexicon.money.words.meanings:
        return False
    if lexicon.hedges.before.before(lexed.tokens, head + 1):
        return False
    return direction_of(token.lower, lexicon) is None


def _is_listed(lexed: LexedText, after: int) -> bool:
    """Another number follows, as in a range or a list: `Apple 12 and Samsung 15 percent`."""
    tokens, ranges = lexed.tokens, lexed.lexicon.ranges
    for end in (table.at(tokens, after) for table in (ranges.through, ranges.and_)):
        if end is not None and end[1] < len(tokens):
            at = end[1] + (tokens[end[1]].kind == "word")
            return at < len(tokens) and tokens[at].kind == "number"
    is_mark = after + 1 < len(tokens) and tokens[after].text in {"-", ",", "/", ":"}
    return is_mark and tokens[after + 1].kind == "number"


def _score(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """`3:2` anywhere; `6-3` beside a word of games and votes."""
    tokens = lexed.tokens
    mark, after = lexed.lower(index + 1), index + 3
    is_pair = mark in {":", "-"} and is_glued(tokens, index + 1) and is_glued(tokens, index + 2)
    if not is_pair or index + 2 >= len(tokens) or tokens[index + 2].kind != "number":
        return None
    if not all(_is_point(tokens[at].text) for at in (index, index + 2)):
        return None
    if mark == ":":
        return index, after
    near: Sequence[int] = (index - 2, index - 1, after, after + 1)
    words = lexed.lexicon.titles.scores
    is_score = any(lexed.lower(at) in words for at in near)
    return (index, after) if is_score else None


def _is_point(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST_SCORE
