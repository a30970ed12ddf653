"""Seeds and pages are read from disk: `load_seeds` is the room's one door.

`json_schemas` says what the seeds may look like, for editors that complete keys while typing.
"""

from generator.reading.errors import UsageError
from generator.reading.load import load_seeds
from generator.reading.schemas import json_schemas

__all__ = ["UsageError", "json_schemas", "load_seeds"]
