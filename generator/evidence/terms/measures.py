"""The words of measures in a text: those of an indicator, those of others, those of neither.

In: all indicators of a briefing, a lexicon with its list of measures, tokens. Out: spots, each with
its bearing on one indicator. It does not say which of them a figure belongs to.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.lexicon.lemmas import forms_of, is_participle
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.directions import direction_of
from generator.evidence.terms.vocabulary import Spot, Term, Vocabulary, compile_terms
from generator.evidence.text.tokens import Token, tokenize
from generator.model import Indicator, Nomenclature

Bearing = Literal["own", "negative", "other", "near", "thing"]
"""Of the indicator; of it below zero; of another measure; of its group, which says nothing; of what
is counted, which says something only as the noun of a figure."""
_GROUP = "@"
"""Begins the name of a group of the lexicon's own list."""
_SHORTEST_PART = 5
"""Letters of a word of the list that is known as a part of a compound."""

_REACH_OF_KIND = 8
"""Tokens behind a measure within which a phrase says its kind."""


@dataclass(frozen=True, slots=True)
class Named:
    """A spot, and what it says of one indicator's facts."""

    spot: Spot
    bearing: Bearing


# Equal to itself alone: made once a briefing, indicator and language.
@dataclass(frozen=True, eq=False, slots=True)
class Measures:
    """Words of all measures, as one indicator sees them."""

    indicator: str
    groups: frozenset[str]
    """The groups of the list that hold a word of the indicator."""
    vocabulary: Vocabulary
    twins: frozenset[str] = frozenset()
    """Of a change, the indicators that have all of its words, and more: they name its level."""
    kinds: frozenset[str] = frozenset()
    """The kinds that its words name: of `Warmmiete` that with heating."""

    def find(self, article: AnnotatedArticle, first: int, last: int) -> Sequence[Named]:
        """What the article's tokens from `first` to before `last` name."""
        key = (self, first, last)
        return article.once(key, lambda: tuple(self._find(article, first, last)))

    def _find(self, article: AnnotatedArticle, first: int, last: int) -> Iterator[Named]:
        tokens, rates = article.lexed.tokens, self.vocabulary.lexicon.quantities.per
        key = (self.vocabulary, first, last)
        spots = article.once(key, lambda: tuple(self.vocabulary.find(tokens, first, last)))
        for spot in spots:
            is_rate = spot.first > 0 and tokens[spot.first - 1].lower in rates
            is_surname = not self.is_declared(spot) and _is_in_name(tokens, spot, self.vocabulary)
            is_part = not self.is_declared(spot) and _is_in_attribute(article, spot)
            if is_rate or is_surname or is_part or _is_currency_of_figure(article, spot):
                continue
            bearing = self._bearing(spot, tokens)
            if bearing and self._is_own_phrase(bearing, spot, tokens):
                bearing = "own"
            if self.kinds and bearing in {"own", "near"}:
                bearing = self._of_kind(bearing, spot, tokens)
            if bearing:
                yield Named(spot, bearing)

    def _of_kind(self, bearing: Bearing, spot: Spot, tokens: Sequence[Token]) -> Bearing:
        """Another kind is another measure: `Kaltmiete`, `a profit of 5 million before tax`."""
        words = [one.lower for one in tokens[max(0, spot.first - 1) : spot.last]]
        if spot.first > 2 and tokens[spot.first - 2].text == "-":  # noqa: PLR2004 - "pre-tax profit"
            words.append(f"{tokens[spot.first - 3].lower}-{tokens[spot.first - 1].lower}")
        behind = [one.lower for one in tokens[spot.last : spot.last + _REACH_OF_KIND]]
        found = kinds_in(words, behind, self.vocabulary.lexicon)
        sets = {_set_of(kind) for kind in self.kinds}
        if any(kind not in self.kinds and _set_of(kind) in sets for kind in found):
            return "other"
        return "own" if bearing == "near" and found and found <= self.kinds else bearing

    def _is_own_phrase(self, bearing: Bearing, spot: Spot, tokens: Sequence[Token]) -> bool:
        """The indicator has one of its words, `plaats aan`, or each of them: `interest rate`."""
        if spot.last == spot.first + 1 or bearing not in {"near", "other"}:
            return False
        own = [self._is_own_word(tokens[at].text) for at in range(spot.first, spot.last)]
        if bearing == "near" or self.is_deed(spot):
            return any(own)
        return all(own) and not self.is_declared(spot)

    def _is_own_word(self, text: str) -> bool:
        phrases, lexicon = self.vocabulary.phrases, self.vocabulary.lexicon
        alike = (one for form in forms_of(text, lexicon) for one in phrases.get(form, ()))
        return any(len(one.words) == 1 and self.indicator in one.owners for one in alike)

    def is_deed(self, spot: Spot) -> bool:
        """It says what happens to what is counted: `arrested`, `holds`."""
        return _are_deeds(spot.owners, self.vocabulary.lexicon)

    def is_declared(self, spot: Spot) -> bool:
        """An indicator of the briefing names it, and not the list alone."""
        return _are_declared(spot.owners)

    def _bearing(self, spot: Spot, tokens: Sequence[Token]) -> Bearing | None:
        if self.indicator in spot.owners:
            return "own"
        owners, lexicon = spot.owners, self.vocabulary.lexicon
        if spot.is_modifier:
            # A Kursleiter is no price: of the list only what moves is one, as in Kursanstieg.
            declared = frozenset(one for one in owners if not one.startswith(_GROUP))
            moves = direction_of(tokens[spot.first].lower, lexicon) is not None
            owners = owners if moves else declared
        if not owners:
            return None
        others = owners - self.groups - self.twins
        if not others:
            return "near"
        is_group = all(one.startswith(_GROUP) for one in others)
        if is_group and owners & self.groups:
            return "near"
        if not others.isdisjoint(f"{_GROUP}{name}" for name in lexicon.quantities.things):
            return "thing"
        return "negative" if self._is_negative(others, lexicon) else "other"

    def _is_negative(self, others: frozenset[str], lexicon: Lexicon) -> bool:
        """Whether all that the word names is this measure below zero."""
        negatives = lexicon.quantities.negatives
        return all(
            not self.groups.isdisjoint(
                f"{_GROUP}{name}" for name in negatives.get(one.removeprefix(_GROUP), ())
            )
            for one in others
        )


def kinds_in(words: Sequence[str], behind: Sequence[str], lexicon: Lexicon) -> frozenset[str]:
    """The kinds that words say, by their beginnings, or phrases behind them: `before tax`."""
    is_closed, said = lexicon.nouns.closed_compounds, f" {' '.join((*words, *behind))} "
    return frozenset(
        kind
        for kind, phrases in lexicon.quantities.kinds.items()
        for phrase in phrases
        if (
            f" {phrase} " in said
            if " " in phrase
            else any(one.startswith(phrase) if is_closed else one == phrase for one in words)
        )
    )


def _set_of(kind: str) -> str:
    """The set of kinds of which one leaves out the others: `net-before`, `net-after`."""
    return kind.partition("-")[0]


def _is_in_name(tokens: Sequence[Token], spot: Spot, vocabulary: Vocabulary) -> bool:
    """It has a capital beside another one, where nouns have none: `Tom Price`."""
    token, before = tokens[spot.first], tokens[spot.first - 1] if spot.first else None
    is_alone = spot.last == spot.first + 1 and vocabulary.lexicon.titles.capitalised
    is_named = before is not None and before.kind == "word" and before.text.istitle()
    return is_alone and is_named and token.text.istitle()


def _is_in_attribute(article: AnnotatedArticle, spot: Spot) -> bool:
    """It is the first part of a participle: `a rain-soaked park`."""
    tokens, at = article.lexed.tokens, spot.last
    if at + 1 >= len(tokens) or tokens[at].text != "-":
        return False
    is_one = tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
    return is_one and is_participle(tokens[at + 1].text, article.lexicon)


def _is_currency_of_figure(article: AnnotatedArticle, spot: Spot) -> bool:
    """The euro of `5 million euros` is no measure; the one that lost 5 per cent is."""
    tokens = article.lexed.tokens
    if (tokens[spot.first].lower,) not in article.lexicon.money.words.meanings:
        return False
    start, end = article.folded.span(tokens[spot.first].start, tokens[spot.last - 1].end)
    near = (one for one in article.annotations if one.unit is not None)
    return any(one.unit[0] <= start and end <= one.unit[1] for one in near if one.unit)


def words_of(indicator: Indicator, lexicon: Lexicon, lang: str) -> tuple[str, ...]:
    """The indicator's words in the language of an article; `de-CH` has those of `de`.

    A number or an article names no measure, whoever declares it.
    """
    return tuple(word for word in _typed(indicator, lang) if _is_telling(word, lexicon))


def _typed(indicator: Indicator, lang: str) -> tuple[str, ...]:
    return indicator.words.get(lang) or indicator.words.get(lang.partition("-")[0]) or ()


def _is_telling(word: str, lexicon: Lexicon) -> bool:
    small, owners, words = word.lower(), lexicon.owners, lexicon.quantities
    is_small = small in owners.prepositions or small in owners.pronouns
    is_small = is_small or small in words.articles or small in words.cuts or small in words.links
    is_number = small in lexicon.numerals.values or small in lexicon.scales.words
    return not (is_small or is_number or (small,) in lexicon.measures.names.meanings)


@functools.lru_cache(maxsize=4096)
def _are_deeds(owners: frozenset[str], lexicon: Lexicon) -> bool:
    return any(one.removeprefix(_GROUP) in lexicon.quantities.deeds for one in owners)


@functools.lru_cache(maxsize=4096)
def _are_declared(owners: frozenset[str]) -> bool:
    return any(not one.startswith(_GROUP) for one in owners)


def measures_of(
    indicator: Indicator, named: Nomenclature, lexicon: Lexicon, lang: str
) -> Measures | None:
    """How the indicator sees the words of measures; None where it has none of its own."""
    typed = _typed(indicator, lang)
    if not typed:
        return None
    is_change = indicator.kind == "change"
    return _measures(indicator.id, typed, named, lexicon, lang, is_change=is_change)


@functools.lru_cache(maxsize=512)
def _measures(
    indicator: str,
    typed: tuple[str, ...],
    named: Nomenclature,
    lexicon: Lexicon,
    lang: str,
    *,
    is_change: bool,
) -> Measures | None:
    words = tuple(word for word in typed if _is_telling(word, lexicon))
    if not words:
        return None
    listed = named.indicators.get(indicator)
    is_known = listed is not None and _typed(listed, lang) == typed
    vocabulary = _vocabulary(None if is_known else (indicator, words), named, lexicon, lang)
    phrases = [tokenize(word) for word in words]
    groups = {
        owner
        for phrase in phrases
        for spot in _list_of(lexicon).find(phrase, 0, len(phrase))
        for owner in spot.owners
        if not spot.is_modifier
    }
    kinds = {
        kind for phrase in phrases for kind in kinds_in([one.lower for one in phrase], [], lexicon)
    }
    twins = {
        name
        for name, one in named.indicators.items()
        if is_change and one.kind != "change" and {*words} < {*words_of(one, lexicon, lang)}
    }
    return Measures(indicator, frozenset(groups), vocabulary, frozenset(twins), frozenset(kinds))


@functools.lru_cache(maxsize=64)
def _vocabulary(
    other: tuple[str, tuple[str, ...]] | None, named: Nomenclature, lexicon: Lexicon, lang: str
) -> Vocabulary:
    """The words of all indicators, of one that is not among them, and those of the list."""
    declared = {one.id: words_of(one, lexicon, lang) for one in named.indicators.values()}
    declared |= dict([other]) if other else {}
    terms = [Term(word, name) for name, typed in declared.items() for word in typed]
    return compile_terms([*terms, *_listed(lexicon)], lexicon)


@functools.lru_cache(maxsize=16)
def _list_of(lexicon: Lexicon) -> Vocabulary:
    return compile_terms(_listed(lexicon), lexicon)


def _listed(lexicon: Lexicon) -> list[Term]:
    """The words of the list, and idioms without an owner."""
    quantities = lexicon.quantities
    found = [
        Term(word, f"{_GROUP}{group}", _SHORTEST_PART)
        for group, words in quantities.words.items()
        for word in words
    ]
    return [*found, *(Term(idiom, "") for idiom in quantities.idioms)]
