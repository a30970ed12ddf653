"""An article as quotations are looked for in it: folded, with its lines.

In: articles. Out: `SearchedText`, made once a text.
"""

import functools
from dataclasses import dataclass

from generator.evidence.text.folding import Folded, fold
from generator.model import Article


@dataclass(frozen=True, slots=True)
class SearchedText:
    """An article as it is searched."""

    article: Article
    folded: Folded

    def line(self, position: int) -> int:
        """The line of a folded position, from one."""
        return self.article.text.count("\n", 0, self.folded.starts[position]) + 1

    def at(self, position: int) -> str:
        """The article with that line."""
        return f"{self.article.id}, line {self.line(position)}"


def search_in(article: Article) -> SearchedText:
    """The article, ready to be searched."""
    return SearchedText(article, _fold_text(article.text))


@functools.lru_cache(maxsize=1024)
def _fold_text(text: str) -> Folded:
    """A text, folded; many quotations may be missing at once."""
    return fold(text)
