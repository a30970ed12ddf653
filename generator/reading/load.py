"""Everything under seeds/ and docs/ becomes one `Seeds`: records that hold together, and findings.

In: the project's root. Out: only well-formed records, each of whose references is there; all that
is malformed as findings, in one run, in the order of their places.
It never raises for bad data, and its result never depends on the order in which a disk lists files.
"""

from pathlib import Path
from types import MappingProxyType

from generator.model import Seeds
from generator.reading.docs.documents import load_documents
from generator.reading.seeds.article_files import load_articles
from generator.reading.seeds.assembly import (
    Assembly,
    assemble_articles,
    assemble_charts,
    assemble_facts,
    assemble_indicators,
)
from generator.reading.seeds.declarations import (
    assemble_briefing,
    assemble_declarations,
    check_published,
)
from generator.reading.seeds.files import load_seed_files
from generator.reading.seeds.lock import load_lock


def load_seeds(root: Path) -> Seeds:
    """All records under `root`, and all findings of all files.

    Raises:
        UsageError: there is no folder seeds/.
    """
    files = load_seed_files(root)
    pages = load_documents(root)
    is_complete = "articles" not in files.unread
    texts, file_findings = load_articles(root, files.articles, is_complete=is_complete)
    locked = load_lock(root)
    assembly = Assembly(files)
    assemble_briefing(assembly)
    assemble_indicators(assembly)
    assemble_articles(assembly, texts)
    assemble_facts(assembly)
    assemble_declarations(assembly)
    check_published(assembly, locked.published)
    assemble_charts(assembly)
    findings = {*files.findings, *pages.findings, *file_findings, *locked.findings}
    findings.update(assembly.findings)
    return Seeds(
        briefing=assembly.briefing,
        articles=assembly.articles,
        units=assembly.units,
        indicators=assembly.indicators,
        facts=assembly.facts,
        checks=assembly.checks,
        corrections=assembly.corrections,
        moved=assembly.moved,
        charts=assembly.charts,
        documents=tuple(sorted(pages.documents, key=lambda document: document.path)),
        assets=MappingProxyType(dict(sorted(pages.assets.items()))),
        known=assembly.known,
        lock=locked.lock,
        findings=tuple(sorted(findings, key=lambda finding: finding.sort_key)),
    )
