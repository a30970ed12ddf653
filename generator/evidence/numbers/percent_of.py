"""A percentage whose word stands before its number: `percentage of 10`, `percentage van 100`.

In: a scene and a figure. Out: the same figure, as a percentage where it counts nothing else.
"""

import functools
from dataclasses import replace

from generator.evidence.lexicon.tables import load_table
from generator.evidence.numbers.figures import ONE, Figure, LexedText
from generator.evidence.numbers.units import FoundUnit


def put_percent(lexed: LexedText, figure: Figure, taken: int) -> Figure:
    """The figure, of per cent where it follows such a word that is not `taken` by another."""
    is_bare = figure.value is not None and figure.unit is None and figure.scale == ONE
    link = figure.first - 1
    links, nouns = _words(lexed.lexicon.lang)
    if not is_bare or figure.is_ordinal or lexed.lower(link) not in links:
        return figure
    found = lexed.lexicon.measures.before(lexed.tokens, link)
    if lexed.lower(link - 1) in nouns:
        found = "%", link - 1
    if found is None or found[0] != "%" or found[1] < taken:
        return figure
    return replace(figure, first=found[1], unit=FoundUnit("%", "ratio", found[1], link))


@functools.lru_cache(maxsize=32)
def _words(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words between, and nouns that after a number would be no unit."""
    numerals = load_table(lang).get("numerals", {})
    return frozenset(numerals.get("percent_links", ())), frozenset(
        numerals.get("percent_nouns", ())
    )
