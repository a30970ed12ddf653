"""What the words before a figure make of it: what was done, is to be done, costs, lasts, moves.

In: an article, a figure, the noun that it counts. Out: what it is called.
"""

from collections.abc import Iterator

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.numbers.directions import direction_of, direction_of_verb
from generator.evidence.terms.heads.called import Called
from generator.evidence.terms.heads.paid import paid
from generator.evidence.terms.heads.spoken import (
    LONGEST_PHRASE,
    bare,
    clause_to,
    ends_as_plural,
    head_of,
    is_cue,
    is_plain,
    is_verb,
    may_name,
    measure_word,
    object_behind,
    spoken,
    words_in,
)
from generator.evidence.terms.heads.subjects import is_auxiliary, subject_of
from generator.evidence.terms.heads.telling import base_of
from generator.evidence.terms.numerals import numeral_of

_SHORTEST_HEAD = 3
_MONEY = {"money", "price"}


def framed(article: AnnotatedArticle, annotation: Annotation, noun: str) -> Iterator[Called]:
    """What the words before the figure make of it: what was done, is to be done, costs or lasts."""
    figure, lexed, mention = numeral_of(article, annotation), article.lexed, annotation.mention
    start = min(article.tokens_in(mention.start, mention.end)[0], figure.first)
    if lexed.lower(start - 1) in article.lexicon.ranges.between.firsts:
        start -= 1
    owned = tuple(_owned(article, annotation, start, figure.end))
    is_money = mention.kind in _MONEY and not (noun or owned)
    moved = tuple(paid(article, start, figure.end)) if is_money else ()
    moved = moved or tuple(_moved(article, annotation, start, noun))
    yield from (*owned, *moved)
    verb = _verb_before(article, start)
    is_word = verb > 0 and lexed.tokens[verb].kind == "word"
    small = article.lexicon.relative | article.lexicon.openers
    if is_word and lexed.lower(verb) not in small:
        yield from _by_verb(article, annotation, start, noun, is_moved=bool(moved))


def _by_verb(
    article: AnnotatedArticle, annotation: Annotation, start: int, noun: str, *, is_moved: bool
) -> Iterator[Called]:
    """What its verb makes of it."""
    lexed, mention, verb = article.lexed, annotation.mention, _verb_before(article, start)
    small = article.lexicon.owners.prepositions | article.lexicon.quantities.articles
    word, before = spoken(article, range(verb, verb + 1)), lexed.lower(verb - 1)
    is_base = (
        base_of(word, article.lexicon) == word and before in article.lexicon.owners.prepositions
    )
    if is_base and lexed.lower(verb) not in small and (of := noun or measure_word(annotation)):
        yield Called(of, word, aim=word)
    elif noun and mention.kind != "percent" and _is_deed(article, verb):
        stop = max(verb + 1, min(start, verb + 2)) if _is_particle(article, verb + 1) else verb + 1
        done = spoken(article, range(verb, stop))
        yield Called(noun, noun, done=done)
        yield Called(noun, word, done=done)
    elif mention.kind == "duration" and not is_moved and (part := _lasting(article, start)):
        said, head = spoken(article, part), head_of(spoken(article, part), article)
        words = sorted(words_in(article, part), key=lambda one: one != head)
        yield from (Called(said, one, is_lasting=True) for one in words)
    elif mention.kind == "duration" and not is_moved and _is_act(article, verb):
        yield Called(measure_word(annotation), word, done=spoken(article, range(verb, start)))
    elif is_base and not is_moved and word not in article.lexicon.quantities.price_verbs:
        yield Called(_with_object(article, word, numeral_of(article, annotation).end), word)
    elif not noun and not is_moved:
        yield from _subjects(article, annotation, start)


def _owned(
    article: AnnotatedArticle, annotation: Annotation, start: int, end: int
) -> Iterator[Called]:
    """That of which it is the amount, with who gave it where that is money."""
    which = _of_which(article, start)
    if not which:
        return
    said, word = spoken(article, which), spoken(article, which[-1:])
    if annotation.mention.kind in _MONEY and (giver := _giver(article, end)):
        yield Called(f"{said} {spoken(article, giver)}", word)
    yield Called(said, word)


def _of_which(article: AnnotatedArticle, start: int) -> range:
    """The noun that is one of the figure: `a workforce of 118`, `an average age of 8 years`."""
    lexed, lexicon, of = article.lexed, article.lexicon, start
    hedges = frozenset(lexicon.hedges.before.firsts) - lexicon.verbs.of
    while of > 0 and lexed.lower(of - 1) in hedges:
        of -= 1
    of -= 1
    if of < 1 or lexed.lower(of) not in lexicon.verbs.of or lexed.lower(of + 1) in lexicon.relative:
        return range(0)
    first = of
    while first > 0 and of - first < LONGEST_PHRASE and lexed.tokens[first - 1].kind == "word":
        lower = lexed.lower(first - 1)
        if lower in lexicon.quantities.articles | lexicon.owners.prepositions:
            break
        if is_auxiliary(article, first - 1) or is_verb(article, first - 1):
            break
        first -= 1
    return range(first, of)


def _giver(article: AnnotatedArticle, end: int) -> range:
    """`from the county` of `a loan of £80,000 from the county`; none that may end with a verb."""
    part, tokens = object_behind(article, end), article.lexed.tokens
    is_last = bool(part) and (part.stop >= len(tokens) or tokens[part.stop].kind != "word")
    return part if part and (is_last or not ends_as_plural(article, part[-1])) else range(0)


def _is_particle(article: AnnotatedArticle, at: int) -> bool:
    return article.lexed.lower(at) in article.lexicon.owners.particles


def _is_act(article: AnnotatedArticle, at: int) -> bool:
    return is_verb(article, at) and not is_auxiliary(article, at)


def _is_deed(article: AnnotatedArticle, at: int) -> bool:
    lower = article.lexed.lower(at)
    is_form = is_verb(article, at) or base_of(lower, article.lexicon) != lower
    is_form = is_form or is_auxiliary(article, at - 1)  # `has ground 18 tonnes`
    return is_form and lower.isalpha() and lower not in article.lexicon.quantities.copulas


def _verb_before(article: AnnotatedArticle, start: int) -> int:
    """Right before the figure, or before what belongs to it: `threw away 34 tonnes`."""
    if start > 1 and article.lexed.lower(start - 1) in article.lexicon.quantities.articles:
        start -= 1  # `bought the ten coaches`
    is_particle = article.lexed.lower(start - 1) in article.lexicon.owners.particles
    return start - 2 if is_particle and start > 1 and is_verb(article, start - 2) else start - 1


def _moved(
    article: AnnotatedArticle, annotation: Annotation, start: int, noun: str
) -> Iterator[Called]:
    """What rose, fell or stood at the figure: the object of that verb, else its subject.

    As in `must cut its use of water by 30 per cent`, `turnover reached £5 million`.
    """
    lexed, lexicon = article.lexed, article.lexicon
    linking = lexicon.verbs.by | lexicon.dates.reached | lexicon.owners.places
    link = start
    while link > 0 and lexed.lower(link - 1) in lexicon.hedges.before.firsts:
        link -= 1  # `by about`, `to up to`
    link = link - 1 if link > 0 and lexed.lower(link - 1) in linking else start
    link = start - 1 if link == start and lexed.lower(start - 1) in linking else link
    clause = article.parts.clause_of(start - 1)[0]
    moves = (at for at in range(link - 1, clause - 1, -1) if _moves(article, at))
    is_object = link == start and (noun or annotation.mention.kind == "duration")
    stands = link - 1 if link and not is_object and _stands(article, link - 1) else None
    is_share = annotation.mention.kind == "percent"
    verb = next(moves, None) if link < start or is_share else None
    verb = stands if verb is None else verb
    if verb is None:
        return
    if lexed.lower(verb) in lexicon.owners.particles and is_verb(article, verb - 1):
        verb -= 1  # `went up from 6 to 7 pounds`
    part = bare(article, range(verb + 1, link))
    if not part or not is_plain(article, part):
        part = subject_of(article, verb)
    head = head_of(spoken(article, part), article)
    words = sorted(words_in(article, part, _SHORTEST_HEAD), key=lambda one: one != head)
    is_by = annotation.mention.kind == "percent" and annotation.mention.direction is not None
    yield from (Called(spoken(article, part), one, is_moved=is_by) for one in words)


def _moves(article: AnnotatedArticle, at: int) -> bool:
    lexed, lexicon = article.lexed, article.lexicon
    verb = direction_of_verb(lexed, at, article.parts.clause_of(at)[1])
    return bool(verb or direction_of(lexed.lower(at), lexicon))


def _stands(article: AnnotatedArticle, at: int) -> bool:
    """A verb by which something stands at an amount, other than `is`: `reached`, `stood`."""
    pair = f"{article.lexed.lower(at)} {article.lexed.lower(at + 1)}"  # `came to`
    settled = article.lexicon.cues.get("settled")
    if settled is not None and settled.fullmatch(pair):
        return True
    if article.lexed.lower(at) in article.lexicon.heads.standing:
        return True
    if is_auxiliary(article, at) or not is_cue(article, "settled", at):
        return False
    return article.lexed.lower(at) not in article.lexicon.quantities.price_verbs


def _lasting(article: AnnotatedArticle, stop: int) -> range:
    """What takes a time: `a repair took`, `they queued`; none where no verb ends the clause."""
    lexed, lexicon = article.lexed, article.lexicon
    small = lexicon.owners.prepositions | lexicon.quantities.articles
    part = clause_to(article, stop, with_article=True)
    while part and lexed.lower(part[-1]) in small:
        part = part[:-1]
    begins = lexicon.quantities.articles | lexicon.owners.pronouns
    first = next((at for at in part if lexed.lower(at) in begins), part.start)
    if part and lexed.lower(part[0]) in small | lexicon.quantities.cuts:
        part = range(first, part.stop)
    unfit = lexicon.relative | lexicon.quantities.reporting | lexicon.quantities.copulas
    if len(part) <= 1 or lexed.lower(part[0]) in unfit | small - begins:
        return range(0)
    is_noun = lexed.lower(part[-2]) in lexicon.quantities.articles
    return range(0) if is_noun or lexed.lower(part[-1]) in lexicon.quantities.copulas else part


def _subjects(article: AnnotatedArticle, annotation: Annotation, start: int) -> Iterator[Called]:
    """What the figure is said to be, or what costs it; and the last verb before it."""
    lexed, lexicon = article.lexed, article.lexicon
    paying = [
        at
        for at in range(max(0, start - LONGEST_PHRASE), start)
        if lexed.lower(at) in lexicon.quantities.price_verbs
    ]
    verb = paying[-1] if paying else start - 1
    small = lexicon.owners.prepositions | lexicon.quantities.articles
    small |= lexicon.heads.vague | lexicon.heads.standing | lexicon.relative
    if lexed.lower(verb) in small:
        return
    word = spoken(article, range(verb, verb + 1))
    subject = subject_of(article, verb)
    copulas = lexicon.quantities.copulas
    if paying:
        cuts = copulas.union(lexicon.ranges.prospect.firsts)  # `is to cost`, `will cost`
        cut = next((at for at in subject if lexed.lower(at) in cuts), verb)
        said = spoken(article, range(subject.start, min(cut, subject.stop)))
        yield Called(f"{said} {word}".strip(), word)
    elif lexed.lower(verb) in copulas:
        words = list(words_in(article, subject))
        words.sort(key=lambda one: one != head_of(spoken(article, subject), article))
        yield from (Called(spoken(article, subject), one) for one in words)
    if lexed.lower(verb) not in copulas and may_name(article, verb):
        yield Called(_with_object(article, word, numeral_of(article, annotation).end), word)
        if subject and not paying:
            yield Called(spoken(article, subject), head_of(spoken(article, subject), article))


def _with_object(article: AnnotatedArticle, verb: str, end: int) -> str:
    return f"{verb} {spoken(article, object_behind(article, end))}".strip()
