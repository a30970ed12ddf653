"""What `briefing record` keeps in briefing.lock; see `shapes`."""

from pydantic import Field

from generator.model import Attribution, Hedge, Status
from generator.reading.shapes.base import Shape
from generator.reading.shapes.facts import InferredField
from generator.reading.shapes.scalars import Formula, Id, Number, PeriodText, UnitName, Words


class PublishedShape(Shape):
    """A figure as the site has shown it: its fields as typed, without those left out."""

    noun = "a published figure"
    value: Number | None = Field(None, description="In base units.")
    min_value: Number | None = Field(None, description="Lower end of a range.")
    max_value: Number | None = Field(None, description="Upper end of a range.")
    formula: Formula | None = Field(None, description="Of a derived fact.")
    unit: UnitName | None = Field(None, description="Left out: none.")
    period: PeriodText | None = Field(None, description="Left out: the day of the article.")
    hedge: Hedge | None = Field(None, description="Left out: exact.")
    status: Status | None = Field(None, description="Left out: reported.")
    attribution: Attribution | None = Field(None, description="Left out: own.")


class LockShape(Shape):
    """briefing.lock: what was published, and what each reason was given for."""

    noun = "briefing.lock"
    published: dict[Id, PublishedShape] = Field(
        {}, description="The figures that the site has shown, by id."
    )
    settled: dict[Id, dict[InferredField, Words]] = Field(
        {}, description="For each reason under inferred, what it was given for."
    )
