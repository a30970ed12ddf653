"""What an editor's program is told of a briefing: which ids there are, and which calls pages make.

In: seeds, also with findings. Out: plain data, the bytes of a file. No part of a site: nothing here
proves or publishes anything. `snippets_file` loads the pages, when it is asked.
"""

from generator.editors.known_ids import offers_of
from generator.model import Seeds


def snippets_file(seeds: Seeds) -> bytes:
    """The calls of pages as snippets for VS Code, with the ids of the briefing."""
    from generator.editors.page_calls import snippets_file as made  # noqa: PLC0415

    return made(seeds)
