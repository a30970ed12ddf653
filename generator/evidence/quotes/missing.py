"""What is the matter with a quotation that its article has not, and where it really stands.

In: a quotation, all articles, the declared units. Out: the field, a message and a hint: another
article, a translation, a cut, a merge, another language, else the nearest passage. All articles are
searched only here, once a quotation was not found in its own.
"""

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from generator.evidence.findings import finding_on, show
from generator.evidence.lexicon.lexicon import base_of, languages, load_lexicon
from generator.evidence.quotes.joined import explain_joined
from generator.evidence.quotes.locate import fold_typed, parts_of
from generator.evidence.quotes.nearest import (
    describe_dots,
    describe_found,
    describe_marks,
    find_nearest,
    split_at_dots,
    unwrap,
)
from generator.evidence.quotes.searched import SearchedText, search_in
from generator.evidence.text.tokens import tokenize
from generator.model import Article, Finding, Quote, Unit

_TRANSLATED = 80
"""From this likeness on, in per cent, a quotation is its own translation."""
_MOST_COMPARED = 100
"""Articles in which a passage is looked for that is merely like the quotation."""
_PLAIN_LEAD = 2
"""So many more words of another language make a quotation plainly one of it."""
_VERBATIM = "quotations are verbatim, mistakes included: copy the article's own words"


def stands_in(quote: Quote, text: str) -> bool:
    """Whether every part of the quotation stands in the folded text."""
    return all(part in text for part in parts_of(fold_typed(quote.exact)))


def explain_missing(
    quote: Quote, articles: Mapping[str, Article], units: Mapping[str, Unit]
) -> Finding:
    """Why the quotation does not stand in its article, the surest explanation first."""
    needle = fold_typed(quote.exact)
    texts = [search_in(one) for one in articles.values() if one.text]
    own = next((one for one in texts if one.article.id == quote.article), None)
    others = [one for one in texts if one is not own]
    found = _elsewhere(quote, needle, others)
    if found is None and own is not None:
        found = _in_own(quote, needle, own, others, units)
    if own is None:
        why = f"there is no text of an article {show(quote.article)}"
        hint = "name an article of articles.yaml"
        found = found or finding_on("quote-missing", "article", "", hint)
        standing = found.message.partition("; ")[2]
        message = f"{why}; {standing}" if standing else why
        return finding_on("quote-missing", "article", message, found.hint)
    return found or _nearest(needle, own, others)


def _in_own(
    quote: Quote,
    needle: str,
    own: SearchedText,
    others: Sequence[SearchedText],
    units: Mapping[str, Unit],
) -> Finding | None:
    """What it is of its own article, or of its own words, where that is plain."""
    folded, near = own.folded.text, others[:_MOST_COMPARED]
    if said := describe_marks(quote.exact, needle, folded) or describe_dots(needle, folded):
        return finding_on("quote-missing", "exact", *said)
    return (
        _translation(quote, needle)
        or explain_joined(needle, [own], units)
        or _language(needle, own)
        or next(
            (one for other in near if (one := explain_joined(needle, [other], units, own))), None
        )
        or (explain_joined(needle, [own, *near], units) if near else None)
    )


def _elsewhere(quote: Quote, needle: str, others: Sequence[SearchedText]) -> Finding | None:
    """The other articles in which it does stand."""
    parts = split_at_dots(needle)
    marked = parts_of(needle)
    for wanted in (marked, unwrap(marked), parts, unwrap(parts)):
        places = [(one, one.folded.text.find(wanted[0])) for one in others if _has(one, wanted)]
        if places:
            break
    else:
        return None
    words = "stands word for word" if len(wanted) == 1 else "stands"
    where = ", and in ".join(one.at(position) for one, position in places)
    message = f"the quotation is not in {quote.article}; it {words} in {where}"
    hint = f"correct article to {' or '.join(one.article.id for one, _ in places)}"
    if wanted not in (marked, unwrap(marked)):
        hint += ", and mark the omission as […]"
    return finding_on("quote-missing", "article", message, hint)


def _has(text: SearchedText, parts: Sequence[str]) -> bool:
    """Whether the parts stand in the text, in order."""
    at = 0
    for part in parts:
        at = text.folded.text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return bool(parts)


def _translation(quote: Quote, needle: str) -> Finding | None:
    """It equals a translation of the fact, or all but does."""
    typed = needle.lower()
    for lang, text in quote.translation.items():
        likeness = fuzz.ratio(typed, fold_typed(text).lower(), score_cutoff=_TRANSLATED)
        if likeness:
            message = f"the quotation is the fact's own translation ({lang}), not the article's"
            hint = f"quote the article's own words in exact; {lang} stands under translation"
            return finding_on("quote-missing", "exact", f"{message} words", hint)
    return None


def _language(needle: str, own: SearchedText) -> Finding | None:
    """Its small words are plainly those of another language than the article's."""
    ours = base_of(own.article.lang)
    words = {token.lower for token in tokenize(needle)}
    stops = {lang: load_lexicon(lang).nouns.stops for lang in {*languages(), ours}}
    counts = {
        lang: len(words & (known - stops[ours])) for lang, known in stops.items() if lang != ours
    }
    likely = max(counts, key=lambda lang: counts[lang], default=None)
    if likely is None:
        return None
    own_count = len(words & (stops[ours] - stops[likely]))
    if counts[likely] < _PLAIN_LEAD + own_count * _PLAIN_LEAD:
        return None
    why = f"the quotation is {likely}, the article {ours}: it looks like a translation"
    hint = f"quote the article's own words in exact, and give these as translation: {{{likely}: …}}"
    return finding_on("quote-missing", "exact", why, hint)


def _nearest(needle: str, own: SearchedText, others: Sequence[SearchedText]) -> Finding:
    """The passage most like it, of its own article if that has one."""
    many = len(others) + 1
    nowhere = f"in none of {many} articles" if others else "not in the article"
    for text in (own, *others[:_MOST_COMPARED]):
        found = find_nearest(needle, text.folded.text)
        if found is None:
            continue
        where = f", in {text.article.id}" if others else ""
        line = f"{where} (line {text.line(found.start)}): "
        said = f"{nowhere}; nearest{line}{describe_found(needle, found, text.folded.text)}"
        hint = _VERBATIM if text is own else f"{_VERBATIM}, and correct article"
        return finding_on("quote-missing", "exact", said, hint)
    message = f"nothing like {show(needle)} stands in the article"
    if others:
        message += f"; it is in none of {many} articles"
    hint = "quote the article's own words, letter for letter, or name the right article"
    return finding_on("quote-missing", "exact", message, hint)
