"""Reading numbers in articles, proving quotations, and saying what of an article is covered.

In: article text, facts, units. Out: mentions, proofs, coverage, findings. Pure: the only files it
reads are its own lexicons. It knows languages, not files, and nothing of any subject.
"""

from collections.abc import Mapping

from generator.evidence.cover import cover
from generator.evidence.coverage_findings import check_coverage
from generator.evidence.nouns import declared_words
from generator.evidence.prove import prove, prove_all
from generator.evidence.settled import check_settled, settle
from generator.evidence.spellings import measure_spellings, scale_spellings
from generator.evidence.survey import survey
from generator.model import Mention, Unit


def find(text: str, lang: str, units: Mapping[str, Unit]) -> tuple[Mention, ...]:
    """Every quantity, calendar date and name with digits of a text, in order, none overlapping."""
    readings = survey(text, lang, declared_words(units, lang)).readings
    return tuple(reading.mention for reading in readings)


__all__ = [
    "check_coverage",
    "check_settled",
    "cover",
    "find",
    "measure_spellings",
    "prove",
    "prove_all",
    "scale_spellings",
    "settle",
]
