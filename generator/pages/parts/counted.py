"""Messages that hold markup: dates that machines read, and counts that are marked as counts.

In: a message's key, dates, numbers. Out: markup. A number on a page is a figure with its proof, a
date, or one of these counts: so each digit can be accounted for.
"""

from decimal import Decimal

from markupsafe import Markup

from generator.ledger import ABOUT
from generator.model import Amount, Book, Entry, Period
from generator.pages.escape import encode
from generator.pages.templating import fill
from generator.wording import AS_MOMENT, LanguageWording, undated_key


def with_markup(wording: LanguageWording, key: str, **values: str) -> Markup:
    """The catalogue's message `key` with its `{names}` filled in, by markup or by text."""
    first, *rest = wording.verbatim(key).split("{")
    said = [encode(first)]
    for part in rest:
        name, _, text = part.partition("}")
        value = values[name]
        said += [value if isinstance(value, Markup) else encode(value), encode(text)]
    return Markup("").join(said)


def dated(wording: LanguageWording, when: Period, *, as_moment: bool = False) -> Markup:
    """A date in words, readable by machines; `as_moment`: the time at which something was said."""
    # HTML's own dates know no quarters, halves, open ends and doubts.
    is_plain = when.precision in {"day", "month", "year"} and not when.qualifier
    machine = str(when)
    shown = wording.at(when) if as_moment else wording.period(when)
    return fill("parts/time", is_plain=is_plain, machine=machine, shown=shown).strip()


def dated_period(wording: LanguageWording, entry: Entry) -> Markup:
    """The period of a fact; of what no text dates, what the article's own day says of it."""
    if entry.is_dated:
        return dated(wording, entry.period)
    key = undated_key(entry)
    said = dated(wording, entry.period, as_moment=key in AS_MOMENT)
    return with_markup(wording, key, period=said)


def counted(wording: LanguageWording, key: str, number: int) -> Markup:
    """The message `key` for a number of things, the number in it marked as a count."""
    shown = wording.number(Amount(value=Decimal(number)))
    before, _, after = wording.count(key, number).partition(shown)
    return Markup("").join([encode(before), counter(wording, number), encode(after)])


def counted_facts(book: Book, wording: LanguageWording, key: str) -> Markup:
    """How many facts the book has, and how many of them were replaced: the rest still holds."""
    facts = counted(wording, key, len(book.entries))
    gone = sum(entry.revised_by is not None for entry in book.entries.values())
    if not gone:
        return facts
    replaced = counted(wording, "replaced-count", gone)
    return with_markup(wording, "fact-count-replaced", facts=facts, replaced=replaced)


def about_margin(wording: LanguageWording) -> Markup:
    """How far from a figure "about" may be, as the ledger computes it."""
    return counted(wording, "about-margin", int(ABOUT * 100))


def counter(wording: LanguageWording, number: int) -> Markup:
    """A number of things that the site itself counted."""
    shown = wording.number(Amount(value=Decimal(number)))
    return fill("parts/count", value=number, shown=shown).strip()
