"""Foreign text in Markdown that a code host shows: a pull request, the summary of a step.

In: text of seeds, pages or git. Out: the same for the reader, of which nothing becomes a tag, a
link, a picture, a mention or a reference.
"""

import re
import unicodedata
from collections.abc import Iterator

from generator.text.printable import escaped

_LONGEST = 300
_LONGEST_ID = 120
_SPACES = str.maketrans(dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\n\t", " "))
_AS_THEY_ARE = frozenset(" ,.;:()%/?'\"=+-")
"""Beside letters and digits: nothing within a line to Markdown. Our lines never begin with data."""
_ACTS = re.compile(
    r"@|\#|\$|://|:(?=[\w+-]+:)"  # mentions, references, mathematics, addresses, emoji
    r"|(?<![a-z0-9])(?:www\.|gh-\d+|(?:mailto|xmpp):)"
    r"|(?<![a-z0-9])[0-9a-f]{7,64}(?![a-z0-9])",  # what could name a commit
    re.IGNORECASE,
)
"""What a host makes links of in finished text, where escaping no longer helps; not within code."""
_LINKS = re.compile(r"@|://|(?<![a-z0-9])(?:www\.|(?:mailto|xmpp):)", re.IGNORECASE)
"""What Markdown itself makes links of, also in code that is written as HTML."""


def markdown_text(text: str, limit: int = _LONGEST) -> str:
    """The text for the reader, in Markdown, HTML and cells of tables; cut to `limit` characters."""
    return "".join(
        f"<code>{part}</code>" if acts else part for part, acts in _parts(text, limit, _ACTS)
    )


def markdown_code(text: str, limit: int = _LONGEST_ID) -> str:
    """An id or a path, as code; what acts stands alone, as Markdown looks into our code."""
    return "".join(f"<code>{part}</code>" for part, _ in _parts(text, limit, _LINKS))


def _parts(text: str, limit: int, acting: re.Pattern[str]) -> Iterator[tuple[str, bool]]:
    """The text in encoded pieces, each with whether it could act."""
    line = " ".join(text.translate(_SPACES).split())
    if len(line) > limit:
        line = line[: limit - 1] + "…"
    at = 0
    for match in acting.finditer(line):
        if at < match.start():
            yield _entities(line[at : match.start()]), False
        yield _entities(match[0], as_they_are=frozenset()), True
        at = match.end()
    if at < len(line):
        yield _entities(line[at:]), False


def _entities(text: str, as_they_are: frozenset[str] = _AS_THEY_ARE) -> str:
    """Letters, digits and spaces as they are; what cannot be seen by its name."""
    return "".join(
        letter
        if letter in as_they_are or (letter.isascii() and letter.isalnum())
        else _entity(letter)
        for letter in text
    )


def _entity(letter: str) -> str:
    if letter.isascii() and letter.isprintable():
        return f"&#{ord(letter)};"
    if unicodedata.combining(letter) or escaped(letter) != letter:
        name = unicodedata.name(letter, "").replace("-", " ")
        return f"&#91;U+{ord(letter):04X}{' ' + name if name else ''}&#93;"
    return letter
