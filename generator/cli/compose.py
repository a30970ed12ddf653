"""`briefing compose DIR`: only the Markdown tree."""

import argparse
from pathlib import Path

from generator.cli.terminal import complain, print_findings, summary
from generator.publish import assemble, tree_files, write_tree
from generator.reading import UsageError

HELP = "write the plain tree of Markdown and assets, without building it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument(
        "dir", type=Path, metavar="DIR", help="a new or empty folder, or such a tree"
    )


def run(options: argparse.Namespace) -> int:
    """1 when there is a finding, else 0."""
    folder: Path = options.dir
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is no folder", "name another DIR")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "data/facts.json").is_file():
        raise UsageError(
            f"{folder} is not empty and no tree that was composed here",
            "name another DIR; what a tree does not hold would be removed from it",
        )
    assembly = assemble(options.root)
    if assembly.problems:
        print_findings(assembly, "text")
        return 1
    write_tree(tree_files(assembly), folder)
    complain(f"{summary(assembly)}; tree in {folder}")
    return 0
