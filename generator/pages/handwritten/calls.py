"""The calls that hand-written pages make, read with Jinja's grammar and never evaluated.

In: a page's text. Out: calls with literal arguments and their places, and what is no such call.
A page cannot loop, name anything but the listed functions, or reach an attribute.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.pages.handwritten.broken_calls import BROKEN, why_broken

INLINE_CALLS = ("figure", "period", "source", "known_as_of", "count")
BLOCK_CALLS = (
    *("chart", "table", "timeline", "quotation", "codes"),
    *("key_figures", "latest_changes", "open_questions", "proof"),
)

BARE_CALLS = ("known_as_of", "codes", "latest_changes", "open_questions", "proof")
"""Those without arguments."""
_NAMES = (*INLINE_CALLS, *BLOCK_CALLS)
_BRACED = re.compile(r"\{\{(?P<inner>[^\n{}]*)\}\}|" + BROKEN)
_LITERAL = re.compile(r"""'[^']*'|"[^"]*\"""")
_GRAMMAR = Environment(autoescape=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One call, with where it stands."""

    name: str
    arguments: tuple[str, ...]
    options: Mapping[str, str]
    start: int
    end: int
    places: tuple[int, ...] = ()
    """Where each argument stands, then each option's value, in the order of typing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mistake:
    """Something wrong at an offset of a page's text."""

    code: str
    offset: int
    message: str
    hint: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadCalls:
    """The calls of a text, and what was meant as one."""

    calls: tuple[Call, ...]
    mistakes: tuple[Mistake, ...]
    broken: tuple[tuple[int, int], ...]
    """Start and end of everything that is no call: no other rule looks at it."""


def read_calls(text: str) -> ReadCalls:
    """All calls of a text in order, and a mistake for each brace that makes none."""
    calls: list[Call] = []
    mistakes: list[Mistake] = []
    broken: list[tuple[int, int]] = []
    for match in _BRACED.finditer(text):
        call = None if match["inner"] is None else _read_call(match["inner"], *match.span())
        if call is None:
            message, hint = why_broken(match[0], _NAMES, BARE_CALLS)
            mistakes.append(
                Mistake(code="bad-call", offset=_brace(match), message=message, hint=hint)
            )
            broken.append(match.span())
        else:
            calls.append(call)
            mistakes += _misplaced(call, text)
    return ReadCalls(calls=tuple(calls), mistakes=tuple(mistakes), broken=tuple(broken))


def _brace(match: re.Match[str]) -> int:
    """Where the call begins, or where its only braces stand."""
    return match.start() + max(match[0].find("{"), 0)


def _read_call(inner: str, start: int, end: int) -> Call | None:
    """The call that stands between two braces on each side; None when it is none."""
    try:
        body = _GRAMMAR.parse("{{" + inner + "}}").body
    except (TemplateSyntaxError, RecursionError):
        return None
    output = body[0] if len(body) == 1 else None
    node = output.nodes[0] if isinstance(output, nodes.Output) else None
    if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)):
        return None
    constants = [*node.args, *(keyword.value for keyword in node.kwargs)]
    literal = all(isinstance(c, nodes.Const) and isinstance(c.value, str) for c in constants)
    options = {k.key: k.value.value for k in node.kwargs if isinstance(k.value, nodes.Const)}
    if len(options) < len(node.kwargs):
        return None  # an option is given twice
    if not literal or node.node.name not in _NAMES or node.dyn_args or node.dyn_kwargs:
        return None
    return Call(
        name=node.node.name,
        arguments=tuple(c.value for c in node.args if isinstance(c, nodes.Const)),
        options=options,
        start=start,
        end=end,
        places=_places(inner, start + 2, len(constants)),
    )


def _places(inner: str, offset: int, number: int) -> tuple[int, ...]:
    """Where the text of each literal begins; the call itself when they cannot be told apart."""
    found = [offset + match.start() + 1 for match in _LITERAL.finditer(inner)]
    return tuple(found) if len(found) == number else (offset - 2,) * number


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
