"""`briefing build`: check, compose, build, swap the finished site in."""

import argparse
from pathlib import Path

from generator.cli.findings import faultless, summary
from generator.cli.site_report import tell_of_numbers, tell_of_pictures
from generator.cli.terminal import progress, say
from generator.publish import EngineError, build_site


def run(options: argparse.Namespace) -> int:
    """1 when a finding or the engine stopped the build, else 0."""
    root: Path = options.root.resolve()
    progress("reading and proving")
    assembly = faultless(options.root)
    if assembly is None:
        say("nothing was built", "mend the findings above; the last good site stays")
        return 1
    progress("composing and building")
    try:
        built = build_site(
            root,
            assembly,
            options.site_dir or root / "site",
            site_url=options.site_url,
            has_pdf=options.pdf,
            engine=options.engine,
        )
    except EngineError as error:
        for message in error.messages:
            say(message)
        say("nothing was built", "mend what is named above; the last good site stays")
        return 1
    tell_of_pictures(built.pictures)
    tell_of_numbers(built.explained)
    say(f"{summary(assembly)}; site in {options.site_dir or 'site'}")
    return 0
