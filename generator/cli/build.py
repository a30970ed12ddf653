"""`briefing build`: check, compose, build, swap the finished site in."""

import argparse
from pathlib import Path

from generator.cli.terminal import (
    complain,
    print_findings,
    progress,
    summary,
    tell_of_numbers,
    tell_of_pictures,
)
from generator.pipeline import assemble
from generator.publish import ENGINES, EngineError, build_site

HELP = "check, compose and build the site; the last good one stays when anything fails"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument(
        "--site-dir", type=Path, help="where the site goes (default: site, in the project's folder)"
    )
    parser.add_argument(
        "--engine",
        choices=ENGINES,
        default=ENGINES[0],
        help="what makes HTML of the composed Markdown (default: %(default)s)",
    )
    parser.add_argument(
        "--pdf", action="store_true", help="also print all of it as briefing.pdf, with Chromium"
    )
    parser.add_argument(
        "--site-url",
        metavar="URL",
        help="where the site is published (default: site_url of mkdocs.yml, which may be absent)",
    )


def run(options: argparse.Namespace) -> int:
    """1 when a finding or the engine stopped the build, else 0."""
    root: Path = options.root.resolve()
    site_dir = options.site_dir or root / "site"
    progress("reading and proving")
    assembly = assemble(options.root)
    if assembly.findings:
        print_findings(assembly, "text")
        complain("nothing was built", "mend the findings above; the last good site stays")
        return 1
    progress("composing and building")
    try:
        built = build_site(
            root,
            assembly,
            site_dir,
            site_url=options.site_url,
            has_pdf=options.pdf,
            engine=options.engine,
        )
    except EngineError as error:
        for message in error.messages:
            complain(message)
        complain("nothing was built", "mend what is named above; the last good site stays")
        return 1
    tell_of_pictures(built.pictures)
    tell_of_numbers(built.numbers)
    complain(f"{summary(assembly)}; site in {options.site_dir or 'site'}")
    return 0
