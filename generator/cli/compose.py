"""`briefing compose DIR`: only the Markdown tree."""

import argparse
from pathlib import Path

from generator.cli.terminal import complain, print_findings, summary, tell_of_pictures
from generator.pipeline import assemble
from generator.publish import cache_folder, check_ours, compose_tree, leave_mark, site_address

HELP = "write the plain tree of Markdown and assets, without building it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument(
        "dir", type=Path, metavar="DIR", help="a new or empty folder, or such a tree"
    )


def run(options: argparse.Namespace) -> int:
    """1 when there is a finding, else 0."""
    folder: Path = options.dir
    check_ours(folder, "DIR")
    assembly = assemble(options.root)
    if assembly.findings:
        print_findings(assembly, "text")
        return 1
    address = site_address(options.root)
    pictures = compose_tree(assembly, folder, cache_folder(options.root), address)
    leave_mark(folder)
    tell_of_pictures(pictures)
    complain(f"{summary(assembly)}; tree in {folder}")
    return 0
