"""Words that make another thing of what a figure counts: `attempted murders`, `room for 300`.

In: an article, the annotation of a figure, the words of measures. Out: the tokens of the word that
changes what is counted; none where the indicator declares that word, or nothing changes it. What a
clause's verb does to those that are counted is asked by its cue elsewhere.
"""

import functools
from collections.abc import Iterable, Sequence

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.lexicon.lemmas import forms_of
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.terms.numerals import Numeral, numeral_of
from generator.evidence.terms.scenes import Scene
from generator.evidence.text.tokens import Token, tokenize

_SHORTEST_PART = 4
"""Letters of the first part of a word written as one: `Beinahe-`, and not `Ex-`."""
_NEAR = 2
_REACH = 4
"""Tokens behind a counted noun within which its complement stands: `visitors to its website`."""

Span = tuple[int, int]


def find_changed(
    article: AnnotatedArticle, annotation: Annotation, scene: Scene, declared: frozenset[str]
) -> Span | None:
    """The word by which the figure counts something else than its noun says."""
    tokens, lexicon = article.lexed.tokens, article.lexicon
    figure = numeral_of(article, annotation)
    nouns = {one.spot.first for one in scene.governing if one.bearing == "own"}
    nouns |= {one.spot.first for one in scene.named if one.bearing == "own"} & {*figure.noun}
    for at in sorted(nouns):
        found = _modifier(tokens, at, figure, lexicon)
        if found and not _is_declared(tokens, found, declared, lexicon):
            return found
    bounds = [*_bounds(tokens, figure, lexicon), *_site(article, figure), *_part(article, figure)]
    bounds += _topic(tokens, scene, figure, lexicon)
    if nouns.isdisjoint(figure.noun):
        bounds += _attribute(tokens, figure, lexicon)
    changing = (one for one in bounds if not _is_declared(tokens, one, declared, lexicon))
    return next(changing, None)


@functools.lru_cache(maxsize=2048)
def declared_forms(words: tuple[str, ...], lexicon: Lexicon) -> frozenset[str]:
    """Every word of an indicator's words, in every form."""
    return frozenset(
        form for word in words for one in tokenize(word) for form in forms_of(one.text, lexicon)
    )


def _is_declared(
    tokens: Sequence[Token], found: Span, declared: frozenset[str], lexicon: Lexicon
) -> bool:
    """The indicator's own words have it, alone or in a compound: `unsold`, `Beinaheunfall`."""
    forms = {form for at in range(*found) for form in forms_of(tokens[at].text, lexicon)}
    return not declared.isdisjoint(forms)


def _modifier(tokens: Sequence[Token], noun: int, figure: Numeral, lexicon: Lexicon) -> Span | None:
    """A word before the noun, or the first part of it, by which it is no such thing."""
    words = lexicon.heads
    small = tokens[noun].lower
    if any(
        len(part) >= _SHORTEST_PART
        and small.startswith(part)
        and len(small) - len(part) >= _SHORTEST_PART
        for part in words.privative_parts
    ):
        return noun, noun + 1
    if noun >= _NEAR and tokens[noun - 1].text == "-":
        if tokens[noun - 2].lower in words.privative_parts:
            return noun - 2, noun
        return None
    is_counted = figure.last <= noun <= figure.last + _REACH
    first = figure.last if is_counted else max(0, noun - 1)
    for at in range(noun - 1, first - 1, -1):
        is_noun = tokens[at].text[0].isupper() and not lexicon.titles.capitalised
        if tokens[at].kind != "word" or is_noun:
            return None
        if fits_whole(words.privative, tokens[at].lower):
            return at, at + 1
    return None


def _site(article: AnnotatedArticle, figure: Numeral) -> Iterable[Span]:
    """A website is the subject of the clause: `Die Webseite des Museums zählte …`."""
    tokens, lexicon = article.lexed.tokens, article.lexicon
    first, last = article.parts.clause_of(figure.first)
    for at in range(first, min(last, figure.first - 1, first + _REACH)):
        small = tokens[at].lower
        if small in lexicon.owners.prepositions or tokens[at].kind != "word":
            return
        if at > first and fits_whole(lexicon.heads.virtual, small):
            if tokens[at + 1].lower not in lexicon.owners.sources_behind:
                yield at, at + 1
            return


def _topic(
    tokens: Sequence[Token], scene: Scene, figure: Numeral, lexicon: Lexicon
) -> Iterable[Span]:
    """The measure only says why or to what people came: `300 at the members' evening`."""
    own = [one.spot for one in scene.named if one.bearing == "own"]
    if not own or not figure.noun or len(own) > 1 or own[0].first < figure.end:
        return
    at, last = own[0].first, own[0].last
    small = lexicon.quantities.articles | lexicon.owners.belonging
    lead = at - 1
    lead -= tokens[lead].lower in small
    if tokens[lead].lower in lexicon.heads.topics and lead >= figure.end:
        yield lead, at
    is_next = last + 1 < len(tokens) and tokens[last + 1].text.islower()
    if is_next and tokens[last].text == "'" and tokens[last].start == tokens[last - 1].end:
        yield last + 1, last + 2


def _part(article: AnnotatedArticle, figure: Numeral) -> Iterable[Span]:
    """One thing alone brings the figure: `allein mit Zubehör`, `from accessories alone`."""
    tokens, lexicon = article.lexed.tokens, article.lexicon
    words, (first, last) = lexicon.heads, article.parts.clause_of(figure.first)
    at = next((one for one in range(first, last) if tokens[one].lower in words.alone), None)
    if at is None:
        return
    if not lexicon.nouns.closed_compounds:
        near = range(max(first, at - _REACH), at)
        lead = next((one for one in near if tokens[one].lower in words.means), None)
        if lead is not None and lead + 1 < at:
            yield lead + 1, at
        return
    near = range(at + 1, min(at + 1 + _NEAR, last - 1))
    lead = next((one for one in near if tokens[one].lower in words.means), None)
    if lead is not None and tokens[lead + 1].kind == "word":
        yield lead + 1, lead + 2


def _attribute(tokens: Sequence[Token], figure: Numeral, lexicon: Lexicon) -> Iterable[Span]:
    """The participle of an attribute around the figure: `ein auf 2 Mio. versichertes Bild`."""
    if not lexicon.nouns.closed_compounds or figure.first < _NEAR or figure.end >= len(tokens):
        return
    article, leading = (tokens[at].lower for at in (figure.first - 2, figure.first - 1))
    told, small = tokens[figure.end], tokens[figure.end].lower
    owners = lexicon.owners
    if article not in lexicon.quantities.articles or leading not in owners.prepositions:
        return
    if told.kind == "word" and told.text.islower() and small not in owners.prepositions:
        yield figure.end, figure.end + 1


def _bounds(tokens: Sequence[Token], figure: Numeral, lexicon: Lexicon) -> Iterable[Span]:
    """What stands around the figure: room before it, a limit or a website behind it."""
    words = lexicon.heads
    if room := words.rooms.before(tokens, figure.first):
        yield room[1], figure.first
    end = figure.end
    while end < len(tokens) and tokens[end].text == "-":
        end += 1
    if end < len(tokens) and tokens[end].lower in words.limits:
        yield end, end + 1
    if not figure.noun or end >= len(tokens) or tokens[end].kind != "word":
        return
    owners, quantities = lexicon.owners, lexicon.quantities
    if tokens[end].lower not in owners.prepositions | owners.possessives:
        return
    for at in range(end + 1, min(end + 1 + _REACH, len(tokens))):
        if fits_whole(words.virtual, tokens[at].lower):
            yield at, at + 1
            return
        if tokens[at].kind != "word" or (
            at > end + 1 and tokens[at].lower in owners.prepositions | quantities.cuts
        ):
            return
