"""`briefing compose DIR`: only the Markdown tree."""

import argparse

from generator.cli.reports.findings import faultless, summary
from generator.cli.reports.site import tell_of_pictures
from generator.cli.spreading import spread_of
from generator.cli.terminal import say
from generator.publish import check_ours, export_tree


def run(options: argparse.Namespace) -> int:
    """1 when there is a finding, else 0."""
    check_ours(options.dir, "DIR")
    assembly = faultless(options.root, spread=spread_of(options))
    if assembly is None:
        return 1
    tell_of_pictures(export_tree(options.root, assembly, options.dir))
    say(f"{summary(assembly)}; tree in {options.dir}")
    return 0
