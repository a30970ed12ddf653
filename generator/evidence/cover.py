"""Coverage: which facts account for each number of an article, and which numbers are open.

In: an article, the facts and their proofs. Out: every mention with the facts that cover it, the
reason why it is ignored, or neither; and a finding for each that is open.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.evidence.fold import fold
from generator.evidence.locate import locate
from generator.evidence.passages import Missed, Passage
from generator.evidence.periods import relate
from generator.evidence.survey import Reading, Survey, survey
from generator.evidence.units import declared_words
from generator.evidence.wording import plain, show, write_value
from generator.model import (
    Article,
    CoveredMention,
    Fact,
    Ignored,
    Mention,
    Period,
    Place,
    Problem,
    Proof,
    Quote,
    Unit,
)


def cover(
    article: Article,
    facts: Mapping[str, Fact],
    proofs: Mapping[str, Proof],
    units: Mapping[str, Unit],
) -> tuple[CoveredMention, ...]:
    """Every mention of the article, in order, with what accounts for it."""
    surveyed = survey(article.text, article.lang, declared_words(units, article.lang))
    claims = [
        claim for fact in facts.values() for claim in _claims(fact, article, proofs, surveyed)
    ]
    ignored = [(span, _reason(one)) for one in article.ignored for span in _places(one, surveyed)]
    return tuple(_covered(reading, claims, ignored) for reading in surveyed.readings)


def check_coverage(article: Article, covered: Iterable[CoveredMention]) -> Iterator[Problem]:
    """An `open-number` for every open mention, a `quote-missing` for ignored text not there."""
    for one in covered:
        if one.is_open:
            mention = one.mention
            yield Problem(
                "open-number",
                _place(article, mention.start),
                article.id,
                f"{_say(mention)} is neither in a fact nor ignored",
                f"quote it in a fact, or add to the article's ignored: "
                f"{{exact: {show(mention.text)}, reason: …}}",
            )
    text = fold(article.text).text
    for at, entry in enumerate(article.ignored):
        if fold(entry.exact).text.strip() not in text:
            yield Problem(
                "quote-missing",
                article.marks.at("ignored", at, "exact"),
                article.id,
                f"{show(entry.exact)} is ignored, but does not stand in the article",
                "correct the text, or delete the entry",
            )


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one quotation of a fact accounts for in the article."""

    fact: str
    passages: Sequence[Passage]
    period: Period
    mention: Mention | None
    values: frozenset[Decimal]
    is_failed: bool
    """A fact with a finding accounts for all that it may mean, so that nothing is said twice."""

    def covers(self, reading: Reading) -> bool:
        """Whether the reading is the proved mention, or a date that fits the period."""
        if self.is_failed and reading.mention.value is not None:
            return reading.mention.value.copy_abs() in self.values or self._holds(reading)
        if not self._holds(reading):
            return False
        if self.is_failed:
            return True
        if reading.mention.kind == "date":
            return relate(reading.mention.edtf, self.period) in {
                "states",
                "fits",
                "coarser",
                "overlaps",
            }
        proved = self.mention
        return proved is not None and (
            reading.mention.value == proved.value
            and reading.mention.unit == proved.unit
            and reading.mention.text == proved.text
        )

    def _holds(self, reading: Reading) -> bool:
        return any(passage.holds(reading.core) for passage in self.passages)


def _claims(
    fact: Fact, article: Article, proofs: Mapping[str, Proof], surveyed: Survey
) -> Iterator[_Claim]:
    """A claim for each quotation of the fact in this article."""
    proof = proofs.get(fact.id)
    mentions = {id(one.quote): one.mention for one in proof.located} if proof else {}
    for quote in fact.quotes:
        if quote.article != article.id:
            continue
        everywhere = Quote(article=quote.article, exact=quote.exact, marks=quote.marks)
        passages = locate(everywhere, surveyed)
        yield _Claim(
            fact=fact.id,
            passages=() if isinstance(passages, Missed) else passages,
            period=fact.period or article.date_published,
            mention=mentions.get(id(quote)),
            values=_values(fact),
            is_failed=proof is None or bool(proof.problems),
        )


def _values(fact: Fact) -> frozenset[Decimal]:
    """The sizes that a fact claims."""
    amount = fact.amount
    claimed = (amount.value, amount.min_value, amount.max_value) if amount else ()
    return frozenset(one.copy_abs() for one in claimed if one is not None)


def _covered(
    reading: Reading, claims: Sequence[_Claim], ignored: Sequence[tuple[tuple[int, int], str]]
) -> CoveredMention:
    facts = tuple(dict.fromkeys(claim.fact for claim in claims if claim.covers(reading)))
    start, end = reading.mention.start, reading.mention.end
    reason = None
    if not facts:
        reason = next((why for (low, high), why in ignored if low <= start and end <= high), None)
    return CoveredMention(mention=reading.mention, covered_by=facts, ignored=reason)


def _places(entry: Ignored, surveyed: Survey) -> Iterator[tuple[int, int]]:
    """Every place of an ignored text in the delivered article."""
    exact = fold(entry.exact).text.strip()
    at = surveyed.folded.text.find(exact) if exact else -1
    while at >= 0:
        yield surveyed.folded.span(at, at + len(exact))
        at = surveyed.folded.text.find(exact, at + len(exact))


def _reason(entry: Ignored) -> str:
    return entry.reason.get("en") or next(iter(entry.reason.values()), "")


def _say(mention: Mention) -> str:
    """The mention and what it was read as."""
    if mention.value is None:
        return show(mention.text)
    unit = f" {mention.unit}" if mention.unit else ""
    return f"{show(mention.text)} = {write_value(mention.value)}{plain(unit)}"


def _place(article: Article, offset: int) -> Place:
    """Line and column, from one, of an offset of the delivered text."""
    before = article.text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    line_start = before.rfind("\n") + 1
    return Place(article.path, before.count("\n") + 1, len(before) - line_start + 1)
