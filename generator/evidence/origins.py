"""Which news agencies a text names: two articles that name one may have a single origin.

In: an article. Out: names, in the order of the lexicon.
"""

import re

from generator.evidence.lexicon.lexicon import load_lexicon
from generator.model import Article


def agencies_in(article: Article) -> tuple[str, ...]:
    """The agencies that a text names as a word of its own, letter for letter."""
    names = load_lexicon(article.lang).agencies
    found = {name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", article.text)}
    return tuple(name for name in names if name in found)
