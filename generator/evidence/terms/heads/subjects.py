"""The subject of a verb in a sentence, as a label has it.

In: an article, the token of a verb. Out: the tokens of the nouns before it.
"""

from generator.evidence.annotate import AnnotatedArticle
from generator.evidence.terms.heads.spoken import clause_to, spoken


def subject_of(article: AnnotatedArticle, verb: int) -> range:
    """The nouns before a verb, without its auxiliaries; none where a pronoun stands for them."""
    lexed, lexicon = article.lexed, article.lexicon
    part = _headed(article, verb)
    prospects = frozenset(lexicon.ranges.prospect.firsts) - lexicon.owners.prepositions
    while part and (is_auxiliary(article, part[-1]) or _is_adverb(article, part)):
        part = part[:-1]
    being = lexicon.quantities.copulas | prospects
    cut = (at for at in part if lexed.lower(at) in being)
    part = range(part.start, next(cut, part.stop))
    unfit = lexicon.owners.prepositions | lexicon.quantities.articles
    ends = {lexed.lower(at) for at in (*part[:1], *part[-1:])}
    is_other = ends & (unfit | lexicon.relative | lexicon.owners.pronouns)
    return range(0) if is_other else part


def _headed(article: AnnotatedArticle, verb: int) -> range:
    """The clause up to the verb, up to the preposition before a number where it has one."""
    start = article.parts.clause_of(verb)[0]
    inside = article.within(article.token_starts[start], article.token_starts[verb])
    figures = (one.core for one in inside if one.mention.kind != "date")
    last = min((article.tokens_in(*core)[0] for core in figures), default=verb)
    if last == verb:
        return clause_to(article, verb)
    small = article.lexicon.owners.prepositions
    cut = next((at for at in range(last, start, -1) if article.lexed.lower(at) in small), start)
    return clause_to(article, cut) if cut > start else range(0)


def is_auxiliary(article: AnnotatedArticle, at: int) -> bool:
    """A verb beside another, or one of being."""
    words = article.lexicon.quantities.copulas | article.lexicon.quantities.reporting
    return article.lexed.lower(at) in words


def _is_adverb(article: AnnotatedArticle, part: range) -> bool:
    """The last word of it is one such as `now`, which no preposition makes a noun: `at night`."""
    is_vague = article.lexed.lower(part[-1]) in article.lexicon.heads.vague
    return is_vague and article.lexed.lower(part[-1] - 1) not in article.lexicon.owners.prepositions


def whole_of(article: AnnotatedArticle, part: range) -> str:
    """Its words with the article before them: `the new boat`."""
    lower = article.lexed.lower(part.start - 1) if part.start else ""
    articles = article.lexicon.quantities.articles - article.lexicon.owners.possessives
    return spoken(article, range(part.start - (lower in articles), part.stop))
