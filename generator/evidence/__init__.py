"""Reading numbers in articles, proving quotations, and saying what of an article is covered.

In: article text, facts, units. Out: mentions, proofs, coverage, findings. Pure: the only files that
it reads are its own lexicons. It knows languages, not files, and nothing of any subject.
"""

from collections.abc import Mapping

from generator.evidence.annotate import AnnotatedArticle, Annotation, annotate
from generator.evidence.aspects.measure import check_declared, is_of_measure, words_to_add
from generator.evidence.batches import Batch, Prover, prove_batch
from generator.evidence.claimed import claims_of, find_claimed
from generator.evidence.coverage import check_coverage, cover
from generator.evidence.dateline import OWN_DATE, find_dateline
from generator.evidence.findings import (
    ANSWERED_BY,
    rank,
    show,
    write_amount,
    write_edtf,
    write_value,
)
from generator.evidence.language import function_words, guess_language
from generator.evidence.lexicon.lexicon import (
    is_readable,
    languages,
    load_lexicon,
    measure_spellings,
    scale_spellings,
)
from generator.evidence.numbers.nouns import declared_words
from generator.evidence.origins import origins_of
from generator.evidence.proposals import (
    calls_of,
    dates_near,
    is_of_done,
    is_of_event,
    measures_of,
    noun_of,
)
from generator.evidence.prove import prove, prove_all
from generator.evidence.reasons import check_reasons, record_reasons
from generator.evidence.recall import (
    Proven,
    inputs_of,
    keep_words,
    recall_coverage_findings,
    recall_declared,
    recall_proven,
    recall_words,
)
from generator.evidence.remains import Remaining, find_remaining
from generator.evidence.suggest import LeftOut, Suggestion, suggest_facts, suggest_one
from generator.evidence.terms.heads.called import Called as Called
from generator.evidence.terms.heads.telling import base_of
from generator.model import Mention, Unit


def base_form(word: str, lang: str) -> str:
    """The word as lists of words have it, in a language that a lexicon reads."""
    return base_of(word, load_lexicon(lang)) if is_readable(lang) else word


def find(text: str, lang: str, units: Mapping[str, Unit]) -> tuple[Mention, ...]:
    """Every quantity, calendar date and name with digits of a text, in order, none overlapping."""
    annotations = annotate(text, lang, declared_words(units, lang)).annotations
    return tuple(annotation.mention for annotation in annotations)
