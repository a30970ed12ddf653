"""What a browser may run and load for a page: a strict content security policy in each.

In: a folder of HTML whose pages have their last style, and what was put into each by ourselves.
Out: the folder, each page with its policy first. Scripts within a page are allowed by their hashes
alone, and these come from the files of the theme as they were when they were read and found good
(THEMES), styles by the hashes of our own: never from the page that is to be protected. So what
somebody brings into a page, by whatever way, neither runs nor asks another host for anything.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import jinja2

from generator.publish.walk import files_below
from generator.reading import UsageError


class _Theme(NamedTuple):
    """What was found good in the theme of an engine."""

    package: str
    name: str
    """By which one installs it."""
    home: str
    """What it writes before an address on the home page."""
    files: Mapping[str, str]
    """The SHA-256 of each of its `partials/javascripts` whose scripts a page may hold."""
    styles: Sequence[str] = ()
    """The SHA-256 of each style that its own script puts into pages."""


_SHARED = {
    "palette": "8790389765ea6036effddba548b15093bb05bdc75624eaeaf8b13f3c24be4ab5",
    "content": "3722e156f0f6339de39fbbfc178b6e401d1a4fb890f189ac5b80c2504bda7dcf",
}
THEMES = {
    "mkdocs": _Theme(
        "material",
        "mkdocs-material",
        "",
        {"base": "d6113712bc4deb30b4bd810ee0dfc28b6f04d2f88cc0016c0f1766eac7b762b6", **_SHARED},
    ),
    "zensical": _Theme(
        "zensical",
        "zensical",
        "./",
        {"base": "b2c8050fa4b999f5ef159318e31afd79b3fc2cba9948b95382990e6b10cbe2cb", **_SHARED},
        # Of its search, which it draws apart from the page.
        ("NwSx/R2V/U4jnW0Tq5pQ53Y/rzPVJ4dqE7D6UTA/J1k=",),
    ),
}
"""By engine; a test compares them with a clean build of each."""
_SCRIPT = re.compile(r"<script>(.+?)</script>", re.DOTALL)
_BASE = re.compile(r"\{\{.*?\}\}")
"""Where a script of the theme names the site's root, as seen from the page."""
_FIRST = re.compile(r'<meta charset="?utf-8"?>', re.IGNORECASE)
_MARK = "\0"

_BLANK = ""
"""The style that plotly.js puts into a page, and fills through the object model."""
_RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    # The theme's marks are addresses with data in its sheets.
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
_REFERRER = "strict-origin-when-cross-origin"
"""Where a link leads to an article its publisher hears from which site, not from which page."""


def place_policies(
    site: Path,
    tree: Path,
    styles: Mapping[str, str],
    *,
    engine: str,
    base: str | None,
    address: str,
) -> None:
    """Puts its policy first into each page.

    Args:
        site: the folder of pages, complete.
        tree: what it was built from; a page that stood there as HTML is none of the theme's.
        styles: by page, the style of its first screen.
        engine: by which it was built.
        base: where the settings say that the theme keeps what readers chose; None if they do not.
        address: where the site is published.

    Raises:
        UsageError: the installed theme has other scripts than those that were found good.
    """
    theme = THEMES[engine]
    scripts = theme_scripts(engine)
    root = f"{urlsplit(address).path.rstrip('/')}/"
    for file in files_below(site, ".html"):
        path = file.relative_to(site).as_posix()
        policy = policy_of()
        if not (tree / path).is_file():
            up = root if path == "404.html" else "/".join([".."] * path.count("/")) or "."
            # One engine ends the path of the site with its slash, the other does not.
            places = {base} if base else {up, up.rstrip("/") or up}
            own = [text.replace(_MARK, place) for text in scripts for place in places]
            lead = theme.home if up == "." else f"{up.rstrip('/')}/"
            kept = [f"'sha256-{one}'" for one in theme.styles]
            policy = policy_of(own, (faces(lead), styles.get(path, ""), _BLANK), kept)
        text = file.read_text(encoding="utf-8")
        file.write_text(with_policy(text, policy), encoding="utf-8", newline="\n")


def theme_scripts(engine: str) -> list[str]:
    """The scripts that a theme writes into its pages; a mark where one names the site's root.

    Raises:
        UsageError: a file of the theme is not the one that was found good.
    """
    theme, found = THEMES[engine], list[str]()
    folder = files(theme.package) / "templates" / "partials" / "javascripts"
    for stem, known in theme.files.items():
        text = (folder / f"{stem}.html").read_bytes()
        if sha256(text).hexdigest() != known:
            raise UsageError(
                f"{theme.name} {version(theme.name)} writes a script into pages that was not read "
                f"here: partials/javascripts/{stem}.html",
                f"install the release of {theme.name} that the lock names",
            )
        found += (_BASE.sub(_MARK, script) for script in _SCRIPT.findall(text.decode()))
    return found


@cache
def faces(lead: str) -> str:
    """The style that names the typefaces; `lead` is what a page writes before an address."""
    # Our own words alone: nothing in it comes from a page.
    environment = jinja2.Environment(autoescape=False)  # noqa: S701
    environment.filters["url"] = lambda path: f"{lead}{path}"
    template = files("generator.publish") / "assets" / "theme" / "faces.html"
    markup = environment.from_string(template.read_text(encoding="utf-8")).render()
    return markup.removeprefix("<style>").removesuffix("</style>")


def policy_of(
    scripts: Iterable[str] = (), styles: Iterable[str] = (), kept: Iterable[str] = ()
) -> str:
    """A policy that lets a page hold these scripts and styles, and else what the site serves.

    Args:
        scripts: their texts.
        styles: their texts.
        kept: hashes of more styles.
    """
    own = {"script-src": map(_hash, scripts), "style-src": (*map(_hash, styles), *kept)}
    return "; ".join(
        " ".join((name, value, *sorted({*own.get(name, ())}))) for name, value in _RULES.items()
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def with_policy(page: str, policy: str) -> str:
    """A page with its policy behind the name of its encoding, before all that it may refuse."""
    more = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<meta name="referrer" content="{_REFERRER}">'
    )
    return _FIRST.sub(lambda found: found[0] + more, page, count=1)
