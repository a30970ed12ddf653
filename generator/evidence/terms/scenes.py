"""The scene of a figure: the words of measures in its sentence, and those that it belongs to.

In: an article, an annotation, the words of measures as an indicator sees them. Out: a `Scene`, kept
with the article. Words that are said of another figure, a whole or a duration are left out.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.lexicon.lemmas import forms_of
from generator.evidence.quotes.locate import sentence_around, words_between
from generator.evidence.terms.governing import Sentence
from generator.evidence.terms.measures import Measures, Named
from generator.evidence.terms.numerals import Numeral, numeral_of, numerals_in
from generator.evidence.terms.parts import phrase_end, whole_around
from generator.evidence.terms.vocabulary import Spot
from generator.model import AHEAD, SPEAKERS

_FARTHEST_WHOLE = 3


@dataclass(frozen=True, slots=True)
class Scene:
    """The words of measures in the figure's sentence, and those that the figure belongs to."""

    named: tuple[Named, ...]
    governing: tuple[Named, ...]


def scene_in(
    article: AnnotatedArticle, annotation: Annotation, measures: Measures, *, is_told: bool
) -> Scene:
    """What the figure's sentence names; told: a unit is declared for the noun that it counts."""
    key = (scene_in, measures, annotation.core, is_told)
    return article.once(key, lambda: _scene_of(article, annotation, measures, is_told=is_told))


def _scene_of(
    article: AnnotatedArticle, annotation: Annotation, measures: Measures, *, is_told: bool
) -> Scene:
    first, last = sentence_around(article, annotation)
    own = numeral_of(article, annotation)
    found = list(measures.find(article, first, last))
    counted = [one for one in found if one.bearing != "own" and one.spot.first in own.noun]
    named = [one for one in found if one.bearing != "thing" and not (one in counted and is_told)]
    figures = numerals_in(article, first, last)
    spots = [one.spot for one in named]
    tokens, clause = article.lexed.tokens, article.parts.clause
    sentence = Sentence(tokens, clause, article.lexicon, figures, spots)
    if away := [one for one in named if len(figures) > 1 and sentence.is_elsewhere(own, one.spot)]:
        # Who had expected a figure, or says it, is the subject of the clause and no other measure.
        is_said = _is_said(article, own.first)
        away = [one for one in away if one.spot.first > own.first or not is_said]
        named = [one for one in named if one not in away]
        sentence = replace(sentence, spots=[one.spot for one in named])
    named = _of_part(article, annotation, range(first, last), named)
    named = [
        one
        for one in named
        if not sentence.is_left_out(own, one.spot)
        and not (one.bearing == "own" and sentence.is_counted_elsewhere(own, one.spot))
        and not (measures.is_deed(one.spot) and _is_doer(sentence, own, one.spot))
        and not (one.bearing != "own" and _is_aside(annotation, sentence, own, one, named))
        and not (one.bearing == "other" and _is_price_of_own(sentence, own, one.spot, named))
    ]
    sentence = replace(sentence, spots=[one.spot for one in named])
    return Scene(tuple(named), _chosen(measures, sentence, own, (found, named), is_told=is_told))


def _chosen(
    measures: Measures,
    sentence: Sentence,
    own: Numeral,
    words: tuple[list[Named], list[Named]],
    *,
    is_told: bool,
) -> tuple[Named, ...]:
    """Of all words of measures, and of those in the figure's way, the ones that it belongs to."""
    found, named = words
    if shared := _shared(measures, sentence, own, found):
        return tuple(shared)
    if deeds := _deeds(measures, sentence, own, named):
        return tuple(deeds)
    if nouns := [one for one in named if _is_own_noun(one, own, is_told=is_told)]:
        return tuple(nouns)
    telling = {one.bearing for one in named} - {"near"}
    counted = [one for one in found if one.bearing != "own" and one.spot.first in own.noun]
    if telling == {"own"} and not counted:  # most sentences speak of one measure
        return tuple(one for one in named if one.bearing == "own")
    chosen = sentence.governing(own)
    # 300 employees in 12 shops are no shops: the word has a figure of its own.
    if counted and not is_told and all(sentence.is_taken(own, one) for one in chosen):
        return tuple(replace(one, bearing="other") for one in counted)
    if not any(measures.is_declared(one) for one in chosen):
        chosen = tuple(_nearer_than_list(sentence, own, named, chosen)) or chosen
    return tuple(one for one in named if one.spot in chosen)


def _nearer_than_list(
    sentence: Sentence, own: Numeral, named: list[Named], chosen: Collection[Spot]
) -> list[Spot]:
    """Words of the indicator in the figure's clause, where those of the list are in another.

    `The queue is long: 260 children wait for a place`.
    """
    here = sentence.clause[own.first]
    if any(sentence.clause[one.first] == here for one in chosen):
        return []
    ours = (one.spot for one in named if one.bearing == "own")
    return [one for one in ours if sentence.clause[one.first] == here and one.first not in own.noun]


def _of_part(
    article: AnnotatedArticle, annotation: Annotation, sentence: range, named: list[Named]
) -> list[Named]:
    """Of a part, what is said of its whole alone is no measure: `of the 47 who died, 19 cycled`."""
    figure = annotation.figure
    whole = whole_around(article, sentence, figure) if figure else None
    if whole is None or whole.whole_of is None:
        return named
    phrase = range(whole.first, phrase_end(article, whole, whole.whole_of))
    rest = [one for one in named if one.spot.first not in phrase]
    return rest if any(one.bearing == "own" for one in rest) else named


def _is_aside(
    annotation: Annotation, sentence: Sentence, own: Numeral, one: Named, named: Iterable[Named]
) -> bool:
    """Another word that the figure passes over: it is said of a whole or a duration."""
    if annotation.mention.kind == "duration":
        return _is_idle(sentence, own, one.spot)
    ours = (other.spot for other in named if other.bearing == "own")
    is_share = annotation.mention.unit == "%"
    return is_share and any(
        _is_whole(sentence, own, one.spot, spot) or _is_scale(sentence, own, one.spot, spot)
        for spot in ours
    )


def _is_own_noun(named: Named, own: Numeral, *, is_told: bool) -> bool:
    """A word of the indicator is what the figure counts, or has its unit: `five abstentions`."""
    is_counted = is_told and named.spot.first in own.noun
    return named.bearing == "own" and (is_counted or _is_within(own, named.spot))


def _is_within(own: Numeral, spot: Spot) -> bool:
    """A word of the indicator has the figure's unit in it: `per cent of the year group`."""
    return own.first < spot.first < own.last and spot.last > spot.first + 1


def _deeds(
    measures: Measures, sentence: Sentence, own: Numeral, named: Iterable[Named]
) -> list[Named]:
    """What is done to those whom the figure counts, where only their noun is the indicator's."""
    ours = [one for one in named if one.bearing == "own"]
    if not ours or not all(one.spot.first in own.noun for one in ours):
        return []
    here = sentence.clause[own.first]
    return [
        one
        for one in named
        if one.bearing == "other"
        and (measures.is_deed(one.spot) or _is_declared_verb(measures, sentence, one.spot))
        and sentence.clause[one.spot.first] == here
        and not sentence.is_taken(own, one.spot)
        and not sentence.is_of_another_subject(own, one.spot)
        and not _is_attribute(sentence, own, one.spot)
    ]


def _is_attribute(sentence: Sentence, figure: Numeral, spot: Spot) -> bool:
    """A participle of the noun behind it: `340 meldingen van gestolen fietsen`."""
    tokens, words = sentence.tokens, sentence.lexicon
    is_behind = figure.end == spot.first - 1 and spot.last < len(tokens)
    return (
        is_behind
        and tokens[spot.first - 1].lower in words.owners.possessives
        and tokens[spot.last].kind == "word"
        and tokens[spot.last].lower not in words.owners.prepositions
    )


def _shared(
    measures: Measures, sentence: Sentence, own: Numeral, found: Iterable[Named]
) -> list[Named]:
    """Those each of whom has the figure, where an indicator names them: `every resident owes`."""
    return [
        one if one.bearing == "own" else replace(one, bearing="other")
        for one in found
        if measures.is_declared(one.spot) and sentence.is_for_each(own, one.spot)
    ]


def _is_declared_verb(measures: Measures, sentence: Sentence, spot: Spot) -> bool:
    """A verb that another indicator declares: `300 runners had signed up`."""
    token, lexicon = sentence.tokens[spot.first], sentence.lexicon
    if not measures.is_declared(spot) or not token.text.islower():
        return False
    endings = lexicon.quantities.verb_endings
    return any(one.endswith(endings) for one in (*forms_of(token.text, lexicon), token.lower))


def _is_said(article: AnnotatedArticle, token: int) -> bool:
    """Whether the clause is somebody's word or forecast: `analysts had expected 5 billion`."""
    words = words_between(article, *article.parts.clause_of(token))
    cues = article.lexicon.cues
    held = cues.held(words)
    return any(
        cues.is_held(name, held) and cues[name].search(words) for name in (*AHEAD, *SPEAKERS)
    )


def _is_whole(sentence: Sentence, figure: Numeral, spot: Spot, own: Spot) -> bool:
    """It is what a share is of, and the predicate says the rest: `40 % of members are women`."""
    words, owners = sentence.lexicon.quantities, sentence.lexicon.owners
    before = [one.lower for one in sentence.tokens[figure.last : spot.first]]
    if not figure.last <= spot.first <= figure.last + _FARTHEST_WHOLE or own.first < spot.last:
        return False
    if not all(
        one in owners.possessives or one in owners.pronouns or one in words.articles
        for one in before
    ):
        return False
    between = sentence.tokens[spot.last : own.first]
    is_one = not any(spot.last <= one.first < own.first for one in sentence.figures)
    is_whole_clause = is_one and all(one.text not in {",", ";", ":"} for one in between)
    return is_whole_clause and any(one.lower in words.copulas for one in between[-3:])


def _is_scale(sentence: Sentence, figure: Numeral, spot: Spot, own: Spot) -> bool:
    """It is what a level is measured by: `The water stood at 71 % of its capacity`."""
    words, owners = sentence.lexicon.quantities, sentence.lexicon.owners
    between = [one.lower for one in sentence.tokens[figure.last : spot.first]]
    if not 0 < len(between) <= _FARTHEST_WHOLE or own.last >= figure.first:
        return False
    is_of = between[0] in owners.possessives or between[0] in owners.genitive_articles
    is_of = is_of and all(one in words.articles or one in owners.belonging for one in between[1:])
    leading = sentence.tokens[figure.first - 1].lower
    is_level = leading in words.links or leading in words.copulas
    is_here = sentence.clause[own.first] == sentence.clause[figure.first]
    return is_of and is_level and is_here


def _is_price_of_own(
    sentence: Sentence, figure: Numeral, spot: Spot, named: Iterable[Named]
) -> bool:
    """It only says what the indicator's own word costs: `a single swim still costs £4.50`."""
    token, verbs = sentence.tokens[spot.first], sentence.lexicon.quantities.price_verbs
    if token.text not in verbs or spot.last != figure.first:
        return False
    here = sentence.clause[spot.first]
    before = [one for one in named if one.spot.last <= spot.first]
    before = [one for one in before if sentence.clause[one.spot.first] == here]
    return bool(before) and before[-1].bearing == "own"


def _is_doer(sentence: Sentence, figure: Numeral, spot: Spot) -> bool:
    """The figure counts who does the deed: `12 firefighters rescued 3 people`."""
    tokens, words = sentence.tokens, sentence.lexicon.quantities
    if not figure.noun or not tokens[spot.first].text.islower() or spot.first in figure.noun:
        return False
    if figure.first and tokens[figure.first - 1].lower in words.company:
        return True
    is_closed = sentence.lexicon.nouns.closed_compounds
    if spot.first == figure.end:
        behind = spot.last
    elif is_closed and spot.last == figure.first:
        behind = figure.end
    else:
        return False
    if behind >= len(tokens):
        return False
    has_figure = any(one.first == behind for one in sentence.figures)
    return has_figure or (is_closed and tokens[behind].lower in words.articles)


def _is_idle(sentence: Sentence, figure: Numeral, spot: Spot) -> bool:
    """It only says that a duration is one: `zwei Stunden lang`."""
    token = sentence.tokens[spot.first]
    return spot.first == figure.end and token.text in sentence.lexicon.quantities.idle
