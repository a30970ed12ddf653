"""Runs commands in forks of one process that has loaded its libraries, so that each starts at once.

Comes in: the folder with the `generator` to load, then a run a line, as JSON. Goes out: the exit
code of each, a line; what a run says is in the files that its line names. With `--anew` a run loads
the generator of its own folder. Started by tests alone, by its path; a fork is a process of its own.
"""

import atexit
import contextlib
import gc
import importlib
import io
import json
import os
import re
import runpy
import shutil
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import pytest

TABLES = "tables"
"""Not a command of the program: the tests of its tables, in the folder of the run."""
FAULTS = "faults"
"""Nor this: a command on a machine that fails, see `faults.py`."""
EXPRESSIONS = 100_000
"""So many compiled regular expressions Python may keep: what a copy has not changed stays known."""
TOOK_TOO_LONG = 600
"""Seconds: only so that a hanging run ends."""


def main(folder: str, *, anew: bool) -> int:
    """Answers each line in a fork; what a fork returns is its exit code."""
    found = [*sys.path]
    sys.path.insert(0, folder)
    re._MAXCACHE = EXPRESSIONS  # type: ignore[attr-defined]
    _load(folder, all_tables=anew)
    if anew:
        sys.path[:] = found
        _forget(folder)
    gc.collect()
    gc.freeze()  # else each fork goes through all that is loaded, and so makes a copy of it
    for line in sys.stdin:
        sys.stdout.flush()
        run = json.loads(line)
        if not (child := os.fork()):
            _leave(_run(run, anew=anew))
        if run["end"]:
            seconds, number = run["end"]
            time.sleep(seconds)
            os.kill(child, number)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.write(f"{code}\n")
        sys.stdout.flush()
    return 0


def _load(folder: str, *, all_tables: bool) -> None:
    """Does what runs do, so that what they need is there."""
    for name in (
        "cli.check",
        "cli.build",
        "cli.explain",
        "publish.build",
        "publish.engines.mkdocs",
    ):
        importlib.import_module(f"generator.{name}")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        if all_tables:
            _briefing(["check", "--root", f"{folder}/generator/example"])
            os.chdir(folder)
            _tables()
        else:
            _build(f"{folder}/generator/example")


def _build(example: str) -> None:
    """Builds a copy, without pictures: these would need a browser."""
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(example, f"{folder}/briefing")
        os.environ |= {"BROWSER_PATH": f"{folder}/none", "BRIEFING_CACHE": f"{folder}/cache"}
        _briefing(["build", "--root", copy])
    for name in ("BROWSER_PATH", "BRIEFING_CACHE"):
        del os.environ[name]


def _forget(folder: str) -> None:
    """Takes every module of the folder out again; libraries stay."""
    files = {name: getattr(module, "__file__", None) or "" for name, module in sys.modules.items()}
    for name in files.keys() - {"__main__"}:
        if name.partition(".")[0] == "generator" or files[name].startswith(f"{folder}/tests/"):
            del sys.modules[name]


def _run(run: dict[str, Any], *, anew: bool) -> int:
    """In the fork: every command of the run, up to the first that is not content."""
    signal.alarm(TOOK_TOO_LONG)
    os.chdir(run["folder"])
    os.environ |= run["env"]
    for number, file in enumerate(run["files"]):
        opened = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = io.TextIOWrapper(io.FileIO(0, closefd=False), encoding="utf-8")
    if anew:
        sys.path.insert(0, run["folder"])
        importlib.invalidate_caches()
    answers = (_ended(lambda words=words: _command(words)) for words in run["commands"])
    return next(filter(None, answers), 0)


def _leave(code: int) -> NoReturn:
    """Ends a fork as a program ends, but does not take apart what it shares with its parent."""
    threading._shutdown()  # type: ignore[attr-defined] # waits for threads, as a program does
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _command(words: Sequence[str]) -> int:
    if words[0] == FAULTS:
        code: int = runpy.run_path(str(Path(__file__).with_name("faults.py")))["run"](*words[1:])
        return code
    return _tables() if words == [TABLES] else _briefing(words)


def _briefing(words: Sequence[str]) -> int:
    code: int = importlib.import_module("generator.cli").main([*words])
    return code


def _tables() -> int:
    return pytest.main(["-qx", "--noconftest", "-c", os.devnull, "tests/test_tables.py"])


def _ended(command: Callable[[], int]) -> int:
    """The exit code; a copy that cannot even be imported has one too."""
    try:
        return int(command())
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 3
    except BaseException:  # noqa: BLE001 - what it was is said, as by any program
        traceback.print_exc()
        return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], anew="--anew" in sys.argv))
