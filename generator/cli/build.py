"""`briefing build`: check, compose, build, swap the finished site in."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.terminal import progress, say
from generator.cli.unchanged import Answer, Sources, answer_of, keep, look
from generator.kept import Cache

if TYPE_CHECKING:
    from generator.pipeline import Assembly


def run(options: argparse.Namespace) -> int:
    """1 when a finding or the engine stopped the build, else 0; the unchanged is left alone."""
    root: Path = options.root.resolve()
    site_dir: Path = options.site_dir or root / "site"
    asked = (
        *(options.engine, options.pdf, options.strict_pictures, options.strict_record),
        options.site_url,
    )
    sources = None if options.fresh else look(root, "build", site_dir.absolute(), *asked)
    if sources and (answer := answer_of(sources, site_dir)):
        say(f"nothing has changed: {answer.err}")
        return answer.code
    return _build(options, root, site_dir, sources)


def _build(options: argparse.Namespace, root: Path, site_dir: Path, sources: Sources | None) -> int:
    """All of it; what builds is imported once there is something to build."""
    from generator.cli.reports.findings import faultless, summary
    from generator.cli.reports.site import tell_of_numbers, tell_of_pictures
    from generator.cli.spreading import cluster_of, spread_of
    from generator.publish import EngineError, build_site

    cache = Cache(None if options.fresh else root)
    with cluster_of(options) as cluster:
        assembly = faultless(options.root, cache, spread_of(options), cluster)
    if assembly is None:
        say("nothing was built", "mend the findings above; the last good site stays")
        return 1
    if options.strict_record and not _is_recorded(assembly):
        return 1
    progress("composing and building")
    try:
        built = build_site(
            root,
            assembly,
            site_dir,
            site_url=options.site_url,
            has_pdf=options.pdf,
            needs_pictures=options.strict_pictures,
            engine=options.engine,
            cache=cache,
        )
        cache.save()
    except EngineError as error:
        for message in error.messages:
            say(message)
        say("nothing was built", "mend what is named above; the last good site stays")
        return 1
    tell_of_pictures(built.pictures)
    tell_of_numbers(built.explained)
    said = f"{summary(assembly)}; site in {options.site_dir or 'site'}"
    say(said)
    if sources and not built.pictures.warning:
        keep(sources, Answer(0, err=said), site_dir)
    return 0


def _is_recorded(assembly: "Assembly") -> bool:
    """Says so where it is not."""
    from generator.exports import is_recorded

    if is_recorded(assembly.seeds, assembly.book):
        return True
    say("a figure is not as briefing.lock has it on record", "run briefing record, and commit that")
    return False
