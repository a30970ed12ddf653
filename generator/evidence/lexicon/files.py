"""The packaged tables of words: the one place that reads them.

In: `lexicons/*.toml`. Out: their tables by name. They take a tenth of a second to read, so what an
earlier run read is taken over.
"""

import importlib.resources
import tomllib
from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from generator.kept import recall

Table = Mapping[str, Any]
SHARED = "any"
_FILES: dict[str, Table] = {}
_PLACES: list[Callable[[], MutableMapping[str, Any]]] = []
"""Where the tables are kept; it is opened once they are needed."""


def keep_files_in(place: Callable[[], MutableMapping[str, Any]]) -> None:
    """Says where the tables may be kept that the same code has read."""
    _PLACES[:] = [place]


def load_files() -> Mapping[str, Table]:
    """Every packaged file by its name."""
    if not _FILES:
        _FILES.update(recall_table("tables", _read_files))
    return _FILES


def recall_table(name: str, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """A table as an earlier run made it, or as it is made now."""
    kept = _PLACES[0]() if _PLACES else {}
    for other in [*kept]:
        kept.get(other)  # a run that needs one language leaves the others there
    return recall(kept, name, make)


def _read_files() -> dict[str, Table]:
    folder = importlib.resources.files("generator.evidence") / "lexicons"
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text("utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }
