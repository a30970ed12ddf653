"""A number as typed becomes a decimal; the German, English or worded way becomes a hint.

In: the text of a value. Out: a `Decimal` that keeps its digits and exponent (`109e9`, `9.00`), or
`RefusedError` with the smallest edit. It never goes through a binary float and never guesses.
"""

import re
from decimal import Decimal

from generator.reading.errors import RefusedError
from generator.reading.values.units import hint_unit
from generator.text import shown

NUMBER = r"-?(0|[1-9][0-9]*(_?[0-9])*)(\.[0-9]+)?(e[0-9]{1,2})?"
_NUMBER = re.compile(NUMBER)
_MOST_DIGITS = 15
_MOST = Decimal(10) ** 18
FORMS = "write a plain number such as 109e9, 350_000, -30 or 3.885"
_SCALES = {
    **dict.fromkeys(("thousand", "tausend", "duizend", "tsd", "k"), 3),
    **dict.fromkeys(("million", "millionen", "miljoen", "mio", "mln", "mn", "m"), 6),
    **dict.fromkeys(("milliarde", "miljard", "mrd", "mld", "billion", "bn", "b"), 9),
    **dict.fromkeys(("trillion", "tn"), 12),
}
"""Powers of ten of scale words that editors paste; for hints only. `Billion` is English here."""
_WORDED = re.compile(
    r"(?P<before>[^\d.,+\-−]{0,5})(?P<sign>[+\-−]?)\s?"
    r"(?P<number>[.,]?\d[\d.,'’_ \u00a0\u202f]*)\s*(?P<after>\D{0,30})"
)
_POWER = re.compile(r"(?P<number>\d[\d.,]*)(?P<power>e\d{1,2})", re.IGNORECASE)
_RANGE = re.compile(r"(\d[\d._]*(?:e\d+)?)\s*(?:-|–|to|bis|tot)\s*(\d[\d._]*(?:e\d+)?)")
_COMMENTED = re.compile(r"(?P<number>\S+?)(?://+|\s+//+|#)\s*(?P<words>.*)")


def parse_number(text: object) -> Decimal:
    """The decimal that a text states.

    Raises:
        RefusedError: no number of the plain form, too many digits, or beyond 10^18.
    """
    if not isinstance(text, str):
        raise RefusedError("wants a number, but a list or mapping stands here", FORMS)
    if not _NUMBER.fullmatch(text):
        raise RefusedError("is no number", number_hint(text))
    value = Decimal(text)
    digits = len("".join(map(str, value.as_tuple().digits)).strip("0"))
    if digits > _MOST_DIGITS:
        hint = "round it, and hedge: about, if the source is no more precise"
        raise RefusedError(
            f"has {digits} significant digits; {_MOST_DIGITS} can be shown exactly", hint
        )
    if abs(value) > _MOST:
        raise RefusedError("is beyond 10^18", "state it in a larger unit")
    return value


def number_hint(text: str) -> str:
    """The smallest edit that turns what was typed into a number, if there is one."""
    text = text.strip()
    if found := _COMMENTED.fullmatch(text):
        hint = f"write {found['number']} # {shown(found['words'], 40)}".rstrip()
        return f"{hint}: a comment begins with a space and #"
    if found := re.fullmatch(r"(?P<value>-?[\d_.]+e\d{1,2})\s+(?P<unit>[^\d\s]+)", text):
        return f"write {found['value']}{_and_unit(found['unit'])}"
    if _NUMBER.fullmatch(bare := text.rstrip(")]}")) and bare != text:
        return f"write {bare}"  # a bracket was left over
    return _number_hint(text)


def _number_hint(text: str) -> str:
    if found := _RANGE.fullmatch(text):
        return f"for a range write min_value: {found[1]} and max_value: {found[2]}"
    if text[:1] in "<>~≈≥≤" and len(text) > 1:
        return f"write the bare number, and the rest as hedge: {_hedge(text[0])}"
    if _NUMBER.fullmatch(bare := text.lower().replace("e+", "e")):
        return f"write {bare}"
    if power := _POWER.fullmatch(text):
        number = _canonical(power["number"])
        return (
            f"write {number.replace('|', power['power'] + ' or ')}{power['power']}".lower()
            if number
            else FORMS
        )
    found = _WORDED.fullmatch(text)
    number = _canonical(found["number"].strip()) if found else None
    if not found or not number or re.search(r"\de", text):
        return FORMS
    sign = "-" if found["sign"] in {"-", "−"} else ""
    words = found["after"].replace(".", " ").split()
    scale = _scale(words[0]) if words else None
    unit = " ".join(words[1:] if scale else words) or found["before"].strip()
    return (
        f"write {sign}{number.replace('|', (scale or '') + ' or ')}{scale or ''}{_and_unit(unit)}"
    )


def _and_unit(unit: str) -> str:
    if not unit:
        return ""
    known = hint_unit(unit)
    return f" and unit: {known}" if known else " and its unit behind unit:"


def _hedge(sign: str) -> str:
    return {"<": "under", ">": "over", "≥": "at-least", "≤": "at-most"}.get(sign, "about")


def _scale(word: str) -> str | None:
    bare = word.lower()
    power = _SCALES.get(bare) or _SCALES.get(bare.removesuffix("n")) or _SCALES.get(bare[:-1])
    return f"e{power}" if power else None


def _canonical(typed: str) -> str | None:
    """The number in our form, `A|B` where the comma or point may mean two things."""
    bare = re.sub(r"(?<=\d)['’ \u00a0\u202f](?=\d{3}(\D|$))", "_", typed)
    if re.fullmatch(r"[1-9]\d{0,2},000", bare):
        return bare.replace(",", "_")  # nobody writes a decimal comma and three noughts
    if re.fullmatch(r"[1-9]\d{0,2}[,.]\d{3}", bare):
        return f"{re.sub('[,.]', '_', bare)}|{bare.replace(',', '.')}"
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", bare):
        bare = bare.replace(".", "_").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", bare):
        bare = bare.replace(",", "_")
    bare = re.sub(r"^0+(?=\d)", "", bare.replace(",", ".")).rstrip(".")
    bare = f"0{bare}" if bare.startswith(".") else bare
    return bare if _NUMBER.fullmatch(bare) else None
