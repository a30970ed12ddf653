"""Everything under seeds/ and docs/ becomes one `Seeds`: records that hold together, and findings.

In: the project's root. Out: only well-formed records, each of whose references is there; all that
is malformed as findings, in one run, in the order of their places.
It never raises for bad data, and its result never depends on the order in which a disk lists files.
"""

from collections.abc import Mapping
from pathlib import Path

from generator.kept import digest
from generator.model import EMPTY, FrozenDict, Seeds
from generator.reading.docs.documents import load_documents
from generator.reading.seeds.article_files import load_articles, name_hashes
from generator.reading.seeds.assembly import (
    SeedContext,
    build_articles,
    build_briefing,
    build_facts,
    build_indicators,
    build_units,
    half_read,
)
from generator.reading.seeds.charts import build_charts
from generator.reading.seeds.declarations import (
    build_checks,
    build_corrections,
    build_moved,
    check_missing,
)
from generator.reading.seeds.files import ReadFiles, load_seed_files
from generator.reading.seeds.lock import load_lock


def load_seeds(
    root: Path, last: ReadFiles | None = None, instead: Mapping[str, bytes] = EMPTY
) -> Seeds:
    """All records under `root`, and all findings of all files; `last`, read before, is renewed.

    Raises:
        UsageError: there is no folder seeds/.
    """
    files = load_seed_files(root, last, instead)
    pages = load_documents(root)
    is_complete = "articles" not in files.unread
    texts, found = load_articles(root, files.articles, is_complete=is_complete)
    typed, locked = name_hashes(root, files.articles, files.findings), load_lock(root)
    findings = [*typed, *pages.findings, *found, *locked.findings]
    briefing = build_briefing(files.briefing, findings)
    context = SeedContext(files, briefing, findings, locked)
    units, indicators = build_units(context), build_indicators(context)
    articles = build_articles(context, texts)
    facts = build_facts(context, indicators, articles)
    check_missing(context)
    return Seeds(
        briefing=briefing,
        articles=articles,
        units=units,
        indicators=indicators,
        facts=facts,
        checks=build_checks(context),
        corrections=build_corrections(context, facts, articles),
        moved=build_moved(context, facts),
        charts=build_charts(context),
        documents=tuple(pages.documents),
        assets=FrozenDict(pages.assets),
        unread_pages=frozenset(pages.unread),
        refused=tuple(context.refused),
        half_read=half_read(context),
        known=context.known,
        lock=locked.lock,
        contents=digest(sorted(files.contents.items()), locked.lock),
        findings=tuple(sorted({*findings}, key=lambda finding: finding.sort_key)),
    )
