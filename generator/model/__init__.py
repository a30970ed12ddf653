"""The records that pass between rooms. No I/O, no library; of ours only `text`."""

from generator.model.as_typed import NUMBERS, as_typed, meaning
from generator.model.book import Book, Entry
from generator.model.codes import CODES
from generator.model.drawn import CARD_SIZE, DrawnChart, Picture, Row, Section
from generator.model.facts import Amount, Band, Check, Correction, Fact, Moved, Quote
from generator.model.finding import Field, Finding, Marks, Offset, Place, Step
from generator.model.frozen import EMPTY, FrozenDict
from generator.model.meanings import MEANINGS
from generator.model.nomenclature import NO_NAMES, Nomenclature
from generator.model.period import YEAR_PARTS, Period
from generator.model.proof import CoveredMention, Evidence, Located, Mention, Proof
from generator.model.records import (
    Article,
    Briefing,
    Chart,
    Constant,
    Document,
    Entity,
    Exemption,
    FollowUp,
    Ignored,
    Indicator,
    Licence,
    RasterPicture,
    Subject,
    Unit,
    Where,
)
from generator.model.seeds import NO_LOCK, Known, Lock, RefusedClaim, Release, ReleasedEntry, Seeds
from generator.model.site_sections import (
    ASSETS,
    ATTESTATION,
    CARD_STYLE,
    CHART_STYLE,
    DATA_FILES,
    DOCUMENT_STYLE,
    FEEDS,
    MANIFEST,
    PDF,
    PLOTLY,
    PRINT_STYLE,
    RELEASES,
    SECTIONS,
    STYLE,
    GeneratedSection,
)
from generator.model.typed import INLINE, Text, Typed
from generator.model.vocabulary import (
    AHEAD,
    ASPECTS,
    CHART_KINDS,
    EVENT_ASPECTS,
    HEDGES,
    RATIO_UNITS,
    SPEAKERS,
    STATUSES,
    TIME_UNITS,
    UNDECIDED,
    Aspect,
    Attribution,
    Basis,
    ChartKind,
    CorrectedField,
    DateBasis,
    Direction,
    Hedge,
    IndicatorKind,
    InferredField,
    MentionKind,
    NoteRank,
    PeriodBasis,
    PluralCategory,
    ProducerBasis,
    Rank,
    Severity,
    SourceKind,
    Status,
    Threshold,
)
