"""Reads a formula: ids in braces, + - * /, parentheses, and the literal 1.

In: the text as typed. Out: a small tree whose nodes know their offset, or a FormulaError.
Never evaluates anything, and never turns digits into a number: every other number must be a
constant that briefing.yaml declares with a reason.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.model import Finding, Offset
from generator.text import shown

MAX_LENGTH = 200
MAX_NODES = 50
MAX_DEPTH = 20

_TOKEN = re.compile(
    r"(?P<name>\{[^{}]*\})|(?P<number>[0-9][0-9_.,eE]*)|(?P<symbol>[-+*/()])|(?P<space>\s+)"
)
_WORD = re.compile(r"[^\W\d][\w-]*")
_LOOKALIKES = {"×": "*", "·": "*", "÷": "/", ":": "/", "−": "-", "–": "-", "[": "(", "]": ")"}


class FormulaError(ValueError):
    """Carries the finding on a formula that cannot be read or computed."""

    def __init__(self, finding: Finding) -> None:
        """The finding is at an offset as long as nobody knows where the formula was typed."""
        super().__init__(finding.message)
        self.finding = finding


def finding_at(offset: int, code: str, message: str, hint: str) -> Finding:
    """A finding at a character of a formula, counted from zero."""
    return Finding(code, Offset(offset), "", message, hint)


@dataclass(frozen=True, slots=True)
class One:
    """The literal 1, the only number that needs no reason."""

    offset: int


@dataclass(frozen=True, slots=True)
class Name:
    """A fact or a constant, by its id."""

    id: str
    offset: int


@dataclass(frozen=True, slots=True)
class Negative:
    """A minus sign before its operand."""

    operand: "Node"
    offset: int


@dataclass(frozen=True, slots=True)
class Operation:
    """Two operands and the sign between them."""

    symbol: str
    left: "Node"
    right: "Node"
    offset: int
    """Where the sign stands."""


Node = One | Name | Negative | Operation


@dataclass(frozen=True, slots=True)
class FormulaStep:
    """A piece of a formula as a page prints it: plain text, or the id of a fact or constant."""

    kind: Literal["text", "fact", "constant"]
    text: str


class _Piece(NamedTuple):
    kind: str
    text: str
    offset: int


def formula_tree(text: str) -> Node:
    """The tree that a formula means.

    Raises:
        FormulaError: it is not of the grammar, too long, or uses an undeclared number.
    """
    if len(text) > MAX_LENGTH:
        message = f"the formula has {len(text)} characters; {MAX_LENGTH} are allowed"
        hint = "split it: give a part of it an id of its own"
        raise FormulaError(finding_at(0, "formula-syntax", message, hint))
    return _Parser(tuple(_tokens(text)), len(text)).whole()


def names_in(node: Node) -> Iterator[Name]:
    """The names of a formula, from left to right."""
    if isinstance(node, Name):
        yield node
    elif isinstance(node, Negative):
        yield from names_in(node.operand)
    elif isinstance(node, Operation):
        yield from names_in(node.left)
        yield from names_in(node.right)


def split_formula(text: str) -> Iterator[_Piece]:
    """The pieces of a formula that parses; joined they are the formula again."""
    for match in _TOKEN.finditer(text):
        yield _Piece(str(match.lastgroup), match[0], match.start())


def _tokens(text: str) -> Iterator[_Piece]:
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if not match:
            raise _stray(text, position)
        token = _Piece(str(match.lastgroup), match[0], position)
        if token.kind == "number" and token.text != "1":
            message = f"the number {token.text} stands in the formula without a reason"
            hint = "declare it under `constants:` in briefing.yaml and write its id in braces"
            raise FormulaError(finding_at(position, "formula-constant", message, hint))
        if token.kind != "space":
            yield token
        position = match.end()


def _stray(text: str, position: int) -> FormulaError:
    character = text[position]
    hint = "use ids in braces, + - * / and parentheses only"
    stray = character
    if word := _WORD.match(text, position):
        stray = word[0]
        # Between two operands an x stands for times; elsewhere it is an id without braces.
        is_sign = stray in {"x", "X"} and text[:position].rstrip().endswith(("}", ")"))
        hint = "write * for times" if is_sign else f"write an id in braces: {{{shown(stray)}}}"
    elif character in _LOOKALIKES:
        hint = f"write {_LOOKALIKES[character]}"
    elif character == "{":
        hint = "close the brace after the id"
    message = f"{shown(stray)} cannot stand in a formula"
    return FormulaError(finding_at(position, "formula-syntax", message, hint))


class _Parser:
    """Recursive descent: sum of products of factors; bounded in nodes and depth."""

    def __init__(self, tokens: tuple[_Piece, ...], length: int) -> None:
        self._tokens = tokens
        self._next = 0
        self._end = _Piece("end", "", length)
        self._nodes = 0

    def whole(self) -> Node:
        node = self._sum(0)
        token = self._peek()
        if token.kind != "end":
            what = "closes nothing" if token.text == ")" else "follows without + - * / before it"
            hint = "remove it" if token.text == ")" else "put the sign that is missing before it"
            raise _error(token, f"{shown(token.text)} {what}", hint)
        return node

    def _sum(self, depth: int) -> Node:
        node = self._product(depth)
        while self._peek().text in {"+", "-"}:
            sign = self._take()
            node = Operation(sign.text, node, self._product(depth), self._count(sign))
        return node

    def _product(self, depth: int) -> Node:
        node = self._factor(depth)
        while self._peek().text in {"*", "/"}:
            sign = self._take()
            node = Operation(sign.text, node, self._factor(depth), self._count(sign))
        return node

    def _factor(self, depth: int) -> Node:
        token = self._take()
        if depth > MAX_DEPTH:
            raise _error(token, "the formula is nested too deeply", "split it in two facts")
        if token.text == "(":
            node = self._sum(depth + 1)
            closing = self._take()
            if closing.text != ")":
                raise _error(token, "a parenthesis is never closed", "add the missing )")
            return node
        if token.text == "-":
            return Negative(self._factor(depth + 1), self._count(token))
        if token.kind == "number":
            return One(self._count(token))
        if token.kind == "name":
            return self._name(token)
        found = shown(token.text) if token.text else "the end"
        raise _error(
            token, f"an id in braces is expected where {found} stands", "write {id-of-a-fact}"
        )

    def _name(self, token: _Piece) -> Name:
        identifier = token.text[1:-1].strip()
        if not identifier:
            raise _error(token, "the braces are empty", "write the id of a fact in them")
        return Name(identifier, self._count(token))

    def _count(self, token: _Piece) -> int:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            message = f"the formula has more than {MAX_NODES} parts"
            raise _error(token, message, "split it: give a part of it an id of its own")
        return token.offset

    def _peek(self) -> _Piece:
        return self._tokens[self._next] if self._next < len(self._tokens) else self._end

    def _take(self) -> _Piece:
        token = self._peek()
        self._next += 1
        return token


def _error(token: _Piece, message: str, hint: str) -> FormulaError:
    return FormulaError(finding_at(token.offset, "formula-syntax", message, hint))
