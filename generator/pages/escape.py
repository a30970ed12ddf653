"""Text from YAML, articles and Markdown is made harmless on a page, by one function a context.

In: any text. Out: the same text for the reader, with nothing in it that Markdown, HTML, an
attribute, a template or a Markdown extension could act on. Never used on encoded text.
"""

import json
import re

from markupsafe import Markup

_SCRIPT = re.compile(r"(<(?:script|style)\b.*?</(?:script|style)>)", re.DOTALL)
_REFERENCE = re.compile(r"&#(\d{2,6});")
_ACTIVE = frozenset("&<>\"'`=")


class _Entities(dict[int, str]):
    """What stands for each character, made when it first occurs."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        found = self[code] = letter if letter.isalnum() or letter == " " else f"&#{code};"
        return found


_ENTITIES = _Entities()


def encode(text: str) -> Markup:
    """Every character that is no letter, digit or plain space becomes a numeric entity.

    One rule holds in Markdown text, HTML text and quoted attributes alike, because an entity is
    text to each of them. Source of the method: a round trip of random texts through Markdown.
    """
    return Markup(text.translate(_ENTITIES))  # noqa: S704 - encoding is this function's job


def decode_harmless(html: str) -> str:
    """A finished page with its letters and marks as they are, where only Markdown minded them.

    References stay for what HTML acts on, for what nobody sees, and in scripts, which have none.
    """
    parts = _SCRIPT.split(html)
    parts[::2] = [_REFERENCE.sub(_decoded, part) for part in parts[::2]]
    return "".join(parts)


def _decoded(reference: re.Match[str]) -> str:
    letter = chr(int(reference[1]))
    return letter if letter.isprintable() and letter not in _ACTIVE else reference[0]


def encode_unless_markup(value: object) -> Markup:
    """Our own markup as it is, everything else encoded: what a template prints."""
    if isinstance(value, Markup):
        return value
    return encode(str(value))


def front_matter(**fields: str) -> str:
    """A page's front matter: JSON strings, which are YAML, holding encoded text.

    The theme prints these fields raw into `<title>`, attributes and navigation.
    """
    lines = [f"{key}: {json.dumps(str(encode(value)))}" for key, value in fields.items()]
    lines.append("hide: [navigation]")  # the menu stands in tabs, or in a phone's drawer
    return "---\n" + "\n".join(lines) + "\n---\n"
