"""Facts suggested for the open figures of an article: amount, quotation and what its words say.

In: an article, its mentions with what covers them, indicators, units. Out: facts that the prover
accepts, or reasons why a figure is left out. A suggestion names an indicator only where one alone
has the unit and the word that the figure belongs to; what only an editor can decide stays a review.
Its quotation is short where that proves it, else the sentence; it holds sign, unit and hedge.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice, product

from generator.evidence.annotate import AnnotatedArticle, Annotation, Span, annotate
from generator.evidence.aspects.around.awaited import due_of
from generator.evidence.aspects.attribution import find_attribution
from generator.evidence.aspects.measure import is_named
from generator.evidence.aspects.period import Figured
from generator.evidence.aspects.status import read_status_of_figure
from generator.evidence.coverage import places_of
from generator.evidence.drafted import (
    MOST_DIGITS,
    find_periods,
    find_unit,
    is_writable,
    unused_id,
    why_no_fact,
)
from generator.evidence.findings import rank
from generator.evidence.mended import Draft, best_of, measured, mended
from generator.evidence.numbers.nouns import declared_words
from generator.evidence.prove import prove
from generator.evidence.quotes.quotations import Quoted
from generator.evidence.snippets import find_snippets, normal_words, words_of_sentence
from generator.evidence.statements.outlook import Outlook
from generator.evidence.terms.measures import words_of
from generator.model import (
    AHEAD,
    NO_NAMES,
    TIME_UNITS,
    UNDECIDED,
    Amount,
    Article,
    Attribution,
    CoveredMention,
    Fact,
    Finding,
    Ignored,
    Indicator,
    IndicatorKind,
    Marks,
    Mention,
    Nomenclature,
    Place,
    Quote,
    Unit,
)

_UNNAMED = "unnamed"
_KINDS = frozenset({"money", "count", "percent", "multiple", "price", "duration"})
_RATED = frozenset({"money", "price", "count"})
_DROPPED = "rate-dropped"
_MOST_SUGGESTED = 500
"""In one text: whoever pastes that many has enough to prove."""
_NOWHERE = Marks(Place(""))
_LEVEL = Indicator(id=UNDECIDED, label={}, kind="level", marks=_NOWHERE)
_OF_ITSELF: Mapping[Attribution, Attribution] = {"attributed": "self-reported"}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A fact ready to paste, and what a person must still decide about it."""

    fact: Fact
    review: Finding | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An open figure for which no fact can be suggested, and why."""

    text: str
    reason: str
    unit: str = ""
    """The one that is not declared, where that is why."""


def suggest_facts(
    article: Article,
    covered: Sequence[CoveredMention],
    *,
    indicators: Mapping[str, Indicator],
    units: Mapping[str, Unit],
    named: Nomenclature = NO_NAMES,
    taken: frozenset[str] = frozenset(),
    by_rate: bool = False,
) -> Iterator[Suggestion | LeftOut]:
    """One suggestion for every open figure, in order; ids differ from those that are taken.

    By rate also for so many of something a day, whose unit a person has to declare.
    """
    annotated = annotate(article.text, article.lang, declared_words(units, article.lang))
    maker = Drafter(article, annotated, indicators, units, named, by_rate=by_rate)
    used, seen, high = set(taken), set[tuple[str, Amount | None]](), None
    both = zip(annotated.annotations, covered, strict=True)
    figures = [(annotation, one) for annotation, one in both if _is_figure(one.mention)]
    for at, (annotation, one) in enumerate(figures):
        if not one.is_open or annotation is high:
            continue
        if len(seen) == _MOST_SUGGESTED:
            yield LeftOut(one.mention.text, f"and what follows: these are {_MOST_SUGGESTED} facts")
            return
        is_range = annotation.bound == "low" and at + 1 < len(figures)
        high = figures[at + 1][0] if is_range else None
        made = maker.suggest(annotation, high)
        if isinstance(made, LeftOut):
            yield made
            continue
        said = (made.fact.quotes[0].exact, made.fact.amount)
        if said in seen:
            continue  # the text repeats itself, and one quotation covers every place
        seen.add(said)
        name = unused_id(one.mention, made.fact.amount, used)
        used.add(name)
        yield _called(made, name)


def _is_figure(mention: Mention) -> bool:
    return mention.kind in _KINDS and mention.value is not None


def _called(made: Suggestion, name: str) -> Suggestion:
    review = replace(made.review, subject=name) if made.review else None
    return Suggestion(replace(made.fact, id=name), review)


def suggest_one(
    article: Article,
    exact: str,
    *,
    indicators: Mapping[str, Indicator],
    units: Mapping[str, Unit],
    named: Nomenclature = NO_NAMES,
    taken: frozenset[str] = frozenset(),
) -> Suggestion | LeftOut:
    """The draft for a figure that a person says is one, whatever is wrong with it.

    Args:
        article: that has the figure.
        exact: words of the article that hold it and no other.
        indicators: what is measured.
        units: that are declared.
        named: by which words.
        taken: ids of other facts.
    """
    annotated = annotate(article.text, article.lang, declared_words(units, article.lang))
    spans = list(islice(places_of(Ignored(exact=exact, reason={}), annotated.folded), 1))
    inside = [one for span in spans for one in annotated.within(*span)]
    figures = [one for one in inside if _is_figure(one.mention)]
    if not figures:
        return LeftOut(exact, "it is no number that is read here, such as a date or a name")
    high = figures[1] if figures[0].bound == "low" and len(figures) > 1 else None
    maker = Drafter(article, annotated, indicators, units, named)
    made = maker.suggest(figures[0], high, is_wanted=True)
    if isinstance(made, LeftOut):
        return made
    return _called(made, unused_id(figures[0].mention, made.fact.amount, set(taken)))


@dataclass(frozen=True, slots=True)
class Drafter:
    """What suggesting needs to know of one article."""

    article: Article
    annotated: AnnotatedArticle
    indicators: Mapping[str, Indicator]
    units: Mapping[str, Unit]
    named: Nomenclature
    by_rate: bool = False

    def suggest(
        self, annotation: Annotation, high: Annotation | None, *, is_wanted: bool = False
    ) -> Suggestion | LeftOut:
        """The draft with the least that is wrong; where all are refused none, unless wanted."""
        mention = annotation.mention
        no_fact = why_no_fact(annotation, self.annotated, self.article.date_published)
        if no_fact and not is_wanted:
            return LeftOut(mention.text, no_fact)
        if why := self._why_unwritable(annotation, high):
            figure = annotation.figure
            code = figure.unit.code if figure and figure.unit else ""
            return LeftOut(mention.text, why, code if code in why.split() else "")
        known, others = self._rates(annotation)
        best = best_of(
            draft for unit in (*known, None) for draft in self._tried(annotation, high, unit)
        )
        if best and others and any(one.code == _DROPPED for one in best[1]):
            tried = (draft for unit in others for draft in self._tried(annotation, high, unit))
            best = best_of((best, *tried))
        if best is None:
            return LeftOut(mention.text, "no passage around it can be quoted")
        fact, findings = self._mended(best, annotation, high)
        worst = max(findings, key=rank, default=None)
        is_kept = is_wanted or (self.by_rate and worst is not None and worst.code == _DROPPED)
        if worst and worst.severity == "error" and not is_kept:
            return LeftOut(mention.text, worst.message)
        return Suggestion(fact, worst)

    def _mended(self, best: Draft, annotation: Annotation, high: Annotation | None) -> Draft:
        """The draft with the speaker, status and measure that its sentences bear out."""
        *_, span = find_snippets(annotation, high, self.annotated)
        exact = normal_words(self.article.text[slice(*span)])
        kind = self.indicators.get(best[0].indicator, _LEVEL)
        if exact.isprintable():
            quote = Quote(article=self.article.id, exact=exact, marks=_NOWHERE)
            best = mended(best, quote, kind, self._prove)
        lang = self.article.lang
        known = self.indicators.values()
        worded = (one for one in known if words_of(one, self.annotated.lexicon, lang))
        return measured(best, worded, self._prove)

    def _tried(
        self, annotation: Annotation, high: Annotation | None, rate: str | None
    ) -> Iterator[Draft]:
        """Every draft with all that would be wrong with it; in the unit of a rate where one is."""
        fitting = self._fitting(annotation, rate)
        for span in find_snippets(annotation, high, self.annotated):
            for indicator in fitting:
                for fact in self._drafts(annotation, high, indicator, span):
                    if rate and fact.amount:
                        amount = replace(fact.amount, unit=rate)
                        fact = replace(fact, amount=amount)  # noqa: PLW2901 - the same, by rate
                    yield fact, self._prove(fact, indicator)

    def _rates(self, annotation: Annotation) -> tuple[Sequence[str], Sequence[str]]:
        """Units of which the figure may be so much for each: those of indicators, and others."""
        unit = self._unit(annotation)[0]
        if annotation.mention.kind not in _RATED or unit is None or "/" in unit:
            return (), ()
        used = (one for indicator in self.indicators.values() for one in indicator.units)
        known = [one for one in dict.fromkeys(used) if one.startswith(f"{unit}/")]
        others = [f"{unit}/{of}" for of in (*self.units, *TIME_UNITS)]
        return known, [one for one in others if one not in known]

    def _why_unwritable(self, annotation: Annotation, high: Annotation | None) -> str | None:
        """Why seeds cannot hold the amount, if they cannot."""
        for one in (annotation, high):
            value = one.mention.value if one else None
            if value is not None and not is_writable(value):
                return f"more than {MOST_DIGITS} digits, or beyond 10^18"
        figure = annotation.figure
        unit = figure.unit if figure else None
        if unit and unit.kind == "measure" and unit.code not in self.units:
            return f"the unit {unit.code} is not declared in indicators.yaml"
        return None

    def _fitting(self, annotation: Annotation, rate: str | None) -> list[Indicator]:
        """The one indicator of either kind with the unit and the words, the likelier kind first."""
        unit = rate or self._unit(annotation)[0]
        moves = annotation.mention.kind == "percent" and annotation.mention.direction is not None
        fitting = [
            one
            for one in self.indicators.values()
            if one.kind != "event"
            and (not one.units or unit in one.units)
            and is_named(annotation, self.annotated, one, self.named)
        ]
        listed = [one for one in fitting if one.units] or fitting
        kinds = (moves, not moves)
        of_kind = ([one for one in listed if (one.kind == "change") == kind] for kind in kinds)
        chosen = [found[0] for found in of_kind if len(found) == 1]
        names: tuple[IndicatorKind, ...] = ("change", "level") if moves else ("level", "change")
        return chosen or [
            Indicator(id=UNDECIDED, label={}, kind=one, marks=_NOWHERE) for one in names
        ]

    def _drafts(
        self, annotation: Annotation, high: Annotation | None, indicator: Indicator, span: Span
    ) -> Iterator[Fact]:
        """The fact on this quotation: with a period that it states, and without."""
        words = words_of_sentence(annotation, span, self.annotated)
        exact = normal_words(self.article.text[slice(*span)])
        if not exact.isprintable():
            return
        attribution = find_attribution(words, self.annotated.lexicon)
        status = read_status_of_figure(words, annotation.mention, self.annotated.lexicon)
        quote = Quote(article=self.article.id, exact=exact, marks=_NOWHERE)
        quoted = Quoted(quote, self.annotated, (), self.article.date_published)
        if status == "reported" and due_of(Figured(annotation, quoted)):
            status = "planned"
        figured = Figured(annotation, quoted, Outlook(is_ahead=status in AHEAD))
        periods = dict.fromkeys(find_periods(figured, span))
        # Whoever speaks may be the one whom the fact is about.
        speakers = dict.fromkeys((attribution, _OF_ITSELF.get(attribution, attribution)))
        amount = self._amount(annotation, high, indicator, span)
        amounts = [amount] if amount.value is None else [amount, _negated(amount)]
        for value, true_of, speaker in product(amounts, (*periods, None), speakers):
            yield Fact(
                id=_UNNAMED,
                indicator=indicator.id,
                about=next(iter(self.named.entities), ""),
                period=true_of,
                amount=value,
                status=status,
                attribution=speaker,
                quotes=(quote,),
                marks=_NOWHERE,
            )

    def _amount(
        self, annotation: Annotation, high: Annotation | None, indicator: Indicator, span: Span
    ) -> Amount:
        """Value or range; a change is signed by the words of the quotation."""
        mention = annotation.mention
        unit, factor = self._unit(annotation)
        value = (mention.value or Decimal(0)) * factor
        if high is not None:
            top = (high.mention.value or Decimal(0)) * factor
            return Amount(min_value=value, max_value=top, unit=unit, hedge=mention.hedge)
        if indicator.kind == "change":
            direction = self.annotated.direction(annotation, *span) or mention.direction
            value = value.copy_abs().copy_negate() if direction == "down" else value
        return Amount(value=value, unit=unit, hedge=mention.hedge)

    def _unit(self, annotation: Annotation) -> tuple[str | None, Decimal]:
        """That of the figure; of currencies with one name the one that an indicator has."""
        unit, factor = find_unit(annotation, self.annotated, self.units)
        used = {one for indicator in self.indicators.values() for one in indicator.units}
        known = [one for one in annotation.choices if one in used]
        return (known[0] if len(known) == 1 else unit), factor

    def _prove(self, fact: Fact, indicator: Indicator) -> Sequence[Finding]:
        """The findings that the fact would have."""
        proof = prove(
            fact,
            indicator=indicator,
            articles={self.article.id: self.article},
            units=self.units,
            named=self.named,
        )
        return proof.findings


def _negated(amount: Amount) -> Amount:
    """What a loss is."""
    return replace(amount, value=-amount.value if amount.value else amount.value)
