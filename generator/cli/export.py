"""`briefing export DIR`: the data package alone."""

import argparse

from generator.cli.reports.findings import faultless, summary
from generator.cli.spreading import spread_of
from generator.cli.terminal import say
from generator.publish import check_ours, export_package


def run(options: argparse.Namespace) -> int:
    """1 when there is a finding, else 0."""
    check_ours(options.dir, "DIR")
    assembly = faultless(options.root, spread=spread_of(options))
    if assembly is None:
        return 1
    count = export_package(options.root, assembly, options.dir)
    say(f"{summary(assembly)}; {count} files in {options.dir}")
    return 0
