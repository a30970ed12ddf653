"""What `briefing record` keeps in briefing.lock; see `shapes`."""

from pydantic import Field

from generator.reading.scalars import Id, Words
from generator.reading.shapes import Shape
from generator.reading.shapes_facts import InferredField


class LockShape(Shape):
    """briefing.lock: what was published, and what each reason was given for."""

    noun = "briefing.lock"
    published: list[Id] = Field([], description="Ids of facts that the site has shown.")
    settled: dict[Id, dict[InferredField, Words]] = Field(
        {}, description="For each reason under inferred, what it was given for."
    )
