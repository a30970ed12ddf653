"""Whether the figures of a translation are those of the quotation that it translates.

In: a located quotation, the figure of it that proves the fact, the declared units. Out: a finding,
or None. Read in languages that have a lexicon; what else a translation says is for a
person to judge.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.evidence.annotate import AnnotatedArticle, Annotation, annotate
from generator.evidence.findings import list_figures, plain
from generator.evidence.lexicon.lexicon import is_readable
from generator.evidence.numbers.nouns import declared_words
from generator.evidence.quotes.quotations import Quoted
from generator.model import Finding, Unit

_RATIOS = frozenset({"%", "pp", "bp"})
_SIDES = {
    "over": "over",
    "at-least": "over",
    "just-over": "over",
    "under": "under",
    "at-most": "under",
    "nearly": "under",
}
_NEAR = frozenset({"nearly", "just-over"})
"""What lies so near that it may be said with `about`."""


@dataclass(frozen=True, slots=True)
class Original:
    """What is translated."""

    quoted: Quoted
    proving: Annotation | None
    """The figure that proves the fact, if it does."""
    is_change: bool


def check_translation(
    subject: str, original: Original, units: Mapping[str, Unit]
) -> Finding | None:
    """The first translation with a figure that the quotation has not, or without the fact's own."""
    quote, article = original.quoted.quote, original.quoted.article
    quoted = original.quoted.passages[0].annotations(article)
    for lang, text in quote.translation.items():
        if not is_readable(lang):
            continue
        translated = annotate(text, lang, declared_words(units, lang))
        why = _explain_added(quoted, translated.annotations) or _explain_lost(original, translated)
        if why:
            place = quote.marks.at("translation", lang)
            hint = "translate the quotation's own figures"
            return Finding("translation-mismatch", place, subject, why, hint)
    return None


def _explain_added(quoted: Sequence[Annotation], translated: Sequence[Annotation]) -> str | None:
    """A figure of the translation that the quotation has not."""
    figures = [one for one in quoted if _size(one) is not None]
    stated = {_size(one) for one in figures}
    for one in translated:
        size = _size(one)
        if size is not None and size not in stated:
            said = list_figures(figures)
            quotes = f"says {said}" if said else "states no figure"
            return f"the translation says {plain(one.mention.text)}; the quotation {quotes}"
    return None


def _explain_lost(original: Original, translated: AnnotatedArticle) -> str | None:
    """Why no figure of the translation is the one that proves the fact."""
    proving = original.proving
    if proving is None or _size(proving) is None:
        return None
    words = plain(proving.mention.text)
    same = [one for one in translated.annotations if _size(one) == _size(proving)]
    if not same:
        return f"the translation leaves out {words}"
    differing = [list(_differences(original, proving, one, translated)) for one in same]
    best = min(differing, key=len)
    return f"{best[0]}: {words}" if best else None


def _differences(
    original: Original, proving: Annotation, one: Annotation, translated: AnnotatedArticle
) -> Iterator[str]:
    if _unit_of(proving) and not _unit_of(proving) & _unit_of(one):
        yield "the translation has another unit than the quotation"
    article, part = original.quoted.article, original.quoted.passages[0].part_around(proving.core)
    directions = {
        _direction(original, proving, article, part),
        _direction(original, one, translated, (0, len(translated.text))),
    }
    if len(directions - {None}) > 1:
        yield "the translation goes another way than the quotation"
    ours, theirs = proving.mention.hedge, one.mention.hedge
    if ours not in {None, "exact"} and one.ambiguity is None:
        if theirs in {None, "exact"}:
            yield f"the translation leaves out the hedge of the quotation ({ours})"
        elif _contradicts(str(ours), str(theirs)):
            yield f"the translation says {theirs}, the quotation {ours}"


def _unit_of(annotation: Annotation) -> frozenset[str]:
    """The currencies that the words may name, or the ratio; nothing for units that are nouns."""
    unit = annotation.mention.unit
    if unit in _RATIOS:
        return frozenset({unit})
    figure = annotation.figure
    if figure is None or figure.unit is None or figure.unit.kind != "money":
        return frozenset()
    return frozenset(annotation.choices or (figure.unit.code,))


def _direction(
    original: Original, one: Annotation, article: AnnotatedArticle, span: tuple[int, int]
) -> str | None:
    return article.direction(one, *span) if original.is_change else one.mention.direction


def _contradicts(ours: str, theirs: str) -> bool:
    """Over against under, and either against about, unless it lies near."""
    if ours == theirs or ({ours, theirs} & _NEAR and "about" in {ours, theirs}):
        return False
    return _SIDES.get(ours) != _SIDES.get(theirs)


def _size(annotation: Annotation) -> Decimal | None:
    """How large the figure is; nothing for dates, names and places in a row."""
    value = annotation.mention.value
    return None if value is None or annotation.mention.kind == "ordinal" else value.copy_abs()
