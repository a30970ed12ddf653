"""Passages as readers see them: the article's own words, the figure marked, nothing that misleads."""

from decimal import Decimal

import pytest

from generator.model import Located, Marks, Mention, Place, Quote
from generator.pages.parts.parts import marked_text, quote_text

MARKS = Marks(Place("seeds/facts/x.yaml"))


def located(article: str, exact: str, words: str | None = None) -> Located:
    """A quotation found in an article, with the words that state its amount."""
    start = article.index(exact) if exact in article else 0
    end = start + len(exact) if exact in article else len(article)
    mention = None
    if words:
        at = article.rindex(words)
        mention = Mention(text=words, start=at, end=at + len(words), kind="count", value=Decimal(1))
    quote = Quote(article="a", exact=exact, marks=MARKS)
    return Located(quote=quote, start=start, end=end, text=article[start:end], mention=mention)


@pytest.mark.parametrize(
    ("article", "exact", "words", "shown"),
    [
        ("Er nannte 12 Autos.", "nannte 12 Autos", "12 Autos", ("nannte ", "12 Autos", "")),
        (
            "Erst 12, dann 12 Autos.",
            "Erst 12, dann 12 Autos",
            "12 Autos",
            ("Erst 12, dann ", "12 Autos", ""),
        ),
        (
            "Von 12\n auf 12 Autos",
            "Von 12\n auf 12 Autos",
            "12 Autos",
            ("Von 12 auf ", "12 Autos", ""),
        ),
        ("Mehr als zuvor", "Mehr als zuvor", None, ("Mehr als zuvor", "", "")),
    ],
)
def test_the_words_that_state_the_amount_are_marked(
    article: str, exact: str, words: str | None, shown: tuple[str, str, str]
) -> None:
    assert marked_text(located(article, exact, words)) == shown


def test_marks_that_turn_or_hide_text_are_not_shown() -> None:
    article = "Umsatz \u202e000.1\u202c und Jahres\u00adziel\u200b \u2066x\u2069"
    assert quote_text(located(article, article)) == "Umsatz 000.1 und Jahresziel x"


def test_an_omission_is_shown_as_the_editor_marked_it() -> None:
    found = located("eins zwei drei vier", "eins […] vier")
    assert quote_text(found) == "eins […] vier"
