"""The calls that a hand-written page may make: one table, a row a call.

In: a call as it is typed, the parts of its page. Out: what stands in its place, and which facts it
shows. A new call is a row here and the function that answers it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from generator.ledger import facts_of, latest
from generator.model import Book, Entry
from generator.pages.parts.counted import about_margin, counter
from generator.pages.parts.key_figures import key_figures
from generator.pages.parts.news import BASES, latest_changes, open_questions, proof
from generator.pages.parts.parts import Form, PageParts
from generator.pages.parts.tables import codes_table, events_table, figures_table

MOST_KEY_FIGURES = 6
"""Without names."""
COUNTS = ("facts", "articles", *BASES)
"""What can be counted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One call, with where it stands."""

    name: str
    arguments: tuple[str, ...]
    options: Mapping[str, str]
    start: int
    end: int
    places: tuple[int, ...] = ()
    """Where each argument stands, then each option's value, in the order of typing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CallKind:
    """What a call takes, what it shows, and what stands in its place."""

    takes: tuple[int, int] = (0, 0)
    """The fewest and the most arguments."""
    words: tuple[str, ...] = ()
    """The words that an argument may be; none where it is an id of what the call shows."""
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The words that each may be. `indicator`, which takes an id, stands for the facts of one."""
    is_block: bool = True
    """A block stands alone on its line; any other call stands within a sentence."""
    shows: Literal["fact", "chart", "article", "ledger", "nothing"]
    """What its answer is made of: it is as new as that, and rests on the same articles."""
    needs: Literal["amount", "sentence"] | None = None
    """What each of its facts must have: an event has no amount, a derived figure no sentence."""
    usage: str = ""
    """How it is written, where that is more than its name with one id, or with none."""
    answer: Callable[[Call, PageParts], str]


def selected(call: Call, book: Book) -> list[Entry]:
    """The facts that a call shows: those named, in that order, then those of the named indicator.

    A timeline without names shows every event, key figures without names those known last.
    """
    named = [book.entries[fact_id] for fact_id in call.arguments if fact_id in book.entries]
    if "indicator" in call.options:
        return [*named, *facts_of(book, indicator=call.options["indicator"])]
    if call.name == "timeline" and not named:
        return list(facts_of(book, basis="event"))
    if call.name == "key_figures" and not named:
        return latest(book)[:MOST_KEY_FIGURES]
    return named


def _figure(call: Call, parts: PageParts) -> str:
    form: Form = "size" if call.options.get("form") == "size" else "signed"
    return parts.figure(call.arguments[0], form)


def _count(call: Call, parts: PageParts) -> str:
    book = parts.site.book
    of_bases = {name: facts_of(book, basis=basis) for name, basis in BASES.items()}
    counted = {"facts": book.entries, "articles": book.articles, **of_bases}
    return counter(parts.site.wording, len(counted[call.arguments[0]]))


CALLS: Mapping[str, CallKind] = MappingProxyType(
    {
        "figure": CallKind(
            takes=(1, 1),
            options={"form": ("size", "signed")},
            is_block=False,
            shows="fact",
            needs="amount",
            usage='{{ figure("fact-id") }}, with form="size" after the id to omit its sign',
            answer=_figure,
        ),
        "period": CallKind(
            takes=(1, 1),
            is_block=False,
            shows="fact",
            options={"form": ("in", "plain")},
            usage='{{ period("fact-id") }}, with form="in" after the id for "in" or "on" before it',
            answer=lambda call, parts: parts.period(
                call.arguments[0], as_moment=call.options.get("form") == "in"
            ),
        ),
        "source": CallKind(
            takes=(1, 1),
            is_block=False,
            shows="article",
            answer=lambda call, parts: parts.source(call.arguments[0]),
        ),
        "known_as_of": CallKind(
            is_block=False, shows="ledger", answer=lambda _, parts: parts.known_as_of()
        ),
        "about_margin": CallKind(
            is_block=False,
            shows="nothing",
            answer=lambda _, parts: about_margin(parts.site.wording),
        ),
        "count": CallKind(
            takes=(1, 1),
            words=COUNTS,
            is_block=False,
            shows="ledger",
            usage=f'{{{{ count("…") }}}} with one of {", ".join(COUNTS)}',
            answer=_count,
        ),
        "chart": CallKind(
            takes=(1, 1), shows="chart", answer=lambda call, parts: parts.chart(call.arguments[0])
        ),
        "table": CallKind(
            takes=(1, 40),
            options={"indicator": ()},
            shows="fact",
            usage='{{ table("fact-id", "fact-id") }} or {{ table(indicator="…") }}',
            answer=lambda call, parts: figures_table(
                selected(call, parts.site.book), parts, has_download=True
            ),
        ),
        "timeline": CallKind(
            takes=(0, 40),
            shows="fact",
            needs="sentence",
            usage="{{ timeline() }} for all events, or name their ids",
            answer=lambda call, parts: events_table(selected(call, parts.site.book), parts),
        ),
        "quotation": CallKind(
            takes=(1, 1),
            shows="fact",
            needs="sentence",
            answer=lambda call, parts: parts.quotation(parts.site.book.entries[call.arguments[0]]),
        ),
        "codes": CallKind(shows="nothing", answer=lambda _, parts: codes_table(parts)),
        "key_figures": CallKind(
            takes=(0, 12),
            shows="fact",
            needs="amount",
            usage='{{ key_figures("fact-id", "fact-id") }} with at most twelve ids, or with none '
            "for the six known last",
            answer=lambda call, parts: key_figures(selected(call, parts.site.book), parts),
        ),
        "latest_changes": CallKind(shows="ledger", answer=lambda _, parts: latest_changes(parts)),
        "open_questions": CallKind(shows="ledger", answer=lambda _, parts: open_questions(parts)),
        "proof": CallKind(shows="ledger", answer=lambda _, parts: proof(parts)),
    }
)
"""By name, in the order in which findings list them."""


def usage_of(name: str) -> str:
    """How a call is written, in the words of messages and of the handbook."""
    kind = CALLS[name]
    one = f'{{{{ {name}("id") }}}} with one id'
    return kind.usage or (one if kind.takes[1] else f"{{{{ {name}() }}}}")
