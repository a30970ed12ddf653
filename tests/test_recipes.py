"""Each recipe of CONTRIBUTING works as it is written, and a step that is left out is told of.

Comes in: the document as people read it. Goes out: one failure a recipe or a step. A recipe is
followed to the letter in a copy of the generator, with the example briefing in the place of seeds/
and docs/. A step is a numbered line that begins in one of the ways of `STEP`; what it adds stands
in the block below it. Text between steps is for people and does nothing.
"""

import compileall
import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
CONTRIBUTING = ROOT / ".github" / "CONTRIBUTING.md"
HEAD = re.compile(r"^### (?P<title>[^\n]+)\n(?P<body>.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
STEP = re.compile(
    r"^\d+\. (?P<line>[^\n]+(?:\n {3}(?!```)\S[^\n]*)*)\n"
    r"(?:\s*^ {3}```\w*\n(?P<block>.*?)^ {3}```$)?",
    re.MULTILINE | re.DOTALL,
)
TITLES = {
    "Add a fact", "Add an article", "Add an indicator", "Add a counted unit", "Add a chart",
    "Add a kind of chart", "Add a page", "Add a generated page", "Add a call", "Add a column",
    "Add a data file", "Add a command", "Add a finding", "Read articles in another language",
    "Write the site in another language",
}  # fmt: skip
WAYS = {
    "new": re.compile(r"New file `(?P<file>[^`]+)`"),
    "after": re.compile(r"In `(?P<file>[^`]+)`, (?:after|below) `(?P<line>[^`]+)`"),
    "end": re.compile(r"At the end of `(?P<file>[^`]+)`"),
    "replace": re.compile(r"In `(?P<file>[^`]+)`, write `(?P<new>[^`]+)` for `(?P<old>[^`]+)`"),
    "all": re.compile(r"In all of `(?P<file>[^`]+)`, write `(?P<new>[^`]+)` for `(?P<old>[^`]+)`"),
    "copy": re.compile(r"Copy `(?P<file>[^`]+)` to `(?P<new>[^`]+)`"),
    "run": re.compile(r"Run `briefing (?P<command>[^`]+)`"),
}


GREEN = ("check", "compose tree")
JUDGES = ("tables", *GREEN)


@dataclass(frozen=True)
class Step:
    """One numbered step: how it begins, what it names, what stands in its block."""

    way: str
    named: dict[str, str]
    block: str
    text: str


def _read_step(match: re.Match[str]) -> Step:
    line = re.sub(r"\n {3}", " ", match["line"])
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
    forks: Any
    forks_anew: Any

    def follow(self, steps: Sequence[Step]) -> tuple[int, str]:
        """Takes every step, then asks the tables and the commands of the copy: the first answer
        that is not content, or the last. A step that does not fit the project is a failure."""
        written = [step for step in steps if step.way != "run"]
        assert list(steps[: len(written)]) == written, "a recipe ends with what it runs"
        for step in written:
            file = self.root / step.named.get("file", "")
            getattr(self, f"_{step.way}")(step, file)
        last = [step.named["command"] for step in steps[len(written) :]]
        return self._judged(
            [*last, *JUDGES] if any(map(changes_code, written)) else [*last, *GREEN]
        )

    def _judged(self, lines: Sequence[str]) -> tuple[int, str]:
        """As long as the code is ours, its tables need no second look, nor need it be loaded."""
        forks = self.forks_anew if JUDGES[0] in lines else self.forks
        # A browser would only draw what no recipe speaks of.
        settings = {"BROWSER_PATH": str(self.root / "no-browser")}
        code, out, err = forks.run(*map(str.split, lines), cwd=self.root, env=settings)
        return code, out + err

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
        _put(file, "".join(lines))

    def _end(self, step: Step, file: Path) -> None:
        text = file.read_text(encoding="utf-8")
        _put(file, text.rstrip("\n") + "\n" + step.block)

    def _replace(self, step: Step, file: Path) -> None:
        text = file.read_text(encoding="utf-8")
        assert step.named["old"] in text, f"{step.text}: it does not stand there"
        _put(file, text.replace(step.named["old"], step.named["new"], 1))

    def _all(self, step: Step, folder: Path) -> None:
        texts = {file: file.read_text(encoding="utf-8") for file in folder.rglob("*.yaml")}
        holding = {file: text for file, text in texts.items() if step.named["old"] in text}
        assert holding, f"{step.text}: it stands nowhere"
        for file, text in holding.items():
            _put(file, text.replace(step.named["old"], step.named["new"]))

    def _copy(self, step: Step, file: Path) -> None:
        target = self.root / step.named["new"]
        assert not target.exists(), f"{step.text}: it is there already"
        (shutil.copytree if file.is_dir() else shutil.copy)(file, target)


def changes_code(step: Step) -> bool:
    """Whether the generator is another one after it."""
    return step.named.get("file", "").startswith("generator/")


def _put(file: Path, text: str) -> None:
    """Writes a new file in the place of the old one, which other copies share."""
    file.unlink()
    file.write_text(text, encoding="utf-8")


FOUND_BY_THEIR_CASE = {"generator/charts/check.py"}
"""No table can miss a rule that is not called: the case of the recipe's own test does."""
RECIPES = read_recipes()
CODE_STEPS = [
    pytest.param(title, at, id=f"{title}, step {at + 1}")
    for title, steps in RECIPES.items()
    for at, step in enumerate(steps)
    if changes_code(step) and step.way != "copy"
    if step.named["file"] not in FOUND_BY_THEIR_CASE
]


@pytest.fixture(scope="module")
def forks_anew(
    start_forks: Callable[..., AbstractContextManager[Any]],
) -> Iterator[Any]:
    """Forks of a process that has loaded all libraries, and of the generator nothing."""
    with start_forks("--anew") as forks:
        yield forks


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The generator as compiled: what no recipe has changed loads fast."""
    root = tmp_path_factory.mktemp("unchanged") / "project"
    shutil.copytree(ROOT / "generator", root / "generator")
    compileall.compile_dir(root / "generator", quiet=1)
    (root / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "test_tables.py", root / "tests")
    return root


@pytest.fixture
def copy(unchanged: Path, forks: Any, forks_anew: Any, tmp_path: Path) -> Copy:
    """A project that a recipe may change; its generator shares each file that none has changed."""
    root = Path(shutil.copytree(unchanged, tmp_path / "project", copy_function=os.link))
    example = ROOT / "generator" / "example"
    for name in ("seeds", "docs"):
        shutil.copytree(example / name, root / name)
    for name in ("mkdocs.yml", "briefing.lock"):
        shutil.copy(example / name, root)
    return Copy(root, forks, forks_anew)


def test_every_recipe_is_there() -> None:
    assert RECIPES.keys() == TITLES


@pytest.mark.command
@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_ends_in_a_green_check_and_compose(title: str, copy: Copy) -> None:
    code, said = copy.follow(RECIPES[title])
    assert code == 0, f"{title}\n{said}"


@pytest.mark.command
@pytest.mark.parametrize(("title", "at"), CODE_STEPS)
def test_a_step_that_is_left_out_is_told_of(title: str, at: int, copy: Copy) -> None:
    steps = RECIPES[title]
    missing = steps[at]
    code, said = copy.follow([one for one in steps if one is not missing and one.way != "run"])
    assert code, f"nothing wants the step: {missing.text}"
    if not is_named(missing, said):
        pytest.fail(f"{missing.text} is not named:\n{said[-3000:]}", pytrace=False)


def is_named(step: Step, said: str) -> bool:
    """The output names the step's file, or what the step would have brought."""
    file = Path(step.named["file"].removeprefix("generator/"))
    brought = re.findall(r'"([\w.-]+)"', step.block)[:1]
    names = [str(file), file.name, file.stem, ".".join(file.with_suffix("").parts), *brought]
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) for name in names)
