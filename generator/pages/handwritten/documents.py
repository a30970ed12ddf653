"""Hand-written pages: front matter, prose, and calls in Jinja's grammar, which are never evaluated.

In: a Document as typed. Out: its parts with offsets, so that findings can name line and column.
A page cannot loop, name anything but the listed functions, or reach an attribute. The prose itself
is trusted no further than `prose.py` has checked it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.model import Document, Finding, Offset, Place
from generator.pages.handwritten.calls import CALLS, Call
from generator.text import find_nearest, shown

_FRONT = re.compile(r"\A---\n(?P<fields>.*?)^---\n", re.DOTALL | re.MULTILINE)
_FIELDS = ("title", "description")
_FIELD = re.compile(r"(?P<key>title|description): *(?P<value>\S.*)")
_BROKEN = (
    r"\{%[^\n]{0,500}%\}"  # a whole template loop is one mistake
    r"|\{\{[^{}\n]*(?:\n[^{}\n]*)?\}+"  # a call that was broken over two lines
    r"|\{++[^{}\n]*\}+"
    r"|\{++[ \t]*+\w*+[ \t]*+\(?[^\s(){}]*+(?:[^(){}\n]*\))?"  # opened, never closed
    r"|\b\w++\([^(){}\n]*\)?[ \t]*\}+"  # closed, never opened
    r"|\}+"
)
"""A stretch of text in which a brace stands and that is no call."""
_CURLED = re.compile("[“”„‟‘’‚«»]")
_NAME = re.compile(r"\A\{*\s*(?P<name>[^\W\d]\w*)\s*(?P<opened>\()?")
_BARE = re.compile(r"\(\s*(?P<id>[\w-]+)\s*\)")
_WHOLE = re.compile(r"\{\{[^{}\n]*\}\}")
_EXAMPLE = '{{ figure("id") }}'
_BRACED = re.compile(r"\{\{(?P<inner>[^\n{}]*)\}\}|" + _BROKEN)
_LITERAL = re.compile(r"""'[^']*'|"[^"]*\"""")
_GRAMMAR = Environment(autoescape=True)


_HEADLINE = re.compile(r"^# (?P<words>[^\n{}\[\]*_`<>]+)$", re.MULTILINE)
"""A title of plain words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadDocument:
    """A hand-written page, taken apart."""

    document: Document
    fields: Mapping[str, str]
    """`title` and `description`."""
    body_start: int
    """Offset of the Markdown below the front matter."""
    calls: tuple[Call, ...]
    broken: tuple[tuple[int, int], ...]
    """Start and end of what was meant as a call and is none: no other rule looks at it."""
    findings: tuple[Finding, ...]


def placed(finding: Finding, document: Document) -> Finding:
    """A finding at an offset of a hand-written page, with the line and column of it."""
    if not isinstance(finding.at, Offset):
        return finding
    before = document.text[: finding.at.value]
    column = len(before) - before.rfind("\n")
    return replace(finding, at=Place(f"docs/{document.path}", before.count("\n") + 1, column))


@lru_cache(maxsize=256)
def read_document(document: Document) -> ReadDocument:
    """Front matter, calls and findings of one page; offsets count from the document's start."""
    text = document.text
    front = _FRONT.match(text)
    fields: dict[str, str] = {}
    findings: list[Finding] = []
    if front is None:
        findings.append(_without_front(text))
    else:
        offset = front.start("fields")
        for line in front["fields"].splitlines(keepends=True):
            match = _FIELD.fullmatch(line.rstrip())
            if match:
                fields[match["key"]] = match["value"].strip("\"'")
            elif line.strip():
                findings.append(_misspelt_field(offset, line.strip()))
            offset += len(line)
        lacking = [key for key in _FIELDS if key not in fields]
        if lacking and not findings:
            said = f"the front matter lacks a {' and a '.join(lacking)}"
            findings.append(_front_finding(0, said))
    calls, broken, unanswerable = _read_calls(text)
    return ReadDocument(
        document=document,
        fields=fields,
        body_start=front.end() if front else 0,
        calls=tuple(calls),
        broken=tuple(broken),
        findings=(*findings, *unanswerable),
    )


def outline_of(document: Document) -> Document:
    """All of a page that others show: its front matter and its calls, without its prose."""
    read, text = read_document(document), document.text
    calls = (text[call.start : call.end] for call in read.calls)
    return replace(document, text="\n".join([text[: read.body_start], *calls]))


def _without_front(text: str) -> Finding:
    """There is none, or it is not closed."""
    if not text.startswith("---\n"):
        return _front_finding(0, "the page has no front matter")
    finding = _front_finding(0, "the front matter that begins here is not closed")
    return replace(finding, hint="write --- on a line of its own below title and description")


def _misspelt_field(offset: int, line: str) -> Finding:
    """A line of the front matter that is none of its two; its key may be misspelt."""
    key, colon, value = line.partition(":")
    meant = find_nearest(key, _FIELDS) if colon else None
    finding = _front_finding(offset, "this line is no title and no description")
    said = f"write {meant}: {shown(value.strip())}" if meant else finding.hint
    return replace(finding, hint=said)


def _front_finding(offset: int, message: str) -> Finding:
    hint = "begin the page with four lines: ---, then title: …, then description: …, then ---"
    return Finding("bad-value", Offset(offset), "", message, hint)


def _read_calls(text: str) -> tuple[list[Call], list[tuple[int, int]], list[Finding]]:
    """All calls of a text in order, what was meant as one, and a finding for each that misfits."""
    calls: list[Call] = []
    findings: list[Finding] = []
    broken: list[tuple[int, int]] = []
    for match in _BRACED.finditer(text):
        call = None if match["inner"] is None else _read_call(match["inner"], *match.span())
        if call is None:
            # Where the call begins, or where its only braces stand.
            start = match.start() + max(match[0].find("{"), 0)
            findings.append(Finding("bad-call", Offset(start), "", *_why_broken(match[0])))
            broken.append(match.span())
        else:
            calls.append(call)
            findings += _misplaced(call, text)
    return calls, broken, findings


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
    if not literal or node.node.name not in CALLS or node.dyn_args or node.dyn_kwargs:
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


def _misplaced(call: Call, text: str) -> list[Finding]:
    """A block call stands alone on its line."""
    before = text[text.rfind("\n", 0, call.start) + 1 : call.start]
    after = text[call.end :].split("\n", 1)[0]
    if not CALLS[call.name].is_block or not (before.strip() or after.strip()):
        return []
    message = f"{call.name} makes a block and stands within a line"
    hint = "put the call on a line of its own, with an empty line before and after"
    return [Finding("bad-call", Offset(call.start), "", message, hint)]


def _why_broken(text: str) -> tuple[str, str]:
    """What is wrong with text that was meant as a call, and what to do about it."""
    names, found = tuple(CALLS), _NAME.match(text)
    name = found["name"] if found else ""
    if found and name not in names and found["opened"]:
        near = find_nearest(name, names)
        said = f"{shown(name)} is no call that a page may make"
        return said, f"did you mean {near}?" if near else f"use one of {', '.join(names)}"
    example = f'{{{{ {name}("id") }}}}' if name in names else _EXAMPLE
    if name in names and not CALLS[name].takes[1]:
        return f"{name} is called with nothing between its parentheses", f"write {{{{ {name}() }}}}"
    if name in names:
        reason = _typing_slip(text, example)
        if reason:
            return reason
    return (
        "this is no call that a page may make",
        f"write {_EXAMPLE}, or another of {', '.join(names)}, with quoted ids",
    )


def _typing_slip(text: str, example: str) -> tuple[str, str] | None:
    """What is missing or wrong in a call whose name is right; None if nothing is found."""
    if _CURLED.search(text):
        return "the id stands between typographic quotes", f"write straight quotes: {example}"
    if bare := _BARE.search(text):
        said = f"the id {shown(bare['id'])} stands without quotes"
        return said, f"put the id in quotes: {example}"
    if "\n" in text:
        return "a call is broken over two lines", f"write it in one line: {example}"
    if not _WHOLE.fullmatch(text):
        return "the call does not stand between two braces on each side", f"write {example}"
    if text.count("(") != 1 or text.count(")") != 1:
        return "a parenthesis of the call is missing", f"write {example}"
    return None


def headline(page: ReadDocument) -> str:
    """What a page has as its title, where that is plain words; else nothing."""
    found = _HEADLINE.search(page.document.text, page.body_start)
    return found["words"].strip() if found else ""
