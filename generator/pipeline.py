"""The whole way from seeds to a site as values: read, prove, book, draw.

In: a project's root. Out: all findings, and, when there is none, the site that can be composed.
Writes nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.charts import can_draw, check_charts, draw, shown_by
from generator.evidence import (
    Proven,
    check_reasons,
    claims_of,
    find_claimed,
    keep_words,
    recall_coverage_findings,
    recall_declared,
    recall_proven,
    recall_words,
)
from generator.kept import Cache, digest
from generator.ledger import (
    Scopes,
    breaks_of,
    build_book,
    check_editors_numbers,
    cross_checks,
    find_uncorrected,
)
from generator.model import (
    ASSETS,
    Book,
    Chart,
    DrawnChart,
    Fact,
    Finding,
    FrozenDict,
    Picture,
    Place,
    Seeds,
)
from generator.pages import Site, check_claims, check_documents
from generator.proving import claimed_in, prover_of
from generator.reading import load_documents, load_seeds, load_settings_file
from generator.settings import Settings, check_settings, repository_of, whole_settings
from generator.spread import Spread, in_order
from generator.text import listed
from generator.wording import LanguageWording, languages

_MOST_OPEN = 100
"""Open numbers of one article that are named in one run."""


# An outcome is equal to itself alone, so that what is made of it can be kept by it.
@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Assembly:
    """The outcome of one run over the seeds."""

    seeds: Seeds
    book: Book
    findings: tuple[Finding, ...]
    """Every finding, sorted by place; nothing may be published while there is one."""
    cache: Cache = field(default_factory=Cache)
    """What was kept of an earlier run, and is to be kept of this one."""
    spread: Spread = in_order
    """How work on many pages is done."""
    repository: str = ""
    """Where a reader reports an error; empty where mkdocs.yml says no such place."""
    drawn: dict[str, Mapping[str, DrawnChart]] = field(default_factory=dict)
    """By language the charts, once somebody has asked for them."""

    @property
    def unproven(self) -> int:
        """How many facts were typed, and not withdrawn, but did not get into the book."""
        shown = self.book.entries.keys() | self.book.withdrawn.keys()
        return len(self.seeds.known["fact"].ids - shown)


def assemble(
    root: Path,
    cache: Cache | None = None,
    spread: Spread | None = None,
    cluster: Spread | None = None,
) -> Assembly:
    """Everything that the seeds below `root` say, proven, with every finding in one run.

    What `cache` holds of an earlier run is not proven again; what is new is added to it. Long work
    is spread; a `cluster` proves instead, where it reads the same files.

    Raises:
        UsageError: there are no seeds below `root`, or the cluster reads others.
    """
    cache = cache or Cache()
    seeds = load_seeds(root, cache.memory)
    claimed = claimed_in(seeds)
    kept, words = cache.of("evidence"), cache.of("words", is_of_all=True)
    recall_words(words, lambda: cache.of("lexicons", is_of_all=True))
    proven = recall_proven(claimed, seeds, kept, prover_of(root, seeds, spread, cluster))
    proofs, coverage = proven.proofs, proven.coverage
    open_numbers = _check_coverage(seeds, claimed, proven, kept)
    claimed = _without_misread(claimed, open_numbers)
    unproven = [p for one, proof in proofs.items() if one in claimed for p in proof.findings]
    findings = [*seeds.findings, *unproven, *open_numbers]
    findings += recall_declared(claimed, seeds, kept)
    sound = {
        one: fact for one, fact in claimed.items() if one in proofs and not proofs[one].findings
    }
    book, found = build_book(seeds, proofs, coverage, proven.origins)
    # An input may stand in an article of whose text nothing can be told.
    findings += (p for p in found if not (open_numbers and p.code == "derived-from-unproven"))
    findings += _check_recorded(book, seeds, sound, findings)
    findings += cross_checks(book, seeds)[1]
    findings += _check_shown(Scopes(seeds, book, kept), root, cache)
    keep_words(words)
    ordered, spread, place = _ordered(findings), spread or in_order, repository_of(root)
    return Assembly(
        seeds=seeds, book=book, findings=ordered, cache=cache, spread=spread, repository=place
    )


def assemble_pages(before: Assembly, root: Path) -> Assembly:
    """A faultless assembly with the pages of docs/ as they are now, where nothing else changed."""
    pages, kept = load_documents(root), before.cache.of("evidence")
    seeds = replace(
        before.seeds,
        documents=tuple(pages.documents),
        assets=FrozenDict(pages.assets),
    )
    scopes = Scopes(seeds, before.book, kept)
    findings = [*pages.findings, *_check_shown(scopes, root, before.cache)]
    keep_words(before.cache.of("words", is_of_all=True))
    ordered, repository = _ordered(findings), repository_of(root)
    return replace(before, seeds=seeds, findings=ordered, repository=repository)


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted({*findings}, key=lambda finding: finding.sort_key))


def _check_coverage(
    seeds: Seeds, claimed: Mapping[str, Fact], proven: Proven, kept: MutableMapping[str, Any]
) -> list[Finding]:
    """What is open in each article, or wrong in its entry.

    A number that a refused fact may mean is not open as well: one mistake, one finding.
    """
    claims = [*seeds.refused, *claims_of(claimed, proven.proofs)]
    known, found = seeds.known["article"].ids, list[Finding]()
    for article in seeds.articles.values():
        covered = proven.coverage[article.id]
        besides = find_claimed(article, covered, claims, known) if claims else frozenset[int]()
        told = islice(recall_coverage_findings(article, proven, kept, besides), _MOST_OPEN)
        is_half = article.id in seeds.half_read
        found += (one for one in told if not (is_half and one.code == "open-number"))
    return found


def _without_misread(
    claimed: Mapping[str, Fact], findings: Iterable[Finding]
) -> Mapping[str, Fact]:
    """The facts of which something can be told: of a text in another language nothing can."""
    misread = {one.subject for one in findings if one.code == "language-mismatch"}
    return {
        one: fact
        for one, fact in claimed.items()
        if not any(quote.article in misread for quote in fact.quotes)
    }


def _check_recorded(
    book: Book, seeds: Seeds, sound: Mapping[str, Fact], findings: Sequence[Finding]
) -> Iterator[Finding]:
    """What differs from what briefing.lock says of figures and reasons."""
    uncorrected = find_uncorrected(book, seeds, findings)
    # Reasons of a figure that changed unsaid are stale as well: one mistake, one finding.
    changed = {finding.subject for finding in uncorrected}
    unchanged = {one: fact for one, fact in sound.items() if one not in changed}
    yield from uncorrected
    place = seeds.lock.releases_at or Place("briefing.lock")
    for one in breaks_of(seeds.lock.releases):
        message = f"the releases on record do not follow each other: {one.subject} {one.message}"
        hint = "take the releases of the version that was published, then run briefing record"
        yield Finding("bad-value", place, one.subject, message, hint)
    # Whose figures they are stands in briefing.yaml: without it each reason would look stale.
    if seeds.briefing is not None:
        yield from check_reasons(unchanged, seeds.lock.settled)


def _check_shown(scopes: Scopes, root: Path, cache: Cache) -> Iterator[Finding]:
    """What is wrong with the words, charts, pages and settings that show the book."""
    seeds, book = scopes.seeds, scopes.book
    if unspoken := _check_language(seeds):
        yield unspoken
        return
    yield from check_editors_numbers(scopes)
    yield from check_charts(seeds.charts, book, seeds.known["fact"])
    yield from check_documents(seeds, [f"assets/{name}" for name in ASSETS], scopes.kept)
    yield from check_claims(scopes)
    yield from check_settings(root, seeds, cache.of("settings"))


def _check_language(seeds: Seeds) -> Finding | None:
    """The first language of the site is one that pages can be written in."""
    briefing = seeds.briefing
    if briefing is None or briefing.languages[0] in languages():
        return None
    lang, known = briefing.languages[0], sorted(languages())
    message = (
        f"the site cannot be in {lang}: the program has its own words in {listed(known)} alone"
    )
    hint = f"begin the list with {known[0]}; articles may be in any language that is read"
    return Finding("bad-value", briefing.marks.at("languages", 0), lang, message, hint)


def charts_of(assembly: Assembly, lang: str) -> Mapping[str, DrawnChart]:
    """The charts of a faultless assembly in one language, drawn once for all who ask in a build."""
    if lang not in assembly.drawn:
        wording = LanguageWording(lang, assembly.seeds.units)
        charts = assembly.seeds.charts.values()
        assembly.drawn[lang] = {one.id: _draw(one, assembly, wording) for one in charts}
    return assembly.drawn[lang]


def _draw(chart: Chart, assembly: Assembly, wording: LanguageWording) -> DrawnChart:
    """The chart; in a process that stays the same one, as long as it shows the same."""
    book, cache = assembly.book, assembly.cache
    return cache.last(
        f"chart {chart.id} {wording.lang}",
        lambda: digest(shown_by(chart, book), book.units),
        lambda: draw(chart, book, wording, cache.of("figures")),
    )


def shown_in(assembly: Assembly, chart: str) -> str:
    """A digest of all that a chart shows: two with the same one look the same."""
    seeds, book = assembly.seeds, assembly.book
    return digest(shown_by(seeds.charts[chart], book), book.units)


def drawn_chart(assembly: Assembly, chart: str, wording: LanguageWording) -> DrawnChart | None:
    """One chart, also of an assembly with findings; None where it is the chart that has one."""
    one = assembly.seeds.charts[chart]
    return _draw(one, assembly, wording) if can_draw(one, assembly.book) else None


def site_of(
    assembly: Assembly,
    lang: str,
    pictures: Mapping[str, Picture] = MappingProxyType({}),
    address: str = "",
    *,
    cards: Collection[str] = (),
    has_pdf: bool = False,
) -> Site:
    """The site of a faultless assembly in one language, its charts drawn."""
    return Site(
        seeds=assembly.seeds,
        book=assembly.book,
        charts=charts_of(assembly, lang),
        kept=assembly.cache.of("parts"),
        wording=LanguageWording(lang, assembly.seeds.units),
        pictures=pictures,
        cards=cards,
        address=address,
        repository=assembly.repository,
        has_pdf=has_pdf,
    )


def settings_of(assembly: Assembly, root: Path) -> Settings:
    """What the engine is set to for a faultless assembly.

    Raises:
        UsageError: mkdocs.yml is wrong.
    """
    seeds = assembly.seeds
    if seeds.briefing is None:
        raise ValueError("only a faultless assembly can be composed")
    return whole_settings(load_settings_file(root), root, seeds, seeds.briefing)


def default_language(assembly: Assembly) -> str:
    """The briefing's first language; ValueError unless the assembly is faultless."""
    if assembly.seeds.briefing is None or assembly.findings:
        raise ValueError("only a faultless assembly can be composed")
    return assembly.seeds.briefing.languages[0]


def default_site(
    assembly: Assembly,
    pictures: Mapping[str, Picture] = MappingProxyType({}),
    address: str = "",
    *,
    cards: Collection[str] = (),
    has_pdf: bool = False,
) -> Site:
    """The site of a faultless assembly in the briefing's first language."""
    lang = default_language(assembly)
    return site_of(assembly, lang, pictures, address, cards=cards, has_pdf=has_pdf)
