"""Addresses and tags, whose digits count nothing: links, e-mail, `@handles`, `#hashtags`.

In: a layout. Out: the spans of addresses that hold a digit, in order. Each run without white space
is looked at once, so that the time grows with the length of the text.
"""

import re
from collections.abc import Iterator

_RUN = re.compile(r"\S+")
_HINT = re.compile(r"[@#%/]|www\.")
_SCHEME = re.compile(r"(?i:https?|ftp)://|(?i:www)\.")
_ESCAPE = re.compile(r"[^\W\d]%[0-9A-Fa-f]{2}")
_HOST = re.compile(
    r"[\w-]\.(?:com|org|net|info|io|ai|co|eu|de|at|ch|nl|be|uk|cn|hk|fr|us)(?::\d+)?/\w"
)
_TAG = re.compile(r"(?<!\w)[@#]\w+")
_DOMAIN = re.compile(r"@[\w-]+(?:\.[\w-]+)+")
_MAILBOX = re.compile(r"[\w.+%-]+\Z")
_LONGEST_MAILBOX = 80
_OPENING, _CLOSING = "([{<\"'", ".,;:!?)]}>\"'"
_DIGIT = re.compile(r"\d")


def find_addresses(layout: str) -> tuple[tuple[int, int], ...]:
    """The spans of all addresses with digits."""
    found: list[tuple[int, int]] = []
    for run in _RUN.finditer(layout):
        text = run[0]
        if not _HINT.search(text) or not _DIGIT.search(text):
            continue
        spans = ((run.start() + first, run.start() + last) for first, last in _in_run(text))
        found.extend(span for span in spans if _DIGIT.search(layout, *span))
    return tuple(found)


def _in_run(text: str) -> Iterator[tuple[int, int]]:
    """The addresses of one run, none overlapping."""
    end = len(text.rstrip(_CLOSING))
    if scheme := _SCHEME.search(text):
        yield scheme.start(), max(end, scheme.end())
        return
    if _HOST.search(text) or _ESCAPE.search(text):
        yield min(len(text) - len(text.lstrip(_OPENING)), end), end
        return
    last = 0
    for at in (match.start() for match in re.finditer("[@#]", text)):
        if at < last:
            continue
        domain = _DOMAIN.match(text, at)
        box = _MAILBOX.search(text, max(last, at - _LONGEST_MAILBOX), at) if domain else None
        if domain and box:
            yield box.start(), domain.end()
            last = domain.end()
        elif tag := _TAG.match(text, at):
            yield tag.span()
            last = tag.end()
