"""A pattern of the number gate, checked before it may run: it compiles and cannot run away.

In: a regular expression as typed. Out: the same text, or `RefusedError`.
It never runs the pattern on anything but the empty text.
"""

import re
import warnings

from generator.reading.characters import REFUSED, code_point
from generator.reading.errors import RefusedError
from generator.text import shown

LONGEST = 100
_MOST_OPEN = 1
"""Repetitions of open length; each more multiplies the time by the length of the text."""
_LONG = 10
"""A repetition up to this often or more counts as open."""
_BARE = ("7", "2024", "350.000", "48,8", "900 billion", "5 %", "at 12 o")
"""Numbers that no exemption may let pass: it names what stands around them."""
_UNCLOSED = {"unterminated character set": "[", "missing ), unterminated subpattern": "("}
"""What Python says of an open bracket."""
_CLOSING = {"[": "]", "(": ")"}
_MOST_SHOWN = 60
_BACK_REFERENCE = re.compile(r"\\[1-9]|\(\?P=|\(\?\(")
_TOKEN = re.compile(
    r"(?P<escape>\\.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<open>\((?:\?[^:=!<>a-zA-Z(]*"
    r"(?:P?<[^>=!]*>|<?[=!]|[:>]|[a-zA-Z-]+[:)])?)?)|(?P<close>\))"
    r"|(?P<repeat>(?:[*+?]|\{\d*,?\d*\})[?+]?)|(?P<or>\|)|(?P<other>.)",
    re.DOTALL,
)


def parse_pattern(text: str) -> str:
    """The pattern, safe to run on prose.

    Raises:
        RefusedError: too long, no regular expression, able to run away, or matching everything.
    """
    if len(text) > LONGEST:
        raise RefusedError(
            f"has {len(text)} characters; at most {LONGEST}", "make two patterns of it"
        )
    if found := REFUSED.search(text):
        raise RefusedError(f"holds {code_point(found[0])}", "delete the character", "bad-text")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compiled = re.compile(text)
    except (re.error, OverflowError, RecursionError, Warning) as error:
        raise _broken(text, str(error)) from None
    _refuse_runaway(text)
    if compiled.match("") or any(compiled.search(number) for number in _BARE):
        hint = "name the words around the number, for example ISO [0-9]{1,5}"
        raise RefusedError("lets any number pass, not one kind of name", hint)
    return text


def _broken(text: str, why: str) -> RefusedError:
    """What is wrong with it, in words for who knows no regular expressions."""
    sign = next((sign for words, sign in _UNCLOSED.items() if words in why), None)
    if sign is None:
        hint = r"put a backslash before ( ) [ ] { } * + ? . | where they stand for themselves"
        return RefusedError("is no regular expression", hint)
    message = f"opens a bracket {sign} and does not close it"
    return RefusedError(message, f"write {shown(text, _MOST_SHOWN)}{_CLOSING[sign]}")


def _refuse_runaway(text: str) -> None:
    """A repetition around a choice or another repetition can run for ever."""
    if _BACK_REFERENCE.search(text):
        raise RefusedError("refers back to a group", "write the text out")
    groups = [False]  # For each open group: does it repeat or choose?
    closed = False  # Such a group has just been closed.
    open_ends = 0
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "repeat":
            if closed and not token[0].startswith("?"):
                hint = (
                    "repeat something plain, such as [0-9] or a word, without an inner * + ? or |"
                )
                raise RefusedError("repeats a group that itself repeats or chooses", hint)
            open_ends += _is_open(token[0])
            groups[-1] |= not re.fullmatch(r"\{\d+\}[?+]?", token[0])
        groups[-1] |= kind == "or"
        closed = False
        if kind == "open" and not token[0].endswith(")"):
            groups.append(False)
        elif kind == "close" and len(groups) > 1:
            closed = groups.pop()
            groups[-1] |= closed
    if open_ends > _MOST_OPEN:
        hint = "write how often at most, for example [0-9]{1,4}, only where it is needed"
        raise RefusedError("has more than one repetition of open length", hint)


def _is_open(repetition: str) -> bool:
    """Whether a repetition can go on for long."""
    if bounds := re.match(r"\{[0-9]*,?([0-9]*)\}", repetition):
        return (not bounds[1] and "," in repetition) or int(bounds[1] or 0) >= _LONG
    return repetition[0] in "*+"
