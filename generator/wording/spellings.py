"""The spellings in which readers of several languages search for a value or a period.

In: an amount, a period, languages. Out: spellings. Marks of grouping, names of months and
currencies come from CLDR, scale words from the lexicons of evidence. Never a word of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal, localcontext

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import get_currency_name

from generator.evidence import measure_spellings, scale_spellings
from generator.model import RATIO_UNITS, Amount, Period
from generator.text import plain_decimal
from generator.wording.language import MOST_DIGITS, decimal_places, grouped_digits

_LEAST_GROUPED, _THOUSAND = 1000, 1000
_MOST_PLACES = 3


def languages_of(own: str, others: Iterable[str]) -> tuple[str, ...]:
    """The languages of spellings: that of the site first, each once, only those that CLDR knows."""
    bases = dict.fromkeys(tag.split("-")[0] for tag in (own, *sorted(others)))
    return tuple(base for base in bases if _is_known(base))


def amount_spellings(amount: Amount, languages: Sequence[str]) -> tuple[str, ...]:
    """An amount without its sign and hedge, the ends of a range each, in the given order.

    What another spelling begins with is left out: searches find by beginnings.
    """
    ends = (amount.value, amount.min_value, amount.max_value)
    found = (_value(end, amount.unit, languages) for end in ends if end is not None)
    whole = dict.fromkeys(_spaced(one) for spellings in found for one in spellings)
    return tuple(one for one in whole if not any(o != one and o.startswith(one) for o in whole))


def unit_spellings(unit: str | None, languages: Sequence[str]) -> tuple[str, ...]:
    """The names of currencies; none for counted units, whose nouns stand in the quotation."""
    codes = (unit or "").split("/")
    names = (_currency(code, lang) for code in codes for lang in languages)
    return tuple(dict.fromkeys(name for name in names if name))


def period_spellings(period: Period, languages: Sequence[str]) -> tuple[str, ...]:
    """A period as the seeds write it and as each language does; an interval by its ends."""
    if period.precision == "interval":
        ends = [Period.parse(end) for end in period.edtf.split("/") if end != ".."]
        return tuple(dict.fromkeys(one for end in ends for one in period_spellings(end, languages)))
    if period.start is None:
        return ()
    written = (_date(period.start, period.precision, lang) for lang in languages)
    found = [_alias(period, period.start), *(one for forms in written for one in forms)]
    return tuple({_spaced(one).lower(): _spaced(one) for one in found if one}.values())


def _value(value: Decimal, unit: str | None, languages: Sequence[str]) -> Iterator[str]:
    size = value.copy_abs()  # abs() would round
    digits = [plain_decimal(size), *(_digits(size, lang) for lang in languages)]
    if size >= _LEAST_GROUPED:
        # The international form, which is that of none of the languages.
        digits.append(_digits(size, languages[0], group=" "))
    yield from digits
    for lang in languages:
        yield from _scaled(size, lang)
    if unit in RATIO_UNITS:
        for lang in languages:
            behind = ["%", " %"] if unit == "%" else []
            behind += [f" {word}" for word in measure_spellings(lang, unit)]
            yield from (_digits(size, lang) + word for word in behind)


def _scaled(size: Decimal, lang: str) -> Iterator[str]:
    """With each scale word before which one to three digits stand, and few decimals."""
    for word, power in scale_spellings(lang):
        with localcontext(prec=MOST_DIGITS):
            scaled = size.scaleb(-power).normalize()
        if 1 <= scaled < _THOUSAND and decimal_places(scaled) <= _MOST_PLACES:
            yield _digits(scaled, lang) + word


def _digits(size: Decimal, lang: str, group: str | None = None) -> str:
    locale = Locale.parse(lang)
    shown = grouped_digits(size, locale)
    return shown if group is None else shown.replace(locale.number_symbols["latn"]["group"], group)


def _currency(code: str, lang: str) -> str:
    """The plural name of a currency in a language; empty for other codes."""
    name = get_currency_name(code, count=2, locale=lang)
    return "" if name == code else name


def _alias(period: Period, start: date) -> str:
    """As an editor types it, with the letters of a quarter or a half."""
    if period.precision == "quarter":
        return f"{start.year}-Q{(start.month + 2) // 3}"
    if period.precision == "half":
        return f"{start.year}-H{(start.month + 5) // 6}"
    return period.edtf.rstrip("~?")


def _date(start: date, precision: str, lang: str) -> list[str]:
    if precision == "day":
        return [format_date(start, format="long", locale=lang)]
    skeletons = {"month": ["yMMMM"], "quarter": ["yQQQ", "yQQQQ"]}.get(precision, [])
    return [format_skeleton(skeleton, start, locale=lang) for skeleton in skeletons]


def _is_known(lang: str) -> bool:
    try:
        Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _spaced(text: str) -> str:
    """With plain spaces, as a keyboard types them."""
    return " ".join(text.split())
