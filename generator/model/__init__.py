"""The records that pass between rooms. No I/O; imports nothing of ours."""

from generator.model.book import Book, Entry
from generator.model.briefing import Briefing, Constant, Exemption
from generator.model.codes import CODES
from generator.model.decimals import plain_decimal
from generator.model.declarations import Band, Check, Correction, Moved
from generator.model.drawn import DrawnChart, Picture, Row, Wording
from generator.model.nearest import find_nearest
from generator.model.period import Period
from generator.model.problem import Marks, Place, Problem, Step
from generator.model.proof import CoveredMention, Located, Mention, Proof
from generator.model.records import (
    Amount,
    Article,
    Chart,
    Document,
    Fact,
    Ignored,
    Indicator,
    Licence,
    Quote,
    Text,
    Unit,
    no_text,
)
from generator.model.seeds import Known, Lock, Seeds
from generator.model.shown import shown
from generator.model.vocabulary import (
    HEDGES,
    RATIO_UNITS,
    STATUSES,
    Attribution,
    Basis,
    DateBasis,
    Direction,
    Hedge,
    IndicatorKind,
    MentionKind,
    Rank,
    Severity,
    Status,
)

__all__ = [
    "CODES",
    "HEDGES",
    "RATIO_UNITS",
    "STATUSES",
    "Amount",
    "Article",
    "Attribution",
    "Band",
    "Basis",
    "Book",
    "Briefing",
    "Chart",
    "Check",
    "Constant",
    "Correction",
    "CoveredMention",
    "DateBasis",
    "Direction",
    "Document",
    "DrawnChart",
    "Entry",
    "Exemption",
    "Fact",
    "Hedge",
    "Ignored",
    "Indicator",
    "IndicatorKind",
    "Known",
    "Licence",
    "Located",
    "Lock",
    "Marks",
    "Mention",
    "MentionKind",
    "Moved",
    "Period",
    "Picture",
    "Place",
    "Problem",
    "Proof",
    "Quote",
    "Rank",
    "Row",
    "Seeds",
    "Severity",
    "Status",
    "Step",
    "Text",
    "Unit",
    "Wording",
    "find_nearest",
    "no_text",
    "plain_decimal",
    "shown",
]
