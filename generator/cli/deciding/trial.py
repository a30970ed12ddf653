"""A fact proven as its file would have it, before anything is written.

In: the project's root, the file of facts with an answer in it. Out: the fact, and the worst that
would be found of it. What else stands undecided in the seeds is taken as if it were answered.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.cli.adding.facts_yaml import quoted_text, reason_wanted
from generator.evidence import is_of_measure, prove, rank
from generator.model import (
    UNDECIDED,
    Fact,
    Finding,
    FrozenDict,
    Indicator,
    Nomenclature,
    Proof,
    Seeds,
)
from generator.reading import SeedFile, load_seeds, with_field

_OPEN = re.compile(r'"\?"')
_ANY = FrozenDict({"en": "any"})
"""A reason that stands for the one to come."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the proof says of a fact."""

    fact: Fact | None
    finding: Finding | None = None
    """The worst; None where it is proven."""
    reason: str | None = None
    """The key of `inferred` by which a person answers the finding, where one does."""

    @property
    def is_proven(self) -> bool:
        """Nothing is found."""
        return self.fact is not None and self.finding is None

    @property
    def is_fine(self) -> bool:
        """It is proven, or a reason is all that lacks."""
        return self.is_proven or (self.fact is not None and self.reason is not None)

    is_said_near: bool = False
    """Only a sentence beside that of the figure names what it measures."""

    @property
    def is_measured(self) -> bool:
        """It is fine, and its own sentence says what it measures: no reason is needed for that."""
        return self.is_fine and self.reason != "measure" and not self.is_said_near


def try_fact(
    root: Path,
    file: SeedFile,
    name: str,
    articles: SeedFile,
    names: tuple[str, ...] = (),
) -> Verdict:
    """The verdict on one fact of a file as it is, its open reasons left out.

    `names` are more by which texts call whom it is about.
    """
    reasons = {key: why for key, why in reasons_of(file, name).items() if why != UNDECIDED}
    content = with_reasons(file, name, reasons).content
    filled = _OPEN.sub('"open"', articles.content)
    instead = {file.path: content.encode(), articles.path: filled.encode()}
    seeds = load_seeds(root, None, instead)
    fact = seeds.facts.get(name)
    if fact is None:
        wrong = [one for one in seeds.findings if one.subject == name] or list(seeds.findings)
        return Verdict(None, wrong[0] if wrong else None)
    named = seeds.named
    if names and (about := named.entities.get(fact.about)):
        called = replace(about, names=(*(about.names or about.name.values()), *names))
        named = replace(named, entities={**named.entities, about.id: called})
    return _judged(fact, seeds, named)


def fitting(
    root: Path, file: SeedFile, name: str, articles: SeedFile, indicators: Sequence[str]
) -> list[str]:
    """Those of the indicators with which the fact is proven, or lacks but a reason.

    One for what it measures is none: it has to be meant.
    """
    verdicts = verdicts_of(root, file, name, articles, indicators)
    return [one for one, said in verdicts.items() if said.is_measured]


def verdicts_of(
    root: Path,
    file: SeedFile,
    name: str,
    articles: SeedFile,
    indicators: Sequence[str],
    *,
    instead: Mapping[str, bytes] = FrozenDict(),
) -> dict[str, Verdict]:
    """The verdict on the fact with each of the indicators that can bear it out.

    `instead` are files of the seeds as they would be: what they declare anew is judged by itself.
    """
    known = load_seeds(root).indicators if instead else None
    found = [one for one in file.typed() if one.get("id") == name]
    typed = found[0].get("indicator") if found else None
    first = next(iter(indicators), None)
    if first is None:
        return {}
    tried = with_field(file, name, "indicator", first) if typed == UNDECIDED else file
    reasons = {key: why for key, why in reasons_of(file, name).items() if why != UNDECIDED}
    content = with_reasons(tried, name, reasons).content
    filled = _OPEN.sub('"open"', articles.content)
    changed = {file.path: content.encode(), articles.path: filled.encode()}
    seeds = load_seeds(root, None, {**instead, **changed})
    fact = seeds.facts.get(name)
    if fact is None:
        return {}
    return {
        one: _judged(replace(fact, indicator=one), seeds, _without_new(seeds, known, one))
        for one in indicators
        if one in seeds.indicators and _has_words(seeds.indicators[one], fact, seeds)
    }


def _without_new(seeds: Seeds, known: Mapping[str, Indicator] | None, own: str) -> Nomenclature:
    """What words name, but for the indicators that are not known, its own excepted."""
    named = seeds.named
    if known is None:
        return named
    kept = {key: one for key, one in named.indicators.items() if key in known or key == own}
    return replace(named, indicators=kept)


def cures(root: Path, file: SeedFile, name: str, articles: SeedFile, word: str) -> bool:
    """Whether the fact would be fine, or have nothing against its measure, with a word more."""
    filled = _OPEN.sub('"open"', articles.content)
    reasons = {key: why for key, why in reasons_of(file, name).items() if why != UNDECIDED}
    content = with_reasons(file, name, reasons).content
    seeds = load_seeds(root, None, {file.path: content.encode(), articles.path: filled.encode()})
    fact = seeds.facts.get(name)
    article = seeds.articles.get(fact.quotes[0].article) if fact and fact.quotes else None
    if fact is None or article is None:
        return False
    indicator, lang = seeds.indicators[fact.indicator], article.lang
    words = {**indicator.words, lang: (*indicator.words.get(lang, ()), word)}
    indicators = {**seeds.indicators, indicator.id: replace(indicator, words=FrozenDict(words))}
    more = replace(seeds, indicators=indicators)
    verdict = _judged(fact, more, more.named)
    return verdict.finding is None or not is_of_measure(verdict.finding)


def _has_words(indicator: Indicator, fact: Fact, seeds: Seeds) -> bool:
    """Words of the article's language can bear it out: else anything would pass for it."""
    article = seeds.articles.get(fact.quotes[0].article) if fact.quotes else None
    lang = article.lang if article else ""
    return bool(indicator.words.get(lang) or indicator.words.get(lang.partition("-")[0]))


def _judged(fact: Fact, seeds: Seeds, named: Nomenclature) -> Verdict:
    proved = partial(
        prove,
        indicator=seeds.indicators[fact.indicator],
        articles=seeds.articles,
        units=seeds.units,
        named=named,
    )
    proof = proved(fact)
    worst = max(proof.findings, key=rank, default=None)
    wanted = reason_wanted(fact, worst) if worst and worst.severity == "review" else None
    if wanted:  # only what is proven keeps where its words stand
        proof = proved(replace(fact, inferred=FrozenDict({**fact.inferred, wanted: _ANY})))
    return Verdict(fact, worst, wanted, _is_said_near(proof))


def _is_said_near(proof: Proof) -> bool:
    """The word that names the measure stands in none of the sentences that are quoted."""
    spans = [(one.start - len(one.before), one.end + len(one.after)) for one in proof.located]
    said = [one.start for one in proof.evidence if one.aspect == "measure"]
    return any(at is not None and not any(start <= at < end for start, end in spans) for at in said)


def reasons_of(file: SeedFile, name: str) -> dict[str, object]:
    """What stands under `inferred` of the fact."""
    record = next((one for one in file.typed() if one.get("id") == name), {})
    found = record.get("inferred")
    return dict(found) if isinstance(found, dict) else {}


def with_reasons(file: SeedFile, name: str, reasons: dict[str, object]) -> SeedFile:
    """The file with these reasons; untouched where they stand so already."""
    if reasons == reasons_of(file, name):
        return file
    pairs = ", ".join(f"{key}: {_scalar(why)}" for key, why in reasons.items())
    return with_field(file, name, "inferred", f"{{{pairs}}}" if pairs else None)


def _scalar(why: object) -> str:
    if isinstance(why, dict):
        inner = ", ".join(f"{key}: {quoted_text(str(text))}" for key, text in why.items())
        return f"{{{inner}}}"
    return quoted_text(str(why))
