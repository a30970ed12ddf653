"""Everyday use: help that shows how, completion, a word about long work, machines of all kinds."""

import argparse
import ast
import errno
import io
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.cli import main
from generator.cli.main import _parser
from generator.cli.terminal import working
from generator.commands import COMMANDS, SHELLS

ELSEWHERE = """
import ctypes, os, signal, sys
sys.modules["fcntl"] = None  # an import of it fails, as on Windows
for name in ("O_NOFOLLOW", "O_NONBLOCK", "fork", "killpg", "sched_getaffinity"):
    if hasattr(os, name):  # a system may lack it by itself
        delattr(os, name)
class Library:
    def __init__(self, *_, **__): pass
ctypes.CDLL = Library  # a library of the system without renameat2
from generator.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""Runs a command on a machine that has none of what only some systems have."""


def run_elsewhere(line: str, root: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    own = {"PYTHONPATH": str(root), "BROWSER_PATH": "none", "BRIEFING_CACHE": str(folder)}
    return subprocess.run(
        [sys.executable, "-W", "ignore::UserWarning", "-c", ELSEWHERE, *line.split()],
        cwd=folder,
        env=os.environ | own,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.command
def test_a_site_is_checked_and_built_twice_where_nothing_of_linux_is(
    root: Path, small_briefing: Path
) -> None:
    for line in ("check -j 2", "build", "build --fresh"):
        done = run_elsewhere(line, root, small_briefing)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
    assert (small_briefing / "site/index.html").is_file()
    assert not [*small_briefing.glob(".site-*")]


NOT_EVERYWHERE = {
    *("crypt", "curses", "fcntl", "grp", "msvcrt", "nis", "nt", "ossaudiodev", "posix", "pty"),
    *("pwd", "readline", "resource", "spwd", "syslog", "termios", "tty", "winreg", "_winapi"),
}
"""Modules of Python that some system lacks."""
TESTS_OF_ANY_SYSTEM = ("tests/conftest.py", "tests/cli/test_everyday.py")
WRITERS = {"NamedTemporaryFile", "TemporaryFile", "fdopen", "open", "write_text"}


def modules(root: Path) -> Iterator[tuple[str, ast.Module]]:
    files = [*root.glob("generator/**/*.py"), *(root / one for one in TESTS_OF_ANY_SYSTEM)]
    for file in sorted(files):
        yield file.relative_to(root).as_posix(), ast.parse(file.read_text(encoding="utf-8"))


def imported(node: ast.AST) -> set[str]:
    names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
    names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
    return {name.partition(".")[0] for name in names}


def test_no_module_imports_at_its_top_what_some_system_lacks(root: Path) -> None:
    found = {path: set().union(*map(imported, tree.body)) for path, tree in modules(root)}
    assert len(found) > 200
    assert not {path: bad for path, names in found.items() if (bad := names & NOT_EVERYWHERE)}


def writes_text(call: ast.Call) -> bool:
    """Whether a call opens a file for text to be written, of which Windows changes line ends."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    values = [*call.args, *(one.value for one in call.keywords if one.arg == "mode")]
    modes = [str(one.value) for one in values if isinstance(one, ast.Constant)]
    opens = any(re.fullmatch("[wax][+t]*", mode) for mode in modes)
    return name in WRITERS and (name == "write_text" or opens)


def test_what_is_written_has_the_same_bytes_on_every_system(root: Path) -> None:
    calls = [
        (path, node)
        for path, tree in modules(root)
        if path.startswith("generator/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and writes_text(node)
    ]
    assert len(calls) > 8
    said = [(path, call, {one.arg for one in call.keywords}) for path, call in calls]
    assert not [f"{path}:{call.lineno}" for path, call, names in said if "newline" not in names]


@pytest.mark.parametrize(
    "line", ["--root {} check", "check --root {}", "--root /no check --root {}"]
)
def test_the_root_stands_before_the_command_or_behind_it(
    line: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line.format(example).split()) == 0
    assert "all proven" in capsys.readouterr().err


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_is_told_all_commands_and_their_options(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--print-completion", shell]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert not [name for name in COMMANDS if name not in said.out]
    assert "site-url" in said.out


def test_bash_completes_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash")
    main(["--print-completion", "bash"])
    ask = "COMP_WORDS=(briefing expl) COMP_CWORD=1; _shtab_briefing; echo ${COMPREPLY[@]}"
    script = f"{capsys.readouterr().out}\n{ask}\n"
    done = subprocess.run([bash], input=script, capture_output=True, text=True, check=True)
    assert done.stdout == "explain\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_shows_command_lines_that_can_be_typed(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([name, "--help"]) == 0
    said = capsys.readouterr().out
    examples = COMMANDS[name].examples
    assert examples
    for line in examples:
        assert line in said
        program, *words = shlex.split(line.split(" > ")[0].split(" < ")[0])
        assert program == "briefing"
        assert _parser().parse_args(words).command == name


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("briefing ")


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "make room"),
        (errno.EROFS, "may write to"),
        (errno.EACCES, "may write to"),
        (errno.EIO, "the disk does not do its work"),
        (errno.ENOMEM, "close other programs"),
        (errno.EFBIG, "ulimit -f"),
        (errno.EBUSY, "name another place"),
    ],
)
def test_what_is_wrong_with_the_machine_is_one_plain_line(
    number: int,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(options: argparse.Namespace) -> int:
        raise OSError(number, os.strerror(number), "/some/place")

    monkeypatch.setattr("generator.cli.record.run", refuse)
    assert main(["record"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("briefing: /some/place cannot be used: ")
    assert says in said
    assert "Traceback" not in said


def test_too_little_memory_is_no_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(options: argparse.Namespace) -> int:
        raise MemoryError

    monkeypatch.setattr("generator.cli.record.run", fail)
    assert main(["record"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("briefing: there is not enough memory\n    hint: close other programs")


def test_a_mistake_of_ours_with_a_file_is_no_fault_of_the_machine(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(options: argparse.Namespace) -> int:
        raise FileNotFoundError(errno.ENOENT, "no such file", "/some/place")

    monkeypatch.setattr("generator.cli.record.run", fail)
    assert main(["record"]) == 3
    assert "a bug of the generator" in capsys.readouterr().err


def test_a_port_that_is_taken_is_told_before_anything_is_built(
    copied_briefing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port), "--root", str(copied_briefing)]) == 2
    said = capsys.readouterr().err
    assert f"port {port} cannot be used" in said
    assert "--port" in said
    assert not (copied_briefing / "build").exists()


class Terminal(io.StringIO):
    """A standard error that somebody reads."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "patience", "said"),
    [
        (Terminal(), 0.0, "briefing: proving …\n"),
        (Terminal(), 60.0, ""),
        (io.StringIO(), 0.0, ""),
    ],
    ids=["long", "short", "nobody reads"],
)
def test_long_work_is_told_to_whoever_waits(
    stream: io.StringIO, patience: float, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cli.terminal._PATIENCE", patience)
    monkeypatch.setattr(sys, "stderr", stream)
    with working("proving"):
        end = time.monotonic() + (5 if said else 0.05)
        while time.monotonic() < end and not stream.getvalue():
            time.sleep(0.005)
    assert stream.getvalue() == said


def test_where_processes_are_forked_no_thread_waits_beside_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:

    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with working("proving", at_once=True):
        assert (
            threading.active_count() == 1 or threading.current_thread() is threading.main_thread()
        )
        assert stream.getvalue() == "briefing: proving …\n"


@pytest.mark.parametrize("env", [{"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "cp1252"}])
def test_what_a_program_reads_is_utf8_whatever_the_system_writes(
    env: Mapping[str, str], copied_briefing: Path, run_briefing
) -> None:  # type: ignore[no-untyped-def]
    file = copied_briefing / "seeds/facts/money.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("einfache Überfahrt 3,20", "einfache Überfährt 3,20"), encoding="utf-8"
    )
    done = run_briefing("check", "--format", "json", cwd=copied_briefing, env=env)
    assert done.code == 1
    assert "Überfährt" in done.out
