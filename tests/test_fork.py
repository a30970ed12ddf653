"""Another subject passes: with other seeds and pages in the place of ours the suite stays green.

Comes in: the repository's files and the packaged example. Goes out: a run of the tests that read a
repository's own seeds, in a copy that is about the example. What holds our words alone is skipped
there, and says why.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FOLDERS = (".ci", ".github", "benchmarks", "generator", "tests")
OURS = ("seeds", "docs")
TESTS = ("tests/briefing", "tests/test_inventory.py")
"""What reads seeds/ or docs/, or every file; all other tests see what they see here."""
NOT_COPIED = shutil.ignore_patterns("__pycache__")
SKIPPED = re.compile(r"^SKIPPED \[\d+\] (\S+?):\d+: (.*)$", re.MULTILINE)


@pytest.fixture
def fork(root: Path, example: Path, tmp_path: Path) -> Path:
    """The repository, about what the example is about."""
    copy = tmp_path / "fork"
    copy.mkdir()
    for folder in FOLDERS:
        shutil.copytree(root / folder, copy / folder, ignore=NOT_COPIED)
    for file in filter(Path.is_file, root.iterdir()):
        shutil.copy(file, copy)
    for folder in OURS:
        shutil.copytree(example / folder, copy / folder)
    for name in ("mkdocs.yml", "briefing.lock"):
        shutil.copy(example / name, copy)
    return copy


@pytest.mark.command
def test_a_fork_about_something_else_is_green(fork: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-m",
        "not browser and not command",
    ]
    done = subprocess.run(
        [*command, *TESTS],
        cwd=fork,
        env=kept | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
    skipped = dict(SKIPPED.findall(done.stdout))
    ours = "holds what the briefing about xiaomi says; this is aldersund-ferry"
    assert ours in skipped.values()
    assert {why for why in skipped.values() if why != ours} == {
        "no seeds/schemas; `briefing schema seeds/schemas` writes them for editors"
    }
    assert re.search(r"\d+ passed, \d+ skipped", done.stdout)
