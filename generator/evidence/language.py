"""Which language the words of a text are plainly of: when none is typed, or another one.

In: a text, and its language where one is typed. Out: a language that has a lexicon, or None. It
counts the function words that one language has and no other; names, numbers and short texts say
nothing. A text of which nothing is known must also be made of words that the language has.
"""

import functools
import re

from generator.evidence.lexicon.lexicon import base_of, is_readable, languages, load_lexicon

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST, _TIMES = 3, 4
"""So many words at least, and so many times as many as of the language that is typed."""
_LEAST_KNOWN = 0.75
"""The share of the words that a language must have, for a text of which nothing is known."""


def find_other_language(text: str, lang: str) -> str | None:
    """The language whose function words the text has, where it has hardly any of its own."""
    if not is_readable(lang):
        return None
    counts = _count_owned(text)
    own = counts.pop(base_of(lang))
    likely = max(counts, key=lambda one: counts[one], default=None)
    if likely is None or counts[likely] < max(_FEWEST, _TIMES * own):
        return None
    return likely


def guess_language(text: str) -> str | None:
    """The one language of a text; None where it is short, mixed, or in one without lexicon."""
    counts = _count_owned(text)
    likely = max(counts, key=lambda one: counts[one])
    second = max((count for one, count in counts.items() if one != likely), default=0)
    if counts[likely] < max(_FEWEST, _TIMES * second):
        return None
    # Some function words of a language are those of its neighbours, which have no lexicon.
    from simplemma.language_detector import LanguageDetector  # noqa: PLC0415 - as the lemmas: rarely needed

    known = LanguageDetector(likely).proportion_in_target_languages(text)
    return likely if known >= _LEAST_KNOWN else None


def _count_owned(text: str) -> dict[str, int]:
    """How many words of the text one language alone has, by language."""
    counts = dict.fromkeys(languages(), 0)
    owners = _owners()
    for word in _WORD.findall(text.lower()):
        if owner := owners.get(word):
            counts[owner] += 1
    return counts


def function_words(lang: str) -> frozenset[str]:
    """Words that stand beside anything: articles, prepositions, forms of `be`."""
    lexicon = load_lexicon(lang)
    return lexicon.nouns.stops | lexicon.hedges.articles


@functools.lru_cache(maxsize=1)
def _owners() -> dict[str, str]:
    """For each function word that one language alone has, that language."""
    known: dict[str, set[str]] = {}
    for lang in languages():
        for word in function_words(lang) | load_lexicon(lang).numerals.one:
            known.setdefault(word.lower(), set()).add(lang)
    return {word: langs.pop() for word, langs in known.items() if len(langs) == 1}
