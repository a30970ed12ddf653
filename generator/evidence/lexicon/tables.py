"""The lexicon files packaged with this room: which there are, and what each holds.

In: the tag of a language. Out: the file's table as it stands, empty where there is none. It gives
no word a meaning.
"""

import functools
import importlib.resources
import tomllib
from collections.abc import Mapping
from typing import Any

Table = Mapping[str, Any]
_SHARED = "any"


def load_table(name: str) -> Table:
    """A packaged lexicon file; empty where there is none."""
    return _load_tables().get(name, {})


def shared_table() -> Table:
    """What holds in every language."""
    return load_table(_SHARED)


def base_of(lang: str) -> str:
    """The language of a tag: `de-CH` is read as `de`."""
    return lang.replace("_", "-").split("-")[0].lower()


def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, in alphabetical order."""
    return tuple(sorted(set(_load_tables()) - {_SHARED}))


def is_readable(lang: str) -> bool:
    """Whether a lexicon reads the language."""
    return base_of(lang) in languages()


@functools.lru_cache(maxsize=1)
def _load_tables() -> Mapping[str, Table]:
    folder = importlib.resources.files("generator.evidence") / "lexicons"
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text("utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }
