"""What a figure is called and how it is written, in pages, drawings and files.

In: an entry of the book, a wording. Out: plain text, not yet escaped for any medium. Never a word
of its own.
"""

from dataclasses import replace

from generator.model import AHEAD, Amount, Entry
from generator.wording.language import LanguageWording
from generator.wording.names_with_periods import says_time

AS_MOMENT = frozenset({"period-reported"})
"""Of the messages for what no text dates, those that say at which time: on a day, in a month."""


def fact_name(entry: Entry, wording: LanguageWording) -> str:
    """The editor's label, or the indicator with another's name and a status not reported."""
    if label := wording.text(entry.fact.label):
        return label
    name = indicator_name(entry, wording)
    if entry.fact.status == "reported":
        return name
    status = wording.say(f"status-{entry.fact.status}")
    return wording.say("chart-name-only-status", name=name, status=status)


def full_name(entry: Entry, wording: LanguageWording) -> str:
    """The name and the period, where no column has the period."""
    return _with_period(fact_name(entry, wording), entry, wording)


def drawn_label(entry: Entry, wording: LanguageWording) -> str:
    """The name in a chart without the period: the short one, else the label or the indicator."""
    own = wording.text(entry.fact.short) or wording.text(entry.fact.label)
    return own or indicator_name(entry, wording)


def indicator_name(entry: Entry, wording: LanguageWording) -> str:
    """What it measures, and whose it is where that is not the subject of the briefing."""
    name, whose = wording.text(entry.indicator.label), wording.text(entry.whose)
    return wording.say("chart-name-about", name=name, about=whose) if whose else name


def drawn_name(entry: Entry, wording: LanguageWording) -> str:
    """The name and the period for a drawing, which has the status beside the amount.

    A name that says its period has it once.
    """
    name = drawn_label(entry, wording)
    if says_period(name, entry, wording, with_year=False):
        return name
    return _with_period(name, entry, wording)


def says_period(name: str, entry: Entry, wording: LanguageWording, *, with_year: bool) -> bool:
    """Whether a name says the period of its figure; a year may be left out unless `with_year`."""
    if not entry.is_dated:
        return period_of(entry, wording) in name
    return says_time(name, entry.period, wording, with_year=with_year)


def _with_period(name: str, entry: Entry, wording: LanguageWording) -> str:
    """The name without the period of a level that nobody typed; a change always has its period."""
    if entry.fact.period is None and entry.indicator.kind != "change":
        return name
    return wording.say("chart-name", name=name, period=period_of(entry, wording))


def status_word(entry: Entry, wording: LanguageWording) -> str:
    """The status in words; a computed figure is not called reported, as no text states it."""
    computed = entry.fact.basis == "derived" and entry.fact.status == "reported"
    return wording.say("status-computed" if computed else f"status-{entry.fact.status}")


def is_reported(entry: Entry) -> bool:
    """Its status is reported: it is drawn solid, every other hollow or hatched."""
    return entry.fact.status == "reported"


def drawn_status(entry: Entry, wording: LanguageWording) -> str:
    """The status in brackets, for a drawing; empty where a text reports the figure."""
    if is_reported(entry) and entry.fact.basis != "derived":
        return ""
    return wording.say("chart-status", status=status_word(entry, wording))


def period_of(entry: Entry, wording: LanguageWording) -> str:
    """The period in words; of what no text dates, what the article's own day says of it."""
    if entry.is_dated:
        return wording.period(entry.period)
    key = undated_key(entry)
    said = wording.at(entry.period) if key in AS_MOMENT else wording.period(entry.period)
    return wording.say(key, period=said)


def undated_key(entry: Entry) -> str:
    """The message for the period of what no text dates.

    A plan has no time at all: a day beside it would read as its deadline. A state holds as of the
    article's day; what happened was only reported then.
    """
    if entry.fact.status in AHEAD:
        return "period-none"
    return "period-as-of" if entry.indicator.kind == "level" else "period-reported"


def written_amount(entry: Entry, wording: LanguageWording) -> str:
    """The amount as the site prints it, a change with its sign; an event's period."""
    if entry.amount is None:
        return period_of(entry, wording)
    return wording.amount(entry.amount, signed=entry.indicator.kind == "change")


def drawn_amount(entry: Entry, wording: LanguageWording) -> str:
    """The same for a drawing, with the hedge as a sign."""
    amount = entry.amount
    if amount is None or amount.hedge == "exact":
        return written_amount(entry, wording)
    key = f"chart-hedge-{amount.hedge}"
    plain = replace(amount, hedge="exact")
    value = amount.value
    if entry.indicator.kind != "change" or not value:
        return wording.say(key, amount=wording.amount(plain))
    # "More than" of a fall is a greater fall: the sign of the hedge is about the size.
    size = wording.amount(Amount(value=abs(value), unit=amount.unit))
    direction = "change-up" if value > 0 else "change-down"
    return wording.say(direction, amount=wording.say(key, amount=size))
