"""A fact proven as its file would have it, before anything is written.

In: the project's root, the file of facts with an answer in it. Out: the fact, and the worst that
would be found of it. What else stands undecided in the seeds is taken as if it were answered.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from generator.cli.adding.facts_yaml import quoted_text, reason_wanted
from generator.evidence import prove, rank
from generator.model import UNDECIDED, Fact, Finding
from generator.reading import SeedFile, load_seeds, with_field

_OPEN = re.compile(r'"\?"')


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


def try_fact(root: Path, file: SeedFile, name: str, articles: SeedFile) -> Verdict:
    """The verdict on one fact of a file as it is, its open reasons left out."""
    reasons = {key: why for key, why in reasons_of(file, name).items() if why != UNDECIDED}
    content = with_reasons(file, name, reasons).content
    filled = _OPEN.sub('"open"', articles.content)
    instead = {file.path: content.encode(), articles.path: filled.encode()}
    seeds = load_seeds(root, None, instead)
    fact = seeds.facts.get(name)
    if fact is None:
        wrong = [one for one in seeds.findings if one.subject == name] or list(seeds.findings)
        return Verdict(None, wrong[0] if wrong else None)
    proof = prove(
        fact,
        indicator=seeds.indicators[fact.indicator],
        articles=seeds.articles,
        units=seeds.units,
        named=seeds.named,
    )
    worst = max(proof.findings, key=rank, default=None)
    wanted = reason_wanted(fact, worst) if worst and worst.severity == "review" else None
    return Verdict(fact, worst, wanted)


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
