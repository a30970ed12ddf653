"""One language's words, numbers and dates: the only place where they are put together.

In: amounts, periods, message keys. Out: text for readers, not yet escaped for any medium, with the
messages of `catalogues/<lang>/*.toml`, never of a file of the user's. Numbers never pass through a
binary float, and their places are those that the source printed.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, localcontext
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from generator.model import TIME_UNITS, Amount, Briefing, Period, Text, Unit

_CATALOGUES = files("generator.wording") / "catalogues"
NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
_SCALES = (12, 9, 6)
_RATIO_KEYS = {"%": "unit-percent", "pp": "unit-pp", "bp": "unit-bp", "x": "unit-multiple"}
MOST_DIGITS = 200
"""Formulas can multiply typed values, none of which has more than nineteen digits."""
_REMEMBERED = 20_000
_ENGLISH = "en"
_MOST_SCALED_PLACES = 3
"""More decimals than this before a scale word read worse than the number in full."""
_SMALL, _MILLION = 1000, 1_000_000


@cache
def load_messages(lang: str) -> Mapping[str, str]:
    """Every message of a language by key, from all its catalogue files.

    Raises:
        KeyError: there is no catalogue for `lang`.
    """
    if lang not in languages():
        raise KeyError(lang)
    messages: dict[str, str] = {}
    for file in sorted((_CATALOGUES / lang).iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            messages |= tomllib.loads(file.read_text(encoding="utf-8"))
    return MappingProxyType(messages)


@cache
def load_handbook(lang: str) -> Mapping[str, str]:
    """The pages of the handbook in a language, each by its name: Markdown, its title first.

    Raises:
        KeyError: there is no catalogue for `lang`.
    """
    if lang not in languages():
        raise KeyError(lang)
    found = sorted((_CATALOGUES / lang / "handbook").iterdir(), key=lambda entry: entry.name)
    pages = {file.name.removesuffix(".md"): file.read_text(encoding="utf-8") for file in found}
    return MappingProxyType(pages)


@cache
def languages() -> tuple[str, ...]:
    """The languages that pages can be written in."""
    return tuple(sorted(entry.name for entry in _CATALOGUES.iterdir() if entry.is_dir()))


def spoken_language(briefing: Briefing | None) -> str:
    """The first language of a site, or English where pages cannot be written in it."""
    lang = briefing.languages[0] if briefing else _ENGLISH
    return lang if lang in languages() else _ENGLISH


class LanguageWording:
    """One language: words, numbers and dates for everything that readers see."""

    def __init__(self, lang: str, units: Mapping[str, Unit]) -> None:
        """Words of `lang` for a briefing with these units; KeyError without a catalogue."""
        self.lang = lang
        self._messages = load_messages(lang)
        self._locale = Locale.parse(lang, sep="-")
        self._units = units

    def say(self, key: str, **values: str) -> str:
        """The catalogue's message `key`, its `{names}` filled in, each once."""
        parts = self._messages[key].split("{")
        said = [parts[0]]
        for part in parts[1:]:
            name, _, rest = part.partition("}")
            said += [values[name], rest]
        return "".join(said)

    def verbatim(self, key: str) -> str:
        """The catalogue's message `key` as it stands, braces and all."""
        return self._messages[key]

    def count(self, key: str, number: int) -> str:
        """The message `key-one` or `key-other` … for a number of things, with the number in it."""
        category = self._locale.plural_form(number)
        shown = format_decimal(number, format="#,##0", locale=self._locale)
        return self.say(f"{key}-{category}", number=shown)

    def language(self, tag: str) -> str:
        """The name of a language; the tag itself where the locale data know none."""
        name = self._locale.languages.get(tag.partition("-")[0])
        return str(name) if name else tag

    def text(self, text: Text) -> str:
        """Prose in this language, else in the first one that there is; empty when there is none."""
        return text.get(self.lang) or next(iter(text.values()), "")

    def amount(self, amount: Amount, *, signed: bool = False) -> str:
        """An amount as the site prints it, hedge in words included.

        Args:
            amount: base units; digits and exponent of its Decimals carry the printed places.
            signed: a change: it shows its sign, or in words its direction when it is hedged.
        """
        if amount.value is None:
            if not (signed and (way := _way(amount))):
                return self._range(amount)
            return self.say(way, amount=self._range(unsigned(amount)))
        if amount.hedge == "exact":
            return self._with_unit(self.number(amount, signed=signed), amount.value, amount.unit)
        size = amount.value if not signed else abs(amount.value)
        plain = Amount(value=size, unit=amount.unit)
        hedged = self.say(
            f"hedge-{amount.hedge}", amount=self._with_unit(self.number(plain), size, amount.unit)
        )
        if not signed or amount.value == 0:
            return hedged
        return self.say("change-up" if amount.value > 0 else "change-down", amount=hedged)

    def number(self, amount: Amount, *, signed: bool = False) -> str:
        """The same without hedge and unit, scaled as `amount` would print it."""
        if amount.value is None:
            low, high = amount.min_value or Decimal(0), amount.max_value or Decimal(0)
            top = self._digits(high) if _is_wide(low, high) else self._number(high)
            return self.say("range", low=self._number(low), high=top)
        sign = "+" if signed and amount.value > 0 else ""
        return sign + self._number(amount.value)

    def unit_name(self, unit: str | None) -> str:
        """A unit for an axis or a table head, in the plural."""
        if unit is None:
            return ""
        if "/" in unit:
            money, _, per = unit.partition("/")
            return self.say("unit-per", unit=self.unit_name(money), per=self._label(per, "one"))
        if unit in _RATIO_KEYS:
            return self.say(f"{_RATIO_KEYS[unit]}-name")
        return self._label(unit, "other")

    def listed(self, names: Sequence[str]) -> str:
        """Names in a row, with the language's own word before the last."""
        return str(format_list(names, locale=self._locale)) if names else ""

    def period(self, period: Period) -> str:
        """A period in words."""
        if period.precision == "interval":
            start, _, end = period.edtf.partition("/")
            if start == "..":
                return self.say("period-until", end=self._end(end))
            if end == "..":
                return self.say("period-since", start=self._end(start))
            return self.say("period-between", start=self._end(start), end=self._end(end))
        return self._qualified(period, self._point(period, within=period.qualifier == "~"))

    def at(self, period: Period) -> str:
        """A period as the time at which something was so: on a day, in a month, from here to there.

        What is about some time has the word for it in place of the preposition.
        """
        if period.precision == "interval":
            start, _, end = period.edtf.partition("/")
            if ".." in {start, end}:
                return self.period(period)
            return self.say("at-between", start=self._end(start), end=self._end(end))
        words = self._point(period, within=True)
        if period.qualifier == "~":
            return self.say("at-about", period=words)
        key = "at-day" if period.precision == "day" else "at-span"
        return self._qualified(period, self.say(key, period=words))

    def _end(self, edtf: str) -> str:
        """An end of an interval: inside a sentence a half of a year has its article."""
        period = Period.parse(edtf)
        return self._qualified(period, self._point(period, within=True))

    def _qualified(self, period: Period, words: str) -> str:
        if period.qualifier == "~":
            return self.say("period-about", period=words)
        return self.say("period-uncertain", period=words) if period.qualifier else words

    def _point(self, period: Period, *, within: bool = False) -> str:
        start = period.start
        if start is None:
            raise ValueError(f"{period} has no first day")
        if period.precision == "quarter":
            return self.say(
                "period-quarter", part=str((start.month + 2) // 3), year=str(start.year)
            )
        if period.precision == "half":
            key = "period-half-1" if start.month == 1 else "period-half-2"
            return self.say(f"{key}-within" if within else key, year=str(start.year))
        pattern = self.say(f"date-{period.precision}")
        return _formatted(start, pattern, str(self._locale))

    def _range(self, amount: Amount) -> str:
        low, high = amount.min_value or Decimal(0), amount.max_value or Decimal(0)
        if amount.unit and _is_wide(low, high):
            ends = (self._with_unit(self._number(end), end, amount.unit) for end in (low, high))
            ranged = self.say("range", **dict(zip(("low", "high"), ends, strict=True)))
        else:
            ranged = self._with_unit(self.number(amount), high, amount.unit)
        return (
            ranged if amount.hedge == "exact" else self.say(f"hedge-{amount.hedge}", amount=ranged)
        )

    def _number(self, value: Decimal) -> str:
        """Digits of `value` as typed, with a scale word from a million on."""
        for power in _SCALES:
            scaled = value.scaleb(-power)
            if abs(scaled) >= 1 and decimal_places(scaled) <= _MOST_SCALED_PLACES:
                return self.say(f"scale-{power}", number=self._digits(scaled)).replace(" ", NBSP)
        return self._digits(value)

    def _digits(self, value: Decimal) -> str:
        shown = grouped_digits(value.copy_abs(), self._locale)  # abs() would round
        return f"{MINUS}{shown}" if value < 0 else shown

    def _with_unit(self, number: str, value: Decimal, unit: str | None) -> str:
        if unit is None:
            return number
        if unit in _RATIO_KEYS:
            return self.say(_RATIO_KEYS[unit], number=number).replace(" ", NBSP)
        if "/" in unit:
            money, _, per = unit.partition("/")
            counted = self._with_unit(number, value, money)
            return self.say("unit-per", unit=counted, per=self._label(per, "one"))
        category = self._locale.plural_form(abs(value))
        return f"{number}{NBSP}{self._label(unit, category)}"

    def _label(self, unit: str, category: str) -> str:
        declared = self._units.get(unit)
        if declared is None:
            return self._time_unit(unit) if unit in TIME_UNITS else unit
        labels = declared.label.get(self.lang) or next(iter(declared.label.values()))
        return labels.get(category) or labels["other"]

    def _time_unit(self, unit: str) -> str:
        """One month, without the number: CLDR has the word in every language."""
        name, lengths = f"duration-{unit}", ("long", "short")
        said = (format_unit(1, name, length, locale=self._locale) for length in lengths)  # type: ignore[arg-type]
        found = next((one for one in said if name not in one), unit)
        return found.strip(f"1 {NBSP}")


def unsigned(amount: Amount) -> Amount:
    """The size of a change, without its direction; a range that holds zero stays as it is."""
    if amount.value is not None:
        return replace(amount, value=abs(amount.value))
    low, high = amount.min_value, amount.max_value
    if low is None or high is None or high > 0:
        return amount
    return replace(amount, min_value=abs(high), max_value=abs(low))


def _way(amount: Amount) -> str | None:
    """The word for the direction of a range of changes; None where it has more than one."""
    low, high = amount.min_value, amount.max_value
    if low is not None and low > 0:
        return "change-up"
    return "change-down" if high is not None and high < 0 else None


def _is_wide(low: Decimal, high: Decimal) -> bool:
    """Whether a reader would give the low end the scale word of the high one."""
    return abs(low) < _SMALL and high >= _MILLION


def grouped_digits(size: Decimal, locale: Locale) -> str:
    """A number without a sign as a locale groups it, with the places that it was typed with."""
    # As text: 1.0 and 1 are equal as numbers.
    return _grouped(str(size), str(locale))


@lru_cache(maxsize=_REMEMBERED)
def _grouped(size: str, locale: str) -> str:
    value = Decimal(size)
    places = decimal_places(value)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    with localcontext(prec=MOST_DIGITS):
        return format_decimal(value, format=pattern, locale=locale)


@lru_cache(maxsize=_REMEMBERED)
def _formatted(day: date, pattern: str, locale: str) -> str:
    """A day as a pattern writes it; a site says the same days and numbers again and again."""
    return format_date(day, format=pattern, locale=locale)


def decimal_places(value: Decimal) -> int:
    """How many decimal places a number was typed with."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"{value} is no finite number")  # noqa: TRY004 - the value is wrong
    return max(0, -exponent)
