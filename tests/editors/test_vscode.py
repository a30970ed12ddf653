"""The tasks for VS Code: what they read is what the commands print.

Comes in: the tasks of a new briefing, findings of a broken one. Goes out: nothing.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main


@pytest.fixture
def tasks(root: Path) -> dict[str, Any]:
    """By label, the tasks that a new briefing has."""
    text = (root / "generator/scaffold/starter/vscode/tasks.json").read_text("utf-8")
    return {task["label"]: task for task in json.loads(text)["tasks"]}


def test_each_finding_is_a_problem_with_its_place_and_what_to_do(
    tasks: dict[str, Any], copied_briefing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = copied_briefing / "seeds/facts/passengers.yaml"
    text = facts.read_text("utf-8").replace("861_400", "861_401").replace("845_000", "845.000x")
    facts.write_text(text, "utf-8")
    assert main(["check", "--root", str(copied_briefing)]) == 1
    printed = capsys.readouterr().out.splitlines()
    first, second = tasks["Check every figure"]["problemMatcher"]["pattern"]
    assert len(printed) >= 4
    for line, below in zip(printed[::2], printed[1::2], strict=True):
        found, hint = re.search(first["regexp"], line), re.search(second["regexp"], below)
        assert found, line
        assert hint, below
        assert (copied_briefing / found[first["file"]]).is_file()
        assert int(found[first["line"]])
        assert re.fullmatch("[a-z-]+", found[first["code"]])
        assert hint[second["message"]].startswith("hint: ")


def test_tasks_run_what_make_knows(tasks: dict[str, Any], root: Path) -> None:
    made = (root / "generator/scaffold/starter/Makefile").read_text("utf-8")
    for task in tasks.values():
        assert f"\n{task['command'].removeprefix('make ')}:" in made
