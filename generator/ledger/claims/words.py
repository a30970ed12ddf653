"""Every text that editors write about figures, and the numbers in it that nothing bears out.

In: the seeds and the book. Out: a finding for each number in an editor's words that is neither one
that the ledger knows, nor a date, a count or exempt with a reason. `WORDS` is the one table of the
texts; a quotation's translation is held against the quotation, elsewhere.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial as lazy
from typing import NamedTuple

from generator.evidence import Annotation
from generator.kept import digest, unless_sound
from generator.ledger.claims.exemptions import is_exempt
from generator.ledger.claims.numbers import Claim, claims_in, read_words
from generator.ledger.claims.scopes import Scope, ScopeOf, Scopes
from generator.ledger.claims.support import is_borne_out
from generator.model import (
    EMPTY,
    Article,
    Band,
    Briefing,
    Chart,
    Check,
    Constant,
    Correction,
    Entity,
    Exemption,
    Fact,
    Finding,
    FollowUp,
    Ignored,
    Indicator,
    Licence,
    Marks,
    Moved,
    Step,
    Subject,
    Unit,
)
from generator.text import shown

WORDS: Mapping[type, tuple[str, ...]] = {
    Article: ("title", "producer", "author", "reason", "summary"),
    Band: ("reason",),
    Briefing: ("title", "description"),
    Chart: ("title", "subtitle"),
    Check: ("label", "note"),
    Constant: ("reason",),
    Correction: ("reason",),
    Entity: ("name",),
    Exemption: ("reason",),
    Fact: ("label", "short", "note", "reason", "inferred"),
    FollowUp: ("reason",),
    Ignored: ("reason",),
    Indicator: ("label",),
    Licence: ("name",),
    Moved: ("reason",),
    Subject: ("name",),
    Unit: ("label",),
}
"""The fields that hold words of ours, record by record."""
_NAMES = frozenset({"producer", "author", "name"})
"""A name may hold a number, but no amount."""
_COUNTED = "7"
"""What a unit's label is read behind."""
_OF_VALUES = frozenset({"money", "sign", "ratio"})
"""Units that are typed as such, and never declared."""
_NUMERAL = re.compile(r"\d")


class Wording(NamedTuple):
    """One text of an editor, with where it stands and whose it is."""

    text: str
    lang: str
    marks: Marks
    path: tuple[Step, ...]
    subject: str


def check_words(scopes: Scopes, lang: str) -> Iterator[Finding]:
    """A finding for each number in the editors' words that nothing bears out."""
    seeds = scopes.seeds
    for unit in seeds.units.values():
        key = digest("unit", unit.label)
        yield from unless_sound(scopes.kept, key, lazy(_check_unit, unit))
    for wording, scope in _scoped(scopes, lang):
        for claim in unsupported(wording.text, wording.lang, scope, scopes):
            if claim.is_amount or not _NAMES.intersection(map(str, wording.path)):
                yield _finding(claim, wording, scope())


def unsupported(text: str, lang: str, scope: ScopeOf, scopes: Scopes) -> Iterator[Claim]:
    """The numbers of a text that nothing of its scope bears out; most texts have none."""
    silent = digest("silent", text, lang, scopes.around)
    if scopes.kept.get(silent):
        return
    known = scope()
    backed = digest("backed", silent, known.key)
    if scopes.kept.get(backed):
        return
    claims = [*claims_in(text, lang, scopes.seeds.units)]
    found = [one for one in claims if _is_unsupported(one, text, known, scopes)]
    if not found:
        scopes.kept[backed if claims else silent] = True
    yield from found


def _is_unsupported(claim: Claim, text: str, known: Scope, scopes: Scopes) -> bool:
    if claim.is_name and scopes.is_named(claim.text):
        return False
    number = claim.number
    if not known.is_whole:
        return False
    if number and not claim.is_name and is_borne_out(number, known.figures):
        return False
    return not is_exempt(claim, text, scopes.exemptions)


def _scoped(scopes: Scopes, lang: str) -> Iterator[tuple[Wording, ScopeOf]]:
    """Every text with what its numbers may rest on."""
    seeds = scopes.seeds
    for indicator in seeds.indicators.values():
        place = _At(indicator.marks, indicator.id, lang)
        scope = lazy(scopes.of_indicator, indicator)
        yield from _each(indicator, place, scope)
        if indicator.promise:
            yield from _each(indicator.promise, place.below("promise"), scope)
    for fact in seeds.facts.values():
        place = _At(fact.marks, fact.id, lang)
        name, *beside = WORDS[Fact]
        yield from _each(fact, place, lazy(scopes.of_fact, fact), fields=(name,))
        yield from _each(fact, place, lazy(scopes.around_fact, fact), fields=beside)
    for chart in seeds.charts.values():
        place = _At(chart.marks, chart.id, lang)
        yield from _each(chart, place, lazy(scopes.of_chart, chart))
    for check in seeds.checks:
        place, scope = _At(check.marks, check.id, lang), lazy(scopes.of_check, check)
        yield from _each(check, place, scope)
        if check.band:
            yield from _each(check.band, place.below("between"), scope)
    for made in seeds.corrections:
        place = _At(made.marks, made.fact, lang)
        yield from _each(made, place, lazy(scopes.of_correction, made))
    for moved in seeds.moved.values():
        scope = lazy(scopes.around_fact, seeds.facts[moved.to])
        yield from _each(moved, _At(moved.marks, moved.to, lang), scope)
    yield from _in_articles(scopes, lang)
    if seeds.briefing:
        yield from _in_briefing(seeds.briefing, scopes, lang)


def _in_articles(scopes: Scopes, lang: str) -> Iterator[tuple[Wording, ScopeOf]]:
    for article in scopes.seeds.articles.values():
        place, scope = _At(article.marks, article.id, lang), lazy(scopes.of_article, article)
        yield from _each(article, place, scope)
        for index, ignored in enumerate(article.ignored):
            yield from _each(ignored, place.below("ignored", index), scope)
        if article.license:
            yield from _each(article.license, place.below("license"), scope)


def _in_briefing(
    briefing: Briefing, scopes: Scopes, lang: str
) -> Iterator[tuple[Wording, ScopeOf]]:
    place, ledger = _At(briefing.marks, "", lang), scopes.of_ledger
    yield from _each(briefing, place, ledger)
    yield from _each(briefing.subject, place.below("subject"), ledger)
    for index, entity in enumerate(briefing.entities.values()):
        yield from _each(entity, place.below("entities", index), ledger)
    for index, exemption in enumerate(briefing.exempt_numbers):
        yield from _each(exemption, place.below("exempt_numbers", index), ledger)
    for index, constant in enumerate(briefing.constants.values()):
        scope = lazy(scopes.with_constant, constant.value)
        yield from _each(constant, place.below("constants", index), scope)


class _At(NamedTuple):
    """Where a record was typed, whose it is, and the language of its plain texts."""

    marks: Marks
    subject: str
    lang: str
    path: tuple[Step, ...] = ()

    def below(self, *steps: Step) -> "_At":
        return self._replace(path=(*self.path, *steps))


def _each(
    record: object, at: _At, scope: ScopeOf, fields: Sequence[str] = ()
) -> Iterator[tuple[Wording, ScopeOf]]:
    """The texts of a record's fields, language by language."""
    for name in fields or WORDS[type(record)]:
        for text, lang, path in _texts(getattr(record, name), at.lang, (*at.path, name)):
            yield Wording(text, lang, at.marks, path, at.subject), scope


def _texts(
    value: object, lang: str, path: tuple[Step, ...]
) -> Iterator[tuple[str, str, tuple[Step, ...]]]:
    if isinstance(value, str):
        yield value, lang, path
    elif isinstance(value, Mapping):
        for key, one in value.items():
            # The keys of `inferred` are fields, those of a text are languages.
            yield from _texts(one, key if isinstance(one, str) else lang, (*path, key))


def _check_unit(unit: Unit) -> Iterator[Finding]:
    """A unit's label says no number, and behind a number it leaves that number as it is."""
    for lang, forms in unit.label.items():
        for form, label in forms.items():
            # Without the declared nouns, which the label is among.
            read = read_words(f"{_COUNTED} {label}", lang, EMPTY).annotations
            if len(read) == 1 and _is_just(_COUNTED, read[0]) and not _NUMERAL.search(label):
                continue
            message = f"{shown(label)} makes another figure of the number before it"
            hint = "name the thing that is counted; thousands and per cent belong to the value"
            place = unit.marks.at("label", lang, form)
            yield Finding("unproven-number", place, unit.id, message, hint)


def _is_just(number: str, read: Annotation) -> bool:
    """The words behind a number are no part of it, and neither a currency nor a ratio."""
    unit = read.figure.unit if read.figure else None
    return read.mention.value == int(number) and (unit is None or unit.kind not in _OF_VALUES)


def _finding(claim: Claim, wording: Wording, scope: Scope) -> Finding:
    field = next(step for step in reversed(wording.path) if step != wording.lang)
    message = f"{shown(claim.text)} in {field} is no number of {scope.name}"
    hint = "leave the number to the figure; a name that holds it goes into exempt_numbers"
    if claim.is_amount:
        hint = "leave the number to the figure, or quote it as a fact of its own"
    place = wording.marks.at(*wording.path)
    return Finding("unproven-number", place, wording.subject, message, hint)
