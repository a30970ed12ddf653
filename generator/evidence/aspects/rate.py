"""Whether a figure is one for each unit of something, and its fact says so.

In: a rule context. Out: a finding where the text has `per share` or `a month` beside the figure and
the fact has neither such a unit (`EUR/month`) nor an indicator whose words are those of a rate; and
where the fact has such a unit and the text has another rate or none. It looks at the article, so a
quotation cut short hides no rate.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.evidence.aspects.context import RuleContext
from generator.evidence.aspects.measure import own_words
from generator.evidence.findings import finding_on, show
from generator.evidence.lexicon.lexicon import Lexicon
from generator.evidence.lexicon.phrases import fits_whole
from generator.evidence.numbers.figures import LexedText
from generator.evidence.numbers.measures import DURATIONS, find_measure
from generator.evidence.numbers.units import split_rate
from generator.evidence.quotes.locate import span_between, words_between
from generator.model import RATIO_UNITS, Finding

_SKIPPED = 1
_COUNTED = 3
"""Words that may name what is counted."""
_SECOND = 2
"""Words before the subject where the verb stands before it."""
_HEAD = 12
"""How far before the figure a clause may begin with what it is for each of."""


@dataclass(frozen=True, slots=True)
class Rate:
    """What a figure is for each of: a stretch of time, a declared unit, or another noun."""

    words: str
    of: str
    """A duration, the id of a declared unit, or the noun as it stands."""
    first: int
    last: int
    code: str | None = None
    """The measure that the noun is: `m2` of `je Quadratmeter`."""

    @property
    def is_time(self) -> bool:
        """So much in each stretch of time."""
        return self.of in DURATIONS


def check_rate(context: RuleContext) -> Iterator[Finding]:
    """A rate is a rate of the fact as well, and no other."""
    _, claimed = split_rate(context.amount.unit)
    stated = find_rate(context)
    if claimed is not None:
        if stated is None and not (
            _is_compound(context, claimed) or _is_of_rate_before(context, claimed)
        ):
            message = f"no word beside {context.words} makes it one for each {claimed}"
            yield finding_on("unit-mismatch", "unit", message, "leave the second unit out")
        elif stated and claimed not in {stated.of, stated.code}:
            message = f"the fact says for each {claimed}; the text says {show(stated.words)}"
            yield finding_on("unit-mismatch", "unit", message, "correct the unit")
        return
    if stated is None or _is_said(context, stated):
        return
    unit = context.amount.unit or ""
    message = f"the text says {show(stated.words)} of {context.words}; the fact drops it"
    hint = f"write unit: {unit}/{stated.of}, or declare it in the words of the indicator"
    yield finding_on("rate-dropped", "unit", message, hint)


def _is_of_rate_before(context: RuleContext, claimed: str) -> bool:
    """`£3,480 a year, £160 more than in 2024`: the difference of such a rate is one as well."""
    article, unit = context.article, context.annotation.mention.unit
    if not context.is_change:
        return False
    before = article.within(*span_between(article, context.statement.sentence.start, context.token))
    if not before or before[-1].mention.unit != unit:
        return False
    rate = find_rate(replace(context, annotation=before[-1]))
    return rate is not None and claimed in {rate.of, rate.code}


def _is_compound(context: RuleContext, claimed: str) -> bool:
    """A word of the measure begins with the stretch of time: `uurloon`, `Monatsmiete`."""
    starts = context.lexicon.rates.compounds.get(claimed, ())
    words = (one for part in context.statement.own for one in own_words(context, part))
    lower = context.article.lexed.lower
    return any(lower(one.spot.first).startswith(starts) for one in words) if starts else False


def _is_said(context: RuleContext, rate: Rate) -> bool:
    """The indicator is such a rate by its words, or the rate changes nothing."""
    mention = context.annotation.mention
    if mention.unit in DURATIONS or mention.kind == "ordinal":
        return True
    if rate.of == "year" and _is_of_year(context):
        return True
    if mention.unit in RATIO_UNITS:
        return not rate.is_time
    words = [word.lower() for language in context.indicator_words.values() for word in language]
    if any(_names(word, rate, context.lexicon) for word in words):
        return True
    is_price = not rate.is_time and context.indicator.kind == "level"
    return is_price and _is_price(context, rate, words)


def _is_price(context: RuleContext, rate: Rate, words: Sequence[str]) -> bool:
    """Money for a barrel is a price, and so is what a text or an indicator calls one."""
    rates, of = context.lexicon.rates, rate.of.rpartition(" ")[2]
    is_money = context.annotation.mention.kind in {"price", "money"}
    if is_money and {of, of.lower()} & rates.commodities:
        return True
    own = context.statement.own
    texts = (words_between(context.article, part.start, part.stop) for part in own)
    return any(rates.prices.search(text) for text in (*words, *texts))


def _is_of_year(context: RuleContext) -> bool:
    """Of a year, an amount a year is the amount; and what has no period has none to differ."""
    period = context.fact.period
    return period is None or period.precision == "year"


def _names(word: str, rate: Rate, lexicon: Lexicon) -> bool:
    """A word of the indicator that names what the rate is for: `price per procedure`."""
    noun = rate.words.rpartition(" ")[2].lower()
    parts = word.split()
    has_per = any((part,) in lexicon.rates.per.meanings for part in parts)
    return has_per or (len(noun) > 2 and noun in word)  # noqa: PLR2004 - no word is shorter


def find_rate(context: RuleContext) -> Rate | None:
    """The words right behind the figure, or right before it, that make it a rate."""
    figure, article = context.annotation.figure, context.article
    if figure is None:
        return None
    lexed = article.lexed
    end = figure.end
    if lexed.lower(end) in lexed.lexicon.verbs.of and (found := _rate_of_what(context, end + 1)):
        return found
    for at in range(end, end + 1 + _SKIPPED):
        if found := _rate_at(context, at):
            return found
        if at >= len(lexed.tokens) or lexed.tokens[at].kind != "word":
            break
        if lexed.lower(at) in lexed.lexicon.nouns.stops:
            break
    if found := _rate_later(context, end):
        return found
    first = min(figure.first, figure.unit.first if figure.unit else figure.first)
    found, hedge = _rate_before(context, first), context.annotation.hedge
    found = found or _divided(context, first)
    if found or hedge is None:
        return found
    return _rate_before(context, min(first, article.tokens_in(*hedge)[0]))


def _rate_later(context: RuleContext, first: int) -> Rate | None:
    """Words such as `for each` later in the clause, with no other number before them.

    `12 cubic metres from the river for each tonne`.
    """
    article, rates = context.article, context.lexicon.rates
    lexed, last = article.lexed, article.parts.clause_of(context.token)[1]
    for at in range(first, last):
        if lexed.tokens[at].kind != "word":
            return None
        if rates.per.at(lexed.tokens, at):
            return _rate_at(context, at)
    return None


def _rate_of_what(context: RuleContext, first: int) -> Rate | None:
    """A rate behind what is counted: `9,000 tonnes of carbon dioxide a year`."""
    lexed = context.article.lexed
    for at in range(first, min(first + _COUNTED, len(lexed.tokens))):
        if lexed.tokens[at].kind != "word" or lexed.lower(at) in lexed.lexicon.nouns.stops:
            return None
        if found := _rate_at(context, at + 1):
            return found
    return None


def _rate_at(context: RuleContext, at: int) -> Rate | None:
    """A rate that begins at the token."""
    lexed, rates = context.article.lexed, context.lexicon.rates
    word = lexed.lower(at)
    if word in rates.adverbs:
        return Rate(word, rates.adverbs[word], at, at + 1)
    noun = _noun_of_rate(lexed, at) if word in rates.openers else None
    return None if noun is None else _rate_of(context, at, noun)


def _noun_of_rate(lexed: LexedText, at: int) -> int | None:
    """Where the noun stands that the words at the token make a rate of, if they do."""
    rates, word, following = lexed.lexicon.rates, lexed.lower(at), lexed.lower(at + 1)
    if word == "/" and following:
        return at + 1
    if found := rates.per.at(lexed.tokens, at):
        return found[1]
    if word in rates.each and following in rates.stretches:
        return None if _is_date(lexed, at + 2) else at + 1
    several = _several(lexed, at)
    if several or (word in rates.each and following in rates.counts):
        return several or at + 1
    found = rates.in_each.at(lexed.tokens, at)
    if found is None or rates.stretches.get(lexed.lower(found[1])) not in rates.in_each_of:
        return None
    return None if _is_date(lexed, found[1] + 1) else found[1]


def _rate_before(context: RuleContext, first: int) -> Rate | None:
    """A rate right before the token, or at the head of its clause: `pro Tag 500 Autos`."""
    article = context.article
    lexed, rates = article.lexed, article.lexicon.rates
    start, _ = article.parts.clause_of(first)
    if any(lexed.tokens[at].kind == "number" for at in range(start, first)):
        start = first
    is_of = lexed.lower(first - 1) in lexed.lexicon.verbs.of
    near = {first - 1, first - 2, start if rates.adverb_opens else first - 1}
    for at in range(first - 1, max(start - 1, first - 1 - _HEAD), -1):
        word = lexed.lower(at)
        if word in rates.adverbs and (at in near or is_of):
            return Rate(word, rates.adverbs[word], at, at + 1)
        is_none = word in rates.adverbs or word in lexed.lexicon.numerals.one
        found = None if is_none else _rate_at(context, at)
        if found and found.last <= first and (found.last == first or _heads(found, start)):
            return found
    return None


def _heads(rate: Rate, start: int) -> bool:
    """It opens the clause: `every month the firm sells 500`."""
    return rate.is_time and rate.first == start


def _divided(context: RuleContext, first: int) -> Rate | None:
    """`Jeder Einwohner steht mit 3.150 Euro in der Kreide`, `per head`: a total that is divided.

    It stands at the head of the clause, a preposition before it at most, or behind its verb.
    """
    article, rates = context.article, context.lexicon.rates
    lower, (start, end) = article.lexed.lower, article.parts.clause_of(first)
    is_verb_second = context.lexicon.nouns.closed_compounds
    for at in range(start, min(start + (_SECOND if is_verb_second else 1) + 1, first)):
        is_open = at == start or is_verb_second
        if not is_open and lower(start) not in context.lexicon.owners.prepositions:
            break
        found = rates.per.at(article.lexed.tokens, at)
        noun = found[1] if found else at + 1
        is_each = lower(at) in rates.each and lower(at) not in context.lexicon.numerals.one
        if noun < end and (found or is_each) and fits_whole(rates.heads, lower(noun)):
            text = article.lexed.tokens[noun].text
            return Rate(words_between(article, at, noun + 1), text, at, noun + 1)
    return None


def _rate_of(context: RuleContext, at: int, noun: int) -> Rate | None:
    """The rate whose noun stands here; none where the word makes something else."""
    article = context.article
    lexed, lexicon = article.lexed, article.lexicon
    rates, word = lexicon.rates, lexed.lower(noun)
    token = lexed.tokens[noun] if noun < len(lexed.tokens) else None
    if token is not None and token.kind == "number" and lexed.lower(noun + 1).isalpha():
        words = words_between(article, at, noun + 2)
        return Rate(words, f"{token.text} {lexed.tokens[noun + 1].text}", at, noun + 2)
    if _is_several(lexed, noun):  # "per twee maanden", "pro halbem Tag"
        words = words_between(article, at, noun + 2)
        return Rate(words, f"{word} {lexed.tokens[noun + 1].text}", at, noun + 2)
    if token is None or token.kind != "word" or word in rates.not_per:
        return None
    if declared := lexed.nouns.whole(lexed.tokens, noun, lexicon):
        return Rate(words_between(article, at, declared[1]), declared[0], at, declared[1])
    is_noun = lexicon.titles.capitalised or token.text[:1].isupper() or word in rates.stretches
    if word in lexicon.nouns.stops or not is_noun:
        return None
    of = rates.stretches.get(word, token.text)
    measure = find_measure(lexed.tokens, noun, lexicon)
    code = measure.code if measure else None
    return Rate(words_between(article, at, noun + 1), of, at, noun + 1, code)


def _several(lexed: LexedText, at: int) -> int | None:
    """Where it is said what of: `alle zwei Wochen`, `every other day`, `om de 14 dagen`."""
    rates = lexed.lexicon.rates
    if lexed.lower(at) in rates.each and _is_several(lexed, at + 1):
        return at + 1
    found = rates.every.at(lexed.tokens, at)
    is_some = found and (_is_several(lexed, found[1]) or _is_number(lexed, found[1]))
    return found[1] if found and is_some else None


def _is_number(lexed: LexedText, at: int) -> bool:
    return at < len(lexed.tokens) and lexed.tokens[at].kind == "number"


def _is_several(lexed: LexedText, at: int) -> bool:
    """More or less than one stretch of time: `zwei Wochen`, `halbem Tag`, `other day`."""
    lexicon, word = lexed.lexicon, lexed.lower(at)
    is_number = lexicon.numerals.values.get(word, 1) != 1 or word in lexicon.numerals.half
    measure = find_measure(lexed.tokens, at + 1, lexicon)
    is_time = measure is not None and measure.code in DURATIONS
    return is_time and (is_number or word in lexicon.rates.several)


def _is_date(lexed: LexedText, at: int) -> bool:
    """What follows makes a stretch of time a date: `a year ago`, `im Monat Mai`."""
    if at >= len(lexed.tokens):
        return False
    is_masked = lexed.tokens[at].kind == "mark" and not lexed.tokens[at].text.isprintable()
    rates = lexed.lexicon.rates
    is_number = lexed.tokens[at].kind == "number"
    if is_masked or is_number:
        return True
    return lexed.lower(at) in rates.no_date_after and not _is_dated(lexed, at)


def _is_noun_of(lexed: LexedText, at: int) -> bool:
    """No article, relative or stretch of time, but what the amount is paid as."""
    lexicon, word = lexed.lexicon, lexed.lower(at)
    small = lexicon.quantities.articles | lexicon.relative | lexicon.nouns.stops
    is_word = at < len(lexed.tokens) and lexed.tokens[at].kind == "word"
    return is_word and word not in small and word not in lexicon.rates.stretches


def _is_dated(lexed: LexedText, at: int) -> bool:
    """A preposition with a time or place of its own: `a month in August`, `in the ground`."""
    lexicon = lexed.lexicon
    if lexed.lower(at) in lexicon.quantities.joins and _is_noun_of(lexed, at + 1):
        return True  # "£20,200 a year in tuition fees"
    is_from = lexicon.ranges.from_.at(lexed.tokens, at) is not None
    is_near = (is_from or lexed.lower(at) in lexicon.owners.places) and at + 1 < len(lexed.tokens)
    after = at + 1 + (lexed.lower(at + 1) in lexicon.hedges.articles)
    is_near = is_near and after < len(lexed.tokens)
    text = lexed.tokens[after].text if is_near else ""
    is_place = after > at + 1 and not is_from
    return bool(text) and (is_place or not text.isprintable() or text[:1].isupper())
