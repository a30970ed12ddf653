"""The lexicon files packaged with this room: which there are, and what each holds.

In: the packaged files. Out: the table of each by its name; `any.toml` is what every language has.
It gives no word a meaning. Only this sub-room imports it.
"""

import functools
import importlib.resources
import tomllib
from collections.abc import Mapping
from typing import Any

Table = Mapping[str, Any]
SHARED = "any"


@functools.lru_cache(maxsize=1)
def load_files() -> Mapping[str, Table]:
    """Every packaged file by its name: the one place that reads them."""
    folder = importlib.resources.files("generator.evidence") / "lexicons"
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text("utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }


def join(below: Table, above: Table) -> Table:
    """Tables are joined key by key, lists one behind the other; of all else the upper counts."""
    joined = dict(below)
    for key, value in above.items():
        known = below.get(key)
        if isinstance(value, dict) and isinstance(known, dict):
            joined[key] = join(known, value)
        elif isinstance(value, list) and isinstance(known, list):
            joined[key] = [*known, *value]
        else:
            joined[key] = value
    return joined
