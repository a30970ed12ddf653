"""The address of a passage on its publisher's page, which browsers scroll to and mark.

In: an address, an article's text, where the passage stands. Out: the address with a text fragment
(WICG Scroll to Text Fragment): the article's own characters, whole words, no part across lines.
"""

from dataclasses import dataclass
from urllib.parse import quote

_LONGEST = 300
"""A longer passage is named by its first and last words."""
_ENDS = 5
"""How many words name an end of it."""
_MOST_CONTEXT = 8
"""How many words before or after tell a passage from an equal one."""


@dataclass(frozen=True, slots=True)
class _Passage:
    before: str
    """The rest of the line that the passage begins on, white space folded."""
    first: str
    last: str
    """Empty when `first` is the whole passage."""
    after: str


def passage_address(url: str, text: str, start: int, end: int) -> str:
    """The address of `text[start:end]` on the page at `url`, which may name a place already."""
    begin = "" if "#" in url else "#"
    return f"{url}{begin}:~:text={_directive(_passage(text, start, end), text)}"


def _passage(text: str, start: int, end: int) -> _Passage:
    """The passage widened to whole words: browsers find nothing that begins within one."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    lines = text[start:end].strip().splitlines() or [""]
    if len(lines) == 1 and end - start <= _LONGEST:
        first, last = _folded(lines[0]), ""
    else:
        first = " ".join(lines[0].split()[:_ENDS])
        last = " ".join(lines[-1].split()[-_ENDS:])
    before = text[:start].rstrip().splitlines()[-1:] or [""]
    after = text[end:].lstrip().splitlines()[:1] or [""]
    return _Passage(_folded(before[0]), first, last, _folded(after[0]))


def _directive(passage: _Passage, text: str) -> str:
    """[prefix-,]start[,end][,-suffix], with as much around it as makes it the only one."""
    page = _folded(text).casefold()
    before, after = passage.before.split(), passage.after.split()
    prefix = suffix = ""
    for words in range(1, _MOST_CONTEXT + 1):
        around = f"{prefix} {passage.first} {suffix}".strip().casefold()
        if page.count(around) <= 1:
            break
        prefix = " ".join(before[-words:])
        # What stands after a long passage does not follow its first words.
        suffix = "" if passage.last else " ".join(after[:words])
    parts = [f"{_encoded(prefix)}-"] if prefix else []
    parts += [_encoded(part) for part in (passage.first, passage.last) if part]
    parts += [f"-{_encoded(suffix)}"] if suffix else []
    return ",".join(parts)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _encoded(part: str) -> str:
    """Percent-encoded, and with it what separates parts: comma, hyphen, ampersand."""
    return quote(part, safe="").replace("-", "%2D")
