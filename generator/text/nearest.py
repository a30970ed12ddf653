"""The nearest known word to one that was mistyped: one rule for every "did you mean".

In: a word and the valid ones. Out: the one that was probably meant, or None; as a question, also
those that are as near. It suggests, it never decides.
"""

import re
from collections.abc import Iterable, Sequence

_LIKENESS = 74
_LONGEST = 100
_MOST_ALIKE = 3
"""Words that are named together."""


def find_nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that differs by a letter or two, whatever the case of its letters."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - most commands find no mistyped word

    candidates = sorted(known)
    lowered = [candidate.lower() for candidate in candidates]
    found = process.extractOne(
        word[:_LONGEST].lower(), lowered, scorer=fuzz.ratio, score_cutoff=_LIKENESS
    )
    return candidates[found[2]] if found else None


def did_you_mean(word: str, known: Iterable[str], form: str = "{}") -> str | None:
    """The question for what `find_near` finds, each printed in that form."""
    near = find_near(word, known)
    return f"did you mean {' or '.join(map(form.format, near))}?" if near else None


def find_near(word: str, known: Iterable[str]) -> Sequence[str]:
    """The nearest word, and those as near that differ from it in a number alone.

    Which year was meant nobody can know. Of more than a few the first stands alone.
    """
    candidates = [*known]
    near = find_nearest(word, candidates)
    if near is None:
        return ()
    alike = sorted(one for one in candidates if _traits(one, word) == _traits(near, word))
    return alike if len(alike) <= _MOST_ALIKE else [near]


def _traits(one: str, word: str) -> tuple[str, int]:
    """The word with any number in the place of its own, and how many letters are others."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - most commands find no such word

    distance = Levenshtein.distance(one.lower(), word[:_LONGEST].lower())
    return re.sub(r"\d+", "0", one), distance
