"""The workflows hold what a public repository needs: pinned actions, no spare rights, no bait."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = sorted((Path(__file__).parent.parent / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w-]+/[\w/.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
USES = re.compile(r"^\s*(?:- )?uses:\s*(.+?)\s*$", re.MULTILINE)
TRIGGERS_WITH_RIGHTS = {"pull_request_target", "workflow_run", "issue_comment"}
MAY_WRITE = {("pages.yml", "deploy"): {"pages", "id-token"}}

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def load(path: Path) -> dict[Any, Any]:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(workflow, dict)
    return workflow


def steps_of(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_there_are_workflows() -> None:
    assert {path.name for path in WORKFLOWS} == {"ci.yml", "pages.yml"}


@each_workflow
def test_an_action_is_pinned_by_commit_and_names_its_version(path: Path) -> None:
    used = USES.findall(path.read_text(encoding="utf-8"))
    assert len(used) == sum("uses" in step for step in steps_of(load(path)))
    assert not [action for action in used if not PINNED.fullmatch(action)]


def test_an_action_has_one_commit_everywhere() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for action in USES.findall(path.read_text(encoding="utf-8")):
            pins.setdefault(action.partition("@")[0], set()).add(action)
    assert not {name: found for name, found in pins.items() if len(found) > 1}


@each_workflow
def test_rights_are_given_a_job_at_a_time(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        writes = {right for right, level in job["permissions"].items() if level != "read"}
        assert writes == MAY_WRITE.get((path.name, name), set())


@each_workflow
def test_no_trigger_runs_foreign_changes_with_our_rights(path: Path) -> None:
    triggers = load(path)[True]  # YAML 1.1 reads the key `on` as true
    assert not TRIGGERS_WITH_RIGHTS & set(triggers)


@each_workflow
def test_a_checkout_leaves_no_token_behind(path: Path) -> None:
    for step in steps_of(load(path)):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@each_workflow
def test_a_job_ends_by_itself(path: Path) -> None:
    for job in load(path)["jobs"].values():
        assert 0 < job["timeout-minutes"] <= 30


@each_workflow
def test_a_command_takes_no_text_from_an_event(path: Path) -> None:
    """Expressions are pasted into the script before the shell reads it; `env` is not."""
    assert not [step["run"] for step in steps_of(load(path)) if "${{" in step.get("run", "")]


def test_the_required_job_needs_all_others() -> None:
    jobs = load(WORKFLOWS[0])["jobs"]
    assert set(jobs["required"]["needs"]) == set(jobs) - {"required"}
