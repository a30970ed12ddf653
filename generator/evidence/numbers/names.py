"""Digits that are no quantity: names (`SU7`, `Model 3`, `§ 5`), versions, ordinals, scores (`3:2`).

In: tokens and the index of a numeral. Out: whether it belongs to a name, and how far the name
reaches. A name is found by its spelling alone; no list of products is kept. A number with a unit,
and one that counts the noun behind it, names nothing.
"""

from collections.abc import Sequence

from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.directions import direction_of
from generator.evidence.numbers.figures import LexedText, ending_unit
from generator.evidence.numbers.money import find_money_after
from generator.evidence.numbers.numerals import parse_fraction, parse_numeral
from generator.evidence.numbers.units import find_unit_after
from generator.evidence.text.tokens import Token, is_glued

_TELEPHONE_MARKS = frozenset("-/()+.:")
_MOST_GROUPS = 8
"""Of one telephone number; what goes on longer is a table."""
_JOINING = frozenset("-_.&+")
_SMALL = 10
_SHORT = 2
_LONGEST = 4
_LONGEST_SCORE = 3
_BESIDE = 2
_MARKS = frozenset("§¶")
_ENDS = frozenset(".!?:\"'(-/\x00")


def is_name(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether the numeral is glued to letters that are neither currency, scale, unit nor ending."""
    return _is_glued_left(tokens, index, lexicon) or _is_glued_right(tokens, index, lexicon)


def _is_glued_left(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    if not is_glued(tokens, index):
        return False
    left = tokens[index - 1]
    if left.kind == "word":
        return not (
            left.text in lexicon.codes.sure
            or (left.lower,) in lexicon.money.words.meanings
            or left.text in lexicon.codes.scaled
            or lexicon.money.signs.before(tokens, index)
        )
    if left.text in _JOINING and is_glued(tokens, index - 1):
        before = tokens[index - 2]
        if left.text == "-" and before.kind == "word":
            is_range = (before.lower,) in lexicon.ranges.through.meanings
            is_signed = before.lower in lexicon.numerals.minus
            if is_range or is_signed or lexicon.hedges.before.before(tokens, index):
                return False
            return (before.lower,) not in lexicon.money.words.meanings
        return left.text in "_." and before.kind == "word"
    return False


def _is_glued_right(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    if not is_glued(tokens, index + 1) or tokens[index + 1].kind != "word":
        return _is_joined_right(tokens, index)
    right = tokens[index + 1]
    scales, money, measures = lexicon.scales, lexicon.money, lexicon.measures
    if right.text in scales.glued:
        value = parse_numeral(tokens[index].text, lexicon)
        is_priced = index > 0 and tokens[index - 1].text in "$€£¥"
        is_small = value is not None and value < _SMALL
        return right.text in scales.name_letters and is_small and not is_priced
    is_word = right.lower in scales.words or right.lower in lexicon.numerals.ordinal_suffixes
    is_code = right.text in measures.glued or right.text in lexicon.codes.scaled
    if is_word or is_code or parse_fraction(right.text):
        return False
    tables = (money.words, measures.names, measures.signs, money.signs, lexicon.coins)
    is_unit = any(table.at(tokens, index + 1) for table in tables)
    if is_unit or find_money_after(tokens, index + 1, lexicon):
        return False
    return not any(right.lower.startswith(ending) for ending in lexicon.endings)


def _is_joined_right(tokens: Sequence[Token], index: int) -> bool:
    """`2021_a` or a slash between numbers that make no fraction."""
    if not (is_glued(tokens, index + 1) and is_glued(tokens, index + 2)):
        return False
    mark, after = tokens[index + 1].text, tokens[index + 2]
    if mark == "/" and after.kind == "number":
        return parse_fraction(f"{tokens[index].text}/{after.text}") is None
    return mark == "_"


def name_extent(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """The first token of the name around `index`, and the one after its last."""
    first, last = index, index + 1
    while _joins(tokens, first, first - 1):
        first -= 1
    while last < len(tokens) and _joins(tokens, last, last):
        last += 1
    while last - 1 > index and tokens[last - 1].kind == "mark":
        last -= 1
    while first < index and tokens[first].kind == "mark":
        first += 1
    return first, last


def _joins(tokens: Sequence[Token], gap: int, candidate: int) -> bool:
    """Whether the candidate, beside the gap before token `gap`, belongs to the same run."""
    if candidate < 0 or not is_glued(tokens, gap):
        return False
    token = tokens[candidate]
    return token.kind != "mark" or token.text in _JOINING or token.text == "/"


def ends_ordinal(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> int:
    """The index after an ordinal's mark (`3rd`, `3. Platz`); zero where it is none."""
    right = index + 1
    if not is_glued(tokens, right):
        return 0
    if tokens[right].lower in lexicon.numerals.ordinal_suffixes:
        return right + 1
    is_short = tokens[right].text == "." and len(tokens[index].text) <= _SHORT
    if not is_short or right + 1 >= len(tokens) or not lexicon.numerals.ordinal_nouns:
        return 0
    following = tokens[right + 1]
    # No sentence begins in small letters, so that the dot is the number's.
    is_small = following.kind == "word" and following.text[0].islower()
    is_small = is_small and following.lower not in lexicon.scales.words
    is_owned = index > 0 and tokens[index - 1].lower in lexicon.counts.owned  # "sein 24. Saisontor"
    is_owned = is_owned and following.kind == "word"
    is_known = following.text in lexicon.numerals.ordinal_nouns
    return right + 1 if is_small or is_owned or is_known else 0


def ends_telephone(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> int:
    """The index after a telephone number that begins here; zero where none does."""
    left = index - 1
    while left >= max(0, index - _MOST_GROUPS) and tokens[left].text in _TELEPHONE_MARKS:
        left -= 1
    is_named = left >= 0 and tokens[left].lower in lexicon.titles.telephones
    last, count = index + 1, 1
    while count < _MOST_GROUPS and (following := _next_group(tokens, last)) is not None:
        last, count = following + 1, count + 1
    text = tokens[index].text
    is_local = text.startswith("0") and len(text) > _SHORT and count > 1
    is_abroad = is_glued(tokens, index) and tokens[left + 1].text == "+" and count > _SHORT
    is_dialled = text.isdigit() and (is_local or is_abroad)
    return last if is_named or is_dialled else 0


def _next_group(tokens: Sequence[Token], at: int) -> int | None:
    """The next digits of the same telephone number, a mark at most between."""
    at += at < len(tokens) and tokens[at].text in "-/"
    is_digits = at < len(tokens) and tokens[at].kind == "number"
    return at if is_digits and tokens[at].text.replace(" ", "").isdigit() else None


def find_title(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """The first token of the name that the numeral at `index` ends, and the one after its last."""
    if found := _score(lexed, index) or _designation(lexed, index):
        return found
    tokens = lexed.tokens
    text = tokens[index].text
    is_short = len(text) <= _LONGEST and (text.isdecimal() or _is_versioned(lexed, index))
    if not is_short or is_glued(tokens, index):
        return (index - 1, index + 1) if _is_marked(lexed, index) else _hyphened(lexed, index)
    head = index - 1 - (lexed.lower(index - 1) == ".")
    if head < 0:
        return None
    if tokens[head].text in _MARKS:
        return head, index + 1
    if tokens[head].kind != "word" or not _names(lexed, head, index):
        return None
    return head, name_extent(tokens, index)[1]


def _designation(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """`2024 YR4`: a year, capitals, and a number written onto them."""
    tokens, last = lexed.tokens, index + 3
    if last > len(tokens) or not (
        tokens[index].text.isdecimal() and len(tokens[index].text) == _LONGEST
    ):
        return None
    letters = tokens[index + 1].text
    is_code = letters.isalpha() and letters.isupper() and len(letters) <= _SHORT
    is_joined = is_glued(tokens, index + 2) and not is_glued(tokens, index + 1)
    return (index, last) if is_code and is_joined and tokens[index + 2].text.isdecimal() else None


def _is_versioned(lexed: LexedText, index: int) -> bool:
    """`Version 3.11`: two numbers with a dot behind a word for what is numbered."""
    is_dotted = lexed.tokens[index].text.replace(".", "", 1).isdecimal()
    return is_dotted and lexed.lower(index - 1) in lexed.lexicon.titles.heads


def _hyphened(lexed: LexedText, index: int) -> tuple[int, int] | None:
    """`COVID -19`: a product's name whose hyphen stands apart from it."""
    tokens = lexed.tokens
    is_hyphen = index > 1 and tokens[index - 1].text == "-" and is_glued(tokens, index)
    is_product = is_hyphen and tokens[index - 2].text in lexed.lexicon.titles.products
    return (index - 2, index + 1) if is_product else None


def _is_marked(lexed: LexedText, index: int) -> bool:
    return index > 0 and lexed.tokens[index - 1].text in _MARKS


def _names(lexed: LexedText, head: int, index: int) -> bool:
    """Whether the word at `head` and the number at `index` are one name."""
    titles, tokens = lexed.lexicon.titles, lexed.tokens
    has_stop = head < index - 1
    is_product = tokens[head].text in titles.products and not has_stop
    is_head = tokens[head].lower in titles.heads
    is_proper = not has_stop and (
        _is_proper(lexed, head) if titles.capitalised else _is_called(lexed, head, index)
    )
    if not (is_product or is_head or is_proper):
        return False
    after, lexicon = index + 1, lexed.lexicon
    if lexed.lower(after) in lexicon.scales.words or ending_unit(tokens, after, lexicon):
        return False
    unit = find_unit_after(tokens, after, lexicon, lexed.nouns)
    is_apart = is_head and unit is not None and unit.kind == "noun" and unit.first != after
    if unit and not is_apart and (not is_product or unit.kind not in {"noun", "declared"}):
        return False
    return is_product or is_head or not _is_listed(lexed, after)


def _is_called(lexed: LexedText, head: int, index: int) -> bool:
    """An article, a noun and a number before a verb: `Der Golf 8 fährt`."""
    tokens, lexicon = lexed.tokens, lexed.lexicon
    if not tokens[head].text[0].isupper() or lexed.lower(head - 1) not in lexicon.hedges.articles:
        return False
    if lexicon.hedges.before.before(tokens, head + 1) or lexed.lower(head) in lexicon.weekdays:
        return False
    is_money = (lexed.lower(head),) in lexicon.money.words.meanings
    after = index + 1
    is_verb = (
        after < len(tokens) and tokens[after].kind == "word" and tokens[after].text[0].islower()
    )
    return is_verb and not is_money and direction_of(lexed.lower(head), lexicon) is None


def _is_proper(lexed: LexedText, head: int) -> bool:
    """A capitalised word inside a sentence that is no word of amounts or of movement."""
    token, lexicon = lexed.tokens[head], lexed.lexicon
    if not token.text[0].isupper() or head == 0:
        return False
    is_opened = lexed.tokens[head - 1].text in _ENDS
    is_joined = token.text.isupper() and lexed.tokens[head - 1].text == "/"  # S&P/ASX 200
    if is_opened and not (is_joined and len(token.text) > _SHORT):
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
    """`3:2` and `2-2` anywhere; `6-3` beside a word of games and votes; `2-0 down`."""
    tokens = lexed.tokens
    mark, after = lexed.lower(index + 1), index + 3
    is_pair = mark in {":", "-"} and is_glued(tokens, index + 1) and is_glued(tokens, index + 2)
    if not is_pair or index + 2 >= len(tokens) or tokens[index + 2].kind != "number":
        return None
    left, right = tokens[index].text, tokens[index + 2].text
    if not (_is_point(left) and _is_point(right)):
        return None
    if mark == ":" or left == right:
        return index, after
    words, near = lexed.lexicon.titles.scores, range(index - _BESIDE, after + _BESIDE)
    is_score = any(lexed.lower(at) in words for at in near if at not in range(index, after))
    is_score = is_score or (
        int(left) > int(right) and lexed.lower(after) in lexed.lexicon.titles.leads
    )
    return (index, after) if is_score else None


def _is_point(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST_SCORE
