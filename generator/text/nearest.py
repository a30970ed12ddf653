"""The nearest known word to one that was mistyped: one rule for every "did you mean".

In: a word and the valid ones. Out: the one that was probably meant, or None.
It suggests, it never decides.
"""

from collections.abc import Iterable

_LIKENESS = 74
_LONGEST = 100


def find_nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that differs by a letter or two, whatever the case of its letters.

    Of ids that are as near as one another and differ in their digits none is suggested: it would be
    the id of another year.
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - most commands find no mistyped word

    candidates = sorted(known)
    lowered = [candidate.lower() for candidate in candidates]
    typed = word[:_LONGEST].lower()
    best = process.extract(typed, lowered, scorer=fuzz.ratio, score_cutoff=_LIKENESS, limit=2)
    if len(best) > 1 and best[0][1] == best[1][1] and any(map(str.isdigit, best[0][0])):
        return None
    return candidates[best[0][2]] if best else None
