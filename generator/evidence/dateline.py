"""The dateline of an article: the day that stands at its head and belongs to no sentence.

In: an annotated text. Out: the dates that stand in the form of a dateline. A date within a sentence
or a headline is none, even if it is the same day: there it says when something was true.
"""

import re
from collections.abc import Iterator

from generator.evidence.annotate import AnnotatedArticle, Span, annotate
from generator.evidence.numbers.nouns import declared_words
from generator.model import Article, Mention, Period

OWN_DATE = "the article's own date"
"""Why the dateline needs neither a fact nor a reason."""
_LINES = 6
"""Of the head, empty ones not counted."""
_HEAD, _LONGEST_LEAD = 2_000, 60
"""In characters: the head, and what stands before its day."""
_LINE = re.compile(r"[^\r\n]+")
_LEAD = re.compile(r"(?:.*[,:|(/\u2013\u2014\u00b7•-]\s*)?(?:[^\W\d]+\.?\s+){0,2}")
"""What stands before the day: nothing, a place and a comma, or two words such as `published on`."""
_REST = re.compile(r"\.?\s*(?:$|[)|\u2013\u2014\u00b7•:/]|-\s|\(|,\s*(?:$|\d{1,2}[:.h]\d\d))")
"""What follows it: nothing, a dash before the text, or the time of day."""
_PLACE = re.compile(r"(?:[^\W\d][^\d,.;:!?]{0,40},\s*)?")
_TEXT = re.compile(r"\.\s+[\"“„‘‚»«']?(?P<first>[^\W\d_])")
"""A place or nothing, the day, a full stop, then the text: `Berlin, 4. März 2025. Der Umsatz`."""


def find_dateline(text: str, lang: str) -> Period | None:
    """The first full day in the form of a dateline, in a language that a lexicon reads."""
    for mention in _datelines(annotate(text, lang, declared_words({}, lang))):
        return Period.parse(mention.edtf or "")
    return None


def own_dates(article: Article, annotated: AnnotatedArticle) -> list[Span]:
    """Where the datelines stand that say the day on which the article came out, as recorded."""
    day = article.date_published
    if day.precision != "day" or day.qualifier:
        return []
    return [(one.start, one.end) for one in _datelines(annotated) if one.edtf == str(day)]


def _datelines(annotated: AnnotatedArticle) -> Iterator[Mention]:
    """Full days in the head that no sentence holds."""
    text = annotated.text
    lines = [found for found in _LINE.finditer(text[:_HEAD]) if found[0].strip()][:_LINES]
    end = lines[-1].end() if lines else 0
    for annotation in annotated.annotations:
        mention = annotation.mention
        if mention.start >= end:
            return
        if mention.kind != "date" or not _is_day(mention.edtf):
            continue
        line = next(one for one in lines if one.start() <= mention.start < one.end())
        lead, rest = text[line.start() : mention.start], text[mention.end : line.end()]
        if _is_apart(lead, rest):
            yield mention


def _is_day(edtf: str | None) -> bool:
    try:
        period = Period.parse(edtf or "")
    except ValueError:
        return False
    return period.precision == "day" and not period.qualifier


def _is_apart(lead: str, rest: str) -> bool:
    """Neither the words before nor those behind make a sentence with the day."""
    lead = lead.lstrip("\ufeff ")
    if (text := _TEXT.match(rest)) and text["first"].isupper() and _PLACE.fullmatch(lead):
        return True
    if len(lead.strip()) > _LONGEST_LEAD or not _LEAD.fullmatch(lead):
        return False
    return bool(_REST.match(rest))
