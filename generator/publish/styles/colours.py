"""Colours of charts: tokens of the style sheet, and what stands for them where there is none.

In: the site's own style sheet; a figure as charts/ draws it. Out: the colours of a scheme; the
figure with a stand-in for each token, by which the token is found again in the picture that a
browser draws; a picture as a file that stands alone.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

TYPEFACE = "Liberation Sans, Arial, Helvetica, sans-serif"
"""By which texts are measured: the page's own typeface is near it, and a build machine has it."""
_TOKEN = re.compile(r"var\((--[a-z0-9-]+)\)")
_MARK = re.compile(r'<a data-fact="([a-z0-9-]+)"')
_INHERITED = "inherit"
_CLEAR = "rgba(0,0,0,0)"
_STAND_IN = (1, 2)
"""Red and green of all stand-ins; blue counts the tokens from one. Zero stands for clear paper."""
_RULE = r'\[data-md-color-scheme="{scheme}"\]\s*\{{(?P<body>[^}}]*)\}}'
_DECLARED = re.compile(r"(?P<name>--chart-[a-z0-9-]+)\s*:\s*(?P<value>#[0-9a-fA-F]{3,8})\s*;")


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


def palette_of(css: str, scheme: str) -> Mapping[str, str]:
    """Tokens with their colours in a scheme, `default` or `slate`.

    Raises:
        ValueError: the style sheet has no colours for that scheme.
    """
    rule = re.search(_RULE.format(scheme=scheme), css)
    body = rule["body"] if rule else ""
    colours = {token["name"]: token["value"] for token in _DECLARED.finditer(body)}
    if not colours:
        raise ValueError(f"the style sheet has no chart colours for {scheme}")
    return colours


def standing_alone(svg: str, css: str) -> str:
    """A picture as a file of its own: light colours as such, dark ones by the reader's setting.

    Programs that know no custom properties show the light colours.
    """
    light, dark = palette_of(css, "default"), palette_of(css, "slate")
    rules = "".join(
        f'[fill="{value}"]{{fill:{dark[name]}}}[stroke="{value}"]{{stroke:{dark[name]}}}'
        for name, value in light.items()
        if name in dark
    )
    style = f"<style>@media screen and (prefers-color-scheme:dark){{{rules}}}</style>"
    paper = '<rect width="100%" height="100%" fill="var(--chart-paper)"/>'
    head, _, rest = svg.partition(">")
    head = head.replace('font-family="inherit"', f'font-family="{TYPEFACE}"')
    alone = _MARK.sub(r'<a href="../f/\1/"', f"{head}>{style}{paper}{rest}\n")
    for name, value in light.items():
        # Only attributes hold plain quotation marks: in texts they are entities.
        alone = alone.replace(f'"var({name})"', f'"{value}"')
    return alone


def _tokens_in(value: Any, key: str = "") -> set[str]:
    if isinstance(value, Mapping):
        return set().union(*(_tokens_in(one, name) for name, one in value.items()))
    if isinstance(value, (list, tuple)):
        return set().union(*(_tokens_in(one, key) for one in value))
    token = _token(value, key)
    return {token} if token else set()


def _replaced(value: Any, colour: Callable[[str], str], key: str = "") -> Any:
    """A copy with colours instead of tokens, and a typeface by which texts can be measured."""
    if isinstance(value, Mapping):
        return {name: _replaced(one, colour, name) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_replaced(one, colour, key) for one in value]
    if key == "family" and value == _INHERITED:
        return TYPEFACE
    token = _token(value, key)
    return colour(token) if token else value


def _token(value: Any, key: str) -> str:
    """The token that is given as a colour; a text that looks like one is a text."""
    found = _TOKEN.fullmatch(value) if key.endswith("color") and isinstance(value, str) else None
    return found[1] if found else ""
