"""The calls that hand-written pages make, read with Jinja's grammar and never evaluated.

In: a page's text. Out: calls with literal arguments and their places, and what is no such call.
A page cannot loop, name anything but the listed functions, or reach an attribute.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

INLINE_CALLS = ("figure", "period", "source", "known_as_of", "count")
BLOCK_CALLS = ("chart", "table", "timeline", "quotation")

_CALL = re.compile(r"\{\{(?P<inner>[^\n{}]*)\}\}")
_BRACE = re.compile(r"[{}]")
_GRAMMAR = Environment(autoescape=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One call, with where it stands."""

    name: str
    arguments: tuple[str, ...]
    options: Mapping[str, str]
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Mistake:
    """Something wrong at an offset of a page's text."""

    code: str
    offset: int
    message: str
    hint: str


def read_calls(text: str) -> tuple[tuple[Call, ...], tuple[Mistake, ...]]:
    """All calls of a text in order, and a mistake for each brace that makes none."""
    calls: list[Call] = []
    mistakes: list[Mistake] = []
    spans: list[tuple[int, int]] = []
    for match in _CALL.finditer(text):
        spans.append(match.span())
        read = _read_call(match["inner"], *match.span())
        if isinstance(read, Mistake):
            mistakes.append(read)
        else:
            calls.append(read)
            mistakes += _misplaced(read, text)
    return tuple(calls), (*mistakes, *_stray_braces(text, spans))


def _read_call(inner: str, start: int, end: int) -> Call | Mistake:
    names = ", ".join((*INLINE_CALLS, *BLOCK_CALLS))
    wrong = Mistake(
        code="bad-call",
        offset=start,
        message="this is no call that a page may make",
        hint=f'write {{{{ figure("id") }}}}, or another of {names}, with quoted ids',
    )
    try:
        body = _GRAMMAR.parse("{{" + inner + "}}").body
    except (TemplateSyntaxError, RecursionError):
        return wrong
    output = body[0] if len(body) == 1 else None
    node = output.nodes[0] if isinstance(output, nodes.Output) else None
    if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)):
        return wrong
    constants = [*node.args, *(keyword.value for keyword in node.kwargs)]
    literal = all(isinstance(c, nodes.Const) and isinstance(c.value, str) for c in constants)
    known = node.node.name in (*INLINE_CALLS, *BLOCK_CALLS)
    if not literal or not known or node.dyn_args or node.dyn_kwargs:
        return wrong
    return Call(
        name=node.node.name,
        arguments=tuple(c.value for c in node.args if isinstance(c, nodes.Const)),
        options={k.key: k.value.value for k in node.kwargs if isinstance(k.value, nodes.Const)},
        start=start,
        end=end,
    )


def _misplaced(call: Call, text: str) -> list[Mistake]:
    """A block call stands alone on its line."""
    before = text[text.rfind("\n", 0, call.start) + 1 : call.start]
    after = text[call.end :].split("\n", 1)[0]
    if call.name in INLINE_CALLS or not (before.strip() or after.strip()):
        return []
    return [
        Mistake(
            code="bad-call",
            offset=call.start,
            message=f"{call.name} makes a block and stands within a line",
            hint="put the call on a line of its own, with an empty line before and after",
        )
    ]


def _stray_braces(text: str, spans: list[tuple[int, int]]) -> list[Mistake]:
    outside = [
        match.start()
        for match in _BRACE.finditer(text)
        if not any(start <= match.start() < end for start, end in spans)
    ]
    return [
        Mistake(
            code="bad-call",
            offset=offset,
            message="a brace stands in prose without making a call",
            hint='calls are written {{ figure("id") }}; other braces have no place in a page',
        )
        for offset in outside[:1]
    ]
