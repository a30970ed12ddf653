"""Measure the ledger on made-up facts: the book, and all that pages ask of it.

Comes in: how many facts, of which three in ten are formulas and two in ten revisions. Goes out: a
table of processor seconds a size, the fastest of several runs. Writes nothing; says nothing about
what is fast enough.

    python benchmarks/ledger.py --facts 10000 --runs 3
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a checkout that is not installed is measured all the same

from generator.ledger import (
    agreements,
    build_book,
    contradictions,
    cross_checks,
    knowledge_path,
    promises,
)
from generator.model import (
    Amount,
    Article,
    Band,
    Book,
    Briefing,
    Check,
    Fact,
    FollowUp,
    Indicator,
    Known,
    Located,
    Marks,
    Period,
    Place,
    Proof,
    Quote,
    Seeds,
    Subject,
)

SEED = 7
_NOWHERE = Marks(Place("benchmark"))
_FACTS_OF_AN_ARTICLE = 10
_KINDS = ("level", "promise")


def make_articles(number: int) -> dict[str, Article]:
    """An article a day, from 2001 on, and again from there when a century is over."""
    return {
        f"article-{at}": Article(
            id=f"article-{at}",
            path="",
            sha256="",
            lang="en",
            title={},
            producer="",
            date_published=Period.parse(
                f"{2001 + at // 336 % 100}-{at // 28 % 12 + 1:02}-{at % 28 + 1:02}"
            ),
            date_basis="stated",
            marks=_NOWHERE,
        )
        for at in range(number)
    }


def make_facts(number: int) -> dict[str, Fact]:
    """Half of them plain, three in ten formulas over earlier ones, two in ten revisions."""
    dice = random.Random(SEED)  # noqa: S311 - the same facts every time are the point
    facts: list[Fact] = []
    for at in range(number):
        shape = at % 10
        fact = _quoted(dice, at)
        if at >= 10 and shape in {2, 5, 8}:  # noqa: PLR2004 - after the first ten
            # A formula over another formula now and then: chains as long as the briefing.
            other = facts[at - 3] if shape != 2 else facts[at - 4]  # noqa: PLR2004
            text = f"({{{other.id}}} + {{{facts[at - 1].id}}}) / (1 + 1)"
            fact = replace(fact, quotes=(), formula=text, amount=Amount(unit="USD"))
        elif at >= 10 and shape in {3, 7}:  # noqa: PLR2004
            old = facts[at - 10]
            fact = replace(fact, revision_of=old.id, indicator=old.indicator, period=old.period)
        facts.append(fact)
    return {fact.id: fact for fact in facts}


def _quoted(dice: random.Random, at: int) -> Fact:
    kind = _KINDS[at % 3 == 0]
    return Fact(
        id=f"fact-{at}",
        indicator=f"{kind}-{at // 100}",
        about="firm",
        period=Period.parse(f"{2001 + dice.randrange(30)}-Q{dice.randint(1, 4)}"),
        amount=Amount(value=Decimal(dice.randint(100, 999)).scaleb(6), unit="USD"),
        status="target" if kind == "promise" else "reported",
        quotes=(Quote(article=f"article-{at // _FACTS_OF_AN_ARTICLE}", exact="", marks=_NOWHERE),),
        marks=_NOWHERE,
    )


def make_seeds(number: int) -> Seeds:
    """Everything that a briefing of so many facts would have read, a check for each ten."""
    facts = make_facts(number)
    names = {fact.indicator for fact in facts.values()}
    indicators = {
        name: Indicator(
            id=name,
            label={},
            kind="level",
            promise=FollowUp(measured_by=(name.replace("promise", "level"),))
            if name.startswith("promise")
            else None,
            marks=_NOWHERE,
        )
        for name in sorted(names)
    }
    band = Band(min_value=Decimal("0.5"), max_value=Decimal(2), unit="x", reason={})
    checks = tuple(
        Check(
            id=f"check-{at}",
            label={},
            formula=f"{{fact-{at}}} / {{fact-{at + 1}}}",
            band=band,
            marks=_NOWHERE,
        )
        for at in range(0, number - 1, 10)
    )
    return Seeds(
        briefing=Briefing(
            title={},
            subject=Subject(id="firm", name={}),
            languages=("en",),
            marks=_NOWHERE,
        ),
        articles=make_articles(number // _FACTS_OF_AN_ARTICLE + 1),
        units={},
        indicators=indicators,
        facts=facts,
        checks=checks,
        charts={},
        documents=(),
        assets={},
        known={"fact": Known(frozenset(facts), "")},
        findings=(),
    )


class Times(NamedTuple):
    """Processor seconds of each question."""

    book: float
    path: float
    promises: float
    pairs: float
    checks: float

    @property
    def total(self) -> float:
        return sum(self)


def take_times(seeds: Seeds) -> Times:
    """What one run takes; a ledger with findings measures nothing, so it ends the program."""
    proofs = {
        fact.id: Proof(
            fact=fact.id,
            located=tuple(Located(quote=one, start=0, end=0, text="") for one in fact.quotes),
            findings=(),
        )
        for fact in seeds.facts.values()
        if fact.formula is None
    }
    begun = time.process_time()
    book, findings = build_book(seeds, proofs, {})
    built = time.process_time() - begun
    if findings or len(book.entries) != len(seeds.facts):
        sys.exit(f"the made-up facts are wrong, nothing is measured: {findings[:1]}")

    def seconds(ask: Callable[[Book], object]) -> float:
        begun = time.process_time()
        ask(book)
        return time.process_time() - begun

    return Times(
        built,
        seconds(knowledge_path),
        seconds(lambda one: promises(one, seeds.indicators)),
        seconds(lambda one: (contradictions(one), agreements(one))),
        seconds(lambda one: cross_checks(one, seeds)),
    )


def main() -> None:
    """Print a line a size: half as many facts, so many, twice as many."""
    parser = argparse.ArgumentParser(description="Measure the ledger on made-up facts.")
    parser.add_argument("--facts", type=int, default=10_000, help="of the middle size")
    parser.add_argument("--runs", type=int, default=3, help="runs a size (default: 3)")
    options = parser.parse_args()
    print(f"{'facts':>8}{'book':>9}{'path':>9}{'promises':>10}{'pairs':>9}{'checks':>9}{'all':>9}")
    for number in (options.facts // 2, options.facts, 2 * options.facts):
        seeds = make_seeds(number)
        runs = [take_times(seeds) for _ in range(max(1, options.runs))]
        best = min(runs, key=lambda one: one.total)
        print(
            f"{number:>8}{best.book:>9.2f}{best.path:>9.2f}{best.promises:>10.2f}"
            f"{best.pairs:>9.2f}{best.checks:>9.2f}{best.total:>9.2f}"
        )


if __name__ == "__main__":
    main()
