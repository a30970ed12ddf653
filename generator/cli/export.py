"""`briefing export DIR`: the data package alone."""

import argparse
from pathlib import Path

from generator.cli.terminal import complain, print_findings, summary
from generator.pipeline import assemble
from generator.publish import check_ours, export_package

HELP = "write the data package alone: figures, articles, proofs, and what describes them"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument(
        "dir", type=Path, metavar="DIR", help="a new or empty folder, or such a package"
    )


def run(options: argparse.Namespace) -> int:
    """1 when there is a finding, else 0."""
    folder: Path = options.dir
    check_ours(folder, "DIR")
    assembly = assemble(options.root)
    if assembly.findings:
        print_findings(assembly, "text")
        return 1
    count = export_package(options.root, assembly, folder)
    complain(f"{summary(assembly)}; {count} files in {folder}")
    return 0
