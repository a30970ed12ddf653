"""The colours of charts, as the site's own style sheet says them, for files that stand alone.

In: the style sheet. Out: tokens with their value in the light and in the dark scheme.
"""

import re
from collections.abc import Mapping

from generator.publish.styles.colours import TYPEFACE

_RULE = r'\[data-md-color-scheme="{scheme}"\]\s*\{{(?P<body>[^}}]*)\}}'
_TOKEN = re.compile(r"(?P<name>--chart-[a-z0-9-]+)\s*:\s*(?P<value>#[0-9a-fA-F]{3,8})\s*;")


def palette_of(css: str, scheme: str) -> Mapping[str, str]:
    """Tokens with their colours in a scheme, `default` or `slate`.

    Raises:
        ValueError: the style sheet has no colours for that scheme: a mistake of ours.
    """
    rule = re.search(_RULE.format(scheme=scheme), css)
    body = rule["body"] if rule else ""
    colours = {token["name"]: token["value"] for token in _TOKEN.finditer(body)}
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
    alone = f"{head}>{style}{paper}{rest}\n"
    for name, value in light.items():
        # Only attributes hold plain quotation marks: in texts they are entities.
        alone = alone.replace(f'"var({name})"', f'"{value}"')
    return alone
