"""What a door shows, as a small file a figure.

In: the doors. Out: bytes by path, `f/<id>.json`, beside the figure's permanent address.
"""

from collections.abc import Mapping
from typing import Any

from generator.exports.facts import to_json


def door_files(doors: Mapping[str, Mapping[str, Any]]) -> dict[str, bytes]:
    """A file a door; a page asks for it when a reader nears the figure."""
    return {f"f/{fact}.json": to_json(door) for fact, door in doors.items()}
