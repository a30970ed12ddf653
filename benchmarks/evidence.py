"""Measure finding and proving on made-up articles in German, Dutch and English.

Comes in: sizes; the articles are the same for the same sizes (see corpus.py). Goes out: medians in
processor milliseconds, peak memory, and what a text of twice the length costs. Writes only to a
temporary folder; says nothing about what is fast enough.

    python benchmarks/evidence.py --articles 10 --files 30 --megabytes 0.2 --runs 1  # some seconds
    python benchmarks/evidence.py --profile
"""

import argparse
import cProfile
import pstats
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a checkout that is not installed is measured all the same

from corpus import INDICATORS, NAMED, SENTENCES, UNITS, Sample, make_article
from measure import BYTES_PER_UNIT, Measured, measure

from generator.evidence import cover, find, prove
from generator.evidence.annotate import annotate
from generator.model import Fact, Proof

SEED = 7
LENGTH = 2_500
_PROFILED = 15
_REMEMBERED = 90
"""Articles that stay read while the facts of others are proven: fewer than survey remembers."""


class Times(NamedTuple):
    """Processor milliseconds of one article, those of facts as a mean of its facts."""

    find: float
    prove: float
    refuse: float
    cover: float


def make_samples(articles: int, characters: int = LENGTH) -> dict[str, list[Sample]]:
    """So many articles in each language."""
    dice = random.Random(SEED)  # noqa: S311 - the same articles every time are the point
    return {
        lang: [make_article(dice, lang, number, characters) for number in range(articles)]
        for lang in SENTENCES
    }


def prove_facts(sample: Sample, facts: Sequence[Fact]) -> dict[str, Proof]:
    """A proof a fact, by id."""
    articles = {sample.article.id: sample.article}
    return {
        fact.id: prove(
            fact,
            indicator=INDICATORS[fact.indicator],
            articles=articles,
            units=UNITS,
            named=NAMED,
        )
        for fact in facts
    }


def take_times(sample: Sample) -> Times:
    """What one article takes; facts are proven as in a briefing, where it has been read before."""
    annotate.cache_clear()
    article, facts = sample.article, sample.facts
    begun = time.process_time()
    find(article.text, article.lang, UNITS)
    found = time.process_time()
    proofs = prove_facts(sample, facts)
    proven = time.process_time()
    refused = prove_facts(sample, sample.misquoted)
    judged = time.process_time()
    cover(article, {fact.id: fact for fact in facts}, proofs, UNITS)
    covered = time.process_time()
    wrong = [one.fact for one in proofs.values() if one.findings]
    wrong += [one.fact for one in refused.values() if not one.findings]
    if wrong:
        sys.exit(f"the verdict on {wrong[0]} in {article.text!r} is wrong: nothing is measured")
    return Times(
        (found - begun) * 1e3,
        (proven - found) * 1e3 / len(facts),
        (judged - proven) * 1e3 / len(facts),
        (covered - judged) * 1e3,
    )


def print_times(samples: dict[str, list[Sample]]) -> None:
    """A line a language: medians over its articles."""
    for lang in samples:
        find("10", lang, UNITS)  # reads the lexicon
    print(f"{'':<10}{'find':>10}{'cover':>10}{'prove':>12}{'refuse':>12}   median processor ms")
    print(f"{'language':<10}{'an article':>20}{'a fact':>24}")
    rows = {lang: [take_times(sample) for sample in some] for lang, some in samples.items()}
    rows["all"] = [times for some in rows.values() for times in some]
    for lang, times in rows.items():
        middle = Times(*map(statistics.median, zip(*times, strict=True)))
        print(
            f"{lang:<10}{middle.find:>10.2f}{middle.cover:>10.2f}"
            f"{middle.prove:>12.3f}{middle.refuse:>12.3f}"
        )
    facts = sum(len(sample.facts) for some in samples.values() for sample in some)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_PER_UNIT / 1e6
    print(f"{len(rows['all'])} articles, {facts} facts; peak memory {peak:.0f} MB\n")


def scan(folder: Path, lang: str, texts: Sequence[str]) -> Measured:
    """What `briefing scan` takes for these texts, outside of any briefing."""
    paths = [folder / f"{lang}-{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    options = ("scan", "--root", str(folder), "--lang", lang, "--format", "json")
    return measure(*options, *map(str, paths))


def print_scan(folder: Path, samples: dict[str, list[Sample]], files: int) -> None:
    """Files of the usual length, a process a language; its start is part of what is measured."""
    share = max(1, files // len(samples))
    texts = {lang: [one.article.text for one in some] for lang, some in samples.items()}
    runs = [
        scan(folder, lang, [some[at % len(some)] + "\n" * (at // len(some)) for at in range(share)])
        for lang, some in texts.items()
    ]
    each = [run.processor * 1e3 / share for run in runs]
    peak = max(run.megabytes for run in runs)
    print(f"scan --format json, {share} files a language: {statistics.median(each):.2f} processor")
    print(f"ms an article, median of {len(runs)} languages; peak memory {peak:.0f} MB\n")


def middle_of(runs: Sequence[Measured]) -> Measured:
    """The median of every column."""
    return Measured(*map(statistics.median, zip(*runs, strict=True)))


def grown(start: float, small: float, large: float) -> str:
    """How much more the second text takes, without the start; a short one takes next to nothing."""
    return f"{(large - start) / (small - start):.2f}" if small > start else "-"


def print_growth(folder: Path, megabytes: float, times: int) -> None:
    """One long article and one of twice its length; in proportion is a factor of two."""
    print(f"{'language':<10}{'MB':>10}{'scan s':>10}{'peak MB':>10}")
    for lang in SENTENCES:
        start = middle_of([scan(folder, lang, [""]) for _ in range(times)])
        runs = []
        for size in (megabytes, 2 * megabytes):
            dice = random.Random(SEED)  # noqa: S311 - the same article every time
            text = make_article(dice, lang, 0, int(size * 1e6)).article.text
            runs.append(middle_of([scan(folder, lang, [text]) for _ in range(times)]))
            print(f"{lang:<10}{size:>10.2f}{runs[-1].processor:>10.2f}{runs[-1].megabytes:>10.0f}")
        small, large = runs
        slower = grown(start.processor, small.processor, large.processor)
        wider = grown(start.megabytes, small.megabytes, large.megabytes)
        print(f"{'':<10}{'grows by':>10}{slower:>10}{wider:>10}   without the start")


def print_profile(name: str, work: Callable[[], object]) -> None:
    """Where the time of the work goes, functions with the most time of their own first."""
    profile = cProfile.Profile()
    profile.runcall(work)
    print(f"\nprofile of {name}")
    pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(_PROFILED)


def print_profiles(samples: dict[str, list[Sample]]) -> None:
    """Finding alone, then proving with every article already read."""
    each = max(1, _REMEMBERED // len(samples))
    some = [sample for one in samples.values() for sample in one[:each]]
    for lang in samples:
        find("10", lang, UNITS)  # reads the lexicon
    annotate.cache_clear()
    articles = [sample.article for sample in some]
    print_profile("find", lambda: [find(one.text, one.lang, UNITS) for one in articles])

    def prove_all() -> None:
        for sample in some:
            prove_facts(sample, sample.facts)

    prove_all()  # reads what is not remembered, so that the next round only proves
    print_profile("prove", prove_all)


def main() -> None:
    """Print times, memory and growth, or the profiles."""
    parser = argparse.ArgumentParser(description="Measure finding and proving.")
    parser.add_argument("--articles", type=int, default=100, help="a language (default: 100)")
    parser.add_argument("--files", type=int, default=1_000, help="for scan (default: 1000)")
    parser.add_argument(
        "--megabytes", type=float, default=1.0, help="of the long article (default: 1)"
    )
    parser.add_argument("--runs", type=int, default=3, help="of the long article (default: 3)")
    parser.add_argument("--profile", action="store_true", help="only show where the time goes")
    options = parser.parse_args()
    samples = make_samples(max(1, options.articles))
    if options.profile:
        print_profiles(samples)
        return
    print_times(samples)
    with tempfile.TemporaryDirectory() as folder:
        print_scan(Path(folder), samples, options.files)
        print_growth(Path(folder), options.megabytes, options.runs)


if __name__ == "__main__":
    main()
