"""Text from YAML, articles and Markdown is made harmless on a page, by one function a context.

In: any text. Out: the same text for the reader, with nothing in it that Markdown, HTML, an
attribute, a template or a Markdown extension could act on. Never used on encoded text.
"""

import json

from markupsafe import Markup


def encode(text: str) -> Markup:
    """Every character that is no letter, digit or plain space becomes a numeric entity.

    One rule holds in Markdown text, HTML text and quoted attributes alike, because an entity is
    text to each of them. Source of the method: a round trip of random texts through Markdown.
    """
    return Markup("".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in text))  # noqa: S704 - encoding is this function's job


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
