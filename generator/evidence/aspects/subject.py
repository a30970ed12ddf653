"""Whose a figure is: its sentence names the entity of the fact, and nobody else nearer.

In: a rule context. Out: reviews: another entity's name nearer to the figure, a foreign name as the
subject of its clause, or nobody of ours in the sentence and in the one before it. A noun such as
`the company` and a pronoun take up the name that the text gave last, or its first line.
"""

from collections.abc import Iterator, Sequence

from generator.evidence.aspects.context import RuleContext, find_cue
from generator.evidence.findings import finding_on, show
from generator.evidence.lexicon.lemmas import forms_of
from generator.evidence.quotes.locate import sentence_around, words_between
from generator.evidence.terms.bystanders import (
    bystanders,
    is_outsider,
    is_said_by_outsider,
    telling_names,
)
from generator.evidence.terms.foreign import find_foreign, find_place, find_possessor, find_topic
from generator.evidence.terms.heads.owners import find_head, is_price_of
from generator.evidence.terms.heads.spots import called_by, is_of_anybody
from generator.evidence.terms.names import (
    Names,
    NameSpot,
    is_counted,
    is_in_names,
    is_spelled_out,
    nouns_in,
    proper_names,
)
from generator.evidence.terms.numerals import numeral_of
from generator.evidence.terms.relatives import (
    find_kin,
    is_joint,
    is_left_out,
)
from generator.evidence.terms.rivals import Setting
from generator.evidence.terms.settings import described_in, measured_in, setting_of
from generator.evidence.terms.turns import (
    first_comma,
    is_named_next,
    is_own_statement,
    since_semicolon,
)
from generator.model import SPEAKERS, Entity, Finding

_SETTLE = 'or say why under inferred: {subject: "…"}'


def check_subject(context: RuleContext) -> Iterator[Finding]:
    """The sentence of the figure is about the fact's entity."""
    entity = context.entity
    if entity is None:
        return
    names = context.names
    first, last = sentence_around(context.article, context.annotation)
    found = names.find(context.article, first, last)
    scene = context.article, context.annotation, context.measures
    described = described_in(*scene, entity, names=names, found=found)
    spots = [
        one
        for one in found
        if is_of_anybody(*scene, one, entity=entity)
        and (one.is_noun or not described.is_attribute(one.tokens))
    ]
    setting = setting_of(*scene, spots)
    if spots and not (spots := _without_listed(context, setting, spots)):
        yield _unread(context, entity, "")
        return
    ours = [one for one in found if _is_ours(entity, one)]
    counted = numeral_of(context.article, context.annotation).noun
    other = find_head(setting, ours, called_by(context.article, entity), counted)
    if other := other or _find_other(context, entity, setting, found):
        yield _unread(context, entity, words_between(context.article, *other))
    elif context.annotation.mention.kind != "money" or not is_price_of(setting, ours):
        yield from _check_spots(context, entity, setting, spots, found)


def _check_spots(
    context: RuleContext,
    entity: Entity,
    setting: Setting,
    spots: list[NameSpot],
    found: Sequence[NameSpot],
) -> Iterator[Finding]:
    """Of all names of the sentence, those that may own the figure are the fact's."""
    names = context.names
    away = bystanders(context.article, setting, spots, entity.id, context.named.entities)
    local = setting.find_local()
    local = None if local and any(_overlaps(one, local) for one in away) else local
    spots = [one for one in spots if one not in away]
    telling = telling_names(context.article, setting, entity, spots)
    spots = telling or [one for one in spots if _tells_of_itself(context, entity, one)]
    if local and not any(
        _is_ours(entity, one)
        and not one.is_noun
        and local[1] <= one.first < setting.figure.start
        and not setting.is_at(one.first)
        for one in spots
    ):
        yield from _check_local(context, entity, names, local, spots)
    else:
        is_ours = any(_is_ours(entity, one) for one in found)
        yield from _check_names(context, entity, names, setting, spots, is_named=is_ours)


def _check_names(
    context: RuleContext,
    entity: Entity,
    names: Names,
    setting: Setting,
    spots: Sequence[NameSpot],
    *,
    is_named: bool,
) -> Iterator[Finding]:
    """Of the names that may own the figure, the fact's is in its clause, or else the nearest."""
    clause = context.article.parts.clause_of(context.token)
    inside = [one for one in spots if clause[0] <= one.first < clause[1]]
    is_ours = _acts(context, entity, setting, inside)
    if not is_ours and (foreign := _find_foreign(context, entity, setting, spots)):
        yield _unread(context, entity, foreign)
    elif inside:
        yield from _check(context, entity, names, _nearest(inside, context.token))
    elif spots:
        yield from _check_sentence(context, entity, names, spots)
    elif is_named:
        # Its name only says whose supplier, or what other place, is spoken of.
        yield _unread(context, entity, "")
    elif not is_counted(
        context.article, entity, numeral_of(context.article, context.annotation).noun
    ):
        yield from _check_taken_up(context, entity, names)


def _tells_of_itself(context: RuleContext, entity: Entity, spot: NameSpot) -> bool:
    """It says so itself at the end of the sentence: `…, Tidewater Rail has confirmed`."""
    is_behind = _is_ours(entity, spot) and spot.first > context.token
    is_self = context.fact.attribution == "self-reported"
    # "Analysts had expected 5 billion, but Acme earned 4": theirs is the forecast alone.
    return is_behind and (is_self or context.fact.status == "consensus")


def _acts(
    context: RuleContext, entity: Entity, setting: Setting, inside: Sequence[NameSpot]
) -> bool:
    """Its own name stands before the figure in the clause, and is not that of who only counts."""
    before = [one for one in inside if one.first < context.token and not one.is_noun]
    return any(
        _is_ours(entity, one) and not is_said_by_outsider(context.article, setting, entity, one)
        for one in before
    )


def _overlaps(spot: NameSpot, part: tuple[int, int]) -> bool:
    return spot.first < part[1] and part[0] < spot.last


def _without_listed(
    context: RuleContext, setting: Setting, spots: list[NameSpot]
) -> list[NameSpot]:
    """Without the names that another figure of the same list counts: `310 ponies and 40 deer`."""
    if not numeral_of(context.article, context.annotation).noun:
        return spots
    return [one for one in spots if not setting.is_counted_beside(one.first)]


def _is_ours(entity: Entity, spot: NameSpot) -> bool:
    return entity.id in spot.entities


def _find_other(
    context: RuleContext, entity: Entity, setting: Setting, found: Sequence[NameSpot]
) -> tuple[int, int] | None:
    """Who acts in the entity's place in the clause, or has the figure together with it."""
    tokens, lexicon, clause = context.article.lexed.tokens, context.lexicon, setting.clause
    inside = [one for one in found if clause.start <= one.first < clause.stop]
    ours = [one for one in inside if _is_ours(entity, one) and not one.is_noun]
    for one in found:
        is_out = is_left_out(tokens, one.tokens, lexicon)
        if _is_ours(entity, one) and not one.is_noun and one.first < context.token and is_out:
            return one.first, one.last
    for one in ours:
        if is_joint(tokens, one.tokens, clause, lexicon):
            return one.first, one.last
    if any(one.first < setting.figure.start for one in ours):
        return None
    part = range(clause.start, max(clause.start, setting.figure.start))
    skipped = measured_in(context.article, context.measures, part, is_own=True)
    skipped |= {at for one in inside if _is_ours(entity, one) for at in one.tokens}
    return find_kin(tokens, part, lexicon, called_by(context.article, entity), skipped)


def _check_local(
    context: RuleContext,
    entity: Entity,
    names: Names,
    local: tuple[int, int],
    spots: Sequence[NameSpot],
) -> Iterator[Finding]:
    """The name that the figure's place gives it to is the fact's own."""
    here = [one for one in spots if _overlaps(one, local)]
    named = [one for one in here if not one.is_noun] or here
    if not named and is_in_names(entity, words_between(context.article, *local)):
        return
    if named:
        ours = [one for one in named if _is_ours(entity, one)]
        yield from _check(context, entity, names, (ours or named)[-1])
    else:
        yield _unread(context, entity, words_between(context.article, *local))


def _find_foreign(
    context: RuleContext, entity: Entity, setting: Setting, spots: Sequence[NameSpot]
) -> str | None:
    """The words of a name that nobody declares, and that the clause is about."""
    article, lexicon, tokens = context.article, context.lexicon, context.article.lexed.tokens
    first, last = setting.clause.start, setting.clause.stop
    known = setting.other | setting.named
    known |= {at for one in spots for at in range(one.first, one.last)}
    name = find_foreign(tokens, first, last, lexicon, known)
    is_named = any(
        _is_ours(entity, one) and not one.is_noun and not setting.is_cited(one.first)
        for one in spots
    )
    if name and is_in_names(entity, words_between(article, *name)):
        return None
    if name and is_named and setting.is_source(*name) and not setting.is_own_word(name[1]):
        return None
    if name is None and any(_tells_of_itself(context, entity, one) for one in spots):
        return None
    if name is None and all(
        is_said_by_outsider(context.article, setting, entity, one) for one in spots
    ):
        measured = measured_in(context.article, context.measures, range(first, last))
        name = find_possessor(tokens, setting.clause, lexicon, measured, known)
        name = name or find_place(tokens, first, context.token, lexicon, known)
        clause = context.clause(quoted=False) if name else ""
        if name and not spots and any(find_cue(lexicon, one, clause) for one in SPEAKERS):
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
    place = context.article, context.annotation
    late = since_semicolon(*place, spots)
    likely = [spots[0], _nearest(late or spots, context.token)]
    if is_own_statement(*place, context.measures, names):
        # "Rowe took the Hollin by-election with 1,318 votes …; turnout was 31 per cent."
        likely += [one for one in spots if one.first < first_comma(*place)]
    elif late:
        likely[0] = late[0]
    ours = [one for one in likely if entity.id in one.entities]
    spots = late or spots
    yield from _check(context, entity, names, ours[0] if ours else _nearest(spots, context.token))


def _check(context: RuleContext, entity: Entity, names: Names, spot: NameSpot) -> Iterator[Finding]:
    """Another's name is a review; a noun needs a name that it takes up."""
    if entity.id not in spot.entities:
        other = words_between(context.article, spot.first, spot.last)
        message = f"{show(other)} stands nearer to {context.words} than any name of {entity.id}"
        hint = f"write about: {min(spot.entities)}, {_SETTLE}"
        yield finding_on("subject-mismatch", "about", message, hint)
        return
    if (
        spot.is_noun
        and not _is_known(context, entity, names, _end(context, names))
        and not is_named_next(context.article, context.annotation, entity, names)
        and not is_spelled_out(
            context.article, entity, *sentence_around(context.article, context.annotation)
        )
    ):
        yield _unread(context, entity, words_between(context.article, spot.first, spot.last))


def _end(context: RuleContext, names: Names) -> int:
    """Up to where names of the figure's sentence may be its own."""
    first, last = sentence_around(context.article, context.annotation)
    found = names.find(context.article, first, last)
    setting = setting_of(context.article, context.annotation, context.measures, found)
    beyond = (one.first for one in found if setting.is_beyond(one.first, one.last))
    return min(beyond, default=last)


def _check_taken_up(context: RuleContext, entity: Entity, names: Names) -> Iterator[Finding]:
    """A sentence without a name goes on with that of the sentence before it."""
    article, tokens = context.article, context.article.lexed.tokens
    first, last = sentence_around(article, context.annotation)
    before = article.parts.sentence_of(first - 1) if first else (0, 0)
    found = names.find(article, *before)
    spots = [one for one in found if not one.is_noun or entity.id in one.entities]
    entities = context.named.entities
    telling = [one for one in spots if _is_ours(entity, one)]
    telling = [one for one in spots if one in telling or not is_outsider(article, one, entities)]
    if spots:
        yield from _check(context, entity, names, (telling or spots)[0])
        return
    is_taken_up = any(one.lower in context.lexicon.owners.pronouns for one in tokens[first:last])
    clause = article.parts.clause_of(before[0]) if before[1] else before
    foreign = find_topic(tokens, before, clause, context.lexicon) if is_taken_up else None
    if foreign and not is_in_names(entity, words := words_between(article, *foreign)):
        yield _unread(context, entity, words)
    elif not (is_taken_up and _is_known(context, entity, names, context.token)):
        yield _unread(context, entity, "")


def _is_known(context: RuleContext, entity: Entity, names: Names, last: int) -> bool:
    """Whether the text named it last, up to a token, or in its first line."""
    article = context.article
    every = names.find(article, 0, len(article.lexed.tokens))
    named = [one for one in every if not one.is_noun and one.first < last]
    if named and entity.id in named[-1].entities:
        return True
    title = article.parts.sentence_of(0)
    return any(entity.id in one.entities and one.last <= title[1] for one in named)


def _is_own_noun(context: RuleContext, entity: Entity, words: str) -> bool:
    """One of its nouns, which tell of it only where the text has named it."""
    nouns = {one.lower() for one in nouns_in(entity, context.article.lang)}
    every = context.names.find(context.article, 0, len(context.article.lexed.tokens))
    is_named = any(entity.id in one.entities and not one.is_noun for one in every)
    return not is_named and not nouns.isdisjoint(forms_of(words.lower(), context.lexicon))


def _unread(context: RuleContext, entity: Entity, words: str) -> Finding:
    near = f"{context.words} may be that of {show(words)}"
    said = near if words else f"no name near {context.words}"
    names = proper_names(entity)
    called = ", ".join([*dict.fromkeys((*names, *nouns_in(entity, context.article.lang)))][:4])
    message = f"{said}; the fact is about {entity.id} ({called})"
    hint = f"name whom the sentence is about under about, or add its word to the names, {_SETTLE}"
    if words and _is_own_noun(context, entity, words):
        message = f"{show(words)} may be anybody’s: the text lacks {entity.id}’s name ({names[0]})"
        hint = f"add what the text calls it to the names of {entity.id}, {_SETTLE}"
    return finding_on("subject-unread", "about", message, hint)
