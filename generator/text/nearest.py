"""The nearest known word to one that was mistyped: one rule for every "did you mean".

In: a word and the valid ones. Out: the one that was probably meant, or None.
It suggests, it never decides.
"""

from collections.abc import Iterable

_LIKENESS = 74
_LONGEST = 100


def find_nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that differs by a letter or two, whatever the case of its letters."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - most commands find no mistyped word

    candidates = sorted(known)
    lowered = [candidate.lower() for candidate in candidates]
    found = process.extractOne(
        word[:_LONGEST].lower(), lowered, scorer=fuzz.ratio, score_cutoff=_LIKENESS
    )
    return candidates[found[2]] if found else None
