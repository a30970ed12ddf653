"""A command that runs on a faulty machine: one use of its disk or of another process fails, once.

Comes in: a folder, which use below it fails and how, the words of a command. Goes out: its exit code;
in a file how often each kind of use occurred. Only the process itself is counted, not what it
forks. Loaded by `forks.py` alone, in a fork: what is put in here stays until the process ends.
"""

import builtins
import errno
import importlib
import io
import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

KINDS = {
    "os.rename": "rename",
    "os.mkdir": "mkdir",
    "os.remove": "unlink",
    "os.rmdir": "unlink",
    "os.scandir": "scandir",
    "os.listdir": "scandir",
    "os.fork": "fork",
    "subprocess.Popen": "exec",
}
"""What Python tells of before it does it, but for files that are opened."""
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Machine:
    """Counts what is used below a folder, and lets one use fail."""

    def __init__(self, folder: str, kind: str, at: int, number: int) -> None:
        self._folder, self._fault, self._number = folder, (kind, at), number
        self._process, self.uses = os.getpid(), Counter[str]()

    def is_faulty(self, kind: str, path: object) -> bool:
        """Whether this use is the one; paths without a folder are those that `rmtree` goes along."""
        if os.getpid() != self._process:
            return False
        name = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else ""
        if Path(name).is_absolute() and not Path(name).is_relative_to(self._folder):
            return kind == "exec" and self._count(kind)
        return self._count(kind)

    def _count(self, kind: str) -> bool:
        self.uses[kind] += 1
        return (kind, self.uses[kind]) == self._fault

    def listen(self, event: str, args: tuple[Any, ...]) -> None:
        """Raises the fault in the place of what Python is about to do."""
        if event == "open":
            path, _, flags = args
            kind = "open" if flags & _WRITES and isinstance(path, str | bytes | os.PathLike) else ""
        else:
            path, kind = args[0] if args else "", KINDS.get(event, "")
        if kind and self.is_faulty(kind, path):
            raise OSError(self._number, os.strerror(self._number), path)

    def open(self, file: Any, mode: str = "r", *args: Any, **options: Any) -> Any:
        """As Python's own; but of a file that is written on a full disk, no byte arrives."""
        opened = _open(file, mode, *args, **options)
        if {*mode} & {*"wax+"}:
            name = Path(f"/proc/self/fd/{opened.fileno()}").readlink()
            if self.is_faulty("write", name):
                full = os.open("/dev/full", os.O_WRONLY)
                os.dup2(full, opened.fileno())
                os.close(full)
        return opened

    def exchange(self, one: Path, other: Path) -> bool:
        """As that of the generator, which asks the system and not Python."""
        if self.is_faulty("exchange", other):
            raise OSError(self._number, os.strerror(self._number), str(other))
        return bool(_exchange(one, other))


def run(folder: str, kind: str, at: str, number: str, *words: str) -> int:
    """The exit code of a command; the uses are in `uses.json` of the folder that it is run in."""
    machine = Machine(folder, kind, int(at), getattr(errno, number))
    cli, atomic = (importlib.import_module(f"generator.{name}") for name in ("cli", "atomic"))
    global _exchange  # noqa: PLW0603 - in a fork, for good
    _exchange = atomic._exchange
    atomic._exchange = machine.exchange  # type: ignore[attr-defined]
    builtins.open = io.open = machine.open  # type: ignore[assignment]
    sys.addaudithook(machine.listen)
    code: int = cli.main([*words])
    uses = json.dumps(machine.uses)
    with _open("uses.json", "w", encoding="utf-8") as file:
        file.write(uses)
    return code


_open = io.open
_exchange: Any = None
