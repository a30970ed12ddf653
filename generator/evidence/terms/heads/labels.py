"""What a sentence calls that which its figure is of, for the label of an indicator and its word.

In: an article, a figure, what the briefing measures. Out: what it counts or is a share of with what
that does, then other words that tell. It proposes; whether one names the measure a person says.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.numbers.measures import find_measure
from generator.evidence.quotes.locate import sentence_around
from generator.evidence.terms.heads.telling import base_of, saying_words, telling_words
from generator.evidence.terms.numerals import Numeral, numeral_of
from generator.model import Nomenclature

_LONGEST_PHRASE, _LONGEST_LABEL, _LONGEST_DOING = 3, 7, 9


@dataclass(frozen=True, slots=True)
class Called:
    """Words of a sentence, in the case that they have within one."""

    label: str
    """What the figure is of: `volunteers`, `median time from alarm to departure`."""
    word: str
    """The word of it that an indicator would have."""
    doing: str = ""
    """What those that are counted do: `served in the stations`."""
    is_share: bool = False
    """The figure is a part of it."""
    whole: str = ""
    """That of which it is a part, with its article: `the damaged bog`."""
    aim: str = ""
    """The verb of what is to be done with them: `hire` of `to hire 120 cooks`."""
    done: str = ""
    """The verb before them of what was: `answered` of `answered 1,284 calls`."""


def calls(
    article: AnnotatedArticle, annotation: Annotation, named: Nomenclature
) -> tuple[Called, ...]:
    """What the figure may be of, as its sentence says it: what it counts first, then its words."""
    figure = numeral_of(article, annotation)
    first, last = sentence_around(article, annotation)
    known = set(saying_words(article, range(first, last)))
    counted = tuple(_counted(article, annotation, figure, last))
    bases = {
        at: base_of(article.lexed.tokens[at].text, article.lexicon)
        for at in known
        if _may_name(article, at)
    }
    order = {word: at for at, word in enumerate(telling_words(article, annotation, "", named))}
    own = sorted(
        (at for at, base in bases.items() if base in order), key=lambda at: order[bases[at]]
    )
    noun = counted[0].label if counted else ""
    said = {word for one in counted for word in one.label.split()}
    others = [
        _called(article, at, annotation, noun)
        for at in own
        if _spoken(article, range(at, at + 1)) not in said
    ]
    others.sort(key=lambda one: (one.label == one.word, one.word != _head(one.label, article)))
    first_ones = [one for one in others if one.aim or one.done]
    return tuple(dict.fromkeys((*first_ones, *counted, *others)))


def _counted(
    article: AnnotatedArticle, annotation: Annotation, figure: Numeral, last: int
) -> Iterator[Called]:
    """What it counts or is a share of: with what that does first where the noun says too little."""
    behind = _noun_behind(article, figure.end, last) or figure.phrase
    if any(find_measure(article.lexed.tokens, at, article.lexicon) for at in behind):
        return
    label, lexed = _spoken(article, behind), article.lexed
    is_of = figure.end < last and lexed.lower(figure.end) in article.lexicon.verbs.of
    is_of = is_of or (bool(behind) and behind.start > figure.end)
    is_share = annotation.mention.kind == "percent" and is_of
    end = behind.stop if behind else _behind_small(article, figure.end, last)
    if is_share and not behind and lexed.lower(end) in article.lexicon.owners.objects:
        end += 1
    doing = _doing(article, end)
    said = _spoken(article, doing)
    verbs = saying_words(article, doing)
    words = [label, _spoken(article, behind[-1:])] if behind else []
    words += [_spoken(article, range(at, at + 1)) for at in verbs if is_share][:1]
    after_of = figure.end + (lexed.lower(figure.end) in article.lexicon.verbs.of)
    whole = _spoken(article, range(after_of, end)) if is_share and behind else ""
    if is_share and said:
        yield from (Called(label, word, said, is_share=True, whole=whole) for word in words[-1:])
    names = words[: len(behind)][:2]
    yield from (Called(label, word, is_share=is_share, whole=whole) for word in names)
    if said and behind and not is_share:
        yield Called(label, label, said)


def _called(article: AnnotatedArticle, at: int, annotation: Annotation, noun: str) -> Called:
    """A word of the sentence as a label would have it."""
    figure, tokens = numeral_of(article, annotation), article.lexed.tokens
    word = _spoken(article, range(at, at + 1))
    mention = annotation.mention
    start = min(article.tokens_in(mention.start, mention.end)[0], figure.first)
    subject = _subject(article, figure.first)
    if at in subject:
        return Called(_spoken(article, subject), word)
    if word in article.lexicon.quantities.price_verbs:
        return Called(_spoken(article, _clause_to(article, at + 1)) or word, word)
    if at != start - 1:
        return Called(word, word)
    leads = at > 0 and tokens[at - 1].lower in article.lexicon.owners.prepositions
    if leads and base_of(word, article.lexicon) == word and (of := noun or _measure(annotation)):
        return Called(of, word, aim=word)
    if noun:
        return Called(noun, noun, done=word)
    label = " ".join(filter(None, (word, _spoken(article, _object(article, figure.end)))))
    return Called(label, word)


def _measure(annotation: Annotation) -> str:
    """What it is measured in, as the text has it: `hectares`; empty for money and shares."""
    unit, said = annotation.figure and annotation.figure.unit, annotation.mention.text.split()
    return said[-1] if unit and unit.kind == "measure" and len(said) > 1 else ""


def _head(label: str, article: AnnotatedArticle) -> str:
    """The word before the first preposition: `time` of `median time from alarm to departure`."""
    small, words = article.lexicon.owners.prepositions | article.lexicon.verbs.of, label.split()
    end = next((at for at, one in enumerate(words) if at and one in small), len(words))
    return words[end - 1] if words else ""


def _doing(article: AnnotatedArticle, first: int) -> range:
    """What a noun before `first` does, up to the next statement or date; no preposition is that."""
    tokens, lexicon = article.lexed.tokens, article.lexicon
    small = lexicon.owners.prepositions | lexicon.quantities.articles | lexicon.quantities.per
    if first >= len(tokens) or tokens[first].kind != "word" or tokens[first].lower in small:
        return range(0)
    stop = min(article.parts.clause_of(first)[1], first + _LONGEST_DOING + 1)
    last = first
    while last < stop and tokens[last].kind == "word":
        if tokens[last].lower in lexicon.quantities.cuts or _is_dated(article, last):
            break
        last += 1
    if last > first + _LONGEST_DOING:
        return range(0)
    while last > first and tokens[last - 1].lower in small:
        last -= 1
    return range(first, last)


def _is_dated(article: AnnotatedArticle, at: int) -> bool:
    """Whether a date stands here."""
    token = article.lexed.tokens[at]
    inside = article.within(token.start, token.end)
    return any(one.mention.kind == "date" for one in inside)


def _behind_small(article: AnnotatedArticle, first: int, stop: int) -> int:
    """Behind words before a noun that name nothing: `of all the`."""
    lexicon = article.lexicon
    skipped = lexicon.quantities.articles | lexicon.owners.possessives | lexicon.verbs.of
    skipped |= lexicon.numerals.part_links
    while first < stop and article.lexed.lower(first) in skipped:
        first += 1
    return first


def _subject(article: AnnotatedArticle, first: int) -> range:
    """What a figure is said to be: `median time from alarm to departure` of `… was 7.5 minutes`."""
    lexicon, lower = article.lexicon, article.lexed.lower
    if not first or lower(first - 1) not in lexicon.quantities.copulas:
        return range(0)
    return _clause_to(article, first - 1)


def _clause_to(article: AnnotatedArticle, stop: int) -> range:
    """The clause up to here, without its article; none where it is long or has more than words."""
    start = article.parts.clause_of(stop - 1)[0]
    while start < stop and article.lexed.lower(start) in article.lexicon.quantities.articles:
        start += 1
    part = range(start, stop)
    is_plain = all(article.lexed.tokens[at].kind == "word" for at in part)
    return part if is_plain and len(part) <= _LONGEST_LABEL else range(0)


def _object(article: AnnotatedArticle, end: int) -> range:
    """What it goes to: `on new engines` of `spend £4 million on new engines`; a time is none."""
    tokens, lexicon = article.lexed.tokens, article.lexicon
    leading = lexicon.owners.prepositions - lexicon.verbs.of
    if end >= len(tokens) or article.lexed.lower(end) not in leading:
        return range(0)
    first = end + 1
    while first < len(tokens) and tokens[first].lower in lexicon.quantities.articles:
        first += 1
    part = range(first, min(len(tokens), first + _LONGEST_PHRASE))
    known, last = set(saying_words(article, part, 2)), first
    while last in known and _may_name(article, last):
        last += 1
    is_before_number = last < len(tokens) and tokens[last].kind == "number"
    return range(0) if last == first or is_before_number else range(end, last)


def _may_name(article: AnnotatedArticle, at: int) -> bool:
    """No name of somebody, no unit, no word of saying or of being."""
    tokens, lexicon = article.lexed.tokens, article.lexicon
    is_inside = at > article.parts.sentence_of(at)[0]
    if is_inside and lexicon.titles.capitalised and tokens[at].text.istitle():
        return False
    lower = tokens[at].lower
    if lower in lexicon.relative or lexicon.speakers.closing.search(lower):
        return False
    if find_measure(tokens, at, lexicon):
        return False
    small = {base_of(one, lexicon) for one in lexicon.quantities.copulas | lexicon.owners.pronouns}
    return base_of(tokens[at].text, lexicon) not in small


def _noun_behind(article: AnnotatedArticle, end: int, stop: int) -> range:
    """`damaged bog` of `34 percent of the damaged bog`: up to a plural, or what says nothing."""
    tokens, lexicon = article.lexed.tokens, article.lexicon
    first = _behind_small(article, end, stop)
    part = range(first, min(stop, first + _LONGEST_PHRASE))
    known, last = set(saying_words(article, part, shortest=2)), first
    while last in known and tokens[last].lower not in lexicon.owners.objects:
        last += 1
        noun = tokens[last - 1]
        plural, base = lexicon.nouns.plural, base_of(noun.text, lexicon)
        is_plural = bool(plural) and noun.lower.endswith(plural) and base != noun.lower
        if is_plural or (not lexicon.titles.capitalised and noun.text[:1].isupper()):
            break
    return range(first, last) if first > end else range(0)


def _spoken(article: AnnotatedArticle, part: range) -> str:
    """The tokens as text, in the case that they have within a sentence."""
    if not part:
        return ""
    tokens, first = article.lexed.tokens, part[0]
    said = article.text[tokens[first].start : tokens[part[-1]].end]
    is_name = len(part) > 1 and tokens[part[1]].text.istitle()  # `Harrow Moor`
    is_first = first == article.parts.sentence_of(first)[0]
    if article.lexicon.titles.capitalised and is_first and not is_name:
        said = f"{said[:1].lower()}{said[1:]}"
    return " ".join(said.split())
