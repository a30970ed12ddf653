"""Typed shapes become the records that the other rooms know.

In: shapes without a finding. Out: frozen records with their marks; plain texts under the default
language. It checks nothing: all that could be wrong has been found before.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from generator.model import Amount, Article, Band, Briefing, Chart, Check, Constant, Correction, Exemption, Fact, Ignored, Indicator, Licence, Marks, Moved, Quote, Text, Unit
from generator.reading.yaml.nodes import Branch, Node, Series, marks_of
from generator.reading.shapes.articles import ArticleShape
from generator.reading.shapes.briefing import BriefingShape
from generator.reading.shapes.charts import ChartShape
from generator.reading.shapes.declarations import BandShape, CheckShape, CorrectionShape, MovedShape
from generator.reading.shapes.facts import FactShape, QuoteShape
from generator.reading.shapes.indicators import IndicatorShape, UnitShape

K = TypeVar("K", bound=str)
V = TypeVar("V")


def build_briefing(typed: BriefingShape, node: Node) -> Briefing:
    """The briefing."""
    default = typed.languages[0]
    return Briefing(
        title=_text(typed.title, default),
        description=_text(typed.description, default),
        subject_id=typed.subject.id,
        subject_name=_text(typed.subject.name, default),
        same_as=typed.subject.same_as,
        languages=tuple(typed.languages),
        exempt_numbers=tuple(
            Exemption(pattern=one.pattern, reason=_text(one.reason, default))
            for one in typed.exempt_numbers
        ),
        constants=MappingProxyType(
            {
                one.id: Constant(id=one.id, value=one.value, reason=_text(one.reason, default))
                for one in typed.constants
            }
        ),
        marks=marks_of(node),
    )


def build_check(typed: CheckShape, node: Node, default: str) -> Check:
    """A question that needs no second source."""
    return Check(
        id=typed.id,
        label=_frozen(typed.label),
        formula=typed.formula,
        against=typed.against,
        band=_band(typed.between, default) if typed.between else None,
        note=_text(typed.note, default),
        marks=marks_of(node),
    )


def _band(typed: BandShape, default: str) -> Band:
    return Band(
        min_value=typed.min_value,
        max_value=typed.max_value,
        unit=typed.unit,
        reason=_text(typed.reason, default),
    )


def build_correction(typed: CorrectionShape, node: Node, default: str) -> Correction:
    """A mistake of ours."""
    return Correction(
        fact=typed.fact,
        date=typed.date,
        changed=typed.field,
        old=typed.old,
        new=typed.new,
        reason=_text(typed.reason, default),
        marks=marks_of(node),
    )


def build_moved(typed: MovedShape, node: Node, default: str) -> Moved:
    """An id that is no longer used."""
    reason = _text(typed.reason, default)
    return Moved(id=typed.id, to=typed.to, reason=reason, marks=marks_of(node))


def build_article(typed: ArticleShape, node: Node, text: str, default: str) -> Article:
    """An article with its text."""
    licence = typed.license
    return Article(
        id=typed.id,
        path=f"seeds/{typed.path}",
        sha256=typed.sha256,
        lang=typed.lang,
        title=_text(typed.title, default),
        producer=typed.producer,
        author=typed.author,
        date_published=typed.date_published,
        date_basis=typed.date_basis,
        reason=_text(typed.reason, default),
        url_main=typed.url_main,
        date_accessed=typed.date_accessed,
        license=Licence(name=licence.name, url=licence.url) if licence else None,
        summary=_text(typed.summary, default),
        ignored=tuple(
            Ignored(exact=one.exact, reason=_text(one.reason, default)) for one in typed.ignored
        ),
        text=text,
        marks=marks_of(node),
    )


def build_unit(name: str, typed: UnitShape) -> Unit:
    """A counted thing."""
    label = {language: _frozen(forms) for language, forms in typed.label.items()}
    words = {language: tuple(words) for language, words in typed.words.items()}
    return Unit(id=name, label=_frozen(label), words=_frozen(words))


def build_indicator(name: str, typed: IndicatorShape, node: Node) -> Indicator:
    """What is measured."""
    return Indicator(
        id=name,
        label=_frozen(typed.label),
        kind=typed.kind,
        units=tuple(typed.units),
        promise=tuple(typed.promise.measured_by) if typed.promise else None,
        marks=marks_of(node),
    )


def build_chart(typed: ChartShape, node: Node) -> Chart:
    """A chart."""
    where = typed.where.model_dump(exclude_none=True) if typed.where else {}
    return Chart(
        id=typed.id,
        kind=typed.kind,
        title=_frozen(typed.title),
        subtitle=_frozen(typed.subtitle or {}),
        facts=tuple(typed.facts or ()),
        where=_frozen(where),
        marks=marks_of(node),
    )


def build_fact(typed: FactShape, node: Node, *, subject: str, default: str, is_event: bool) -> Fact:
    """A fact; an event has no amount."""
    amount = Amount(
        value=typed.value,
        min_value=typed.min_value,
        max_value=typed.max_value,
        unit=typed.unit,
        hedge=typed.hedge or "exact",
    )
    reasons = {key: _text(words, default) for key, words in (typed.inferred or {}).items()}
    return Fact(
        id=typed.id,
        indicator=typed.indicator,
        about=typed.about or subject,
        period=typed.period,
        amount=None if is_event else amount,
        status=typed.status or "reported",
        attribution=typed.attribution,
        quotes=_quotes(typed, node),
        formula=typed.formula,
        revision_of=typed.revision_of,
        rank=typed.rank,
        reason=_text(typed.reason, default),
        inferred=_frozen(reasons),
        note=_text(typed.note, default),
        label=_frozen(typed.label or {}),
        hedge_typed=typed.hedge is not None,
        status_typed=typed.status is not None,
        marks=marks_of(node),
    )


def _quotes(typed: FactShape, node: Node) -> tuple[Quote, ...]:
    if typed.quote is None or not isinstance(node, Branch):
        return ()
    quotes = typed.quote if isinstance(typed.quote, list) else [typed.quote]
    place = node.fields["quote"]
    nodes = place.items if isinstance(place, Series) else [place]
    return tuple(_quote(quote, marks_of(one)) for quote, one in zip(quotes, nodes, strict=True))


def _quote(typed: QuoteShape, marks: Marks) -> Quote:
    return Quote(
        article=typed.article,
        exact=typed.exact,
        prefix=typed.prefix,
        suffix=typed.suffix,
        occurrence=typed.occurrence,
        translation=_frozen(typed.translation or {}),
        marks=marks,
    )


def _text(words: str | Mapping[str, str] | None, default: str) -> Text:
    """Plain words are in the default language."""
    return _frozen({default: words} if isinstance(words, str) else words or {})


def _frozen(mapping: Mapping[K, V]) -> Mapping[str, V]:
    return MappingProxyType({str(key): value for key, value in mapping.items()})
