"""How an editor types the fields of a record: the form of each text, and the words that explain it.

In: nothing. Out: annotations, of which `reading` makes shapes and JSON Schemas. A field without
`Typed` is not typed: the program fills it in. Nothing is checked here, and nothing is imported that
a program without YAML would not need.
"""

from collections.abc import Mapping
from typing import Annotated

from generator.model.period import Period

Text = Mapping[str, str]
"""Prose by BCP 47 language tag."""

Id = Annotated[str, "id"]
IndicatorId = Annotated[str, "indicator-id"]
"""Or `?`, which is refused as undecided."""
ArticleId = Annotated[str, "article-id"]
EntityId = Annotated[str, "entity-id"]
FactId = Annotated[str, "fact-id"]
"""Of another record: an editor is offered those that there are."""
Language = Annotated[str, "language"]
Sha256 = Annotated[str, "sha256"]
ArticlePath = Annotated[str, "article-path"]
Address = Annotated[str, "address"]
Pattern = Annotated[str, "pattern"]
Heading = Annotated[str, "heading"]
Name = Annotated[str, "name"]
QuotedText = Annotated[str, "quoted"]
Suffix = Annotated[str, "suffix"]
IgnoredText = Annotated[str, "ignored"]
EarlierValue = Annotated[str, "earlier"]
"""What stood behind another key; the rules of corrections check its form."""
Formula = Annotated[str, "formula"]
UnitName = Annotated[str, "unit"]
Occurrence = Annotated[int, "occurrence"]
Date = Annotated[Period, "date"]
Day = Annotated[Period, "day"]
Headings = Annotated[Text, "headings"]
Notes = Annotated[Text, "notes"]
Words = Annotated[Text, "words"]
"""Plain text (then it is in the default language), or a mapping of languages."""
NameOrNames = Annotated[Text, "name-or-names"]

INLINE = "inline"
"""Of a record inside a record: its keys stand among those of the outer one."""


class Typed:
    """Marks a field that an editor types."""

    def __init__(
        self,
        description: str,
        *examples: object,
        key: str = "",
        least: int = 0,
        may_be_one: bool = False,
        may_be_left_out: bool = False,
    ) -> None:
        """What the key means, and how it may be typed.

        Args:
            description: one sentence, for editors that complete keys and for findings.
            examples: as they would be typed.
            key: where the YAML calls it otherwise than the record.
            least: how many entries the list or mapping has, at least.
            may_be_one: an entry of the list may also stand by itself.
            may_be_left_out: though the record always holds a value.
        """
        self.description, self.examples, self.key = description, list(examples), key
        self.least, self.may_be_one, self.may_be_left_out = least, may_be_one, may_be_left_out
