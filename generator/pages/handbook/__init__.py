"""The handbook's reference, made from the tables of the program: keys, calls, commands, findings.

In: the site's words. Out: blocks of Markdown. What people write by hand of it stands in the
catalogues of `wording`; `generated/handbook.py` joins both to pages.
"""

from collections.abc import Iterator

from generator.pages.handbook.calls import calls_reference
from generator.pages.handbook.commands import command_texts, commands_reference
from generator.pages.handbook.findings import findings_reference
from generator.pages.handbook.keys import key_texts, keys_reference


def reference_texts() -> Iterator[str]:
    """The sentences of the tables: what stands in them is no figure of the site."""
    yield from key_texts()
    yield from command_texts()
