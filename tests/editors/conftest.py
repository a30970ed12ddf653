"""The real YAML language server, installed once a run outside the project.

Without node, npm or a registry its tests are skipped; on CI they fail.
"""

import fcntl
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ON_CI = os.environ.get("CI", "").lower() not in {"", "0", "false"}
SERVER = "yaml-language-server@2.0.0"
SECONDS_TO_INSTALL = 120


@pytest.fixture(scope="session")
def language_server(shared: Path) -> Path:
    """The file that node runs; the first worker that asks installs it, the others wait."""
    missing = [name for name in ("node", "npm") if shutil.which(name) is None]
    if missing:
        _unavailable(f"no {' and no '.join(missing)} on PATH")
    folder = shared / "language-server"
    program = folder / "node_modules/yaml-language-server/bin/yaml-language-server"
    with (shared / "language-server.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not program.exists():
            command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", SERVER]
            try:
                done = subprocess.run(
                    [*command, "--prefix", str(folder)],
                    capture_output=True,
                    check=False,
                    text=True,
                    timeout=SECONDS_TO_INSTALL,
                )
            except subprocess.TimeoutExpired:
                _unavailable("npm took too long")
            if done.returncode:
                _unavailable(f"npm cannot install {SERVER}: {done.stderr[-300:]}")
    return program


def _unavailable(why: str) -> None:
    reason = f"no YAML language server: {why}"
    if ON_CI:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
