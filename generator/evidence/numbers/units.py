"""What a number counts: money, ratios, durations, physical units, declared and other nouns.

In: tokens beside a number. Out: the unit, where its words stand, and all that it may mean. Declared
nouns are those of `nouns`; nothing is guessed from a number's size. 410 pence are 4.10 pounds by
definition; which currency a cent is of, the text must say to the rules on units.
"""

from collections.abc import Iterator, Sequence

from generator.evidence.lexicon.lemmas import is_base_form
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.measures import FoundUnit, find_measure
from generator.evidence.numbers.money import find_money_after
from generator.evidence.numbers.nouns import Nouns, hyphenated_end
from generator.evidence.text.tokens import Token, is_glued

_REACH = 4


def find_unit_after(
    tokens: Sequence[Token], index: int, lexicon: Lexicon, nouns: Nouns
) -> FoundUnit | None:
    """The unit that the words from `index` on name for the number before them."""
    if index >= len(tokens):
        return None
    first = index + (tokens[index].text == "-" and is_glued(tokens, index))
    exact = find_measure(tokens, first, lexicon) or find_money_after(tokens, first, lexicon)
    # A noun that the briefing declares is its unit, whatever the language has for the word.
    declared = nouns.whole(tokens, first, lexicon)
    if declared and (exact is None or declared[1] >= exact.last):
        return FoundUnit(declared[0], "declared", first, declared[1])
    return exact or _find_noun(tokens, first, lexicon, nouns)


def _find_noun(
    tokens: Sequence[Token], index: int, lexicon: Lexicon, nouns: Nouns
) -> FoundUnit | None:
    """A declared noun within reach, else the noun that follows at once."""
    adjective = lexicon.nouns.adjective
    for at in _reachable(tokens, index, lexicon):
        is_sure = tokens[at].lower not in nouns.doubtful or all(
            adjective.fullmatch(one.text) for one in tokens[index:at]
        )
        if is_sure and (found := nouns.at(tokens, at, lexicon)):
            return FoundUnit(found[0], "declared", at, found[1])
    for at in _reachable(tokens, index, lexicon):
        token = tokens[at]
        if token.lower in lexicon.nouns.between:
            continue
        if at > index and lexicon.titles.capitalised and token.text[:1].isupper():
            return None  # "18,412 watched Brackley Rovers"
        if _is_noun(token, lexicon):
            end = max(hyphenated_end(tokens, at), nouns.compound_end(tokens, at, lexicon))
            if (unit := nouns.misspelt(tokens[end - 1].lower, lexicon)) is not None:
                return FoundUnit(unit, "declared", at, end)
            return FoundUnit(_spelled(tokens[at:end]), "noun", at, end)
        if not adjective.fullmatch(token.text):
            return None
    return None


def _is_noun(token: Token, lexicon: Lexicon) -> bool:
    """A word that may be counted: it looks like a noun, and is no number and no infinitive."""
    nouns = lexicon.nouns
    if not nouns.pattern.fullmatch(token.text) or token.lower in lexicon.numerals.values:
        return False
    is_verb = bool(nouns.infinitive) and token.lower.endswith(nouns.infinitive)
    return not (is_verb and is_base_form(token.text, lexicon))


def _spelled(window: Sequence[Token]) -> str:
    return "".join(
        token.text if at == 0 or is_glued(window, at) else f" {token.text}"
        for at, token in enumerate(window)
    )


def _reachable(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Iterator[int]:
    """The next few words, up to a mark, a number or a word that ends the phrase."""
    words = 0
    for at in range(index, min(index + 2 * _REACH, len(tokens))):
        token = tokens[at]
        if token.text == "-" and is_glued(tokens, at) and is_glued(tokens, at + 1):
            continue
        if token.kind != "word" or token.lower in lexicon.nouns.stops or words == _REACH:
            return
        words += 1
        yield at


def split_rate(unit: str | None) -> tuple[str | None, str | None]:
    """What a unit counts, and for each of what: `EUR/month` is EUR for each month."""
    parts = unit.split("/") if unit else []
    return (parts[0], parts[1]) if len(parts) == 2 else (unit, None)  # noqa: PLR2004 - A/B
