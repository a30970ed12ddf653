"""Four digits that are a year before 1900: only where the words beside them make them one.

In: a layout and the place of four digits from 1000 to 1899. Out: whether they are a year. Such
numbers mostly count something, so that a word such as `anno` or `im Jahr` must stand before them,
or a verb of what happens once beside them (`1387 erstmals erwähnt`), and no noun behind.
"""

import functools
import re

from generator.evidence.lexicon.lexicon import Lexicon

_REACH = 48
_WORD = re.compile(r"[^\W\d_]+")
_BESIDE = 3
"""Words that may part the digits from the verb behind them."""
_FAR = 7
"""Words that may part them from the verb before them."""


def is_old_year(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the digits are a year, and count nothing."""
    dates = lexicon.dates
    before = text[max(0, start - _REACH) : start]
    if _ends_with(dates.years_alone, before):
        return True
    after = text[end : end + _REACH]
    if not is_free(after, lexicon):
        return False
    if _ends_with(dates.years_after, before, lexicon):
        return True
    ahead = [one[0].lower() for one in _WORD.finditer(_last_clause(before))]
    if ahead and ahead[-1] in dates.years_counted:
        return False
    behind = [one[0].lower() for one in _WORD.finditer(_clause(after))]
    return any(dates.happens.fullmatch(one) for one in (*behind[: _BESIDE + 1], *ahead[-_FAR:]))


def _ends_with(pattern: re.Pattern[str], before: str, lexicon: Lexicon | None = None) -> bool:
    """The last words are one of the pattern's phrases, and behind no number: `one in 1500`."""
    for one in pattern.finditer(before):
        if not before[one.end() :].strip():
            last = before[: one.start()].split()[-1:]
            return not any(word[-1:].isdigit() or _is_number(word, lexicon) for word in last)
    return False


def _is_number(word: str, lexicon: Lexicon | None) -> bool:
    if lexicon is None:
        return False
    return word.lower() in lexicon.numerals.values or word.lower() in lexicon.numerals.one


def is_free(after: str, lexicon: Lexicon) -> bool:
    """No noun that is counted stands behind: the next word is a small one, a verb, or none."""
    if not after[:1].isspace():
        return True
    found = _WORD.match(after[:_REACH].lstrip())
    if found is None:
        return True
    word = found[0].lower()
    is_small = word in _small(lexicon) and word not in lexicon.verbs.of
    return is_small or lexicon.dates.happens.fullmatch(word) is not None or _is_verb(word, lexicon)


@functools.lru_cache(maxsize=8)
def _small(lexicon: Lexicon) -> frozenset[str]:
    """Words of a language that are never counted."""
    return (
        lexicon.owners.prepositions
        | lexicon.nouns.stops
        | lexicon.hedges.articles
        | lexicon.dates.years_free
    )


def _is_verb(word: str, lexicon: Lexicon) -> bool:
    settled = lexicon.cues.get("settled")
    return settled is not None and settled.fullmatch(word) is not None


def _clause(words: str) -> str:
    return re.split(r"[,;:.!?()]", words, maxsplit=1)[0]


def _last_clause(words: str) -> str:
    return re.split(r"[,;:.!?()]", words)[-1]
