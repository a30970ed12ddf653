"""Who says it: the article itself, or somebody whose words it reports.

In: a rule context, or the words of a sentence inside and outside a quotation. Out: findings where
the words and the fact name different speakers, whichever of them names none; the attribution that a
fact would have. The cues are the lexicon's. Outside a quotation only words count that govern it:
those that open its sentence, or the clause that closes it (`Laut X …`, `…, teilte X mit`).
"""

import re
from collections.abc import Iterator, Sequence

from generator.evidence.aspects.context import RuleContext, find_cue
from generator.evidence.aspects.modality import find_denial, find_negation, is_known
from generator.evidence.findings import finding_on, show
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.measures import DURATIONS
from generator.evidence.statements.frames.bearers import find_bearer, is_of_source
from generator.evidence.statements.reckoners import RECKONING, find_reckoner, find_told
from generator.evidence.statements.sayers import NOBODY, Named
from generator.evidence.statements.speakers import Voices, find_source, find_voices
from generator.evidence.statements.speech import find_charge, find_speech, find_verdict
from generator.model import SPEAKERS, Attribution, Fact, Finding

_BETWEEN = re.compile(r"[^,;:]{0,120}(?:,\s*(?:[^\s,;:]+\s+){0,4})?")
"""What may stand between the opening words and the quotation: no clause of its own."""
_ATTRIBUTED = "write attribution: attributed, or self-reported where it speaks itself"
_ASIDE = re.compile(r"\s*,\s*(?P<words>(?:[^,;:]|(?<=\d),(?=\d)){1,80})(?=,\s)")
"""A part between commas, those within a number aside."""
_CLOSING = re.compile(r"[^,;:]{0,120}[\"'»”“]?,[\"'»”“]?\s*(?P<clause>[^,;:]{1,120})(?:,\s.*)?")


def find_attribution(words: str, lexicon: Lexicon) -> Attribution:
    """Who says it; the article itself where no cue names another."""
    return next((name for name in SPEAKERS if find_cue(lexicon, name, words)), "own")


def check_attribution(context: RuleContext) -> Iterator[Finding]:
    """The speaker that the words name is the fact's, and where they name none it is the article."""
    fact, lexicon = context.fact, context.lexicon
    if find_denial(context):
        return  # what is denied is another matter
    outside = _find_speaker_outside(*context.around_quotation(), lexicon)
    if fact.attribution == "attributed" and _is_when(context):
        message = f"{context.words} says when it was, which the article says itself"
        hint = "leave attribution out, or quote the words that name the speaker"
        yield finding_on("attribution-added", "attribution", message, hint)
        return
    if fact.attribution != "own":
        is_done = fact.status == "reported"
        voices = find_voices(context.statement, is_done=is_done, named=_named(context))
        yield from check_voices(fact, voices, outside)
        return
    if is_of_source(context.statement):
        return
    is_said = context.statement.held_of(SPEAKERS)
    within = list(check_speaker(fact, lexicon, context.reach(quoted=True))) if is_said else []
    yield from within
    if within or find_negation(context):
        return
    if said := _find_speaker_near(context) or outside or find_source(context.statement):
        yield _outside(said, is_quoted=said in context.sentence(quoted=True))
    elif said := _find_text(context) or find_told(context.statement):
        message = f"{show(said)} says it; the fact gives it as the article's own word"
        hint = 'write attribution: attributed, or say why under inferred: {attribution: "…"}'
        yield finding_on("attribution-unseen", "attribution", message, hint)
    elif said := _find_other(context):
        message = f"the text says {show(said)}; the fact gives it as the article's own word"
        yield finding_on("attribution-dropped", "attribution", message, _ATTRIBUTED)


def _is_when(context: RuleContext) -> bool:
    """The figure tells when something was: `half a year ago X announced` is nobody else's word."""
    lexed, moments = context.article.lexed, context.lexicon.moments
    if context.annotation.mention.unit not in DURATIONS:
        return False
    figure = context.statement.figure
    is_behind = lexed.lower(figure.stop) in moments.ago_after
    return is_behind or lexed.lower(figure.start - 1) in moments.ago_before


def _find_other(context: RuleContext) -> str | None:
    """Whose word it is by what stands there: speech, a charge, somebody's forecast or verdict."""
    statement = context.statement
    if find_speech(statement) is not None:
        return context.words
    cue = find_charge(statement) or find_verdict(statement)
    if cue is None and context.entity is not None and statement.held_of(RECKONING):
        cue = find_reckoner(statement, _named(context).ours)
    return cue.words if cue else None


def _find_text(context: RuleContext) -> str | None:
    """A text or a count in front of the clause, which the fact neither is about nor measures."""
    if context.annotation.mention.unit in DURATIONS:
        return None
    bearer = find_bearer(context.statement)
    if bearer is None or is_known(context, bearer.cue.first, bearer.cue.last):
        return None
    return bearer.cue.words


def _named(context: RuleContext) -> Named:
    """Where the sentence names the entity, and where others."""
    if context.entity is None:
        return NOBODY
    names = context.names
    sentence = context.statement.sentence
    spots = names.find(context.article, sentence.start, sentence.stop)
    ours = [one for one in spots if context.entity.id in one.entities]
    others = [one for one in spots if one not in ours and not one.is_noun]
    return Named(*([range(one.first, one.last) for one in some] for some in (ours, others)))


def check_voices(fact: Fact, voices: Voices, outside: str | None = None) -> Iterator[Finding]:
    """A speaker whom no word names was added; another's word is not this one's."""
    claimed = fact.attribution
    if claimed == "own" or claimed in voices.fits:
        return
    if outside and claimed == "attributed" and not voices.names:
        return
    said = show(voices.words or outside or "")
    if claimed == "self-reported" and voices.may_be_own(outside):
        if voices.is_insider:
            return
        message = f"the text says {said}; it does not say whether {fact.about} speaks"
        hint = 'quote the words that say it, or say why under inferred: {attribution: "…"}'
        yield finding_on("attribution-unseen", "attribution", message, hint)
    elif voices.names or outside or (voices.near and claimed not in voices.near):
        others = (*voices.names, *sorted(voices.near), *sorted(voices.fits), "attributed")
        better = next((one for one in others if one not in {claimed, "own"}), "self-reported")
        message = f"the text says {said}; the fact says {claimed}"
        hint = f"write attribution: {better}"
        yield finding_on("attribution-mismatch", "attribution", message, hint)
    elif voices.is_spoken:
        message = f"no word of the sentence says whose word it is; the fact says {claimed}"
        hint = 'quote the words that say it, or say why under inferred: {attribution: "…"}'
        yield finding_on("attribution-unseen", "attribution", message, hint)
    else:
        message = f"the article says it itself; the fact says {claimed}"
        hint = "leave attribution out, or quote the words that name the speaker"
        yield finding_on("attribution-added", "attribution", message, hint)


def check_speaker(fact: Fact, lexicon: Lexicon, quoted: Sequence[str]) -> Iterator[Finding]:
    """What the words say that others say, unless the fact says so too."""
    if fact.attribution != "own":
        return
    for name in SPEAKERS:
        found = (find_cue(lexicon, name, words, f"{name}_excluded") for words in quoted)
        if said := next(filter(None, found), None):
            why = f"the quotation says {show(said)}; the fact gives it as the article's own word"
            hint = f"write attribution: {name}"
            yield finding_on("attribution-dropped", "attribution", why, hint)
            return


def check_speaker_outside(
    fact: Fact, lexicon: Lexicon, before: str, after: str
) -> Iterator[Finding]:
    """What the words before or after the quotation give to another speaker."""
    if fact.attribution == "own" and (said := _find_speaker_outside(before, after, lexicon)):
        yield _outside(said)


def _outside(said: str, *, is_quoted: bool = False) -> Finding:
    if is_quoted:
        message = f"the quotation says {show(said)}; the fact gives it as the article's own word"
        return finding_on("attribution-dropped", "attribution", message, _ATTRIBUTED)
    message = f"the article says {show(said)} just outside the quotation"
    hint = f"widen the quotation so that it holds {show(said)}, and write attribution: attributed"
    return finding_on("attribution-dropped", "attribution", message, hint)


def _find_speaker_near(context: RuleContext) -> str | None:
    """Words of the figure's own clause, or a rumour or claim before it in its sentence."""
    if context.annotation.mention.unit in DURATIONS:
        return None
    lexicon, clause = context.lexicon, context.clause_said
    for name in context.statement.held_of(SPEAKERS):
        excluded = f"{name}_excluded"
        before = () if name == "attributed" else context.words_before
        found = (find_cue(lexicon, name, words, excluded) for words in (clause, *before))
        if said := next(filter(None, found), None):
            return said
    return None


def _find_speaker_outside(before: str, after: str, lexicon: Lexicon) -> str | None:
    """The words outside the quotation that say who speaks."""
    start = before.lstrip(" \"'»«”“•-")
    if opened := lexicon.speakers.opening.match(start):
        between = start[opened.end() :]
        return opened[0] if _BETWEEN.fullmatch(f"{between} ") else None
    closed = _CLOSING.fullmatch(_without_compared(after, lexicon).rstrip(" .!?\"'»”“"))
    if closed is None or _says_something_else(closed["clause"], lexicon):
        return None
    if find_cue(lexicon, "attributed_excluded", closed["clause"]):
        return None
    said = lexicon.speakers.closing.search(closed["clause"])
    return said[0] if said else None


def _without_compared(after: str, lexicon: Lexicon) -> str:
    """The rest without what the figure is compared with, which closes no sentence.

    `, up from 1,112 the year before, the office said`
    """
    found = _ASIDE.match(after)
    if found is None or not lexicon.changes.against.match(found["words"]):
        return after
    return after[found.end() :]


def _says_something_else(clause: str, lexicon: Lexicon) -> bool:
    """A clause with figures of its own, a relative one, or one that goes on with `and`."""
    first = clause.split(maxsplit=1)[0].lower() if clause.strip() else ""
    is_opener = first in lexicon.relative or (first,) in lexicon.ranges.and_.meanings
    return is_opener or any(letter.isdigit() for letter in clause)
