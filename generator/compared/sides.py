"""One side of a comparison: a revision, what could be read and proven of it, in one language.

In: an assembly with its name. Out: the side, and its facts, each with how far it came.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.model import Entry, Fact
from generator.pipeline import Assembly
from generator.wording import LanguageWording, fact_name, written_amount

State = Literal["proven", "withdrawn", "not proven"]
NOT_COMPUTED = "not computed: an input is not proven"
WORKING_TREE = "the working tree"


@dataclass(frozen=True, slots=True)
class View:
    """A fact on one side; without an entry it is withdrawn, or could not be proven."""

    fact: Fact
    state: State
    entry: Entry | None = None


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Side:
    """All that is known of one side."""

    revision: str | None
    """As it was asked for; None for the working tree."""
    commit: str | None = None
    assembly: Assembly
    wording: LanguageWording
    settings: bytes | None = None
    """mkdocs.yml, which is code: it is told that it changed."""
    views: Mapping[str, View] = field(init=False)

    def __post_init__(self) -> None:
        """The facts that could be read."""
        book = self.assembly.book
        views = {}
        for name, fact in sorted(self.assembly.seeds.facts.items()):
            entry = book.entries.get(name)
            state: State = "proven" if entry else "not proven"
            state = "withdrawn" if name in book.withdrawn else state
            views[name] = View(entry.fact if entry else fact, state, entry)
        object.__setattr__(self, "views", views)

    @property
    def name(self) -> str:
        """What the side is called in a message."""
        return WORKING_TREE if self.revision is None else self.revision

    @property
    def unread(self) -> frozenset[str]:
        """Ids of facts that are typed, but so that they could not be read."""
        return self.assembly.seeds.known["fact"].ids - self.assembly.seeds.facts.keys()

    @property
    def is_complete(self) -> bool:
        """Every file of facts could be read to its end: what is not there is gone."""
        return self.assembly.seeds.known["fact"].is_complete


def side_of(
    assembly: Assembly,
    lang: str,
    revision: str | None = None,
    commit: str | None = None,
    settings: bytes | None = None,
) -> Side:
    """A side whose figures are written in a language."""
    wording = LanguageWording(lang, assembly.seeds.units)
    return Side(
        revision=revision, commit=commit, assembly=assembly, wording=wording, settings=settings
    )


def displayed(view: View | None, side: Side) -> str | None:
    """A figure as the site prints it, an event by its label; what is not proven as it was typed."""
    if view is None:
        return None
    if view.state == "withdrawn":
        return "withdrawn"
    if view.entry:
        is_event = view.entry.amount is None
        return (fact_name if is_event else written_amount)(view.entry, side.wording)
    amount = view.fact.amount
    if amount is None:
        return side.wording.text(view.fact.label)
    if amount.value is None and (amount.min_value is None or amount.max_value is None):
        return NOT_COMPUTED
    indicator = side.assembly.seeds.indicators.get(view.fact.indicator)
    return side.wording.amount(amount, signed=indicator is not None and indicator.kind == "change")


def sentences_of(view: View | None) -> list[dict[str, str]]:
    """What a figure's articles say: whole sentences where they were found, else the quotation."""
    if view is None:
        return []
    if view.entry and view.entry.located:
        found = [(one.quote.article, one.sentence) for one in view.entry.located]
    else:
        found = [(one.article, one.exact) for one in view.fact.quotes]
    return [{"article": article, "sentence": " ".join(text.split())} for article, text in found]
