"""A text in tokens: words, numerals and single marks, each with its place.

In: a folded layout. Out: tokens in order, and the sentence and clause that each belongs to.
It knows no language; abbreviations that keep a sentence open are handed in, and
whether ordinals do.
"""

import functools
import itertools
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal["word", "number", "mark"]

NUMBER = (
    r"\d{1,3}(?:[ \u00a0']\d{3})+(?![\d'])(?:[.,]\d+)*"  # groups parted by blanks, as in 1 234 567
    r"|\d+(?:[.,]\d+)*"
    r"|(?<![^\s(\[{\"'$€£¥~≈<>=+/-])[.,]\d+(?![.,]?\d)"  # a decimal that begins with its mark
)
_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
"""Of a note, where they follow a number: no part of it, and no word."""
_TOKEN = re.compile(
    rf"(?P<number>{NUMBER})|(?P<note>(?<=\d)[{_RAISED}]+)|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<mark>[^\s\w]|_|\w)"
)
_STAMP = re.compile(
    r"\s*(?P<field>[^\W\d_]+:?\s+)?\d{4}-\d\d(?:-\d\d)?(?=\s+[\"'(]*(?P<first>[^\W\d_]))"
)
_SENTENCE_ENDS = frozenset(".!?")
_CLAUSE_ENDS = frozenset(",;:()")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a numeral or one mark of the layout."""

    kind: TokenKind
    text: str
    lower: str
    start: int
    end: int


def tokenize(layout: str) -> tuple[Token, ...]:
    """The tokens of a layout, in order."""
    kinds: dict[str | None, TokenKind] = {"number": "number", "word": "word", "mark": "mark"}
    kinds["note"] = "mark"
    return tuple(
        Token(kinds[match.lastgroup], match[0], match[0].lower(), *match.span())
        for match in _TOKEN.finditer(layout)
    )


@functools.lru_cache(maxsize=4096)
def phrase_of(text: str) -> tuple[str, ...]:
    """A phrase of a lexicon as the lower-case tokens that it would have in a text."""
    return tuple(token.lower for token in tokenize(text))


def is_glued(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token follows its left neighbour without a gap."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


@dataclass(frozen=True, slots=True)
class Parts:
    """For every token, the number of its sentence and of its clause."""

    sentence: Sequence[int]
    clause: Sequence[int]
    sentences: Mapping[int, tuple[int, int]]
    """By its number, the first token of a sentence, and the one after its last."""
    clauses: Mapping[int, tuple[int, int]]

    def sentence_of(self, index: int) -> tuple[int, int]:
        """The first token of the sentence around the token, and the one after its last."""
        return self.sentences[self.sentence[index]]

    def clause_of(self, index: int) -> tuple[int, int]:
        """The first token of the clause around the token, and the one after its last."""
        return self.clauses[self.clause[index]]


def divide(
    layout: str,
    tokens: Sequence[Token],
    abbreviations: AbstractSet[str],
    *,
    has_ordinal_dots: bool,
    beginners: AbstractSet[str] = frozenset(),
) -> Parts:
    """Sentences end at `.!?` before a capital, a mark or a break; clauses also at commas.

    A number with a dot may be an ordinal, but not before one of the beginners in a capital. A day
    set before the text is no part of its first sentence.
    """
    stamped = _stamp_end(layout)
    sentences: list[int] = []
    clauses: list[int] = []
    sentence = clause = 0
    for index, token in enumerate(tokens):
        gap = slice(tokens[index - 1].end if index else 0, token.start)
        if index and ("\n" in layout[gap] or gap.start <= stamped <= gap.stop):
            sentence, clause = sentence + 1, clause + 1
        sentences.append(sentence)
        clauses.append(clause)
        if token.kind != "mark":
            continue
        if token.text in _SENTENCE_ENDS and _ends_sentence(
            tokens, index, abbreviations, beginners if has_ordinal_dots else None
        ):
            sentence, clause = sentence + 1, clause + 1
        elif token.text in _CLAUSE_ENDS or _is_free_dash(tokens, index):
            clause += 1
    return Parts(sentences, clauses, _spans(sentences), _spans(clauses))


def _stamp_end(layout: str) -> int:
    """Where the day that was set before the text ends, as in `date 2025-03-18`; 0 without one.

    A sentence begins with a capital: neither the day's name nor what follows may pass for its rest.
    """
    found = _STAMP.match(layout)
    if found is None or not found["first"].isupper():
        return 0
    field = (found["field"] or "").strip()
    return found.end() if not field or field.endswith(":") or field.islower() else 0


def _spans(numbers: Sequence[int]) -> Mapping[int, tuple[int, int]]:
    """Where the run of each number begins and ends."""
    runs = (list(run) for _, run in itertools.groupby(range(len(numbers)), numbers.__getitem__))
    return {numbers[run[0]]: (run[0], run[-1] + 1) for run in runs}


def _ends_sentence(
    tokens: Sequence[Token],
    index: int,
    abbreviations: AbstractSet[str],
    beginners: AbstractSet[str] | None,
) -> bool:
    """Whether a full stop, or its like, closes the sentence; None: no number has such a dot."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or tokens[index].text != ".":
        return True
    left = tokens[index - 1] if index else None
    if left is not None and (left.lower in abbreviations or _is_initial(tokens, index - 1)):
        return False
    if beginners is not None and left is not None and _may_be_ordinal(left):
        return following.text[:1].isupper() and following.lower in beginners
    return following.kind != "word" or following.text[0].isupper()


def _may_be_ordinal(token: Token) -> bool:
    """A number as in `8. August`."""
    return token.kind == "number" and len(token.text) <= 2  # noqa: PLR2004


def _is_initial(tokens: Sequence[Token], index: int) -> bool:
    """A single letter, but none on a number: `£3.2m.` may end a sentence."""
    token = tokens[index]
    if index and tokens[index - 1].kind == "number" and is_glued(tokens, index):
        return False
    return token.kind == "word" and len(token.text) == 1


def _is_free_dash(tokens: Sequence[Token], index: int) -> bool:
    """A dash with a gap on its right parts clauses; a hyphen joins words."""
    return tokens[index].text == "-" and not is_glued(tokens, index + 1)
