"""Whose a figure is: its sentence names the entity of the fact, and nobody else nearer.

In: a rule context. Out: reviews: another entity's name nearer to the figure, a foreign name as the
subject of its clause, or nobody of ours in the sentence and in the one before it. A noun such as
`the company` and a pronoun take up the name that the text gave last, or its first line.
"""

from collections.abc import Iterator, Sequence

from generator.evidence.annotate import AnnotatedArticle, Span
from generator.evidence.aspects.context import RuleContext, find_cue
from generator.evidence.findings import finding_on, show
from generator.evidence.quotes.locate import sentence_around, span_between, words_between
from generator.evidence.terms.measures import measures_of
from generator.evidence.terms.names import (
    Names,
    NameSpot,
    find_foreign,
    find_place,
    find_possessor,
    find_taken_up,
    names_of,
    nouns_in,
    proper_names,
)
from generator.model import SPEAKERS, Entity, Finding

_SETTLE = 'or say why under inferred: {subject: "…"}'


def check_subject(context: RuleContext) -> Iterator[Finding]:
    """The sentence of the figure is about the fact's entity."""
    entity = context.entity
    if entity is None:
        return
    names = names_of(context.named, context.lexicon, context.article.lang)
    first, last = sentence_around(context.article, context.annotation)
    found = names.find(context.article, first, last)
    spots = [one for one in found if not one.is_noun or entity.id in one.entities]
    clause = context.article.parts.clause_of(context.token)
    inside = [one for one in spots if clause[0] <= one.first < clause[1]]
    before = (one for one in inside if one.first < context.token and not one.is_noun)
    is_ours = any(entity.id in one.entities for one in before)
    if not is_ours and (foreign := _find_foreign(context, spots)):
        yield _unread(context, entity, foreign)
    elif inside:
        yield from _check(context, entity, names, _nearest(inside, context.token))
    elif spots:
        yield from _check_sentence(context, entity, names, spots)
    else:
        yield from _check_taken_up(context, entity, names)


def _find_foreign(context: RuleContext, spots: Sequence[NameSpot]) -> str | None:
    """The words of a name that nobody declares, and that the clause is about."""
    article, lexicon = context.article, context.lexicon
    first, last = article.parts.clause_of(context.token)
    ours = {at for one in spots for at in range(one.first, one.last)}
    for one in article.within(*span_between(article, first, last)):
        ours |= set(range(*article.tokens_in(one.mention.start, one.mention.end)))
    measures = measures_of(context.indicator, context.named, lexicon, article.lang)
    named = measures.find(article, first, last) if measures else ()
    measured = frozenset(at for one in named for at in range(one.spot.first, one.spot.last))
    tokens, known = article.lexed.tokens, frozenset(ours | measured)
    name = find_foreign(tokens, first, last, lexicon, known)
    name = name or find_taken_up(tokens, first, lexicon, known)
    if name is None and not spots:
        name = find_possessor(tokens, first, last, lexicon, measured)
        name = name or find_place(tokens, first, context.token, lexicon, known)
        clause = context.clause(quoted=False) if name else ""
        if name and any(find_cue(lexicon, one, clause) for one in SPEAKERS):
            return None  # it may be the name of who says it
    return words_between(article, *name) if name else None


def _nearest(spots: Sequence[NameSpot], token: int) -> NameSpot:
    """The last one before the figure, else the first one behind it."""
    before = [one for one in spots if one.first < token]
    return before[-1] if before else spots[0]


def _check_sentence(
    context: RuleContext, entity: Entity, names: Names, spots: Sequence[NameSpot]
) -> Iterator[Finding]:
    """Of a sentence whose other clauses name somebody: its subject, or the nearest name.

    A noun of another clause may be said of anybody, so a proper name comes before it.
    """
    spots = [one for one in spots if not one.is_noun] or spots
    ours = [one for one in (spots[0], _nearest(spots, context.token)) if entity.id in one.entities]
    yield from _check(context, entity, names, ours[0] if ours else _nearest(spots, context.token))


def _check(context: RuleContext, entity: Entity, names: Names, spot: NameSpot) -> Iterator[Finding]:
    """Another's name is a review; a noun needs a name that it takes up."""
    if entity.id not in spot.entities:
        other = words_between(context.article, spot.first, spot.last)
        message = f"{show(other)} stands nearer to {context.words} than any name of {entity.id}"
        hint = f"write about: {min(spot.entities)}, {_SETTLE}"
        yield finding_on("subject-mismatch", "about", message, hint)
    elif spot.is_noun and not _is_known(context, entity, names):
        yield _unread(context, entity, words_between(context.article, spot.first, spot.last))


def _check_taken_up(context: RuleContext, entity: Entity, names: Names) -> Iterator[Finding]:
    """A sentence without a name goes on with that of the sentence before it."""
    article, tokens = context.article, context.article.lexed.tokens
    first, last = sentence_around(article, context.annotation)
    before = article.parts.sentence_of(first - 1) if first else (0, 0)
    found = names.find(article, *before)
    spots = [one for one in found if not one.is_noun or entity.id in one.entities]
    if spots:
        yield from _check(context, entity, names, spots[0])
        return
    pronouns = context.lexicon.owners.pronouns
    is_taken_up = any(token.lower in pronouns for token in tokens[first:last])
    if not (is_taken_up and _is_known(context, entity, names)):
        yield _unread(context, entity, "")


def _is_known(context: RuleContext, entity: Entity, names: Names) -> bool:
    """Whether the text named it last, up to the figure's sentence, or in its first line."""
    article = context.article
    _, last = sentence_around(article, context.annotation)
    every = names.find(article, 0, len(article.lexed.tokens))
    named = [one for one in every if not one.is_noun and one.first < last]
    if named and entity.id in named[-1].entities:
        return True
    title = article.parts.sentence_of(0)
    return any(entity.id in one.entities and one.last <= title[1] for one in named)


def find_subject(context: RuleContext) -> Span | None:
    """Where the entity is named: nearest in the clause, the sentence, the text; or a pronoun."""
    if context.entity is None:
        return None
    article = context.article
    names = names_of(context.named, context.lexicon, article.lang)
    sentence = sentence_around(article, context.annotation)
    found = find_named(article, names, context.entity.id, sentence, context.token)
    return found or _find_pronoun(context, sentence)


def find_named(
    article: AnnotatedArticle, names: Names, entity: str, sentence: tuple[int, int], token: int
) -> Span | None:
    """The mention of the entity nearest before a token of the sentence, else behind it there."""
    spots = names.find(article, 0, sentence[1])
    ours = [one for one in spots if entity in one.entities]
    before = [one for one in ours if one.first <= token]
    inside = [one for one in before if one.first >= sentence[0]]
    behind = [one for one in ours if one.first > token]
    told = [*inside[-1:], *behind[:1], *before[-1:]]
    return span_between(article, told[0].first, told[0].last) if told else None


def _find_pronoun(context: RuleContext, sentence: tuple[int, int]) -> Span | None:
    pronouns = context.lexicon.owners.pronouns
    at = [one for one in range(*sentence) if context.article.lexed.lower(one) in pronouns]
    return span_between(context.article, at[0], at[0] + 1) if at else None


def _unread(context: RuleContext, entity: Entity, words: str) -> Finding:
    said = (
        f"{context.words} may be that of {show(words)}"
        if words
        else f"no name near {context.words}"
    )
    called = ", ".join([*proper_names(entity), *nouns_in(entity, context.article.lang)][:4])
    message = f"{said}; the fact is about {entity.id} ({called})"
    hint = f"name whom the sentence is about under about, or add its word to the names, {_SETTLE}"
    return finding_on("subject-unread", "about", message, hint)
