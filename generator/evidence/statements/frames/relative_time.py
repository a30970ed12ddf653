"""Whether a time is that of a noun behind the figure, which a clause without a mark tells of.

`Pays £1.1m under a contract that expires at the end of 2030`: the contract does, then.
"""

from generator.evidence.annotate import AnnotatedArticle, Span
from generator.evidence.statements.named_time import Time


def is_of_noun(time: Time, article: AnnotatedArticle, figure: Span) -> bool:
    """A preposition, a noun and a relative pronoun stand between the figure and the time."""
    lexed, lexicon = article.lexed, article.lexicon
    last, at = article.tokens_in(*figure)[1], article.tokens_in(*time.span)[0]
    if at <= last or article.parts.clause_of(at)[0] >= last:
        return False
    opening = lexicon.relative | lexicon.complementizers
    behind = next((one for one in range(last, at) if lexed.lower(one) in opening), None)
    if behind is None:
        return False
    small = lexicon.owners.prepositions
    return any(lexed.lower(one) in small for one in range(last, behind - 1))
