"""The records of the other seed files, and pages: articles, indicators, charts, the briefing.

As in `facts`, each is what an editor types, field for field; marks say where.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, TypedDict

from generator.model.finding import Marks, Place
from generator.model.frozen import EMPTY, FrozenDict
from generator.model.typed import (
    Address,
    ArticlePath,
    Date,
    EntityId,
    FactId,
    Heading,
    Headings,
    Id,
    IgnoredText,
    IndicatorId,
    Language,
    Name,
    NameOrNames,
    Notes,
    Pattern,
    Sha256,
    Typed,
    UnitName,
    Words,
)
from generator.model.vocabulary import (
    Attribution,
    Basis,
    ChartKind,
    DateBasis,
    IndicatorKind,
    PluralCategory,
    ProducerBasis,
    Rank,
    SourceKind,
    Status,
    Threshold,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ignored:
    """A number of an article that is deliberately no fact."""

    exact: Annotated[IgnoredText, Typed("The number as the article has it.")]
    """Every occurrence of this text in the article is meant."""
    reason: Annotated[Words, Typed("Why it is no fact.", "advertisement")]


@dataclass(frozen=True, kw_only=True, slots=True)
class Licence:
    """Under which terms an article came."""

    name: Annotated[Name, Typed("Its name.", "CC BY 4.0")]
    url: Annotated[Address | None, Typed("Its address.")] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """An article and its origin, in the words of OWID's origin."""

    id: Annotated[Id, Typed("Kebab-case, stable for ever.", "daily-2025-03-18")]
    path: Annotated[ArticlePath, Typed("The file, relative to seeds/.", "articles/000.txt")]
    """In the record relative to the project's root."""
    sha256: Annotated[Sha256, Typed("Of the file's bytes; an article is never edited.")]
    lang: Annotated[Language, Typed("Language of the text (BCP 47).", "de")]
    title: Annotated[Headings, Typed("Ours, by language.", {"en": "Revenue grows"})]
    kind: Annotated[
        SourceKind,
        Typed("What kind of text it is: how near it stands to what it reports."),
    ] = "press-article"
    producer: Annotated[
        Name, Typed("Who published it, or what we call a text that does not say so.", "The Daily")
    ]
    producer_basis: Annotated[
        ProducerBasis,
        Typed("stated by the text, inferred, or unknown (then producer describes the text)."),
    ] = "stated"
    author: Annotated[Name | None, Typed("Who wrote it.")] = None
    date_published: Annotated[Date, Typed("When it came out (EDTF).", "2025-03-18")]
    date_basis: Annotated[
        DateBasis,
        Typed("stated by the article itself, or inferred (then reason says how).", "stated"),
    ]
    reason: Annotated[Words, Typed("How the date was inferred.")] = EMPTY
    url_main: Annotated[Address | None, Typed("Where it can be read.")] = None
    date_accessed: Annotated[Date | None, Typed("When it was fetched (EDTF).")] = None
    license: Annotated[Licence | None, Typed("Under which terms it came.")] = None
    summary: Annotated[Notes, Typed("Ours, never the article's words.")] = EMPTY
    ignored: Annotated[
        tuple[Ignored, ...], Typed("Numbers of the text that are deliberately no fact.")
    ] = ()
    text: str = field(default="", repr=False)
    """The delivered file, decoded as UTF-8, newlines untouched; offsets count its code points."""
    marks: Marks = field(compare=False, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """A counted thing."""

    id: str
    label: Annotated[
        Mapping[Language, Mapping[Annotated[str, PluralCategory], Heading]],
        Typed(
            "Its name by language and plural form; other is always needed.",
            {"en": {"one": "vehicle", "other": "vehicles"}},
            least=1,
        ),
    ]
    words: Annotated[
        Mapping[Language, tuple[Name, ...]],
        Typed("Nouns that articles use for it, by language.", {"en": ["vehicle", "car"]}),
    ] = EMPTY
    """In the base form."""
    marks: Marks = field(default=Marks(Place("seeds/indicators.yaml")), compare=False, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class FollowUp:
    """What tells whether the promises of an indicator were kept."""

    measured_by: Annotated[
        tuple[IndicatorId, ...],
        Typed(
            "Indicators whose facts tell whether it was kept; none as long as none does.",
            ["car-sales"],
        ),
    ] = ()
    threshold: Annotated[
        Threshold,
        Typed(
            "at-least: the amount or more keeps the promise; at-most: the amount or less, as of "
            "costs. A hedge such as up to, in the fact itself, goes before.",
        ),
    ] = "at-least"
    reason: Annotated[
        Words, Typed("Why nothing can measure them; left out where something may.")
    ] = EMPTY


@dataclass(frozen=True, kw_only=True, slots=True)
class Indicator:
    """What is measured."""

    id: str
    label: Annotated[Headings, Typed("Its name, by language.", {"en": "Revenue"})]
    kind: Annotated[
        IndicatorKind,
        Typed("level (a state), flow (over a period), change (signed) or event.", "flow"),
    ]
    units: Annotated[tuple[UnitName, ...], Typed("Units that its facts may have.")] = ()
    """Empty: they are not limited."""
    words: Annotated[
        Mapping[Language, tuple[Name, ...]],
        Typed(
            "Nouns and verbs by which articles name the measure, by language, in the base form.",
            {"en": ["revenue", "sales"]},
        ),
    ] = EMPTY
    """Empty: nothing says of its facts that their sentences speak of it."""
    promise: Annotated[
        FollowUp | None,
        Typed(
            "For targets and plans, to follow them up; {} where only a report of the same "
            "indicator measures them.",
            {"measured_by": ["car-sales"]},
        ),
    ] = None
    marks: Marks = field(compare=False, repr=False)


class Where(TypedDict, total=False):
    """Which facts a chart shows: all that have these very values."""

    indicator: Annotated[IndicatorId, Typed("An id of indicators.yaml.")]
    about: Annotated[EntityId, Typed("An entity.")]
    status: Annotated[Status, Typed("A status.")]
    attribution: Annotated[Attribution, Typed("An attribution.")]
    rank: Annotated[Rank, Typed("A rank.")]
    unit: Annotated[UnitName, Typed("A unit.")]
    basis: Annotated[Basis, Typed("quoted, derived or event.")]


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """Which facts make which chart."""

    id: Annotated[Id, Typed("Kebab-case: the chart's address.", "revenue")]
    kind: Annotated[ChartKind, Typed("How it is drawn.", "bars")]
    title: Annotated[Headings, Typed("By language.", {"en": "Revenue"})]
    subtitle: Annotated[Notes, Typed("By language.")] = EMPTY
    facts: Annotated[
        tuple[FactId, ...], Typed("Ids of the facts, in order.", ["revenue-2024"], least=1)
    ] = ()
    annotations: Annotated[
        tuple[FactId, ...],
        Typed("Ids of the changes that are drawn between the marks that they compare.", least=1),
    ] = ()
    formerly: Annotated[
        tuple[Id, ...],
        Typed("Ids of charts whose place it took: their addresses lead to it.", least=1),
    ] = ()
    since: Annotated[
        Mapping[FactId, FactId],
        Typed("By the id of a plan the event with which it was made, from which its arrow starts."),
    ] = EMPTY
    where: Annotated[Mapping[str, str], Where, Typed("In place of facts: which to select.")] = EMPTY
    marks: Marks = field(compare=False, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Entity:
    """Somebody or something whose figures articles state."""

    id: Annotated[Id, Typed("What facts are about: kebab-case, stable for ever.", "acme")]
    name: Annotated[NameOrNames, Typed("Plain, or by language.", "Acme")]
    names: Annotated[
        tuple[Name, ...],
        Typed("Proper names by which articles call it; left out, its name.", ["Acme", "ACM"]),
    ] = ()
    nouns: Annotated[
        Mapping[Language, tuple[Name, ...]],
        Typed("Other nouns by which articles call it, by language.", {"en": ["company", "maker"]}),
    ] = EMPTY
    """In the base form."""
    same_as: Annotated[Address | None, Typed("Its address at Wikidata or the like.")] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject(Entity):
    """What the briefing is about; facts are about it by default."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Exemption:
    """Digits that the number gate lets pass in prose."""

    pattern: Annotated[Pattern, Typed("A regular expression.", "ISO [0-9]{4}")]
    reason: Annotated[Words, Typed("Why these digits are no figure.", "a name")]


@dataclass(frozen=True, kw_only=True, slots=True)
class RasterPicture:
    """A photo or other picture of pixels in docs/: no program reads what it shows."""

    path: Annotated[Name, Typed("The file, relative to docs/.", "assets/plant.jpg")]
    figures: Annotated[
        tuple[FactId, ...],
        Typed("Ids of the facts whose figures can be read in it; [] where it shows none.", []),
    ]


@dataclass(frozen=True, kw_only=True, slots=True)
class Constant:
    """A number that formulas may use without a quotation."""

    id: Annotated[Id, Typed("Its name in formulas.", "quarters-a-year")]
    value: Annotated[Decimal, Typed("The number.", "4")]
    reason: Annotated[Words, Typed("Why it needs no quotation.", "by definition")]


@dataclass(frozen=True, kw_only=True, slots=True)
class Briefing:
    """briefing.yaml: what this site is about and in which languages."""

    title: Annotated[Headings, Typed("The site's, by language.", {"en": "Acme"})]
    description: Annotated[Notes, Typed("For search engines, by language.")] = EMPTY
    subject: Annotated[Subject, Typed("What it is about.", {"id": "acme", "name": "Acme"})]
    entities: Annotated[
        Mapping[str, Entity],
        Typed("Others whose figures articles state: what facts may be about, and rivals."),
    ] = EMPTY
    """A list in the YAML; here by id."""
    languages: Annotated[
        tuple[Language, ...],
        Typed("Of the site; the first is the default.", ["en"], least=1),
    ]
    exempt_numbers: Annotated[
        tuple[Exemption, ...], Typed("Digits in prose that are no figures.")
    ] = ()
    constants: Annotated[Mapping[str, Constant], Typed("Numbers that formulas may use.")] = EMPTY
    """A list in the YAML; here by id."""
    pictures: Annotated[
        tuple[RasterPicture, ...],
        Typed("Photos and other raster pictures in docs/, and which figures each shows."),
    ] = ()
    marks: Marks = field(compare=False, repr=False)

    @property
    def all_entities(self) -> Mapping[str, Entity]:
        """The subject and the others, by id."""
        return FrozenDict({self.subject.id: self.subject, **self.entities})


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A hand-written Markdown page, as typed."""

    path: str
    """Relative to `docs/`, with forward slashes."""
    text: str
    """Front matter included; newlines are \\n."""
