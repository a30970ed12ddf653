"""The texts of a picture that are about one figure, marked with its id: a click opens its panel.

In: a picture of ours, figures by text. Out: the same with attributes `data-fact`, nothing else;
screen readers still read one image, and the table below it has the links for keyboards.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from html import unescape

from generator.charts import without_space
from generator.model import Picture
from generator.pages.links import plain

_TEXT = re.compile(r"<text\b(?P<rest>[^>]*>(?P<inside>.*?)</text>)", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def mark_labels(picture: Picture, facts: Mapping[str, str]) -> Picture:
    """Both pictures, each text marked that stands in it once and is about one figure."""
    return replace(
        picture, wide=_marked(picture.wide, facts), narrow=_marked(picture.narrow, facts)
    )


def _marked(svg: str, facts: Mapping[str, str]) -> str:
    times = Counter(_words(found) for found in _TEXT.finditer(svg))

    def mark(found: re.Match[str]) -> str:
        words = _words(found)
        if words not in facts or times[words] > 1:
            return found[0]
        return f'<text data-fact="{plain(facts[words])}"{found["rest"]}'

    return _TEXT.sub(mark, svg)


def _words(found: re.Match[str]) -> str:
    return without_space(unescape(_TAG.sub("", found["inside"])))
