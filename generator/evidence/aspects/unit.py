"""Whether the unit of the fact is the one that the article gives to the figure.

In: a rule context. Out: findings: another unit, none at all, one of several, one outside the
quotation. A unit is never concluded from the subject or from the size of a number.
"""

import re
from collections.abc import Iterator

from generator.evidence.annotate import AnnotatedArticle, Annotation
from generator.evidence.aspects.around.bare import counts_like
from generator.evidence.aspects.context import RuleContext
from generator.evidence.findings import finding_on, plain, show, write_amount
from generator.evidence.lexicon.lemmas import forms_of
from generator.evidence.lexicon.lexicon import Lexicon, load_lexicon
from generator.evidence.numbers.measures import DURATIONS, WHOLES
from generator.evidence.numbers.neighbours import is_told
from generator.evidence.numbers.units import split_rate
from generator.evidence.quotes.locate import sentence_around, span_between, words_between
from generator.model import RATIO_UNITS, Finding

_SETTLE = 'or say why under inferred: {unit: "…"}'
_MOST_NAMED = 3
"""So many indicators of a unit a hint names; more are no help."""
_FAR_KIND = 4
_SHORTEST = 3
"""Letters of a word that ends the name of another measure, at least."""
_WHICH = f"quote the words that say which, {_SETTLE}"


def check_unit(context: RuleContext) -> Iterator[Finding]:
    """The same code; none, another, or one of several is a finding."""
    (unit, _), span = split_rate(context.amount.unit), context.annotation.unit
    stated = context.annotation.mention.unit
    words = plain(context.article.text[span[0] : span[1]]) if span else stated or ""
    if context.is_sign:
        claimed = f"the fact says {unit}" if unit else "the fact has no unit"
        message = f"{show(words)} is the sign of no currency that is known here; {claimed}"
        yield finding_on("unit-ambiguous", "unit", message, _WHICH)
    elif unit is None:
        yield from _check_none(context, words)
    elif unit in WHOLES.get(stated or "", ()):
        yield from _check_part(context, unit, words)
    elif unit in context.annotation.choices:
        yield from _check_choice(context, unit, words)
    elif stated == unit:
        yield from _check_same(context, unit, words)
    elif stated is None and not (_is_of_measure(context, unit) or counts_like(context, unit)):
        yield _no_unit(context, unit)
    elif stated is not None and not (unit == "pp" and _is_point(context)):
        yield _other_unit(context, stated, words)
    if unit and span and not context.passage.holds(span):
        message = f"the unit {show(words)} stands just outside the quotation"
        yield finding_on("unit-absent", "unit", message, f"widen the quotation, {_SETTLE}")


def _is_point(context: RuleContext) -> bool:
    """Points that the sentence tells behind a percentage are those of it, but for an index's."""
    figure, lexed, article = context.annotation.figure, context.article.lexed, context.article
    if figure is None or lexed.lower(figure.core[1]) not in context.lexicon.measures.points:
        return False
    clause = range(*article.parts.clause_of(figure.first))
    if any(lexed.lower(at).endswith(context.lexicon.shares.indexes) for at in clause):
        return False
    start = context.statement.sentence.start
    around = article.within(*span_between(article, start, max(clause.stop, figure.last)))
    return any(one.mention.unit == "%" for one in around)


def _check_same(context: RuleContext, unit: str, words: str) -> Iterator[Finding]:
    """The noun may be that of another unit: a kind of measure, or the pound of another land."""
    if kind := _kind_of_measure(context):
        yield _other_unit(context, unit, kind)
    others = context.lexicon.money.namesakes.get(unit, ()) if words[:1].isalpha() else ()
    lands = _lands(context, frozenset({unit, *others})) if others else set()
    if lands and unit not in lands:
        message = f"{words} may be {' or '.join(sorted(lands))}; the fact says {unit}"
        yield finding_on("unit-ambiguous", "unit", message, _WHICH)


def _kind_of_measure(context: RuleContext) -> str | None:
    """`Personenkilometer` are no kilometres, where the fact's unit has no such word."""
    figure, lexed = context.annotation.figure, context.article.lexed
    unit, kinds = figure.unit if figure else None, context.lexicon.measures.kinds
    if unit is None or unit.kind not in {"declared", "measure"}:
        return None
    word, first = lexed.lower(unit.last - 1), unit.first
    names = lexed.lexicon.measures.names.meanings
    if lexed.lower(unit.last) == "-" and (lexed.lower(unit.last + 1),) in names:
        return words_between(context.article, first, unit.last + 2)  # "acre-feet"
    if (word,) in names:
        low = max(figure.core[1], unit.last - _FAR_KIND) if figure else unit.first
        first = next((at for at in range(low, unit.last - 1) if lexed.lower(at) in kinds), -1)
    elif not any((word[at:],) in names for at in range(1, len(word) - _SHORTEST)):
        return None  # "Hundertstelsekunden", "Personenkilometer": what stands before changes it
    if first < 0:
        return None
    declared = lexed.nouns.whole(lexed.tokens, first, context.lexicon)
    text = words_between(context.article, first, unit.last)
    return None if declared and declared[1] == unit.last else text


def _no_unit(context: RuleContext, unit: str) -> Finding:
    """A reason fills it with a unit that the article uses, or that the reason names."""
    if (other := _named_behind(context, unit)) is not None:
        message = f"the unit is {unit}; the sentence says {show(other)} of {context.words}"
        return finding_on("unit-mismatch", "unit", message, "correct the unit")
    if "unit" in context.fact.inferred and not _is_named(context, unit):
        message = f"neither the article nor the reason under inferred names {unit}"
        return finding_on(
            "unit-mismatch", "unit", message, "correct the unit, or say where it is from"
        )
    message = f"{context.words} stands in the quotation without a unit; the fact says {unit}"
    return finding_on("unit-absent", "unit", message, f"quote more of the sentence, {_SETTLE}")


def _named_behind(context: RuleContext, unit: str) -> str | None:
    """Another currency that the sentence names for itself: `2 million, then still in guilders`."""
    article, tokens, lexicon = context.article, context.article.lexed.tokens, context.lexicon
    if unit not in lexicon.money.names:
        return None
    after, last = context.statement.figure.stop, context.statement.sentence.stop
    behind = article.within(*span_between(article, after, last)) if after < last else []
    end = next((one.figure.first for one in behind if one.figure), last)
    for at in range(after, end):
        found = lexicon.money.words.at(tokens, at)
        if found and found[0] != unit:
            return words_between(article, at, found[1])
    return None


def _is_of_measure(context: RuleContext, unit: str) -> bool:
    """`the population stood at 784,043`: a word of the indicator is one of the unit as well."""
    figure, lexed = context.annotation.figure, context.article.lexed
    words = (word for some in context.indicator_words.values() for word in some)
    is_counted = any(lexed.nouns.units.get((word.lower(),)) == unit for word in words)
    return is_counted and figure is not None and is_told(lexed, figure)


def _is_named(context: RuleContext, unit: str) -> bool:
    """The article has the unit, a ratio in the same sentence; or the reason has it."""
    article, sentence = context.article, context.statement.sentence
    around = span_between(article, sentence.start, sentence.stop)
    figures = article.within(*around) if unit in RATIO_UNITS else article.annotations
    if unit not in DURATIONS and any(unit == one.mention.unit for one in figures):
        return True
    return any(
        re.search(rf"(?<!\w){re.escape(word)}", reason, re.IGNORECASE)
        for lang, reason in context.fact.inferred["unit"].items()
        for word in _words_of(unit, load_lexicon(lang))
    )


def _words_of(unit: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The code of a unit, and its words in a language."""
    return (unit, *lexicon.money.names.get(unit, ()), *lexicon.measures.words.get(unit, ()))


def _check_part(context: RuleContext, unit: str, words: str) -> Iterator[Finding]:
    """A cent is one of the currency that its sentence names; pence and Rappen name their own."""
    wholes = WHOLES[context.annotation.mention.unit or ""]
    named = wholes_beside(context.annotation, context.article)
    if len(wholes) > 1 and named != {unit} and not _is_at_home(context, unit):
        several = ", ".join(wholes[:3])
        message = f"{words} may be those of {several} and others; the fact says {unit}"
        yield finding_on("unit-ambiguous", "unit", message, _WHICH)


def _is_at_home(context: RuleContext, unit: str) -> bool:
    """Where the language is spoken a cent is one of this currency; no other is in the article."""
    article, lexicon = context.article, context.lexicon
    if unit not in lexicon.coins.home or lexicon.dollars.here.search(article.text):
        return False
    is_elsewhere = lexicon.dollars.elsewhere.search(article.text) is not None
    money = (one.mention.unit for one in article.annotations if one.mention.kind == "money")
    return not is_elsewhere and set(money) <= {unit, context.annotation.mention.unit}


def wholes_beside(annotation: Annotation, article: AnnotatedArticle) -> set[str]:
    """The currencies that the figure's sentence names and that its unit is a hundredth of."""
    around = article.within(*span_between(article, *sentence_around(article, annotation)))
    return {*WHOLES.get(annotation.mention.unit or "", ())} & {one.mention.unit for one in around}


def _other_unit(context: RuleContext, stated: str, words: str) -> Finding:
    """The text names another unit, or a noun that no unit declares."""
    (unit, _), value = split_rate(context.amount.unit), context.annotation.mention.value
    said = f"{words} = {write_amount(value, stated)}" if value is not None else words
    hint = _which_indicator(context, stated) or f"correct the unit to {stated}"
    if not context.is_unit_declared:
        said = words
        hint = f"if {show(words)} means {unit}, add it to that unit's words in indicators.yaml"
    message = f"the unit is {unit}; the quotation says {said}"
    return finding_on("unit-mismatch", "unit", message, hint)


def _which_indicator(context: RuleContext, stated: str) -> str:
    """The indicator is the mistake where it is never measured in what the text gives."""
    indicator = context.indicator
    if not indicator.units or any(split_rate(one)[0] == stated for one in indicator.units):
        return ""
    others = context.named.indicators.values()
    fitting = [one.id for one in others if one.kind != "event" and stated in one.units]
    named = f": {' or '.join(fitting)}" if 0 < len(fitting) <= _MOST_NAMED else ""
    units = " or ".join(indicator.units)
    return f"{indicator.id} is measured in {units}; name the indicator of this figure{named}"


def _check_none(context: RuleContext, words: str) -> Iterator[Finding]:
    """Without a unit nothing is claimed that the text has; `three boats` are no passengers."""
    figure, stated = context.annotation.figure, context.annotation.mention.unit
    if stated is None or (figure is not None and figure.unit is None):
        return  # without a noun, or with that of another figure
    if context.is_unit_declared:
        message = f"the fact has no unit; the quotation says {words}"
        hint = _which_indicator(context, stated) or f"write unit: {stated}"
        yield finding_on("unit-mismatch", "unit", message, hint)
    elif context.indicator.units:
        yield _counts_other(context, words)


def _counts_other(context: RuleContext, words: str) -> Finding:
    """A noun that no unit has, of a measure that has units."""
    units = " or ".join(context.indicator.units)
    said = f"the fact has no unit; the quotation counts {words}"
    message = f"{said}, and {context.fact.indicator} is measured in {units}"
    hint = (
        f"name the indicator that counts {words}; if they are what {units} means, "
        f"write unit: {context.indicator.units[0]} and add the word to its words in indicators.yaml"
    )
    return finding_on("unit-mismatch", "unit", message, hint)


def _check_choice(context: RuleContext, unit: str, words: str) -> Iterator[Finding]:
    """A bare dollar is the American one where no other is near; a sign such as ¥ is always open."""
    lexicon, choices = context.lexicon, context.annotation.choices
    if unit == choices[0] and choices[1] in lexicon.money.weights.values() and _is_paid(context):
        return
    if choices[0] == "USD":
        sentence = context.sentence(quoted=False)
        is_elsewhere = lexicon.dollars.elsewhere.search(sentence) is not None
        is_here = lexicon.dollars.here.search(sentence) is not None
        is_elsewhere = is_elsewhere or _is_text_elsewhere(context)
        if unit == choices[0] and (is_here or not is_elsewhere):
            return
        if not is_here and _lands(context, frozenset(choices)) == {unit}:
            return  # "a school board in Guelph, Ontario": its dollars are those of the place
        if not lexicon.dollars.elsewhere.search(context.article.text):
            message = f"the unit is {unit}; the quotation says {words}"
            yield finding_on("unit-mismatch", "unit", message, f"correct the unit to {choices[0]}")
            return
    if words[:1].isalpha() and (lands := _lands(context, frozenset(choices))):
        if lands == {unit}:
            return
    elif words[:1].isalpha() and _named_elsewhere(context) == {unit}:
        return
    message = f"{words} may be {' or '.join(choices)}; the fact says {unit}"
    yield finding_on("unit-ambiguous", "unit", message, _WHICH)


def _is_paid(context: RuleContext) -> bool:
    """A word of the measure, or of what counts as one, is said of money: `fine`, `takings`."""
    lexicon = context.lexicon
    paying = lexicon.money.paying
    words = (
        part for some in context.indicator_words.values() for one in some for part in one.split()
    )
    return any(not paying.isdisjoint({one.lower(), *forms_of(one, lexicon)}) for one in words)


def _lands(context: RuleContext, choices: frozenset[str]) -> set[str]:
    """Those of the choices whose land the sentence names, else the article."""
    lands = context.lexicon.money.land_patterns
    for text in (context.sentence(quoted=False), context.article.text):
        found = {code for code in choices if code in lands and lands[code].search(text)}
        if found:
            return found
    return set()


def _named_elsewhere(context: RuleContext) -> set[str]:
    """Those of the choices that the article names in full somewhere: `Swiss francs`."""
    sure = (one.mention.unit for one in context.article.annotations if not one.choices)
    return set(context.annotation.choices) & {unit for unit in sure if unit}


def _is_text_elsewhere(context: RuleContext) -> bool:
    """The article names a land of other dollars, and the United States nowhere."""
    lexicon, text = context.lexicon, context.article.text
    named = lexicon.dollars.elsewhere.search(text) is not None
    return named and lexicon.dollars.here.search(text) is None
