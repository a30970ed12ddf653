"""Which generator builds a briefing, and what goes with it, for whoever installs it elsewhere.

In: what is installed here. Out: the text of a requirements.txt.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any

PACKAGE = "briefing"
_HEAD = """\
# Which generator builds this briefing, and what goes with it. The generator is named by the address
# that it is installed from, as in
#   briefing @ git+https://example.org/the/generator.git@<commit>
# and never by its name alone: on the public index another package bears that name.
"""
_NAME = re.compile(r"[A-Za-z0-9._-]+")

Find = Callable[[str], Distribution]


def requirements(origin: str, find: Find = distribution) -> str:
    """The text of requirements.txt: this generator, and what goes with it, as installed here.

    `origin` is what the installer noted of where the generator is from (PEP 610), if anything.

    Where the generator was installed from a repository or an address, that is named; from a folder
    of this machine, or an unknown place, the line is left to be written.
    """
    lines = [_origin(json.loads(origin or "{}"))]
    lines += sorted({f"{name}=={version}" for name, version in _needed(PACKAGE, find)})
    return _HEAD + "".join(f"{line}\n" for line in lines if line)


def _origin(told: dict[str, Any]) -> str:
    """The line that installs the same generator elsewhere; empty where none can."""
    url, commit = told.get("url", ""), told.get("vcs_info", {}).get("commit_id", "")
    if url.startswith("https://"):
        way = f"{told['vcs_info']['vcs']}+{url}@{commit}" if commit else url
        return f"{PACKAGE} @ {way}"
    return ""


def _needed(name: str, find: Find, seen: set[str] | None = None) -> Iterator[tuple[str, str]]:
    """Name and version of all that a package needs, here, without its extras."""
    seen = set() if seen is None else seen
    for required in _requires(name, find):
        if required in seen:
            continue
        seen.add(required)
        try:
            found = find(required)
        except PackageNotFoundError:  # for another system
            continue
        yield required, found.version
        yield from _needed(required, find, seen)


def _requires(name: str, find: Find) -> Iterable[str]:
    try:
        listed = find(name).requires or ()
    except PackageNotFoundError:
        return
    for line in listed:
        if "extra ==" not in line and (named := _NAME.match(line)):
            yield named[0].lower().replace("_", "-").replace(".", "-")
