"""Say how long each stage of a build takes, one after the other, nothing being kept.

Comes in: a project's folder. Goes out: as JSON processor seconds by stage. Writes what a build
writes, below a temporary folder.

    python benchmarks/stages.py FOLDER
"""

import argparse
import json
import logging
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a checkout that is not installed is measured all the same

Made = TypeVar("Made")


class Stages:
    """Seconds by stage, in the order in which they ran."""

    def __init__(self) -> None:
        """Begins with none."""
        self.seconds: dict[str, float] = {}

    def run(self, name: str, make: Callable[[], Made]) -> Made:
        """What is made, its time being taken."""
        before = time.process_time()
        made = make()
        self.seconds[name] = time.process_time() - before
        return made


def measure_stages(root: Path) -> dict[str, float]:
    """All stages of a build of one project, by the functions that `briefing build` calls."""
    stages = Stages()
    stages.run("imports", _imports)
    from generator.kept import Cache  # noqa: PLC0415 - importing it is a stage
    from generator.pipeline import assemble, charts_of, default_language  # noqa: PLC0415
    from generator.publish.build import (  # noqa: PLC0415
        account_site,
        engine_run,
        finish_site,
        write_composed,
    )
    from generator.publish.engines.mkdocs import run_mkdocs  # noqa: PLC0415
    from generator.publish.styles.place import place_styles  # noqa: PLC0415
    from generator.publish.tree import pictures_of  # noqa: PLC0415
    from generator.reading import load_seeds  # noqa: PLC0415

    logging.disable(logging.WARNING)
    stages.run("reading", lambda: load_seeds(root))
    assembly = stages.run("reading, proving, checking", lambda: assemble(root))
    stages.run("drawing", lambda: charts_of(assembly, default_language(assembly)))
    pictures = pictures_of(assembly, Cache(root))  # a browser's work, not ours
    tree = root / "build/docs"
    stages.run("composing", lambda: write_composed(assembly, pictures, tree, ""))
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        run = engine_run(root, assembly, site, "", Cache())
        stages.run("engine", lambda: run_mkdocs(run))
        finish_site(root, site)
        stages.run("number gate", lambda: account_site(assembly, site))
        stages.run("style", lambda: place_styles(site))
    return stages.seconds


def _imports() -> None:
    for name in ("cli.reports.findings", "publish.build", "publish.engines.mkdocs"):
        import_module(f"generator.{name}")


def main() -> None:
    """Print the stages as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    print(json.dumps(measure_stages(parser.parse_args().folder.resolve())))


if __name__ == "__main__":
    main()
