"""What all shapes have in common: no key but their own, and a word for themselves.

A shape is what an editor types for one record, field for field, with the words that explain it.
In: bare mappings, lists and texts. Out: typed values, or errors that `translation` words anew.
From the same shapes come the JSON Schemas that complete keys in editors. A shape looks at one value
at a time; `rules` see to what several fields must say together.
"""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """A record; no key but its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    noun: ClassVar[str] = "record"
    """What the record is called in messages, with its article."""
    elsewhere: ClassVar[Mapping[str, str]] = {}
    """Keys that stand in another file, and in which."""
