"""Units in which a new text measures and that nobody has declared yet.

In: the text, its language, the units there are. Out: by its id the line of each, as the file of
indicators has it: its word as the text writes it, its label in the language of the site.
"""

from collections.abc import Mapping

from babel.core import UnknownLocaleError
from babel.units import UnknownUnitError, format_unit

from generator.cli.adding.facts_yaml import quoted_text
from generator.evidence import base_form, measures_of
from generator.model import Unit
from generator.reading import is_id, kebab

INDICATORS = "seeds/indicators.yaml"
_SHORTEST = 3
"""Letters of a code that is a word; a shorter one is a symbol."""
_FEW = 2


def new_units(text: str, lang: str, units: Mapping[str, Unit], label: str) -> Mapping[str, str]:
    """By its id the line of each measure that a figure of the text has and that is not declared.

    What is counted is none: whether a noun is a unit shows only when somebody decides the figure.
    """
    found: dict[str, str] = {}
    for code, said in measures_of(text, lang, units):
        is_word = is_id(code) and len(code) >= _SHORTEST
        *first, last = said.split()
        word = said if said == code else " ".join((*first, base_form(last, lang)))
        name = code if is_word else kebab(word)
        if last.isalpha() and is_id(name) and name not in units:
            own = (word, said) if lang.partition("-")[0] == label else (name, name)
            one, other = map(quoted_text, (_forms(code, label) if is_word else None) or own)
            words = f"{{{lang.partition('-')[0]}: [{quoted_text(word)}]}}"
            labels = f"{{{label}: {{one: {one}, other: {other}}}}}"
            found.setdefault(name, f"{name}: {{label: {labels}, words: {words}}}")
    return found


def _forms(code: str, language: str) -> tuple[str, str] | None:
    """Singular and plural as the locale data has them; None where it has no such unit."""
    try:
        one, other = (str(format_unit(count, code, locale=language)) for count in (1, _FEW))
    except (UnknownUnitError, UnknownLocaleError, ValueError):
        return None
    names = one.lstrip("1 \u00a0"), other.lstrip("2 \u00a0")
    return names if all(name and not name[0].isdigit() for name in names) else None
