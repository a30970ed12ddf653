"""Whether the day that a fact names is the weekday that its quotation names.

In: a fact of a single day and the texts of its quotations. Out: a flaw, or None. It is silent
where a quotation names several weekdays: one of them may be that of something else.
"""

import functools
import re
from collections.abc import Iterable, Mapping

from generator.evidence.findings import Flaw
from generator.evidence.lexicon.lexicon import Lexicon, load_lexicon
from generator.evidence.messages import plain
from generator.model import Fact

Said = tuple[str, Lexicon]


def check_weekday(fact: Fact, quoted: Iterable[Said]) -> Flaw | None:
    """The quotation's only weekday is that of the fact's day."""
    period = fact.period
    if period is None or period.precision != "day" or period.start is None:
        return None
    named = {day: words for text, lexicon in quoted for day, words in _weekdays(text, lexicon)}
    if len(named) != 1 or period.start.weekday() in named:
        return None
    [words] = named.values()
    english = {number: name for name, number in load_lexicon("en").weekdays.items()}
    own = english[period.start.weekday()].capitalize()
    return Flaw(
        "period-mismatch",
        "period",
        f"the quotation says {plain(words)}; {period.start} is a {own}",
        "correct the day, or quote the words that date the fact",
    )


def _weekdays(text: str, lexicon: Lexicon) -> Iterable[tuple[int, str]]:
    """Every weekday of the text with the word that names it: `Montagabend` names Monday."""
    days: Mapping[str, int] = lexicon.weekdays
    for found in _pattern(tuple(days)).finditer(text):
        yield days[found["day"].lower()], found[0]


@functools.lru_cache(maxsize=32)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    alternatives = "|".join(map(re.escape, names))
    return re.compile(rf"(?<!\w)(?P<day>{alternatives})\w*", re.IGNORECASE)
