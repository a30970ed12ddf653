"""Measure `briefing check` and `briefing build` on the real seeds.

Comes in: the repository as it stands. Goes out: a table with the median of several runs, in
processor seconds (steadier than the clock on a busy machine), wall seconds and peak memory.
Writes only to a temporary folder; says nothing about what is fast enough.

    python benchmarks/measure.py --runs 5
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss


class Measured(NamedTuple):
    """What one run took."""

    processor: float
    wall: float
    megabytes: float


def measure(*args: str) -> Measured:
    """Run the command line once in the repository."""
    return run(ROOT, sys.executable, "-m", "generator", *args)


def run(folder: Path, *command: str) -> Measured:
    """A command in a folder; one that fails measures nothing, so it ends the program."""
    begun, around = time.perf_counter(), {**os.environ, "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said, env=around)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            said.seek(0)
            words = said.read(2000).decode(errors="replace")
            sys.exit(f"{' '.join(command)} ended with exit code {process.returncode}: {words}")
    return Measured(
        usage.ru_utime + usage.ru_stime,
        time.perf_counter() - begun,
        usage.ru_maxrss * BYTES_PER_UNIT / 1e6,
    )


def main() -> None:
    """Print one line a command."""
    parser = argparse.ArgumentParser(description="Measure check and build on the real seeds.")
    parser.add_argument("--runs", type=int, default=3, help="runs a command (default: 3)")
    runs = parser.parse_args().runs
    print(f"{'command':<10}{'processor s':>12}{'wall s':>10}{'peak MB':>10}   median of {runs}")
    with tempfile.TemporaryDirectory() as folder:
        commands = {"check": ("check",), "build": ("build", "--site-dir", f"{folder}/site")}
        for name, args in commands.items():
            medians = map(
                statistics.median, zip(*(measure(*args) for _ in range(runs)), strict=True)
            )
            processor, wall, megabytes = medians
            print(f"{name:<10}{processor:>12.2f}{wall:>10.2f}{megabytes:>10.0f}")


if __name__ == "__main__":
    main()
