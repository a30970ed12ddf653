"""What the words before a time make of it: a beginning, a limit, what something is compared with.

In: a time and its article. Out: whether, or by which words. A bare month or weekday tells nothing.
"""

import re

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.quotes.locate import span_between
from generator.evidence.statements.cues import find_cues
from generator.evidence.statements.named_time import Time

_WINDOW = 40
_FARTHEST = 10
"""Words of a clause before its time."""
_ARTICLE = re.compile(r"(?:\s[^\W\d]\w*)?\s")
_FAR = re.compile(r"(?:\s[^\W\d]+){0,3}\s")
_BEHIND = re.compile(r"(?:\s[^\W\d]+){0,7}\s")
_LONG_WINDOW = 60


def is_beginning(time: Time, article: AnnotatedArticle) -> bool:
    """A word such as `since` stands before it, perhaps some words away."""
    if any(edtf.endswith("/..") for edtf in time.edtfs):
        return True
    if _is_in_since(time, article):
        return True
    words = article.text[max(0, time.start - _LONG_WINDOW) : time.start].lower()
    found = max((words.rfind(f"{one} ") for one in article.lexicon.moments.since), default=-1)
    return found >= 0 and _BEHIND.fullmatch(f" {words[found:]}") is not None


def _is_in_since(time: Time, article: AnnotatedArticle) -> bool:
    """Its clause has no figure and begins with the word: `Since doors were mended in March,`."""
    at = article.tokens_in(*time.span)[0]
    clause, first = article.parts.clause, at
    while first > 0 and clause[first - 1] == clause[at]:
        first -= 1
    if article.lexed.lower(first) not in article.lexicon.moments.since:
        return False
    last = next((one for one in range(at, len(clause)) if clause[one] != clause[at]), len(clause))
    figures = article.within(*span_between(article, first, last))
    return all(one.mention.value is None for one in figures)


def is_far_beginning(time: Time, article: AnnotatedArticle) -> bool:
    """It is when something happened since which it holds: `since its opening in April`."""
    if not time.edtfs or any("/" in edtf for edtf in time.edtfs):
        return False
    return is_beginning(time, article)


def is_beginning_of(time: Time, article: AnnotatedArticle, annotation: Annotation) -> bool:
    """The figure's own clause has it: `, the most since 3 March 2024` is no beginning."""
    clause, tokens_in = article.parts.clause, article.tokens_in
    day, figure = (clause[tokens_in(*spot)[0]] for spot in (time.span, annotation.core))
    return day == figure and is_far_beginning(time, article)


def is_told(time: Time) -> bool:
    """It is surely a time of its own: a bare weekday may be that of the article."""
    return not time.is_weekday and not time.is_code


def is_compared(time: Time, article: AnnotatedArticle) -> bool:
    """Whether the time is what something is compared with: `than a year earlier`."""
    found = words_before(article.lexicon.comparison, article, time.start)
    is_span = len(time.edtfs) == 1 and "/" in time.edtfs[0] and ".." not in time.edtfs[0]
    if found and not (is_span and found.lower() in article.lexicon.ranges.from_.firsts):
        return True
    if (
        len(time.edtfs) == 1
        and time.edtfs[0].isdecimal()
        and find_limit(time, article, "against_year")
    ):
        return True
    if is_of_than(time, article):
        return True
    if not time.is_told or time.is_day:
        return False
    for pattern in (article.lexicon.changes.against, article.lexicon.changes.than):
        if _ends_before(pattern, article, time.start):
            return True
    return False


def is_of_than(time: Time, article: AnnotatedArticle) -> bool:
    """`Less than the one that it replaced in 2019`: words of its clause stand for the other."""
    at = article.tokens_in(*time.span)[0]
    first = max(article.parts.clause_of(at)[0], at - _FARTHEST)
    return next(find_cues(article, "than_one", first, at), None) is not None


def is_of_end(time: Time, article: AnnotatedArticle) -> bool:
    """It is when a stretch ended or began: `in the season that ended on Sunday`."""
    pattern = article.lexicon.cues.get("over_then")
    small, at = article.lexicon.owners.prepositions, article.tokens_in(*time.span)[0]
    while at > 0 and article.lexed.lower(at - 1) in small:
        at -= 1
    start = article.token_starts[at]
    return pattern is not None and bool(words_before(pattern, article, start))


def find_limit(time: Time, article: AnnotatedArticle, name: str = "limit") -> str | None:
    """A word such as `before` before the time; as a deadline, one such as `by`."""
    pattern = article.lexicon.cues.get(name)
    found = words_before(pattern, article, time.start) if pattern else None
    if pattern and not found:
        found = _before_noun(pattern, article, time.start)
    if found in article.lexicon.owners.favouring and any("/" in one for one in time.edtfs):
        return None  # `voor het seizoen 2025/26`
    return found


def _before_noun(pattern: re.Pattern[str], article: AnnotatedArticle, at: int) -> str | None:
    """The last words of the pattern, an article, a noun and a small word before the time.

    `Until the fire of last month`.
    """
    lexed, lexicon = article.lexed, article.lexicon
    first = article.tokens_in(at, at + 1)[0]
    small = lexicon.owners.prepositions | lexicon.verbs.of | lexicon.owners.genitive_articles
    near = first - 1 - (lexed.lower(first - 1) in small)
    if near == first - 1 or lexed.lower(near - 1) not in lexicon.quantities.articles:
        return None
    return words_before(pattern, article, article.token_starts[near - 1])


def words_before(
    pattern: re.Pattern[str], article: AnnotatedArticle, at: int, window: int = _WINDOW
) -> str | None:
    """The last words of the pattern in the window, right before or with one word between."""
    # By the pattern's place in memory: a pattern is hashed anew from end to end.
    key = (words_before, id(pattern), at, window)
    return article.once(key, lambda: _right_before(pattern, article.text[max(0, at - window) : at]))


def _right_before(pattern: re.Pattern[str], words: str) -> str | None:
    found = list(pattern.finditer(words))
    return found[-1][0] if found and _ARTICLE.fullmatch(words[found[-1].end() :]) else None


def _ends_before(pattern: re.Pattern[str], article: AnnotatedArticle, at: int) -> bool:
    """The pattern stands a few words before; no figure between."""
    words = article.text[max(0, at - _WINDOW) : at]
    found = list(pattern.finditer(words))
    return bool(found) and _FAR.fullmatch(words[found[-1].end() :]) is not None
