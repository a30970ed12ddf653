"""What an editor types for a chart; see `shapes`."""

from typing import Annotated

from pydantic import Field

from generator.model import Attribution, Basis, ChartKind, Rank, Status
from generator.reading.shapes.base import Shape
from generator.reading.shapes.scalars import Headings, Id, Notes, UnitName


class WhereShape(Shape):
    """Which facts a chart shows: all that have these very values."""

    noun = "a selection"
    indicator: Id | None = Field(None, description="An id of indicators.yaml.")
    about: Id | None = Field(None, description="An entity.")
    status: Status | None = Field(None, description="A status.")
    attribution: Attribution | None = Field(None, description="An attribution.")
    rank: Rank | None = Field(None, description="A rank.")
    unit: UnitName | None = Field(None, description="A unit.")
    basis: Basis | None = Field(None, description="quoted, derived or event.")


class ChartShape(Shape):
    """Which facts make which chart."""

    noun = "a chart"
    id: Id = Field(description="Kebab-case: the chart's address.", examples=["revenue"])
    kind: ChartKind = Field(description="How it is drawn.", examples=["bars"])
    title: Headings = Field(description="By language.", examples=[{"en": "Revenue"}])
    subtitle: Notes | None = Field(None, description="By language.")
    facts: Annotated[list[Id], Field(min_length=1)] | None = Field(
        None, description="Ids of the facts, in order."
    )
    where: WhereShape | None = Field(None, description="In place of facts: which to select.")
