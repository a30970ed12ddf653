"""Parts of a sentence around its figure, as a label has them: nouns, clauses, what goes with them.

In: an article, tokens. Out: ranges of its tokens, or their text in the case that they have within a
sentence.
"""

from collections.abc import Collection, Iterator

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.measures import find_measure
from generator.evidence.terms.heads.telling import base_of, saying_words

LONGEST_PHRASE, LONGEST_LABEL, LONGEST_DOING = 3, 7, 9


def spoken(article: AnnotatedArticle, part: range) -> str:
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


def words_in(article: AnnotatedArticle, part: range, shortest: int = 4) -> Iterator[str]:
    """Words of it that may name a measure, in order."""
    for at in saying_words(article, part, shortest):
        if may_name(article, at) and article.lexed.lower(at) not in article.lexicon.heads.vague:
            yield spoken(article, range(at, at + 1))


def may_name(article: AnnotatedArticle, at: int) -> bool:
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


def is_verb(article: AnnotatedArticle, at: int) -> bool:
    """It has the form of another tense, or is one such as `had`; a noun's plural is none."""
    lexicon, lower = article.lexicon, article.lexed.lower(at)
    if not lower.isalpha():
        return False  # `the trust's`
    known = lexicon.quantities.reporting | lexicon.quantities.copulas
    if lower in known or is_cue(article, "done", at):
        return True
    return base_of(lower, lexicon) != lower and not ends_as_plural(article, at)


def is_cue(article: AnnotatedArticle, name: str, at: int) -> bool:
    """The word is one of those that the lexicon lists by the name."""
    pattern = article.lexicon.cues.get(name)
    return pattern is not None and fits_whole(pattern, article.lexed.lower(at))


def ends_as_plural(article: AnnotatedArticle, at: int) -> bool:
    """It has the ending of a plural, whatever it is."""
    plural = article.lexicon.nouns.plural
    return bool(plural) and article.lexed.lower(at).endswith(plural)


def measure_word(annotation: Annotation) -> str:
    """What it is measured in, as the text has it: `hectares`; empty for money and shares."""
    unit, said = annotation.figure and annotation.figure.unit, annotation.mention.text.split()
    is_of = unit and unit.kind not in {"money", "ratio"} and len(said) > 1
    return said[-1] if is_of and said[-1].isalpha() else ""


def head_of(label: str, article: AnnotatedArticle) -> str:
    """The word before the first preposition: `time` of `median time from alarm to departure`."""
    small, words = article.lexicon.owners.prepositions | article.lexicon.verbs.of, label.split()
    end = next((at for at, one in enumerate(words) if at and one in small), len(words))
    return words[end - 1] if words else ""


def doing_behind(article: AnnotatedArticle, first: int) -> range:
    """What a noun before `first` does, up to the next statement or date; no preposition is that."""
    tokens, lexicon = article.lexed.tokens, article.lexicon
    small = lexicon.owners.prepositions | lexicon.quantities.articles | lexicon.quantities.per
    if first >= len(tokens) or tokens[first].kind != "word" or tokens[first].lower in small:
        return range(0)
    stop = min(article.parts.clause_of(first)[1], first + LONGEST_DOING + 1)
    last = first
    while last < stop and tokens[last].kind == "word":
        if tokens[last].lower in lexicon.quantities.cuts or _is_dated(article, last):
            break
        last += 1
    if last > first + LONGEST_DOING:
        return range(0)
    while last > first and tokens[last - 1].lower in small:
        last -= 1
    return range(first, last)


def _is_dated(article: AnnotatedArticle, at: int) -> bool:
    """Whether a date stands here."""
    start = article.token_starts[at]
    dates = (one.core for one in article.annotations if one.mention.kind == "date")
    return any(first <= start < last for first, last in dates)


def behind_small(article: AnnotatedArticle, first: int, stop: int) -> int:
    """Behind words before a noun that name nothing: `of all the`."""
    lexicon = article.lexicon
    skipped = lexicon.quantities.articles | lexicon.owners.possessives | lexicon.verbs.of
    skipped |= lexicon.numerals.part_links
    while first < stop and article.lexed.lower(first) in skipped:
        first += 1
    return first


def clause_to(article: AnnotatedArticle, stop: int, *, with_article: bool = False) -> range:
    """The clause up to here, behind a date that opens it; none where it is long or not plain."""
    start = article.parts.clause_of(stop - 1)[0]
    dated = (at for at in range(start, stop) if _is_dated(article, at))
    start = max(dated, default=start - 1) + 1
    part = range(start, stop)
    part = part if with_article else bare(article, part)
    return part if is_plain(article, part) and len(part) <= LONGEST_LABEL else range(0)


def is_plain(article: AnnotatedArticle, part: range) -> bool:
    """Words alone."""
    return all(article.lexed.tokens[at].kind == "word" for at in part)


def bare(article: AnnotatedArticle, part: range) -> range:
    """Without the articles and the possessives that it begins with, nor the words that link it."""
    lexicon = article.lexicon
    small = lexicon.quantities.articles | lexicon.quantities.cuts | lexicon.relative
    start = part.start
    while start < part.stop and article.lexed.lower(start) in small:
        start += 1
    return range(start, part.stop)


def object_behind(
    article: AnnotatedArticle, end: int, leading: Collection[str] | None = None
) -> range:
    """What it goes to: `on new engines` of `spend £4 million on new engines`; a time is none."""
    tokens, lexicon = article.lexed.tokens, article.lexicon
    leading = lexicon.owners.prepositions - lexicon.verbs.of if leading is None else leading
    if end >= len(tokens) or article.lexed.lower(end) not in leading:
        return range(0)
    first = end + 1
    while first < len(tokens) and tokens[first].lower in lexicon.quantities.articles:
        first += 1
    part = range(first, min(len(tokens), first + LONGEST_PHRASE))
    known, last = set(saying_words(article, part, 2)), first
    numbers = lexicon.numerals.values
    while last in known and may_name(article, last) and tokens[last].lower not in numbers:
        last += 1
    is_before_number = last < len(tokens) and (
        tokens[last].kind == "number" or tokens[last].lower in numbers
    )
    return range(0) if last == first or is_before_number else range(end, last)


def noun_behind(article: AnnotatedArticle, end: int, stop: int) -> range:
    """`damaged bog` of `34 percent of the damaged bog`: up to a plural, or what says nothing."""
    tokens, lexicon = article.lexed.tokens, article.lexicon
    first = behind_small(article, end, stop)
    part = range(first, min(stop, first + LONGEST_PHRASE))
    known, last = set(saying_words(article, part, shortest=2)), first
    while last in known and tokens[last].lower not in lexicon.owners.objects:
        if last > first and is_verb(article, last):
            break  # `two thirds of the seed came`
        last += 1
        noun = tokens[last - 1]
        is_form = base_of(noun.text, lexicon) != noun.lower
        is_plural = is_form and ends_as_plural(article, last - 1)
        if is_plural or (not lexicon.titles.capitalised and noun.text[:1].isupper()):
            break
    return range(first, last) if first > end else range(0)
