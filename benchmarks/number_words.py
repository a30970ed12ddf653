"""Read numbers back that num2words spells, in the spellings that people give them.

Comes in: how many spellings a language, and a seed. Goes out: a line a language: how many were
read, how many wrongly (the first are printed), how many with a doubt that a person must settle.
Ends with 1 where one was read wrongly.

    python benchmarks/number_words.py --count 100000
"""

import argparse
import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a checkout that is not installed is measured all the same

from num2words import num2words

from generator.evidence.annotate import annotate

LARGEST = 10**9
_SHOWN = 20
"""So many that are read wrongly are printed."""
FORMS = {
    "de": ("Sie zahlten {} Euro.", "Es waren {} Prozent.", "{} Menschen kamen.", "Rund {} Autos."),
    "nl": ("Ze betaalden {} euro.", "Het was {} procent.", "{} mensen kwamen.", "Zo'n {} auto's."),
    "en": ("They paid {} euros.", "It was {} percent.", "{} people came.", "About {} cars."),
}
"""Sentences around a number; the first two take a one and a nought as well."""


def spell_german(number: int) -> Iterator[str]:
    """As num2words has it, with gaps, `und`, commas, Swiss letters and letters without dots."""
    word = num2words(number, lang="de")
    yield word
    word = word.replace("einstausend", "eintausend")
    swiss = word.replace("ß", "ss")
    yield from (word, swiss, swiss.replace("ü", "ue").replace("ö", "oe"))
    yield word.replace("tausend", "tausend ").strip()
    yield re.sub(r"tausend(?=\w)", "tausendund", word)
    yield re.sub(r"tausend(?=\w)", "tausend und ", word)
    yield re.sub(r"hundert(?!tausend\b)(?=[^\s])(?!tausend)", "hundertund", word)
    yield from (re.sub(r"(Million(?:en)?) ", rf"\1{gap}", word) for gap in (", ", " und "))
    yield word.replace("einhundert", "hundert")
    yield re.sub(r"^eintausend", "tausend", word)
    yield re.sub(r" ?(tausend|hundert) ?", r" \1 ", word).replace("  ", " ").strip()
    yield from (f"{head}hundert{rest}" for head, rest in _hundreds(number, "de"))


def spell_dutch(number: int) -> Iterator[str]:
    """The same, with `en`, and without accents and the diaeresis."""
    word = num2words(number, lang="nl")
    plain = word.replace("é", "e")
    yield from (word, plain, plain.replace("ë", "e"))
    yield from (one.replace("duizend", "duizend ").strip() for one in (word, plain))
    yield re.sub(r"duizend(?=\w)", "duizenden", word)
    yield re.sub(r"duizend(?=\w)", "duizend en ", word)
    yield re.sub(r"honderd(?!duizend)(?=\w)", "honderden", word)
    yield re.sub(r"^een ", "één ", word)
    yield from (re.sub(r"(miljoen|miljard) ", rf"\1{gap}", word) for gap in (", ", " en "))
    yield re.sub(r" ?(duizend|honderd) ?", r" \1 ", word).replace("  ", " ").strip()
    yield from (f"{head}honderd{rest}" for head, rest in _hundreds(number, "nl"))


def spell_english(number: int) -> Iterator[str]:
    """With and without `and`, commas and hyphens, with `a`, and in hundreds."""
    word = num2words(number, lang="en")
    bare = word.replace(",", "")
    american = bare.replace(" and ", " ")
    yield from (word, word.replace(" and ", " "), bare, american, american.replace("-", " "))
    yield from (bare.replace("-", " "), bare.replace(" ", "-"))
    yield re.sub(r"(thousand|million),? (?!and)", r"\1 and ", word)
    if word.startswith("one "):
        yield from (f"a{one[3:]}" for one in (word, bare, american))
    for head, rest in _hundreds(number, "en"):
        yield from (
            f"{head} hundred{gap}{rest}".rstrip(" -") for gap in (" and " * bool(rest), " ")
        )


def _hundreds(number: int, lang: str) -> Iterator[tuple[str, str]]:
    """The hundreds of `fifteen hundred and two`, and the rest."""
    hundreds, rest = divmod(number, 100)
    if hundreds in range(11, 100) and hundreds % 10:
        yield (
            num2words(hundreds, lang=lang).replace("é", "e"),
            num2words(rest, lang=lang) * bool(rest),
        )


SPELLINGS: Mapping[str, Callable[[int], Iterator[str]]] = {
    "de": spell_german,
    "nl": spell_dutch,
    "en": spell_english,
}


def pick(dice: random.Random) -> int:
    """A number of any length, many of them round."""
    kind = dice.randrange(4)
    if kind == 0:
        return dice.randrange(LARGEST + 1)
    if kind == 1:
        return int(10 ** dice.uniform(0, 9))
    if kind == 2:  # noqa: PLR2004 - years, hundreds and what is below
        return dice.randrange(10_000)
    return sum(dice.randrange(10) * 10**power for power in range(9) if dice.random() < 0.4)  # noqa: PLR2004


def sentence_of(number: int, spelling: str, lang: str, dice: random.Random) -> str:
    """A sentence with the number in words; its first letter is a capital."""
    forms = FORMS[lang] if number > 1 else FORMS[lang][:2]
    text = dice.choice(forms).format(spelling)
    return text[0].upper() + text[1:]


def read(text: str, lang: str) -> tuple[list[Decimal | None], bool]:
    """The values of all that is found, and whether something is in doubt."""
    found = annotate.__wrapped__(text, lang, ()).annotations
    return [one.mention.value for one in found], any(one.ambiguity for one in found)


def measure(lang: str, count: int, seed: int) -> int:
    """How many of the spellings of a language are read wrongly."""
    dice, total, wrong, doubted = random.Random(seed), 0, 0, 0  # noqa: S311 - the same every time
    begun = time.process_time()
    while total < count:
        number = pick(dice)
        for spelling in dict.fromkeys(SPELLINGS[lang](number)):
            text = sentence_of(number, spelling, lang, dice)
            values, is_doubted = read(text, lang)
            total, doubted = total + 1, doubted + is_doubted
            if values != [number]:
                wrong += 1
                if wrong <= _SHOWN:
                    print(f"{lang} {number}: {text} -> {[str(value) for value in values]}")
    took = time.process_time() - begun
    print(f"{lang} {total} spellings, {wrong} wrong, {doubted} in doubt, {took:.0f} processor s")
    return wrong


def main() -> None:
    """Measure every language."""
    parser = argparse.ArgumentParser(description="Read number words back.")
    parser.add_argument("--count", type=int, default=10_000, help="a language (default: 10000)")
    parser.add_argument("--seed", type=int, default=7, help="of the numbers (default: 7)")
    options = parser.parse_args()
    wrong = sum(measure(lang, options.count, options.seed) for lang in SPELLINGS)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
