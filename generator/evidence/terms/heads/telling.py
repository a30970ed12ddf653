"""The words of a sentence that tell what its figure measures, for who adds one to an indicator.

In: an article, a figure, what the briefing measures. Out: words in base form, the most telling
first: none that stands with other figures of the article too, or that another indicator has. It
proposes; whether a word names the measure a person says.
"""

from collections.abc import Iterator

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.lexicon.dictionary import lemma_of
from generator.evidence.lexicon.lemmas import forms_of
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.numbers.directions import direction_of
from generator.evidence.numbers.measures import find_measure
from generator.evidence.quotes.locate import sentence_around, span_between
from generator.evidence.terms.numerals import numeral_of
from generator.model import Nomenclature

_SHORTEST = 4
_LONGEST_PHRASE, _LONGEST_LABEL = 3, 7
_MOST_FIGURES = 60
"""Of a longer text the figures near by are enough."""


def telling_words(
    article: AnnotatedArticle, annotation: Annotation, indicator: str, named: Nomenclature
) -> tuple[str, ...]:
    """Those of the figure's clause, what it counts first, then those of its sentence."""
    first, last = sentence_around(article, annotation)
    figure = numeral_of(article, annotation)
    here = range(*article.parts.clause_of(article.tokens_in(*annotation.core)[0]))
    taken = _taken(article, annotation, indicator, named)
    tokens, has_nouns = article.lexed.tokens, not article.lexicon.titles.capitalised
    articles = article.lexicon.quantities.articles | article.lexicon.owners.possessives
    in_order = sorted(
        _words(article, range(first, last)),
        key=lambda at: (
            at not in figure.noun,
            at not in here,
            tokens[at].text.islower() if has_nouns else tokens[at - 1].lower not in articles,
            abs(at - figure.first),
        ),
    )
    found = [
        base_of(article.lexed.tokens[at].text, article.lexicon)
        for at in in_order
        if taken.isdisjoint(_forms(article, at))
    ]
    return tuple(dict.fromkeys(found))


def telling_phrases(
    article: AnnotatedArticle, annotation: Annotation, named: Nomenclature
) -> tuple[tuple[str, str], ...]:
    """What the figure may be of, as its sentence says it: what it counts first, then its words.

    Each as a label would have it, then the word alone.
    """
    figure, tokens = numeral_of(article, annotation), article.lexed.tokens
    first, last = sentence_around(article, annotation)
    known = set(_words(article, range(first, last)))
    behind = _noun_behind(article, figure.end, last) or figure.phrase
    if any(find_measure(tokens, at, article.lexicon) for at in behind):
        behind = range(0)
    telling = telling_words(article, annotation, "", named)
    order = {word: place for place, word in enumerate(telling)}
    bases = {at: base_of(tokens[at].text, article.lexicon) for at in known}
    spots = sorted((at for at in known if bases[at] in order), key=lambda at: order[bases[at]])
    own = [at for at in spots if at not in behind and _may_name(article, at)]
    found = [(_spoken(article, behind),) * 2] if behind else []
    subject = _subject(article, figure.first)
    for at in own:
        word = _spoken(article, range(at, at + 1))
        label = _spoken(article, subject) if at in subject else word
        if at == figure.first - 1:
            label = " ".join(filter(None, (word, _spoken(article, _object(article, figure.end)))))
        found.append((label, word))
    return tuple(dict.fromkeys(found))


def _subject(article: AnnotatedArticle, first: int) -> range:
    """What a figure is said to be: `median time from alarm to departure` of `… was 7.5 minutes`."""
    lexicon, lower = article.lexicon, article.lexed.lower
    if not first or lower(first - 1) not in lexicon.quantities.copulas:
        return range(0)
    start = article.parts.clause_of(first - 1)[0]
    while start < first and lower(start) in lexicon.quantities.articles:
        start += 1
    part = range(start, first - 1)
    is_plain = all(article.lexed.tokens[at].kind == "word" for at in part)
    return part if is_plain and len(part) <= _LONGEST_LABEL else range(0)


def _object(article: AnnotatedArticle, end: int) -> range:
    """What it goes to: `on new engines` of `spend £4 million on new engines`; a time is none."""
    tokens, lexicon = article.lexed.tokens, article.lexicon
    leading = lexicon.owners.prepositions - lexicon.verbs.of
    if end >= len(tokens) or article.lexed.lower(end) not in leading:
        return range(0)
    known = set(_words(article, range(end + 1, min(len(tokens), end + 1 + _LONGEST_PHRASE)), 2))
    last = end + 1
    while last in known and _may_name(article, last):
        last += 1
    is_before_number = last < len(tokens) and tokens[last].kind == "number"
    return range(0) if last == end + 1 or is_before_number else range(end, last)


def _may_name(article: AnnotatedArticle, at: int) -> bool:
    """No name of somebody, no unit, no word of saying or of being."""
    tokens, lexicon = article.lexed.tokens, article.lexicon
    is_inside = at > article.parts.sentence_of(at)[0]
    if is_inside and lexicon.titles.capitalised and tokens[at].text.istitle():
        return False
    if find_measure(tokens, at, lexicon) or lexicon.speakers.closing.search(tokens[at].lower):
        return False
    small = {base_of(one, lexicon) for one in lexicon.quantities.copulas | lexicon.owners.pronouns}
    return base_of(tokens[at].text, lexicon) not in small


def _noun_behind(article: AnnotatedArticle, end: int, stop: int) -> range:
    """`damaged bog` of `34 percent of the damaged bog`: up to the first word that says nothing."""
    tokens, lexicon = article.lexed.tokens, article.lexicon
    skipped = lexicon.quantities.articles | lexicon.owners.possessives | lexicon.verbs.of
    first = end
    while first < stop and article.lexed.lower(first) in skipped:
        first += 1
    known = set(_words(article, range(first, min(stop, first + _LONGEST_PHRASE)), shortest=2))
    last = first
    while last in known:
        last += 1
        if not lexicon.titles.capitalised and tokens[last - 1].text[:1].isupper():
            break
    return range(first, last) if first > end else range(0)


def _spoken(article: AnnotatedArticle, part: range) -> str:
    """The tokens as text, in the case that they have within a sentence."""
    tokens, is_title = article.lexed.tokens, article.lexicon.titles.capitalised
    texts = (tokens[at].text for at in part)
    return " ".join(one.lower() if is_title else one for one in texts)


def base_of(word: str, lexicon: Lexicon) -> str:
    """The word as a list of words has it: `bather` of `bathers`."""
    base = lexicon.nouns.irregular.get(word.lower()) or lemma_of(word, lexicon.lang)
    is_noun = word[:1].isupper() and not lexicon.titles.capitalised
    return base.capitalize() if is_noun else base.lower()


def _words(article: AnnotatedArticle, part: range, shortest: int = _SHORTEST) -> Iterator[int]:
    """Tokens that say something by themselves."""
    tokens, lexicon = article.lexed.tokens, article.lexicon
    small = lexicon.nouns.stops | lexicon.hedges.articles | lexicon.owners.prepositions
    small |= lexicon.owners.pronouns | lexicon.quantities.articles | lexicon.quantities.copulas
    for at in part:
        text = tokens[at].lower
        is_word = tokens[at].kind == "word" and len(text) >= shortest and text.isalpha()
        if is_word and text not in small and direction_of(text, lexicon) is None:
            yield at


def _forms(article: AnnotatedArticle, at: int) -> frozenset[str]:
    token = article.lexed.tokens[at]
    return frozenset({token.lower, *(one.lower() for one in forms_of(token.text, article.lexicon))})


def _taken(
    article: AnnotatedArticle, annotation: Annotation, indicator: str, named: Nomenclature
) -> frozenset[str]:
    """Forms in the sentences of other figures, and those of names and of other indicators."""
    lang = article.lang.partition("-")[0]
    own = range(*sentence_around(article, annotation))
    typed = [
        word
        for one in named.indicators.values()
        for word in (*one.words.get(article.lang, ()), *one.words.get(lang, ()))
    ]
    for one in named.entities.values():
        typed += [*one.names, *one.nouns.get(lang, ()), *one.name.values()]
    taken = {
        form.lower()
        for word in typed
        for part in word.split()
        for form in (part, *forms_of(part, article.lexicon))
    }
    for other in article.annotations[:_MOST_FIGURES]:
        if other.mention.value is None or other.mention.kind in {"date", "ordinal", "name"}:
            continue
        part = range(*sentence_around(article, other))
        if part != own:
            taken.update(form for at in _words(article, part) for form in _forms(article, at))
    # What others are measured in tells nothing, nor do words of dates, amounts and units.
    unit = annotation.mention.unit
    is_shared = any(unit in one.units for one in named.indicators.values() if one.id != indicator)
    counted = () if unit and is_shared else numeral_of(article, annotation).noun
    for inner in article.within(*span_between(article, own.start, own.stop)):
        first, last = article.tokens_in(inner.mention.start, inner.mention.end)
        figure, nouns = numeral_of(article, inner), counted if inner.core == annotation.core else ()
        inside = {*range(min(first, figure.first), last), *figure.noun} - {*nouns}
        taken.update(form for at in inside for form in _forms(article, at))
    return frozenset(taken)
