"""On which page each figure stands, so that no page grows without bound.

In: the book. Out: a tree of pages below `facts/`, and where each figure stands in it.

- `facts/` shows a row a figure, or, beyond 200 figures, a row a part. So does each part that is not
  a leaf: `facts/<time>/`, by the year in which its figures were first reported, then the month, a
  quarter of the month, the day. A leaf of at most 50 figures shows each with its sentence.
- A figure stays on its page when others are added: the time when it was first reported does not
  change. When a leaf overflows it becomes a part of rows at the same address, and what stood on it
  moves on into its own parts. Of one day too many are parted by their ids (`<time>--ab`).
- Links of the site and `f/<id>/` lead to the leaf. `facts/#<id>`, and the address of a leaf that
  overflowed, hold a row of that id, which leads on: by a script at once, without one by its link.
  Beyond 200 rows there is no room for an element a figure: there a script asks `f/<id>/`, which
  leads everybody to the figure, and without a script the page shows its parts.
- Withdrawn figures stand below the rows of `facts/`; beside parts they have `facts/withdrawn/`.

Never a running number, which would move all that follow.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model import SECTIONS, Book, Entry, Fact, Period
from generator.pages.by_time import letters_of, times_of

MOST_ROWS = 200
MOST_SECTIONS = 50
_ROOT = f"{SECTIONS['facts'].folder}/"
_WITHDRAWN = f"{_ROOT}withdrawn"
_Key = tuple[str, str]
"""A time in EDTF, and letters that part what has one time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerPart:
    """A page of figures, with those below it."""

    folder: str
    """Its address below the site's root."""
    period: Period | None
    """When its figures were first reported; None for all, and for withdrawn ones."""
    letters: str = ""
    """Which of several parts of one time; mostly empty."""
    entries: tuple[Entry, ...] = ()
    parts: tuple["LedgerPart", ...] = ()
    withdrawn: tuple[Fact, ...] = ()

    @property
    def shows(self) -> Literal["parts", "rows", "sections"]:
        """Of a part its own parts, a row a figure, or each figure with its sentence."""
        if not self.parts:
            return "rows" if self.folder == _ROOT else "sections"
        return "rows" if 0 < len(self.entries) <= MOST_ROWS else "parts"

    @property
    def file(self) -> str:
        """Of the page, below docs/."""
        return f"{self.folder}index.md"

    def listed(self) -> tuple["LedgerPart", ...]:
        """Its parts, those that are only a list themselves replaced by theirs if there is room."""
        below = [one.parts if one.shows == "parts" else (one,) for one in self.parts]
        found = tuple(part for parts in below for part in parts)
        return found if len(found) <= MOST_ROWS else self.parts

    def walk(self) -> Iterator["LedgerPart"]:
        """The part and all below it, in order."""
        yield self
        for part in self.parts:
            yield from part.walk()


def ledger_parts(book: Book) -> LedgerPart:
    """The page of all figures, with all its parts."""
    entries, gone = tuple(book.entries.values()), tuple(book.withdrawn.values())
    parts = [_part(key, one, 1) for key, one in _grouped(entries, 1)]
    is_whole = len(entries) <= MOST_ROWS
    if gone and not is_whole:
        parts.append(_withdrawn("", gone))
    return LedgerPart(
        folder=_ROOT,
        period=None,
        entries=entries,
        parts=tuple(parts),
        withdrawn=gone if is_whole else (),
    )


def ledger_places(book: Book) -> Mapping[str, str]:
    """By what stands behind # in an old link to `facts/`: on which page that stands.

    Figures and withdrawn ones, by id; beside parts also the heading of each indicator, at the first
    of its figures, and that of the withdrawn ones.
    """
    whole, places = ledger_parts(book), dict[str, str]()
    for part in whole.walk():
        if part.shows == "sections":
            places |= dict.fromkeys((one.fact.id for one in part.entries), part.folder)
            for entry in part.entries if whole.shows == "parts" else ():
                places.setdefault(f"indicator--{entry.indicator.id}", part.folder)
        places |= dict.fromkeys((one.id for one in part.withdrawn), part.folder)
        if part.withdrawn:
            places.setdefault("facts--withdrawn", part.folder)
    return places


def _part(key: _Key, entries: tuple[Entry, ...], depth: int) -> LedgerPart:
    time, letters = key
    folder = _ROOT + time.replace("/", "--") + (f"--{letters}" if letters else "")
    parts: tuple[LedgerPart, ...] = ()
    if len(entries) > MOST_SECTIONS:
        groups = _grouped(entries, depth + 1)
        parts = tuple(_part(below, one, depth + 1) for below, one in groups)
    return LedgerPart(
        folder=f"{folder}/",
        period=Period.parse(time),
        letters=letters,
        entries=entries,
        parts=parts,
    )


def _grouped(entries: Sequence[Entry], depth: int) -> list[tuple[_Key, tuple[Entry, ...]]]:
    groups: dict[_Key, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_key(entry, depth), []).append(entry)
    return [(key, tuple(groups[key])) for key in sorted(groups)]


def _key(entry: Entry, depth: int) -> _Key:
    """The first `depth` steps of a figure's way down."""
    times = times_of(entry.known_from)
    if depth <= len(times):
        return times[depth - 1], ""
    return times[-1], letters_of(entry.fact.id)[: depth - len(times)]


def _withdrawn(letters: str, facts: tuple[Fact, ...]) -> LedgerPart:
    folder = _WITHDRAWN + (f"--{letters}" if letters else "")
    if len(facts) <= MOST_ROWS:
        return LedgerPart(folder=f"{folder}/", period=None, letters=letters, withdrawn=facts)
    halves = [
        (one, tuple(fact for fact in facts if letters_of(fact.id).startswith(one)))
        for one in (f"{letters}a", f"{letters}b")
    ]
    parts = tuple(_withdrawn(one, half) for one, half in halves if half)
    return LedgerPart(folder=f"{folder}/", period=None, letters=letters, parts=parts)
