"""What rules look for beside a figure: a pattern a name, and which of them a text may hold at all.

In: lists of phrases by name. Out: their patterns; for a text, the names of which some phrase may
begin there. A fact asks for some forty names, and its sentence has words of three.
"""

import functools
import operator
import re
from collections.abc import Mapping

from generator.evidence.lexicon.phrases import phrase_pattern

_WORD = re.compile(r"\w+")
_BEGINNING = re.compile(r"(\*?)(\w+)(\*?)(?: (\w+)(\*?))?")
"""A phrase's first word with the stars around it, and the second with the one behind it."""

CUES = (
    *("hearsay", "self-reported", "attributed", "target", "planned", "forecast", "consensus"),
    *("estimate", "modal", "demand", "unreal", "coming", "loss", "perhaps", "probable", "spoken"),
    *("attributed_excluded", "status_excluded", "unreal_excluded", "negation_excluded"),
    *("also-target", "also-planned", "also-forecast", "also-consensus", "also-estimate"),
    *("also-hearsay", "also-attributed", "insider", "outsider", "crowd"),
    *("volition", "sourced", "reckons", "indirect", "opening"),
    *("told_after", "recorded", "inverted_case", "nearly_so"),
    *("hearsay_excluded", "self-reported_excluded"),
    *("accusing", "verdict", "forecaster", "himself", "own_word"),
    *("corrected", "corrected_after", "replaced", "whole_year", "origin"),
    *("against_year", "outdated", "kept", "withdrawing", "revocable", "staged"),
    *("era", "draft", "bearer", "telling", "asking", "round", "feast", "once"),
    *("same_part", "letting_go", "rescheduled"),
    "below_zero",
    *("weak", "done", "settled", "reset", "negation", "denial", "denied_before", "denied_after"),
    *("undone", "conditional", "conditional_excluded", "case", "uncounted"),
    *(
        "instead",
        "missed",
        "missed_excluded",
        "short",
        "joining",
        "limit",
        "deadline",
        "due",
        "obliged",
        "lasting",
        "peak",
        "over_then",
        "than_one",
        "earlier",
        "none_of",
        "unreached",
    ),
)
"""What the words beside a figure can make of it, by the names that the rules ask for."""


class Cues:
    """Patterns by name; equal to itself alone, so a cache may ask for it."""

    def __init__(self, rows: Mapping[str, tuple[str, ...] | re.Pattern[str]]) -> None:
        """By name its phrases, or a pattern where phrases cannot say it."""
        self._rows = dict(rows)
        self._patterns: dict[str, re.Pattern[str]] = {}
        """Those that some text has asked for: a pattern takes long to make, and most are not."""
        self._bits = {name: 1 << at for at, name in enumerate(self._rows)}
        self.held = functools.lru_cache(maxsize=8192)(self._read)
        """The names of which a text may hold a phrase, as bits."""
        self._of_word = functools.lru_cache(maxsize=16384)(self._read_word)
        self._together = functools.lru_cache(maxsize=64)(self._read_names)
        self._any = 0
        """The names of which a phrase begins with no word of its own."""
        self._words: dict[str, int] = {}
        self._open: dict[tuple[str, str, str], int] = {}
        """Parts of words, with the stars before and behind."""
        self._pairs: dict[str, dict[str, int]] = {}
        """First words, each with the words that go on with it."""
        self._open_pairs: dict[str, dict[str, int]] = {}
        """The same with words of which only the beginning is known."""
        for name, row in self._rows.items():
            if isinstance(row, re.Pattern):
                self._any |= self._bits[name]
                continue
            for phrase in row:
                self._enter(phrase.lower(), self._bits[name])

    def _enter(self, phrase: str, bit: int) -> None:
        found = _BEGINNING.match(phrase)
        if found is None:
            self._any |= bit
            return
        before, word, after, following, is_open = found.groups(default="")
        if before or after:
            key = (before, word, after)
            self._open[key] = self._open.get(key, 0) | bit
        elif following:
            pairs = (self._open_pairs if is_open else self._pairs).setdefault(word, {})
            pairs[following] = pairs.get(following, 0) | bit
        else:
            self._words[word] = self._words.get(word, 0) | bit

    def __getitem__(self, name: str) -> re.Pattern[str]:
        if name not in self._patterns:
            row = self._rows[name]
            self._patterns[name] = row if isinstance(row, re.Pattern) else phrase_pattern(row)
        return self._patterns[name]

    def __contains__(self, name: str) -> bool:
        return name in self._rows

    def get(self, name: str) -> re.Pattern[str] | None:
        """The pattern of a name; None where no language has it."""
        return self[name] if name in self._rows else None

    @property
    def names(self) -> tuple[str, ...]:
        """All names."""
        return tuple(self._rows)

    def among(self, names: tuple[str, ...], held: int) -> list[str]:
        """The names that are among the bits, in their order."""
        if not held & self._together(names):
            return []
        return [name for name in names if self._bits.get(name, 0) & held]

    def is_held(self, name: str, held: int) -> bool:
        """Whether a name is among the bits."""
        return bool(self._bits.get(name, 0) & held)

    def _read_names(self, names: tuple[str, ...]) -> int:
        return functools.reduce(operator.or_, (self._bits.get(name, 0) for name in names), 0)

    def _read(self, text: str) -> int:
        held, previous = self._any, ""
        for word in _WORD.findall(text.lower()):
            held |= self._of_word(word)
            if previous in self._pairs:
                held |= self._pairs[previous].get(word, 0)
            if previous in self._open_pairs:
                for beginning, bits in self._open_pairs[previous].items():
                    held |= bits if word.startswith(beginning) else 0
            previous = word
        return held

    def _read_word(self, word: str) -> int:
        held = self._words.get(word, 0)
        for (before, part, after), bits in self._open.items():
            is_there = part in word if before and after else False
            is_there = is_there or (bool(after) and word.startswith(part))
            if is_there or (bool(before) and word.endswith(part)):
                held |= bits
        return held
