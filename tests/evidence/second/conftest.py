"""Reading a figure again in a line: a text in which ⟦ ⟧ stand around it."""

from collections.abc import Callable

import pytest

from generator.evidence.lexicon.lexicon import load_lexicon
from generator.evidence.second.reader import Reading, read_again
from generator.evidence.text.folding import fold


@pytest.fixture(scope="session")
def again() -> Callable[[str, str], Reading]:
    """What the second reader makes of the marked figure."""

    def read(lang: str, marked: str) -> Reading:
        before, _, rest = marked.partition("⟦")
        core, _, after = rest.partition("⟧")
        text = fold(before + core + after).layout
        start = len(fold(before + core[:1]).layout) - 1 if before else 0
        return read_again(text, (start, start + len(fold(core).layout)), load_lexicon(lang))

    return read
