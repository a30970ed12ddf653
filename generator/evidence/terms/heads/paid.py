"""What an amount of money is of: what something costs, of what it is the price, what was earned.

In: an article, the token of the figure. Out: what it is called, whole phrases only.
"""

from collections.abc import Iterator

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.terms.heads.called import Called, Form
from generator.evidence.terms.heads.spoken import (
    LONGEST_LABEL,
    ends_as_plural,
    is_plain,
    is_verb,
    may_name,
    object_behind,
    spoken,
    words_in,
)
from generator.evidence.terms.heads.subjects import is_auxiliary, subject_of, whole_of
from generator.evidence.terms.heads.telling import base_of

_DEAREST = 5
"""Words of that which has a price."""


def paid(article: AnnotatedArticle, start: int, end: int) -> Iterator[Called]:
    """What the words around an amount make of it: a cost, a price, money that was moved.

    Args:
        article: that has it.
        start: its first token.
        end: the one behind it.
    """
    lexed, lexicon = article.lexed, article.lexicon
    verb = start - 1
    if lexed.lower(verb) in lexicon.heads.inward and is_verb(article, verb - 1):
        verb -= 1
    if lexed.lower(verb) in lexicon.owners.places:
        yield from _priced(article, verb)
    elif lexed.lower(verb) in lexicon.quantities.price_verbs:
        yield from _costing(article, verb)
    elif verb > 0 and _moves_money(article, verb):
        yield from _moved(article, verb, start, end)


def _priced(article: AnnotatedArticle, at: int) -> Iterator[Called]:
    """`a kilo of flour` of `sells a kilo of flour at £2.10`."""
    first = article.parts.clause_of(at)[0]
    small = article.lexicon.quantities.articles
    near = range(max(first, at - _DEAREST - 1), at)
    begins = [one for one in near if article.lexed.lower(one) in small]
    part = range(begins[-1], at) if begins else range(0)
    if any(is_auxiliary(article, one) or is_verb(article, one) for one in part):
        return  # `its debt stood at £3 million`
    if len(part) > 1 and is_plain(article, part):
        label, whole = spoken(article, part[1:]), whole_of(article, part[1:])
        for word in words_in(article, part):
            yield Called(label, word, whole=whole, form="price")


def _costing(article: AnnotatedArticle, verb: int) -> Iterator[Called]:
    subject = subject_of(article, verb)
    if subject:
        word = spoken(article, range(verb, verb + 1))
        whole = whole_of(article, subject)
        yield Called(spoken(article, subject), word, whole=whole, form="cost")


def _moves_money(article: AnnotatedArticle, verb: int) -> bool:
    """A verb that somebody does, or is to do, with an amount: `earned`, `owe`, `to pay`."""
    lexed, lexicon = article.lexed, article.lexicon
    lower, before = lexed.lower(verb), verb - 1
    while before > 0 and lexed.lower(before) in lexicon.heads.vague:
        before -= 1  # `now pay`
    small = lexicon.owners.prepositions | lexicon.quantities.articles
    small |= lexicon.quantities.copulas | lexicon.heads.vague | lexicon.heads.standing
    if lexed.tokens[verb].kind != "word" or lower in small or not may_name(article, verb):
        return False
    if base_of(lower, lexicon) != lower or is_verb(article, verb) or _is_ahead(article, verb):
        return True
    return lexed.lower(before) in lexicon.owners.pronouns or ends_as_plural(article, before)


def _is_ahead(article: AnnotatedArticle, verb: int) -> bool:
    """Something has to be done still: `to pay`, `will pay`."""
    return article.lexed.lower(verb - 1) in article.lexicon.ranges.prospect.firsts


def _moved(article: AnnotatedArticle, verb: int, start: int, end: int) -> Iterator[Called]:
    """`money earned by the mill`, `money to be paid towards a new roof`."""
    done = spoken(article, range(verb, start))
    word = spoken(article, range(verb, verb + 1))
    form: Form = "money_ahead" if _is_ahead(article, verb) else "money"
    owners = article.lexicon.owners
    behind = object_behind(article, end, owners.prepositions | owners.describing)
    if behind and len(behind) <= LONGEST_LABEL:
        yield Called(spoken(article, behind), word, done=done, form=form)
    elif form == "money" and (subject := subject_of(article, verb)):
        whole = whole_of(article, subject)
        yield Called(spoken(article, subject), word, done=done, whole=whole, form="money_by")
    yield Called("", word, done=done, form=form)
