"""Closed vocabularies of the data model; the YAML uses these very words."""

from typing import Literal, get_args

Hedge = Literal["exact", "about", "over", "at-least", "under", "at-most", "nearly", "just-over"]
Status = Literal["reported", "target", "planned", "forecast", "consensus", "estimate", "withdrawn"]
Attribution = Literal["own", "attributed", "self-reported", "hearsay"]
Rank = Literal["preferred", "normal", "deprecated"]
NoteRank = Literal["major", "minor"]
DateBasis = Literal["stated", "inferred"]
PeriodBasis = Literal["stated", "as-of-article"]
ProducerBasis = Literal["stated", "inferred", "unknown"]
IndicatorKind = Literal["level", "flow", "change", "event"]
Basis = Literal["quoted", "derived", "event"]
Direction = Literal["up", "down"]
Threshold = Literal["at-least", "at-most"]
"""The side of a promised amount on which the promise is kept."""
SourceKind = Literal[
    "press-article", "press-release", "company-filing", "official-statistics", "study"
]
"""How near to what it reports a text stands."""
MentionKind = Literal[
    "money",
    "count",
    "percent",
    "multiple",
    "duration",
    "price",
    "date",
    "ordinal",
    "name",
]
Severity = Literal["error", "review"]
ChartKind = Literal[
    "steps", "bars", "levels", "moves", "intervals", "timeline", "promises", "coverage"
]
PluralCategory = Literal["zero", "one", "two", "few", "many", "other"]
InferredField = Literal[
    "attribution", "hedge", "measure", "period", "sign", "status", "subject", "unit", "value"
]
"""What a quotation may leave unsaid."""
Aspect = Literal[
    "value", "unit", "direction", "hedge", "period", "measure", "subject", "status", "attribution"
]
"""What a figure claims beside its number: each has its words, or a reason."""
CorrectedField = Literal[
    "value",
    "min_value",
    "max_value",
    "unit",
    "hedge",
    "period",
    "status",
    "attribution",
    "formula",
]
"""What of a fact can have been wrong on the site."""

ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
EVENT_ASPECTS: tuple[Aspect, ...] = ("period", "subject", "status", "attribution")
"""What an event claims: it has no amount, and its label says what happened."""
HEDGES: tuple[Hedge, ...] = get_args(Hedge)
STATUSES: tuple[Status, ...] = get_args(Status)
AHEAD: tuple[Status, ...] = ("target", "planned", "consensus", "forecast")
"""What has not happened yet; where words say several, the first one counts."""
CHART_KINDS: tuple[ChartKind, ...] = get_args(ChartKind)
SPEAKERS: tuple[Attribution, ...] = ("hearsay", "self-reported", "attributed")
"""Who says it when the article itself does not; where words say several, the first counts."""

TIME_UNITS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade")
"""Stretches of time; behind a stroke they need no declaration: `EUR/month`."""
RATIO_UNITS = ("%", "pp", "bp", "x")
"""Units that are pure numbers: per cent, percentage points, basis points, a multiple."""

UNDECIDED = "?"
"""What a suggested fact has in place of an indicator that its words do not name."""
