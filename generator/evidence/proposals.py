"""What a person who decides a figure may answer, read off the text around it.

In: a quotation, its article, the figure. Out: names of what it may measure, and dates that the
sentence before says. It proposes; nothing here is proof.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Literal

from generator.evidence.annotate import annotate
from generator.evidence.coverage import places_of
from generator.evidence.drafted import last_such
from generator.evidence.lexicon.lexicon import is_readable
from generator.evidence.numbers.nouns import declared_words
from generator.evidence.statements.named_time import Time
from generator.evidence.statements.outlook import PLAIN, last_day, meant
from generator.evidence.statements.statement import Statement, statement_of
from generator.evidence.statements.times import find_times
from generator.evidence.terms.heads.called import Called
from generator.evidence.terms.heads.labels import calls
from generator.evidence.terms.numerals import numeral_of
from generator.model import NO_NAMES, Article, Ignored, Mention, Unit

Where = Literal["own", "before", "yearless"]
"""In the sentence of the quotation, in the one before it; in the former, without its year."""


def calls_of(mention: Mention, text: str, lang: str, units: Mapping[str, Unit]) -> Iterator[Called]:
    """What the sentence calls that which the figure is of."""
    annotated = annotate(text, lang, declared_words(units, lang))
    for one in annotated.annotations:
        if one.mention == mention:
            yield from calls(annotated, one, NO_NAMES)


def measures_of(text: str, lang: str, units: Mapping[str, Unit]) -> Iterator[tuple[str, str]]:
    """Measures such as hours that figures of the text have and nobody declared: code and word."""
    if not is_readable(lang):
        return
    for one in annotate(text, lang, declared_words(units, lang)).annotations:
        unit, said = one.figure.unit if one.figure else None, one.mention.text.split()
        if not unit or unit.kind != "measure" or unit.code in units:
            continue
        for words in (" ".join(said[-count:]) for count in range(1, min(len(said), 3))):
            alone = annotate(f"2 {words}", lang, declared_words(units, lang)).annotations
            read = [each.figure.unit.code for each in alone if each.figure and each.figure.unit]
            if read == [unit.code]:
                yield unit.code, words  # `gigawatt hours`, and not its `hours`
                break


def is_of_done(mention: Mention, text: str, lang: str, units: Mapping[str, Unit]) -> bool:
    """Whether the sentence says of the figure that it happened, at some time in the past."""
    said = _statement(mention, text, lang, units)
    return said is not None and _is_done(said)


def is_of_event(mention: Mention, text: str, lang: str, units: Mapping[str, Unit]) -> bool:
    """Whether it says so, and not that something stood so as well: what happened adds up."""
    said = _statement(mention, text, lang, units)
    if said is None or said.cues("settled") or said.cues("lasting"):
        return False
    return _is_done(said)


def _statement(
    mention: Mention, text: str, lang: str, units: Mapping[str, Unit]
) -> Statement | None:
    annotated = annotate(text, lang, declared_words(units, lang))
    if all(one.mention != mention for one in annotated.annotations):
        return None
    return statement_of(annotated, *annotated.tokens_in(mention.start, mention.end))


def _is_done(said: Statement) -> bool:
    """A verb says it, and not the adjective that it may be behind an article: `the damaged bog`."""
    lexed, articles = said.article.lexed, said.article.lexicon.quantities.articles
    return any(lexed.lower(one.first - 1) not in articles for one in said.cues("done"))


def noun_of(mention: Mention, text: str, lang: str, units: Mapping[str, Unit]) -> str:
    """The noun that the figure counts, as the text has it; empty where it counts none."""
    annotated = annotate(text, lang, declared_words(units, lang))
    found = (numeral_of(annotated, one) for one in annotated.annotations if one.mention == mention)
    noun = next((one.noun for one in found), range(0))
    return annotated.lexed.tokens[noun[-1]].text if noun else ""


def dates_near(
    exact: str, article: Article, units: Mapping[str, Unit]
) -> Iterator[tuple[str, str, Where]]:
    """Days, months and years that the rest of the sentence says in full, or the one before it.

    Each as a period has it, in its words, and where it stands. One without a year is the last such
    before the article, wherever in the sentence it stands.
    """
    if not is_readable(article.lang):
        return
    annotated = annotate(article.text, article.lang, declared_words(units, article.lang))
    for start, end in islice(places_of(Ignored(exact=exact, reason={}), annotated.folded), 1):
        own = annotated.parts.sentence_of(annotated.tokens_in(start, end)[0])
        sentences = [own, annotated.parts.sentence_of(own[0] - 1)] if own[0] else [own]
        for sentence in sentences:
            for one in find_times(annotated, article.date_published, *sentence):
                time = meant(one, article.date_published, PLAIN)
                edtf, is_own = _edtf_of(time), sentence == own
                if is_own and time.is_before:
                    continue  # of what the figure is compared with
                is_outside = not start <= time.start < end
                if is_own and (dated := last_such(edtf, article.date_published)):
                    yield dated, time.words, "yearless"
                elif edtf and is_outside and "X" not in edtf:
                    yield edtf, time.words, "own" if is_own else "before"


def _edtf_of(time: Time) -> str:
    """As a period has it: at the end of a month or year it is the last day."""
    edtf = time.edtfs[0] if time.edtfs else ""
    return (edtf and time.is_end and last_day(edtf)) or edtf
