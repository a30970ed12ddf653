"""What a figure is called and how it is written, wherever readers meet it.

In: an entry of the book, a wording. Out: plain text, not yet escaped for any medium. Never a word
of its own.
"""

from generator.model import Entry, Wording


def fact_name(entry: Entry, wording: Wording) -> str:
    """What a figure is: the editor's label, or the indicator with the status when not reported."""
    if label := wording.text(entry.fact.label):
        return label
    name = wording.text(entry.indicator.label)
    if entry.fact.status == "reported":
        return name
    status = wording.say(f"status-{entry.fact.status}")
    return wording.say("chart-name-only-status", name=name, status=status)


def full_name(entry: Entry, wording: Wording) -> str:
    """The same with its period, for a figure that stands without a column for it.

    A level without a typed period holds from the day it was known on, and names no day; a move
    always does.
    """
    name = fact_name(entry, wording)
    if entry.fact.period is None and entry.indicator.kind != "change":
        return name
    return wording.say("chart-name", name=name, period=wording.period(entry.period))


def status_word(entry: Entry, wording: Wording) -> str:
    """How firmly a figure stands; what was computed is not called reported, as no text says it."""
    computed = entry.fact.basis == "derived" and entry.fact.status == "reported"
    return wording.say("status-computed" if computed else f"status-{entry.fact.status}")


def written_amount(entry: Entry, wording: Wording) -> str:
    """The amount as the site prints it, a change with its sign; an event's period."""
    if entry.amount is None:
        return wording.period(entry.period)
    return wording.amount(entry.amount, signed=entry.indicator.kind == "change")
