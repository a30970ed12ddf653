"""What a figure is called and how it is written, wherever readers meet it.

In: an entry of the book, a wording. Out: plain text, not yet escaped for any medium. Never a word
of its own.
"""

from generator.model import Entry, Wording


def fact_name(entry: Entry, wording: Wording) -> str:
    """The editor's label; without one the indicator, its status when not reported, its period."""
    return wording.text(entry.fact.label) or full_name(entry, wording)


def full_name(entry: Entry, wording: Wording) -> str:
    """The name with status and period, for a figure that stands without columns for them."""
    name = wording.text(entry.fact.label) or wording.text(entry.indicator.label)
    period = wording.period(entry.period)
    if entry.fact.status == "reported":
        return wording.say("chart-name", name=name, period=period)
    status = wording.say(f"status-{entry.fact.status}")
    return wording.say("chart-name-status", name=name, status=status, period=period)


def written_amount(entry: Entry, wording: Wording) -> str:
    """The amount as the site prints it, a change with its sign; an event's period."""
    if entry.amount is None:
        return wording.period(entry.period)
    return wording.amount(entry.amount, signed=entry.indicator.kind == "change")
