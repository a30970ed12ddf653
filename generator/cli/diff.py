"""`briefing diff BASE [HEAD]`: which figures, charts and pages a change moves."""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.cli.terminal import print_lines, progress
from generator.compared import (
    KEPT_PAGES,
    compare,
    comparison_json,
    comparison_markdown,
    side_of,
    text_lines,
)
from generator.kept import Cache
from generator.pipeline import Assembly, assemble
from generator.reading import load_revision
from generator.wording import spoken_language

_SETTINGS = "mkdocs.yml"


def run(options: argparse.Namespace) -> int:
    """1 when a side has a finding, else 0, whether or not anything differs."""
    # Both sides share what was kept: what they have in common is proven once.
    cache = Cache(options.root)
    with (
        _laid_out(options.root, options.base) as (base_root, base_commit),
        _laid_out(options.root, options.head) as (head_root, head_commit),
    ):
        progress(f"reading {options.base} and {options.head or 'the working tree'}")
        old, new = assemble(base_root, cache), assemble(head_root, cache)
        lang = _language(new, old)
        base = side_of(old, lang, options.base, base_commit, _settings(base_root))
        head = side_of(new, lang, options.head, head_commit, _settings(head_root))
    found = compare(base, head)
    cache.of(KEPT_PAGES).save()  # of pages alone what this run asked for is all that is needed
    cache.save(is_whole=False)
    if options.format == "json":
        print(comparison_json(found))
    elif options.format == "markdown":
        print(comparison_markdown(found))
    else:
        print_lines(text_lines(found))
    return 0 if found.is_sound else 1


@contextmanager
def _laid_out(root: Path, revision: str | None) -> Iterator[tuple[Path, str | None]]:
    """Where the sources of a revision lie, for as long as they are read, and its commit."""
    if revision is None:
        yield root, None
        return
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        yield Path(folder), load_revision(root, revision, Path(folder))


def _language(*sides: Assembly) -> str:
    """The default language of the first side that says one."""
    briefings = (side.seeds.briefing for side in sides)
    return spoken_language(next(filter(None, briefings), None))


def _settings(root: Path) -> bytes | None:
    file = root / _SETTINGS
    return file.read_bytes() if file.is_file() and not file.is_symlink() else None
