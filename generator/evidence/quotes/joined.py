"""A quotation made of pieces of one article or several: a cut, or a merge of sentences.

In: a folded quotation, searched texts. Out: a finding that names it, with the cure; None where the
quotation is not made of pieces alone, or where a word was changed or added.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.evidence.annotate import annotate
from generator.evidence.findings import finding_on, show
from generator.evidence.numbers.nouns import declared_words
from generator.evidence.quotes.pieces import Piece, Pieces, find_pieces
from generator.evidence.quotes.searched import SearchedText
from generator.evidence.text.tokens import tokenize
from generator.model import Finding, Unit

_MERGED_WORDS = 3
_SENTENCE_END = re.compile("[.!?]")
_LIST = "give the passages as a list of quotations, each in the article's own words"


def explain_joined(
    needle: str,
    texts: Sequence[SearchedText],
    units: Mapping[str, Unit],
    own: SearchedText | None = None,
) -> Finding | None:
    """A cut or a merge, where the whole quotation is made of pieces of the texts."""
    pieces = find_pieces(needle, [one.folded.text for one in texts])
    if pieces is None:
        return None
    source = texts[pieces.found[0].text]
    if any(texts[one.text] is not source for one in pieces.found):
        return _merge_of_articles(texts, pieces)
    beginning = f"the quotation is not in {own.article.id}; it is " if own else ""
    joins = [_join(source, pair, needle, units) for pair in pairwise(pieces.found)]
    if all(join.is_merge or join.is_cut for join in joins) and any(one.is_merge for one in joins):
        return _merge(source, pieces, beginning)
    if pieces.added or not all(join.is_cut for join in joins):
        return None
    where = f"a cut of {source.at(pieces.found[0].start)}, which" if own else "a cut: the quotation"
    message = f"{beginning}{where} leaves out {show(joins[0].left_out)}"
    message += "" if own else f" (line {source.line(pieces.found[0].start)})"
    hint = "quote it whole, or mark the omission as […]"
    if own:
        hint = f"correct article to {source.article.id}; {hint}"
    return finding_on("quote-missing", "article" if own else "exact", message, hint)


@dataclass(frozen=True, slots=True)
class _Join:
    """Where two pieces of one article meet in the quotation."""

    left_out: str
    """What the article has between them; empty where they stand in another order."""
    is_cut: bool
    is_merge: bool


def _join(
    source: SearchedText, pair: tuple[Piece, Piece], needle: str, units: Mapping[str, Unit]
) -> _Join:
    """Words left out within a sentence, or two sentences; neither where words were changed."""
    left, right = pair
    left_out = source.folded.text[left.end : right.start].strip()
    between = needle[left.quoted[1] : right.quoted[0]]
    is_same = _sentence(source, left.end - 1, units) == _sentence(source, right.start, units)
    is_short = _count(left_out) <= _count(between) + 1 and left.end <= right.start
    is_misquoted = is_short and (not left_out or bool(_SENTENCE_END.search(between)))
    return _Join(
        left_out,
        is_cut=is_same and _count(left_out) > 0,
        is_merge=not is_same and not is_misquoted,
    )


def _count(text: str) -> int:
    """How many words a text has."""
    return sum(token.kind != "mark" for token in tokenize(text))


def _sentence(source: SearchedText, position: int, units: Mapping[str, Unit]) -> int:
    """The sentence around a folded position of an article."""
    article = source.article
    annotated = annotate(article.text, article.lang, declared_words(units, article.lang))
    offset = annotated.folded.ends[position]
    return annotated.parts.sentence[max(annotated.tokens_in(offset, offset)[0] - 1, 0)]


def _merge(source: SearchedText, pieces: Pieces, beginning: str) -> Finding | None:
    """Pieces of several sentences of one article."""
    if any(piece.words < _MERGED_WORDS for piece in pieces.found):
        return None
    lines = [*dict.fromkeys(source.line(piece.start) for piece in pieces.found)]
    where = f"lines {' and '.join(map(str, lines))}" if lines[1:] else f"line {lines[0]}"
    many = {2: "two", 3: "three"}.get(len(pieces.found), "several")
    of = f" of {source.article.id}" if beginning else ""
    said = [show(source.folded.text[one.start : one.end]) for one in pieces.found[:3]]
    message = f"{beginning}a merge of {many} sentences{of} ({where}): {' + '.join(said)}"
    hint = f"correct article to {source.article.id}, and {_LIST}" if beginning else _LIST
    return finding_on("quote-missing", "article" if beginning else "exact", message, hint)


def _merge_of_articles(texts: Sequence[SearchedText], pieces: Pieces) -> Finding | None:
    """Pieces of several articles."""
    if any(piece.words < _MERGED_WORDS for piece in pieces.found):
        return None
    said = [
        f"{show(texts[one.text].folded.text[one.start : one.end])} stands in "
        f"{texts[one.text].at(one.start)}"
        for one in pieces.found[:3]
    ]
    message = f"a merge of several articles: {', '.join(said)}"
    return finding_on("quote-missing", "exact", message, f"{_LIST}, under its own article")
