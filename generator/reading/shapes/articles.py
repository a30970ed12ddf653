"""What an editor types for an article; see `shapes`."""

from pydantic import Field

from generator.model import DateBasis
from generator.reading.shapes.base import Shape
from generator.reading.shapes.scalars import (
    Address,
    ArticlePath,
    DateText,
    Headings,
    Id,
    IgnoredPassage,
    Language,
    Name,
    Notes,
    Sha256,
    Words,
)


class IgnoredShape(Shape):
    """A number of an article that is deliberately no fact."""

    noun = "an ignored number"
    exact: IgnoredPassage = Field(description="The number as the article has it.")
    reason: Words = Field(description="Why it is no fact.", examples=["advertisement"])


class LicenceShape(Shape):
    """Under which terms an article came."""

    noun = "a licence"
    name: Name = Field(description="Its name.", examples=["CC BY 4.0"])
    url: Address | None = Field(None, description="Its address.")


class ArticleShape(Shape):
    """An article and its origin, in the words of OWID's origin."""

    noun = "an article"
    id: Id = Field(description="Kebab-case, stable for ever.", examples=["daily-2025-03-18"])
    path: ArticlePath = Field(
        description="The file, relative to seeds/.", examples=["articles/000.txt"]
    )
    sha256: Sha256 = Field(description="Of the file's bytes; an article is never edited.")
    lang: Language = Field(description="Language of the text (BCP 47).", examples=["de"])
    title: Headings = Field(description="Ours, by language.", examples=[{"en": "Revenue grows"}])
    producer: Name = Field(description="Who published it.", examples=["The Daily"])
    author: Name | None = Field(None, description="Who wrote it.")
    date_published: DateText = Field(
        description="When it came out (EDTF).", examples=["2025-03-18"]
    )
    date_basis: DateBasis = Field(
        description="stated by the article itself, or inferred (then reason says how).",
        examples=["stated"],
    )
    reason: Words | None = Field(None, description="How the date was inferred.")
    url_main: Address | None = Field(None, description="Where it can be read.")
    date_accessed: DateText | None = Field(None, description="When it was fetched (EDTF).")
    license: LicenceShape | None = Field(None, description="Under which terms it came.")
    summary: Notes | None = Field(None, description="Ours, never the article's words.")
    ignored: list[IgnoredShape] = Field(
        [], description="Numbers of the text that are deliberately no fact."
    )
