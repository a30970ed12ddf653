"""Whether the text affirms the figure: what it denies, supposes, asks, misses or replaces.

In: a rule context, or words of an event. Out: reviews; a person reads whether the figure is
affirmed. Only words beside the figure count, and a condition or question that governs its sentence;
irony and denials at a distance are beyond it.
"""

import re
from collections.abc import Iterator

from generator.evidence.aspects.context import RuleContext, find_cue
from generator.evidence.findings import finding_on, show
from generator.evidence.lexicon.lexicon import Lexicon
from generator.model import Finding

_UP_TO_FIGURE = re.compile(r"(?:\s[^\s,;\d]+){0,4}\s?[^\w\s]?\s*")
_NOUN = re.compile(r"(?:\s?[^\s,;\d]+){0,3}\s?")


def check_modality(context: RuleContext) -> Iterator[Finding]:
    """A figure that the sentence does not affirm is for a person to judge."""
    clause, sentence = context.clause(quoted=False), context.sentence(quoted=False)
    found = (
        find_negation(context)
        or _find_supposed(context.lexicon, clause, sentence)
        or _find_unreached(context)
    )
    if found:
        message = f"{show(found)} stands beside the figure in the article"
        hint = 'check that the text affirms it, and say so under inferred: {value: "…"}'
        yield finding_on("negated", "value", message, hint)


def find_negation(context: RuleContext) -> str | None:
    """A negation in the article's clause, or a denial in its sentence."""
    negation = find_cue(context.lexicon, "negation", context.clause_joined, "negation_excluded")
    return negation or find_denial(context)


def find_denial(context: RuleContext) -> str | None:
    """A word that denies what its sentence says."""
    return find_cue(context.lexicon, "denial", context.sentence(quoted=False))


def find_undone(lexicon: Lexicon, clauses: str, sentence: str) -> str | None:
    """A word of an event's clauses or sentence by which it did not take place, or may not have."""
    return (
        find_cue(lexicon, "negation", clauses, "negation_excluded")
        or find_cue(lexicon, "undone", clauses)
        or _find_supposed(lexicon, clauses, sentence)
    )


def _find_supposed(lexicon: Lexicon, clause: str, sentence: str) -> str | None:
    """A condition in the clause or at the sentence's beginning, or the mark of a question."""
    if found := find_cue(lexicon, "conditional", clause, "conditional_excluded"):
        return found
    if sentence.endswith("?"):
        return "?"
    start = re.split(r"[,;:]", sentence, maxsplit=1)[0].lstrip(" \"'»«”“•-")
    opening = find_cue(lexicon, "conditional", start, "conditional_excluded")
    return opening if opening and start.startswith(opening) else None


def _find_unreached(context: RuleContext) -> str | None:
    """Words that make the figure what was missed, what came instead of it, or what is lacking."""
    cues, (before, after) = context.lexicon.cues, context.clause_around
    if found := find_cue(context.lexicon, "missed", before, "missed_excluded"):
        return found
    for match in cues["instead"].finditer(before) if "instead" in cues else ():
        if _UP_TO_FIGURE.fullmatch(before[match.end() :]):
            return match[0]
    short = cues["short"].search(after) if "short" in cues else None
    return short[0] if short and _NOUN.fullmatch(after[: short.start()]) else None
