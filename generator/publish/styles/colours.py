"""Colours of a figure on their way through a browser, which resolves no custom properties there.

In: a figure as charts/ draws it. Out: the same with a stand-in for each token, by which the token
is found again in the picture, or with the colours of the light scheme.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

TYPEFACE = "Liberation Sans, Arial, Helvetica, sans-serif"
"""By which texts are measured: the page's own typeface is near it, and a build machine has it."""
_TOKEN = re.compile(r"var\((--[a-z0-9-]+)\)")
_INHERITED = "inherit"
_CLEAR = "rgba(0,0,0,0)"
_STAND_IN = (1, 2)
"""Red and green of all stand-ins; blue counts the tokens from one. Zero stands for clear paper."""


def with_stand_ins(figure: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The figure to be drawn, and what each colour of the picture stands for."""
    tokens = sorted(_tokens_in(figure))
    red, green = _STAND_IN
    stands_for = {f"rgb({red}, {green}, {n})": f"var({t})" for n, t in enumerate(tokens, 1)}
    colours = {token: f"#{red:02x}{green:02x}{n:02x}" for n, token in enumerate(tokens, 1)}
    replaced: dict[str, Any] = _replaced(figure, colours.__getitem__)
    clear = f"#{red:02x}{green:02x}00"
    if replaced["layout"].get("paper_bgcolor") == _CLEAR:
        # Clear paper would be painted white, and the legend with it.
        replaced["layout"]["paper_bgcolor"] = clear
    return replaced, stands_for | {f"rgb({red}, {green}, 0)": "none"}


def in_light_colours(figure: Mapping[str, Any], palette: Mapping[str, str]) -> dict[str, Any]:
    """The figure in the colours of the light scheme, on its paper."""
    replaced: dict[str, Any] = _replaced(figure, palette.__getitem__)
    replaced["layout"]["paper_bgcolor"] = palette["--chart-paper"]
    return replaced


def _tokens_in(value: Any, key: str = "") -> set[str]:
    if isinstance(value, Mapping):
        return set().union(*(_tokens_in(one, name) for name, one in value.items()))
    if isinstance(value, (list, tuple)):
        return set().union(*(_tokens_in(one, key) for one in value))
    token = _token(value, key)
    return {token} if token else set()


def _replaced(value: Any, colour: Callable[[str], str], key: str = "") -> Any:
    """A copy with colours in place of tokens, and a typeface by which texts can be measured."""
    if isinstance(value, Mapping):
        return {name: _replaced(one, colour, name) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_replaced(one, colour, key) for one in value]
    if key == "family" and value == _INHERITED:
        return TYPEFACE
    token = _token(value, key)
    return colour(token) if token else value


def _token(value: Any, key: str) -> str:
    """The token that stands in place of a colour; a text that looks like one is a text."""
    found = _TOKEN.fullmatch(value) if key.endswith("color") and isinstance(value, str) else None
    return found[1] if found else ""
