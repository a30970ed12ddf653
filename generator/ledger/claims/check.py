"""Every finding about numbers that editors wrote themselves, in seeds/ and pictures of docs/.

In: the scopes of a briefing. Out: findings. Pages are read in pages/, which knows their calls.
"""

from collections.abc import Iterator
from functools import partial

from generator.kept import digest, unless_sound
from generator.ledger.claims.constants import check_constants
from generator.ledger.claims.exemptions import check_exemptions
from generator.ledger.claims.pictures import check_pictures
from generator.ledger.claims.scopes import Scopes
from generator.ledger.claims.words import check_words
from generator.model import Finding


def check_editors_numbers(scopes: Scopes) -> Iterator[Finding]:
    """Words, constants, exemptions and pictures that hold a number without a figure behind it."""
    seeds, lang = scopes.seeds, scopes.lang
    if seeds.briefing:
        yield from check_constants(seeds.briefing)
        key = digest("exemptions", seeds.briefing.exempt_numbers, seeds.units)
        check = partial(check_exemptions, seeds.briefing, seeds.units)
        yield from unless_sound(scopes.kept, key, check)
    yield from check_words(scopes, lang)
    yield from check_pictures(scopes, lang)
