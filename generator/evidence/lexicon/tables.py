"""The lexicon files packaged with this room: which there are, and what each holds.

In: the tag of a language. Out: its file's table on top of what every language shares (`any.toml`).
It gives no word a meaning. Only this sub-room imports it.
"""

import functools
import importlib.resources
import tomllib
from collections.abc import Mapping
from typing import Any

Table = Mapping[str, Any]
_SHARED = "any"


def load_table(lang: str) -> Table:
    """What a language has, with what all share; that alone where it has no file."""
    files = load_files()
    return _join(files[_SHARED], files.get(lang, {}) if lang != _SHARED else {})


def list_languages() -> tuple[str, ...]:
    """The languages that have a file, in alphabetical order."""
    return tuple(sorted(set(load_files()) - {_SHARED}))


@functools.lru_cache(maxsize=1)
def load_files() -> Mapping[str, Table]:
    """Every packaged file by its name: the one place that reads them."""
    folder = importlib.resources.files("generator.evidence") / "lexicons"
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text("utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }


def _join(shared: Table, own: Table) -> Table:
    """Tables are joined key by key, lists one behind the other; of all else the own counts."""
    joined = dict(shared)
    for key, value in own.items():
        known = shared.get(key)
        if isinstance(value, dict) and isinstance(known, dict):
            joined[key] = _join(known, value)
        elif isinstance(value, list) and isinstance(known, list):
            joined[key] = [*known, *value]
        else:
            joined[key] = value
    return joined
