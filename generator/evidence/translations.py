"""Whether the figures of a translation are those of the quotation that it translates.

In: a quotation, the readings inside it, the declared units. Out: a finding, or None. Values alone
are compared, in languages that have a lexicon: units and dates read differently in each, and what
else a translation says is for a person to judge.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from generator.evidence.nouns import declared_words
from generator.evidence.survey import Reading, survey
from generator.evidence.tables import is_readable
from generator.evidence.wording import list_figures, plain
from generator.model import Problem, Quote, Unit


def check_translation(
    subject: str, quote: Quote, quoted: Iterable[Reading], units: Mapping[str, Unit]
) -> Problem | None:
    """The first translation with a figure that the quotation does not have."""
    figures = [one for one in quoted if _size(one) is not None]
    stated = {_size(one) for one in figures}
    for lang, text in quote.translation.items():
        if not is_readable(lang):
            continue
        for one in survey(text, lang, declared_words(units, lang)).readings:
            size = _size(one)
            if size is None or size in stated:
                continue
            said = list_figures(figures)
            return Problem(
                "translation-mismatch",
                quote.marks.at("translation", lang),
                subject,
                f"the translation says {plain(one.mention.text)}; the quotation "
                + (f"says {said}" if said else "states no figure"),
                "translate the quotation's own figures",
            )
    return None


def _size(reading: Reading) -> Decimal | None:
    """How large the figure is; nothing for dates, names and places in a row."""
    value = reading.mention.value
    return None if value is None or reading.mention.kind == "ordinal" else value.copy_abs()
