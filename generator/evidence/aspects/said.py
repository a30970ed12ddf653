"""What the clear words of a passage say of a figure: whose word it is, its status, its period.

In: words of a sentence, or a span of a survey. Out: the values that a fact would have for them.
Only clear cues count; what may be read either way is left to an editor.
"""

from generator.evidence.annotate import AnnotatedArticle, Span
from generator.evidence.aspects.period import is_comparison
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.units import DURATIONS
from generator.model import Attribution, Mention, Period, Status

_SPEAKERS: tuple[Attribution, ...] = ("hearsay", "self-reported", "attributed")
_PROSPECTS: tuple[Status, ...] = ("target", "planned", "consensus", "forecast")


def find_attribution(words: str, lexicon: Lexicon) -> Attribution:
    """Who says it; the article itself where no cue names another."""
    cues = lexicon.cues
    said = (name for name in _SPEAKERS if name in cues and cues[name].search(words))
    return next(said, "own")


def find_status(words: str, mention: Mention, lexicon: Lexicon) -> Status:
    """The status of a figure, from the words around it; a duration has none."""
    return "reported" if mention.unit in DURATIONS else read_status(words, lexicon)


def read_status(words: str, lexicon: Lexicon) -> Status:
    """A target, plan or forecast where a cue says so; phrases such as `as planned` say none."""
    cues = lexicon.cues
    if excluded := cues.get("status_excluded"):
        words = excluded.sub(lambda match: " " * len(match[0]), words)
    said = (name for name in _PROSPECTS if name in cues and cues[name].search(words))
    return next(said, "reported")


def find_period(span: Span, annotated: AnnotatedArticle) -> Period | None:
    """The one date of the span, when the text gives its year and compares nothing with it."""
    dates = [one for one in annotated.within(*span) if one.mention.kind == "date"]
    edtf = dates[0].mention.edtf if len(dates) == 1 else None
    if edtf is None or "X" in edtf or is_comparison(dates[0], annotated):
        return None
    try:
        return Period.parse(edtf)
    except ValueError:
        return None
