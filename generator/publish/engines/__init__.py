"""What turns the tree into a site: one file an engine; how each refuses a tree, and where it runs.

In: the date of a site. Out: an environment in which nothing of the machine shows in what is made.
"""

import contextlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from generator.kept import Cache
from generator.settings import Settings
from generator.spread import Spread, in_order

_AROUND = re.compile(r'<(?:a [^>]*?class="md-footer__link|nav class="md-nav)[^>]*>')
_TWICE = re.compile(r"&amp;(?=#\d+;)")


@dataclass(frozen=True, kw_only=True, slots=True)
class EngineRun:
    """What an engine is to build, and where."""

    root: Path
    settings: Settings
    tree: str
    """Below the root."""
    target: Path
    address: str
    """Where it is published; empty if that is unknown."""
    day: date
    """The site's own."""
    cache: Cache
    spread: Spread = in_order
    """How work on many pages is done."""


class EngineError(Exception):
    """The engine refused the tree; `messages` are its warnings and errors, a line each."""

    def __init__(self, messages: list[str]) -> None:
        """Keeps the engine's own words."""
        super().__init__("\n".join(messages))
        self.messages = messages


def encoded_once(html: str) -> str:
    """The page without what the theme encodes twice: titles, in its footer and its contents."""
    return _AROUND.sub(lambda tag: _TWICE.sub("&", tag[0]), html)


@contextlib.contextmanager
def reproducible_environment(day: date) -> Iterator[None]:
    """The engine's clock stands at the start of `day`, and its files have the same modes."""
    start = datetime.combine(day, time(), tzinfo=UTC)
    settings = {"SOURCE_DATE_EPOCH": str(int(start.timestamp())), "NO_MKDOCS_2_WARNING": "1"}
    before = {name: os.environ.get(name) for name in settings}
    mask = os.umask(0o022)
    os.environ.update(settings)
    try:
        yield
    finally:
        os.umask(mask)
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
