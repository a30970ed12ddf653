"""Measure how charts become pictures: with a browser from nothing, from the cache, and their size.

Comes in: the repository as it stands, and a Chromium on the machine. Goes out: a line with the
median of several runs each, and a table of what each picture weighs, plain and compressed. Writes
only to temporary folders; says nothing about what is fast or small enough.

    python benchmarks/pictures.py --runs 3
"""

import argparse
import gzip
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a checkout that is not installed is measured all the same

from generator.kept import Cache
from generator.pipeline import assemble
from generator.publish import Pictures
from generator.publish.tree import pictures_of


def main() -> None:
    """Print times, then sizes."""
    parser = argparse.ArgumentParser(description="Measure the pictures of the real charts.")
    parser.add_argument("--runs", type=int, default=3, help="runs a line (default: 3)")
    runs = parser.parse_args().runs
    assembly = assemble(ROOT)
    cold: list[float] = []
    warm: list[float] = []
    pictures = Pictures()
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            for times in (cold, warm):
                begun = time.perf_counter()
                pictures = pictures_of(assembly, Cache(Path(folder)))
                times.append(time.perf_counter() - begun)
                if not pictures.pictures:
                    sys.exit(f"pictures: {pictures.how} {pictures.warning}")
    count = len(pictures.pictures)
    print(f"{count} charts, median of {runs}; drawing them as figures is included")
    print(f"from nothing, with a browser  {statistics.median(cold):6.2f} s")
    print(f"from the cache                {statistics.median(warm):6.2f} s")
    print(f"\n{'bytes':<34}{'wide':>8}{'gzip':>8}{'narrow':>8}{'gzip':>8}")
    for name, picture in pictures.pictures.items():
        sizes = [
            size
            for svg in (picture.wide.encode(), picture.narrow.encode())
            for size in (len(svg), len(gzip.compress(svg, 9)))
        ]
        listed = "".join(f"{size:>8}" for size in sizes)
        print(f"{name:<34}{listed}")


if __name__ == "__main__":
    main()
