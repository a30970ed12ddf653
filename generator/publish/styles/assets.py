"""Our own assets: style, script, icon, and the vendored plotly.js.

In: a name. Out: bytes. The vendored bundle is never handed out if it is not the one that was
vendored.
"""

import hashlib
import re
from importlib.resources import files

from generator.model import CARD_STYLE, CHART_STYLE, PLOTLY, STYLE
from generator.publish.styles.colours import palette_of

PLOTLY_SHA256 = "99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba"
"""Of the vendored bundle: npm package plotly.js-basic-dist-min 4.1.1, MIT licence."""

_REMARKS = re.compile(rb"^[ \t]*(?://.*)?(?:\n|(?=\S))", re.MULTILINE)
"""Lines of a script that only say why, and indents: readers load neither."""


def load_asset(name: str) -> bytes:
    """One of our own assets; the vendored bundle is checked against its recorded hash."""
    content = (files("generator.publish") / "assets" / name).read_bytes()
    if name == PLOTLY and hashlib.sha256(content).hexdigest() != PLOTLY_SHA256:
        raise RuntimeError(f"{name} is not the file that was vendored")
    if name in {CARD_STYLE, CHART_STYLE}:
        return _coloured(content)
    return _REMARKS.sub(b"", content) if name.endswith(".js") and name != PLOTLY else content


def _coloured(style: bytes) -> bytes:
    """The style of what stands alone, after the colours of the site's own in both schemes."""
    css = load_asset(STYLE).decode()
    light, dark = (
        "".join(f"  {name}: {value};\n" for name, value in palette_of(css, scheme).items())
        for scheme in ("default", "slate")
    )
    rules = (
        f':root {{\n{light}}}\n[data-theme="dark"] {{\n{dark}}}\n'
        f'@media (prefers-color-scheme: dark) {{ [data-theme="auto"] {{\n{dark}}} }}\n'
    )
    return rules.encode() + style
