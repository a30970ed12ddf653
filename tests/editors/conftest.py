"""The real YAML language server, installed once a run outside the project.

Without node, npm or a registry its tests are skipped; on CI they fail.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest
from filelock import FileLock

ON_CI = os.environ.get("CI", "").lower() not in {"", "0", "false"}
LOCKED = ("package.json", "package-lock.json")
"""The server and all that it needs, by version and hash."""
SECONDS_TO_INSTALL = 120


@pytest.fixture(scope="session")
def language_server(shared: Path) -> Path:
    """The file that node runs; the first worker that asks installs it, the others wait."""
    missing = [name for name in ("node", "npm") if shutil.which(name) is None]
    if missing:
        _unavailable(f"no {' and no '.join(missing)} on PATH")
    folder = shared / "language-server"
    program = folder / "node_modules/yaml-language-server/bin/yaml-language-server"
    with FileLock(shared / "language-server.lock"):
        if not program.exists():
            _install(folder)
    return program


def _install(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name in LOCKED:
        shutil.copy(Path(__file__).with_name(name), folder)
    command = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            capture_output=True,
            check=False,
            text=True,
            timeout=SECONDS_TO_INSTALL,
        )
    except subprocess.TimeoutExpired:
        _unavailable("npm took too long")
    if done.returncode:
        _unavailable(f"npm cannot install it: {done.stderr[-300:]}")


def _unavailable(why: str) -> NoReturn:
    reason = f"no YAML language server: {why}"
    if ON_CI:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
