"""What a sentence states of nothing real: conditions, questions, what was missed or replaced.

In: a case, or words of an event. Out: reviews; a person reads whether the figure is affirmed. Only
words beside the figure count, and a condition or question that governs its sentence.
"""

import re
from collections.abc import Iterator

from generator.evidence.aspects.attribution import find_cue
from generator.evidence.aspects.context import RuleContext
from generator.evidence.findings import Flaw
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.messages import show

_UP_TO_FIGURE = re.compile(r"(?:\s[^\s,;\d]+){0,4}\s?[^\w\s]?\s*")
_NOUN = re.compile(r"(?:\s?[^\s,;\d]+){0,3}\s?")
_HINT = 'check that the text affirms it, and say so under inferred: {value: "…"}'


def check_modality(context: RuleContext) -> Iterator[Flaw]:
    """A figure that the sentence supposes, asks, misses or replaces is for a person to judge."""
    lexicon = context.article.lexicon
    clause, sentence = context.clause(quoted=False), context.sentence(quoted=False)
    found = find_supposed(lexicon, clause, sentence) or _find_unreached(context, lexicon)
    if found:
        message = f"{show(found)} stands beside the figure in the article"
        yield Flaw("negated", "value", message, _HINT)


def find_supposed(lexicon: Lexicon, clause: str, sentence: str) -> str | None:
    """A condition in the clause or at the sentence's beginning, or the mark of a question."""
    if found := find_cue(lexicon, "conditional", clause, "conditional_excluded"):
        return found
    if sentence.endswith("?"):
        return "?"
    start = re.split(r"[,;:]", sentence, maxsplit=1)[0].lstrip(" \"'»«”“•-")
    opening = find_cue(lexicon, "conditional", start, "conditional_excluded")
    return opening if opening and start.startswith(opening) else None


def _find_unreached(context: RuleContext, lexicon: Lexicon) -> str | None:
    """Words that make the figure what was missed, what came instead of it, or what is lacking."""
    before, after = context.clause_around
    if found := find_cue(lexicon, "missed", before, "missed_excluded"):
        return found
    for match in lexicon.cues["instead"].finditer(before) if "instead" in lexicon.cues else ():
        if _UP_TO_FIGURE.fullmatch(before[match.end() :]):
            return match[0]
    short = lexicon.cues["short"].search(after) if "short" in lexicon.cues else None
    return short[0] if short and _NOUN.fullmatch(after[: short.start()]) else None
