"""Prints what a run needs and under which licence: `make licences` keeps it in the package.

Comes in: requirements.lock, and the metadata of the packages that are installed from it. Goes out:
a Markdown table. Versions are those of the lock, so that the list is the same on every machine.
"""

import re
from email.message import Message
from importlib.metadata import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
SAYS_NOTHING = {"", "UNKNOWN"}
LONGEST = 60
"""A longer field holds the text of a licence, of which the first line is the title."""
HOMES = ("source", "repository", "code", "source code", "homepage", "documentation")
FONTS = "https://github.com/adobe-fonts"
ASSETS = "generator/publish/assets/"
WITHIN = (
    f"| plotly.js (basic bundle) | in `{ASSETS}` | MIT | https://github.com/plotly/plotly.js |",
    f"| Source Serif | in `{ASSETS}fonts/` | OFL-1.1 | {FONTS}/source-serif |",
    f"| Source Sans | in `{ASSETS}fonts/` | OFL-1.1 | {FONTS}/source-sans |",
)
"""What stands in the package itself; its licence stands beside it or in its first lines."""


def versions(lock: str) -> dict[str, str]:
    """Each package with its version, or its versions where Python decides between them."""
    found: dict[str, list[str]] = {}
    for name, version in PINNED.findall(lock):
        found.setdefault(name, []).append(version)
    return {name: " or ".join(several) for name, several in found.items()}


def licence(about: Message) -> str:
    """What the package says: an expression, else a short name, its classifiers, a text's title."""
    expression, named = about.get("License-Expression", ""), about.get("License", "").strip()
    if expression not in SAYS_NOTHING:
        return str(expression)
    if named not in SAYS_NOTHING and len(named) <= LONGEST and "\n" not in named:
        return str(named)
    listed = [text for text in about.get_all("Classifier", []) if text.startswith("License ::")]
    title = named.partition("\n")[0].strip() if named not in SAYS_NOTHING else ""
    return " / ".join(text.rpartition(" :: ")[2] for text in listed) or title


def home(about: Message) -> str:
    """Where its source stands, else its home page or documentation."""
    pairs = (text.partition(", ") for text in about.get_all("Project-URL", []))
    links = {label.lower(): link for label, _, link in pairs}
    links.setdefault("homepage", about.get("Home-page") or "")
    return next((links[label] for label in HOMES if links.get(label)), "")


def table(lock: str) -> str:
    """The whole list as Markdown."""
    rows = []
    for name, version in versions(lock).items():
        about = metadata(name)
        rows.append(f"| {name} | {version} | {licence(about)} | {home(about)} |")
    head = (
        "# What a run needs, and its licences\n\n"
        "As the packages say it of themselves. `make licences` renews this list.\n\n"
        "| name | version | licence | home page |\n|---|---|---|---|"
    )
    return "\n".join((head, *rows, *WITHIN))


if __name__ == "__main__":
    print(table((ROOT / "requirements.lock").read_text(encoding="utf-8")))
