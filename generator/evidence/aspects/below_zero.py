"""Amounts below zero that the text gives without a sign: losses, red figures, degrees of frost.

In: a claim with the figures of its quotation, or a rule context. Out: the figures that may state a
negative claim; a finding where the words and the claimed sign differ. What a loss is the negative
of, `measure` knows.
"""

from collections.abc import Iterator, Sequence

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.aspects.context import RuleContext, find_cue
from generator.evidence.aspects.value import Claim
from generator.evidence.findings import finding_on, show, write_claim, write_value
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.ellipsis import level_verbs, start_of
from generator.evidence.quotes.locate import sentence_around, words_between
from generator.model import Finding

_BESIDE, _SUBJECT = 4, 12
"""Words between a loss and its amount, and where it is the subject: `the loss … came to`."""


def find_losses(
    claim: Claim, annotations: Sequence[Annotation], article: AnnotatedArticle
) -> list[Annotation]:
    """The figures that state a claim below zero where words stand for the sign."""
    value = claim.amount.value
    if claim.is_change or value is None or value >= 0:
        return []
    return [
        one
        for one in annotations
        if claim.equals(value.copy_negate(), one) and _speaks_of_loss(article, one)
    ]


def _speaks_of_loss(article: AnnotatedArticle, annotation: Annotation) -> bool:
    words = words_between(article, *sentence_around(article, annotation))
    if find_cue(article.lexicon, "below_zero", words):
        return True
    is_sum = annotation.mention.kind in {"money", "price"}
    return is_sum and find_cue(article.lexicon, "loss", words) is not None


def is_read_as_loss(context: RuleContext) -> bool:
    """Whether the claim is below zero and the figure bears no sign; a change is signed by verbs."""
    if context.is_change:
        return False
    value, stated = context.amount.value, context.annotation.mention.value
    return value is not None and stated is not None and value < 0 < stated


def find_sign_words(context: RuleContext) -> str | None:
    """Words of the figure's clause, or in brackets behind it, by which it is below zero."""
    words = f"{context.clause(quoted=False)} {_in_brackets(context)}"
    return find_cue(context.lexicon, "below_zero", words)


def _in_brackets(context: RuleContext) -> str:
    """What stands in brackets right behind the figure: `3 million euros (negative)`."""
    article = context.article
    _, at = article.tokens_in(context.annotation.mention.start, context.annotation.mention.end)
    tokens = article.lexed.tokens
    if at + 1 >= len(tokens) or tokens[at].text != "(":
        return ""
    return words_between(article, *article.parts.clause_of(at + 1))


def explain_loss(context: RuleContext) -> Finding:
    """A loss may be meant as an amount below zero: that is for a person to say."""
    words = find_cue(context.lexicon, "loss", context.sentence(quoted=False)) or context.words
    message = f"{write_claim(context.amount)}: the quotation says {show(words)}, and no sign"
    hint = 'write the amount without the sign, or say why under inferred: {sign: "…"}'
    return finding_on("sign-unseen", "value", message, hint)


def check_below_zero(context: RuleContext) -> Iterator[Finding]:
    """Words for a sign make an amount negative; without them it has none."""
    value = context.amount.value
    figure = context.annotation.figure
    if context.is_change or not value or (figure and figure.is_share):
        return  # "a quarter of the clinics are in the red"
    words = find_sign_words(context)
    if words and value > 0 and context.annotation.mention.value == value:
        message = f"the article says {show(words)} of {context.words}, which is below zero"
        hint = f"write value: {write_value(value.copy_negate())}"
        yield finding_on("sign-mismatch", "value", message, hint)
    elif value > 0 and (loss := find_loss_of_result(context)):
        message = f"{context.words} is a {loss} in the article; the fact has a positive value"
        hint = f"write value: {write_value(value.copy_negate())}"
        yield finding_on("sign-mismatch", "value", message, hint)


def find_loss_of_result(context: RuleContext) -> str | None:
    """`einen Verlust von 14 Millionen`, where the measure may be a gain or a loss."""
    if context.annotation.mention.kind not in {"money", "price"} or context.annotation.is_start:
        return None
    figure, lexed, changes = (
        context.annotation.figure,
        context.article.lexed,
        context.lexicon.changes,
    )
    words = [word for some in context.indicator_words.values() for word in some]
    ends = (part.lower() for word in words for part in (word, word.rpartition(" ")[2]))
    if figure is None or not any(fits_whole(changes.signed, one) for one in ends):
        return None
    start, end = start_of(lexed, figure), max(figure.last, figure.unit.last if figure.unit else 0)
    start = min(start, figure.unit.first if figure.unit else start)
    is_level = lexed.lower(start - 1) in level_verbs(lexed.lexicon)
    reach = _SUBJECT if is_level else _BESIDE
    low = max(context.article.parts.clause_of(figure.first)[0], start - reach)
    for at in (*range(start - 1, low - 1, -1), end):
        word = lexed.lower(at)
        if fits_whole(changes.signed, word) or lexed.tokens[at - (at == end)].kind == "number":
            return None
        if find_cue(context.lexicon, "loss", word):
            return word
    return None
