"""What the Unicode locale data (by Babel) and num2words know of a language's numbers and dates.

In: a language tag. Out: separators, scale words, currency names, month names, number words.
Nothing of it is typed by us, so it holds for languages that have no lexicon of their own too.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from babel import Locale
from babel.numbers import get_currency_name
from num2words import CONVERTER_CLASSES, num2words

_LARGEST_WORD = 999


def separators(locale: Locale) -> tuple[str, str]:
    """The decimal sign and the group sign."""
    symbols = locale.number_symbols["latn"]
    return symbols["decimal"], symbols["group"].replace("\u202f", "\u00a0")


def scale_words(locale: Locale) -> dict[str, Decimal]:
    """Words and abbreviations for powers of ten; letters alone are left out."""
    found: dict[str, Decimal] = {}
    for width in ("long", "short"):
        for patterns in locale.compact_decimal_formats.get(width, {}).values():
            for key, pattern in patterns.items():
                form = str(pattern.pattern)
                word = form.strip("0").strip().strip("\u00a0").replace("'", "").rstrip(".").lower()
                if "0" in form and len(word) > 1:
                    found.setdefault(word, Decimal((0, (1,), len(key) - form.count("0"))))
    return found


def currency_names(locale: Locale, codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The names of currencies, singular and plural, with their codes; a code names itself."""
    for code in codes:
        yield code, code
        for count in (1, 2):
            yield get_currency_name(code, count=count, locale=locale), code


def month_names(locale: Locale, width: str) -> dict[str, int]:
    """The names of the months in a width (`wide`, `abbreviated`), without full stops."""
    return {
        name.rstrip("."): number
        for context in ("format", "stand-alone")
        for number, name in locale.months[context][width].items()
    }


def weekday_names(locale: Locale) -> dict[str, int]:
    """The names of the days in small letters, Monday being 0."""
    return {name.lower(): number for number, name in locale.days["format"]["wide"].items()}


def number_words(
    lang: str, plain_letters: Mapping[int, str], short_forms: Mapping[str, str]
) -> Mapping[str, Decimal]:
    """Words for 0 to 999 that are written as one, or joined by hyphens, and their other spellings.

    A language may write some letters plainly, and shorten how a word begins.
    """
    if lang not in CONVERTER_CLASSES:
        return {}
    found: dict[str, Decimal] = {}
    for number in range(_LARGEST_WORD + 1):
        word = num2words(number, lang=lang).lower()
        if " " in word:
            continue
        shorter = (
            short + word.removeprefix(long)
            for long, short in short_forms.items()
            if word.startswith(long)
        )
        for spelling in (word, word.translate(plain_letters), *shorter):
            found.setdefault(spelling, Decimal(number))
    return found
