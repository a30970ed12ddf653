"""Recipes of CONTRIBUTING, read as steps and followed to the letter in a copy of the project.

Comes in: the document as people read it. Goes out: recipes by title, and a copy in which a test may
follow one. A step is a numbered line that begins in one of the ways of `STEP`; what it adds stands
in the block below it. Text between steps is for people and does nothing.
"""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONTRIBUTING = ROOT / ".github" / "CONTRIBUTING.md"
HEAD = re.compile(r"^### (?P<title>[^\n]+)\n(?P<body>.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
STEP = re.compile(
    r"^\d+\. (?P<line>[^\n]+(?:\n {3}(?!```)\S[^\n]*)*)\n"
    r"(?:\s*^ {3}```\w*\n(?P<block>.*?)^ {3}```$)?",
    re.MULTILINE | re.DOTALL,
)
WAYS = {
    "new": re.compile(r"New file `(?P<file>[^`]+)`"),
    "after": re.compile(r"In `(?P<file>[^`]+)`, (?:after|below) `(?P<line>[^`]+)`"),
    "end": re.compile(r"At the end of `(?P<file>[^`]+)`"),
    "replace": re.compile(r"In `(?P<file>[^`]+)`, write `(?P<new>[^`]+)` for `(?P<old>[^`]+)`"),
    "copy": re.compile(r"Copy `(?P<file>[^`]+)` to `(?P<new>[^`]+)`"),
    "run": re.compile(r"Run `briefing (?P<command>[^`]+)`"),
}


@dataclass(frozen=True)
class Step:
    """One numbered step: how it begins, what it names, what stands in its block."""

    way: str
    named: dict[str, str]
    block: str
    text: str


def _read_step(match: re.Match[str]) -> Step:
    line = " ".join(match["line"].split())
    for way, pattern in WAYS.items():
        if found := pattern.match(line):
            return Step(
                way,
                found.groupdict(),
                re.sub("^ {3}", "", match["block"] or "", flags=re.MULTILINE),
                line,
            )
    raise AssertionError(f"no test can follow this step: {line}")


def read_recipes() -> dict[str, tuple[Step, ...]]:
    """The steps of each recipe under "How to …", by its title."""
    text = CONTRIBUTING.read_text(encoding="utf-8")
    part = text[text.index("## How to") :]
    part = part[: part.find("\n## ", 1)]
    return {
        head["title"]: tuple(_read_step(step) for step in STEP.finditer(head["body"]))
        for head in HEAD.finditer(part)
    }


@dataclass(frozen=True)
class Copy:
    """The generator, the example briefing in the place of seeds/ and docs/, and nothing else."""

    root: Path

    def follow(self, steps: tuple[Step, ...]) -> None:
        """Takes every step, in order; a step that does not fit the project is a failure."""
        for step in steps:
            file = self.root / step.named.get("file", "")
            getattr(self, f"_{step.way}")(step, file)

    def run(self, *args: str) -> subprocess.CompletedProcess[str]:
        """The command line of the copy's own generator, in the copy."""
        command = [sys.executable, "-m", "generator", *args]
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False)

    def _new(self, step: Step, file: Path) -> None:
        assert not file.exists(), f"{step.text}: it is there already"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(step.block, encoding="utf-8")

    def _after(self, step: Step, file: Path) -> None:
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        at = [
            index for index, line in enumerate(lines) if line.strip() == step.named["line"].strip()
        ]
        assert at, f"{step.text}: there is no such line"
        lines.insert(at[0] + 1, step.block)
        file.write_text("".join(lines), encoding="utf-8")

    def _end(self, step: Step, file: Path) -> None:
        text = file.read_text(encoding="utf-8")
        file.write_text(text.rstrip("\n") + "\n" + step.block, encoding="utf-8")

    def _replace(self, step: Step, file: Path) -> None:
        text = file.read_text(encoding="utf-8")
        assert step.named["old"] in text, f"{step.text}: it does not stand there"
        file.write_text(text.replace(step.named["old"], step.named["new"], 1), encoding="utf-8")

    def _copy(self, step: Step, file: Path) -> None:
        target = self.root / step.named["new"]
        assert not target.exists(), f"{step.text}: it is there already"
        (shutil.copytree if file.is_dir() else shutil.copy)(file, target)

    def _run(self, step: Step, _: Path) -> None:
        done = self.run(*step.named["command"].split())
        assert done.returncode == 0, f"{step.text}\n{done.stdout}{done.stderr}"
