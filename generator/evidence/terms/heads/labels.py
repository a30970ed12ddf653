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
    is_lasting: bool = False
    """The figure is how long that takes: `a repair took`."""


def calls(
    article: AnnotatedArticle, annotation: Annotation, named: Nomenclature
) -> tuple[Called, ...]:
    """What the figure may be of, as its sentence says it: whole phrases first, then its words."""
    figure = numeral_of(article, annotation)
    first, last = sentence_around(article, annotation)
    counted = tuple(_counted(article, annotation, figure, last))
    framed = tuple(_framed(article, annotation, counted[0].label if counted else ""))
    bases = {
        at: base_of(article.lexed.tokens[at].text, article.lexicon)
        for at in saying_words(article, range(first, last))
        if _may_name(article, at)
    }
    order = {word: at for at, word in enumerate(telling_words(article, annotation, "", named))}
    own = (at for at, base in bases.items() if base in order)
    words = (
        _spoken(article, range(at, at + 1)) for at in sorted(own, key=lambda at: order[bases[at]])
    )
    said = {word for one in (*framed, *counted) for word in (*one.label.split(), one.word)}
    others = [Called(word, word) for word in words if word not in said]
    return tuple(dict.fromkeys((*framed, *counted, *others)))


def _counted(
    article: AnnotatedArticle, annotation: Annotation, figure: Numeral, last: int
) -> Iterator[Called]:
    """What it counts, or is a share of; with what that does."""
    behind = _noun_behind(article, figure.end, last) or figure.phrase
    if any(find_measure(article.lexed.tokens, at, article.lexicon) for at in behind):
        return
    if annotation.mention.kind == "percent":
        yield from _shared(article, figure.end, behind, last)
        return
    if behind:
        label, doing = _spoken(article, behind), _doing(article, behind.stop)
        yield Called(label, label)
        if doing and _is_verb(article, doing[0]):
            yield Called(label, label, _spoken(article, doing))


def _shared(article: AnnotatedArticle, end: int, behind: range, last: int) -> Iterator[Called]:
    """What a share is of, by what it does and by its name; of `them` only by what they do."""
    lexed, lexicon = article.lexed, article.lexicon
    is_of = end < last and (lexed.lower(end) in lexicon.verbs.of or behind.start > end)
    if is_of and behind:
        label, doing = _spoken(article, behind), _doing(article, behind.stop)
        whole = _spoken(article, range(end + (lexed.lower(end) in lexicon.verbs.of), behind.stop))
        head = _spoken(article, behind[-1:])
        if doing:
            word = next(_words_in(article, doing), head)
            yield Called(label, word, _spoken(article, doing), is_share=True, whole=whole)
        for word in dict.fromkeys((label, head)):
            yield Called(label, word, is_share=True, whole=whole)
        return
    at = _behind_small(article, end, last) if is_of else end
    is_them = is_of and at < last and lexed.lower(at) in lexicon.owners.objects
    if is_them or (at < last and lexed.lower(at) in lexicon.quantities.reporting):
        doing = _doing(article, at + is_them)
        for word in _words_in(article, doing):
            yield Called("", word, _spoken(article, doing), is_share=True)


def _framed(article: AnnotatedArticle, annotation: Annotation, noun: str) -> Iterator[Called]:
    """What the words before the figure make of it: what was done, is to be done, costs or lasts."""
    figure, lexed = numeral_of(article, annotation), article.lexed
    small = article.lexicon.owners.prepositions | article.lexicon.quantities.articles
    mention = annotation.mention
    start = min(article.tokens_in(mention.start, mention.end)[0], figure.first)
    verb = start - 1
    if verb < 1 or lexed.tokens[verb].kind != "word":
        return
    word, before = _spoken(article, range(verb, start)), lexed.lower(verb - 1)
    is_base = (
        base_of(word, article.lexicon) == word and before in article.lexicon.owners.prepositions
    )
    if is_base and lexed.lower(verb) not in small and (of := noun or _measure(annotation)):
        yield Called(of, word, aim=word)
    elif noun and lexed.lower(verb) not in small:
        yield Called(noun, noun, done=word)
    elif mention.kind == "duration" and (part := _lasting(article, start)):
        words = reversed(list(_words_in(article, part)))
        yield from (Called(_spoken(article, part), one, is_lasting=True) for one in words)
    elif is_base and word not in article.lexicon.quantities.price_verbs:
        yield Called(_with_object(article, word, figure.end), word)
    elif not noun:
        yield from _subjects(article, annotation, start)


def _lasting(article: AnnotatedArticle, stop: int) -> range:
    """What takes a time: `a repair took`, `they queued`; none where no verb ends the clause."""
    lexed, lexicon = article.lexed, article.lexicon
    small = lexicon.owners.prepositions | lexicon.quantities.articles
    part = _clause_to(article, stop, with_article=True)
    while part and lexed.lower(part[-1]) in small:
        part = part[:-1]
    begins = lexicon.quantities.articles | lexicon.owners.pronouns
    first = next((at for at in part if lexed.lower(at) in begins), part.start)
    if part and lexed.lower(part[0]) in small | lexicon.quantities.cuts:
        part = range(first, part.stop)
    unfit = lexicon.relative | lexicon.quantities.reporting | lexicon.quantities.copulas
    if len(part) <= 1 or lexed.lower(part[0]) in unfit | small - begins:
        return range(0)
    is_noun = lexed.lower(part[-2]) in lexicon.quantities.articles
    return range(0) if is_noun or lexed.lower(part[-1]) in lexicon.quantities.copulas else part


def _subjects(article: AnnotatedArticle, annotation: Annotation, start: int) -> Iterator[Called]:
    """What the figure is said to be, or what costs it; and the last verb before it."""
    lexed, lexicon = article.lexed, article.lexicon
    paying = [
        at
        for at in range(max(0, start - _LONGEST_PHRASE), start)
        if lexed.lower(at) in lexicon.quantities.price_verbs
    ]
    verb = paying[-1] if paying else start - 1
    small = lexicon.owners.prepositions | lexicon.quantities.articles
    if lexed.lower(verb) in small:
        return
    word = _spoken(article, range(verb, verb + 1))
    clause = article.parts.clause_of(verb)[0]
    is_noun_first = lexed.lower(clause) in lexicon.quantities.articles
    subject = _clause_to(article, verb)
    if paying:
        cut = next((at for at in subject if lexed.lower(at) in lexicon.quantities.copulas), verb)
        said = _spoken(article, range(subject.start, min(cut, subject.stop)))
        yield Called(f"{said} {word}".strip(), word)
    elif lexed.lower(verb) in lexicon.quantities.copulas or is_noun_first:
        words = list(_words_in(article, subject))
        words.sort(key=lambda one: one != _head(_spoken(article, subject), article))
        yield from (Called(_spoken(article, subject), one) for one in words)
    if lexed.lower(verb) not in lexicon.quantities.copulas and _may_name(article, verb):
        yield Called(_with_object(article, word, numeral_of(article, annotation).end), word)


def _with_object(article: AnnotatedArticle, verb: str, end: int) -> str:
    return f"{verb} {_spoken(article, _object(article, end))}".strip()


def _words_in(article: AnnotatedArticle, part: range) -> Iterator[str]:
    """Words of it that may name a measure, in order."""
    for at in saying_words(article, part):
        if _may_name(article, at):
            yield _spoken(article, range(at, at + 1))


def _is_verb(article: AnnotatedArticle, at: int) -> bool:
    """It has the form of another tense, or is one such as `had`; a noun's plural is none."""
    lexicon, lower = article.lexicon, article.lexed.lower(at)
    if lower in lexicon.quantities.reporting | lexicon.quantities.copulas:
        return True
    return base_of(lower, lexicon) != lower and not _ends_as_plural(article, at)


def _ends_as_plural(article: AnnotatedArticle, at: int) -> bool:
    plural = article.lexicon.nouns.plural
    return bool(plural) and article.lexed.lower(at).endswith(plural)


def _measure(annotation: Annotation) -> str:
    """What it is measured in, as the text has it: `hectares`; empty for money and shares."""
    unit, said = annotation.figure and annotation.figure.unit, annotation.mention.text.split()
    is_of = unit and unit.kind not in {"money", "ratio"} and len(said) > 1
    return said[-1] if is_of and said[-1].isalpha() else ""


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


def _clause_to(article: AnnotatedArticle, stop: int, *, with_article: bool = False) -> range:
    """The clause up to here; none where it is long or has more than words."""
    start = article.parts.clause_of(stop - 1)[0]
    articles = article.lexicon.quantities.articles
    while not with_article and start < stop and article.lexed.lower(start) in articles:
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
        is_form = base_of(noun.text, lexicon) != noun.lower
        is_plural = is_form and _ends_as_plural(article, last - 1)
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
    is_name = is_name or tokens[first].text[1:].isupper()
    if article.lexicon.titles.capitalised and is_first and not is_name:
        said = f"{said[:1].lower()}{said[1:]}"
    return " ".join(said.split())
