"""What the Unicode locale data (by Babel) and num2words know of a language's numbers and dates.

In: a language tag. Out: a table like that of a lexicon file, which lies under the file's own.
Nothing of it is typed by us, so it holds for languages that have no lexicon of their own too.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from babel import Locale
from babel.numbers import get_currency_name, list_currencies
from num2words import CONVERTER_CLASSES, num2words

_WORDS = 1000


def locale_table(lang: str, locale: Locale, codes: Iterable[str]) -> Mapping[str, Any]:
    """What the locale data has of a language, in the tables and keys of a lexicon file."""
    symbols = locale.number_symbols["latn"]
    months = _month_names(locale, "wide")
    short_months = _month_names(locale, "abbreviated")
    return {
        "numerals": {
            "decimal": symbols["decimal"],
            "group": symbols["group"].replace("\u202f", "\u00a0"),
            "words": _number_words(lang),
        },
        "scales": {"powers": _scale_words(locale)},
        "money": {"names": {code: _currency_names(locale, code) for code in codes}},
        "codes": {"every": sorted(list_currencies())},
        "dates": {
            "months": months,
            "short_months": {name: at for name, at in short_months.items() if name not in months},
        },
        "weekdays": {name.lower(): day for day, name in locale.days["format"]["wide"].items()},
    }


def _scale_words(locale: Locale) -> dict[str, int]:
    """Words and abbreviations for powers of ten, with the exponent; letters alone are left out."""
    found: dict[str, int] = {}
    for width in ("long", "short"):
        for patterns in locale.compact_decimal_formats.get(width, {}).values():
            for key, pattern in patterns.items():
                form = str(pattern.pattern)
                word = form.strip("0").strip().strip("\u00a0").replace("'", "").rstrip(".").lower()
                if "0" in form and len(word) > 1:
                    found.setdefault(word, len(key) - form.count("0"))
    return found


def _currency_names(locale: Locale, code: str) -> list[str]:
    """The names of a currency, singular and plural; a code names itself."""
    names = (get_currency_name(code, count=count, locale=locale) for count in (1, 2))
    return [code, *names]


def _month_names(locale: Locale, width: str) -> dict[str, int]:
    """The names of the months in a width, without full stops."""
    return {
        name.rstrip("."): number
        for context in ("format", "stand-alone")
        for number, name in locale.months[context][width].items()
    }


def _number_words(lang: str) -> dict[str, str]:
    """Words for 0 to 999 that are written as one, or joined by hyphens."""
    if lang not in CONVERTER_CLASSES:
        return {}
    words = ((num2words(number, lang=lang).lower(), number) for number in range(_WORDS))
    return {word: str(number) for word, number in words if " " not in word}
