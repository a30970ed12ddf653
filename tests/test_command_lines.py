"""Each command line that README and handbook show runs, in their order, and names what is there.

Comes in: the documents as people read them. Goes out: one failure a document or line. A block of
`sh` is run line by line; a block below “the whole file `X`:” is written. What a page begins with,
and what only a person can decide between two of its lines, stands in `BEGINS` and `DECIDES`.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest

from generator.commands import COMMANDS, ROOT
from generator.example import example_root

PROJECT = Path(__file__).resolve().parent.parent
HANDBOOK = PROJECT / "generator/wording/catalogues/en/handbook"
STARTER = PROJECT / "generator/scaffold/starter/README.md"
DOCUMENTS = {
    "README": PROJECT / "README.md",
    "starter": STARTER,
    **{file.stem: file for file in sorted(HANDBOOK.glob("*.md"))},
}
FENCE = re.compile(r"^```(?P<kind>\w*)\n(?P<block>.*?)^```$", re.MULTILINE | re.DOTALL)
WHOLE_FILE = re.compile(r"the whole file `(?P<path>[^`]+)`:\s*\Z", re.IGNORECASE)
INLINE = re.compile(r"`(briefing [a-z][^`]*)`")
NOT_RUN = {
    "briefing serve": "runs until it is ended; tests/publish/test_preview.py does that",
    "make serve": "the same",
    "make test": "what this is a part of; a briefing's own is in tests/test_workflows.py",
}
MAY_FIND = {"check", "diff"}
"""What ends with 1 where something is to be decided."""
REASON = "said by hand"


def steps(name: str) -> Iterator[tuple[str, str]]:
    """What a document shows, in its order: a path with the file's text, or "" with a line."""
    text = DOCUMENTS[name].read_text(encoding="utf-8")
    for fence in FENCE.finditer(text):
        if file := WHOLE_FILE.search(text[: fence.start()]):
            yield file["path"], fence["block"]
        elif fence["kind"] == "sh":
            lines = (line.partition("  #")[0].strip() for line in fence["block"].splitlines())
            yield from (("", line) for line in lines if line)


def written_in_line(name: str) -> list[str]:
    """The command lines within sentences, and in blocks."""
    text = DOCUMENTS[name].read_text(encoding="utf-8")
    lines = [line for path, line in steps(name) if not path and line.startswith("briefing ")]
    return [*INLINE.findall(FENCE.sub("", text)), *lines]


class Desk:
    """A terminal in a folder, with the commands of this checkout."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        commands = folder.parent / "commands"
        commands.mkdir()
        _script(commands / "briefing", f'exec "{sys.executable}" -P -m generator "$@"')
        ready = "-o .venv/made -o .venv-dev/made"
        make = shutil.which("make")
        _script(commands / "make", f'exec "{make}" {ready} SITE="{sys.executable} -P" "$@"')
        self._environment = os.environ | {
            "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(PROJECT),
            "BROWSER_PATH": str(folder / "no-browser"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER")
               for what in ("NAME", "EMAIL")},
        }  # fmt: skip

    def run(self, line: str) -> None:
        """Runs a line; `cd` leads on."""
        words = shlex.split(line)
        if words[0] == "cd":
            self.folder /= words[1]
            assert self.folder.is_dir()
            return
        done = subprocess.run(
            ["bash", "-c", line],
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        accepted = {0, 1} if words[0] == "briefing" and words[1] in MAY_FIND else {0}
        assert done.returncode in accepted, f"{line}\n{done.stdout}\n{done.stderr}"

    def write(self, path: str, text: str) -> None:
        """Writes a file as a page shows it."""
        (self.folder / path).write_text(text, encoding="utf-8")

    def follow(self, name: str, but: Collection[str] = ()) -> None:
        """Does all that a document says, but for these lines."""
        for path, text in steps(name):
            if path:
                self.write(path, text)
            elif text not in {*NOT_RUN, *but}:
                DECIDES.get((name, text), lambda _: None)(self)
                self.run(text)


def _script(file: Path, line: str) -> None:
    file.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    file.chmod(0o755)


def _begin_repository(desk: Desk) -> None:
    """This repository about what the example is about."""
    shutil.copytree(example_root(), desk.folder, dirs_exist_ok=True)
    shutil.copy(PROJECT / "Makefile", desk.folder)
    shutil.copytree(PROJECT / "generator", desk.folder / "generator")


def _begin_new(desk: Desk) -> None:
    """A new briefing about what the example is about."""
    desk.folder.rmdir()
    desk.folder.parent.mkdir(exist_ok=True)
    subprocess.run(
        [sys.executable, "-P", "-m", "generator", "new", desk.folder],
        env=desk._environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )


def _begin_branch(desk: Desk) -> None:
    """The same, committed, with an edit."""
    _begin_new(desk)
    for line in ("git init -qb main", "git add .", "git commit -qm first"):
        desk.run(line)
    seeds = desk.folder / "seeds/facts/passengers.yaml"
    text = seeds.read_text("utf-8")
    assert "passenger and the single fare" in text
    seeds.write_text(
        text.replace("passenger and the single", "passenger beside the single"), "utf-8"
    )


def _begin_clinic(desk: Desk) -> None:
    """What the page on a briefing of one's own ends with, and a second article."""
    desk.follow("beginning", but=("make site", "briefing check", "briefing build"))
    texts = (
        "Harbour City, 2 April 2025",
        "The Alster clinic treated 700 patients in March 2025.",
        "So it said on its own pages, which it had announced for the beginning of the month.",
    )
    html = "".join(f"<p>{text}</p>" for text in texts)
    desk.write("article.html", f"<html><article><h1>The month of March</h1>{html}</article></html>")


def _decide_clinic(desk: Desk) -> None:
    """What `"?"` waits for."""
    for file in (desk.folder / "seeds").rglob("*.yaml"):
        text = re.sub(r'indicator: "\?"  # suggested: (\w+)', r"indicator: \1", file.read_text())
        file.write_text(text.replace('"?"', f'"{REASON}"'), encoding="utf-8")


def _end_clinic(desk: Desk) -> None:
    """Every `"?"` of the first article was decided by what the page shows."""
    assert not [file for file in desk.folder.rglob("seeds/**/*.yaml") if '"?"' in file.read_text()]


BEGINS: dict[str, Callable[[Desk], None]] = {
    "README": _begin_repository,
    "starter": _begin_new,
    "beginning": lambda _: None,
    "editors": _begin_clinic,
    "reviewers": _begin_branch,
    "publishing": _begin_new,
}
"""What is there when the first line of a page is typed."""
DECIDES: dict[tuple[str, str], Callable[[Desk], None]] = {
    ("editors", "briefing record"): _decide_clinic,
    ("beginning", "briefing record"): _end_clinic,
}
"""What a person does before a line."""


@pytest.mark.command
@pytest.mark.parametrize("name", BEGINS)
def test_what_a_document_shows_can_be_typed(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    desk = Desk(folder)
    BEGINS[name](desk)
    desk.follow(name)
    desk.run("briefing check --format json > checked.json")
    assert '"ok": true' in (desk.folder / "checked.json").read_text(encoding="utf-8")


def test_no_other_document_shows_a_command_line() -> None:
    assert {name for name in DOCUMENTS if [*steps(name)]} == {*BEGINS}


def test_what_is_not_run_is_shown_somewhere() -> None:
    shown = {line for name in DOCUMENTS for path, line in steps(name) if not path}
    assert {*NOT_RUN} <= shown


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_command_line_names_a_command_and_its_options(name: str) -> None:
    for line in written_in_line(name):
        command, *words = shlex.split(re.sub(r'"\$\(.*?\)"', "head", line).partition(" > ")[0])[1:]
        assert command in COMMANDS, line
        known = {one for argument in COMMANDS[command].arguments for one in argument.names}
        options = {word for word in words if word.startswith("-") and word != "-"}
        assert options <= known | {*ROOT.names}, line


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_to_be_made_is_in_the_makefile(name: str) -> None:
    file = PROJECT if name == "README" else STARTER.parent
    makefile = (file / "Makefile").read_text(encoding="utf-8")
    targets = {*re.findall(r"^([a-z]+):", makefile, re.MULTILINE)}
    text = DOCUMENTS[name].read_text(encoding="utf-8")
    assert {*re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE)} <= targets
