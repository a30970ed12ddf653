"""What is listed is there: finding codes are used and tested, and files speak of the project alone.

Comes in: the table of finding codes and the tracked files. Goes out: one failure a code or file.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from generator.model import CODES

ROOT = Path(__file__).resolve().parent.parent
GENERATOR = ROOT / "generator"
TEXTS = {".json", ".md", ".py", ".toml", ".txt", ".yaml"}
MACHINE_WORDS = re.compile(
    r"/(?:home|Users)/[a-z]+/|/root/|(?<![\w.])/(?:work|tmp)/\w"
    # An address from which packages come, in whatever form a lock file would hold it.
    r"|https?://[^\s\"']*(?:/simple\b|registry|hosted\.)|find[-]links|(?<!emit-)index[-]url",
    re.IGNORECASE,
)
READS_OUR_SEEDS = re.compile(
    r"(?<![\w.])(?:ROOT|root) / f?\"(?:seeds|docs)[/\"]"
    r"|(?:assemble|load_seeds|cwd=|\"--root\", str)\(?(?:ROOT|root)\b(?! / )"
)
NOT_WRITTEN_BY_US = (".min.js", ".svg")

each_code = pytest.mark.parametrize("code", sorted(CODES))


@cache
def text_of(file: Path) -> str:
    """What stands in a file; each code looks through them all."""
    return file.read_text(encoding="utf-8")


def is_mentioned(code: str, files: Iterable[Path]) -> bool:
    whole = re.compile(rf"(?<![\w-]){re.escape(code)}(?![\w-])")
    return any(code in (text := text_of(file)) and whole.search(text) for file in files)


@cache
def files_below(folder: Path, *endings: str) -> tuple[Path, ...]:
    return tuple(path for path in folder.rglob("*") if path.suffix in endings)


@each_code
def test_a_finding_code_is_raised_somewhere(code: str) -> None:
    codes = GENERATOR / "model" / "codes.py"
    assert is_mentioned(code, (path for path in files_below(GENERATOR, ".py") if path != codes))


@each_code
def test_a_finding_code_is_tested_somewhere(code: str) -> None:
    assert is_mentioned(code, files_below(ROOT / "tests", *TEXTS))


@pytest.mark.parametrize("word", ["xiaomi"])
def test_the_generator_knows_nothing_of_its_subject(word: str) -> None:
    files = [path for path in GENERATOR.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert files
    assert not [path.name for path in files if word.encode() in path.read_bytes().lower()]


def test_only_tests_of_the_briefing_read_its_seeds_and_pages() -> None:
    """All others build the example or small seeds of their own, so that another subject passes."""
    tests = [file for file in (ROOT / "tests").rglob("*.py") if file != Path(__file__)]
    assert {
        f"{file.relative_to(ROOT)}: {found[0]}"
        for file in tests
        if ROOT / "tests/briefing" not in file.parents
        and (found := READS_OUR_SEEDS.search(file.read_text(encoding="utf-8")))
    } == set()


def tracked_files() -> list[Path]:
    """What git tracks or would; without git, what stands in the folders that it tracks."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        done = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True)
        return [ROOT / name for name in done.stdout.decode().split("\0") if name]
    folders = (".ci", ".github", "benchmarks", "docs", "generator", "seeds", "tests")
    found = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    return [path for path in (*ROOT.glob("*.*"), *found) if "__pycache__" not in path.parts]


def test_no_tracked_file_names_a_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in tracked_files()
        if path.is_file() and path != Path(__file__) and not path.name.endswith(NOT_WRITTEN_BY_US)
        for number, line in enumerate(path.read_bytes().decode(errors="replace").splitlines(), 1)
        if MACHINE_WORDS.search(line)
    ]
    assert not found
