"""Every finding about numbers that editors wrote themselves, in seeds/ and pictures of docs/.

In: the seeds and the book. Out: findings. Pages are read in pages/, which knows their calls.
"""

from collections.abc import Iterator

from generator.ledger.claims.constants import check_constants
from generator.ledger.claims.exemptions import check_exemptions
from generator.ledger.claims.pictures import check_pictures
from generator.ledger.claims.scopes import Scopes
from generator.ledger.claims.words import check_words
from generator.model import Book, Finding, Seeds

_NO_LANGUAGE = "en"
"""Of plain texts while briefing.yaml cannot be read."""


def check_editors_numbers(seeds: Seeds, book: Book) -> Iterator[Finding]:
    """Words, constants, exemptions and pictures that hold a number without a figure behind it."""
    scopes = Scopes(seeds, book)
    lang = seeds.briefing.languages[0] if seeds.briefing else _NO_LANGUAGE
    if seeds.briefing:
        yield from check_constants(seeds.briefing)
        yield from check_exemptions(seeds.briefing, seeds.units)
    yield from check_words(scopes, lang)
    yield from check_pictures(scopes, lang)
