"""The workflows hold what a public repository needs: pinned actions, no spare rights, no bait."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
STARTER = ROOT / "generator/scaffold/starter"
OURS = sorted((ROOT / ".github/workflows").glob("*.yml"))
WORKFLOWS = [*OURS, *sorted((STARTER / "workflows").glob("*.yml"))]
"""Of this repository, and those that a new briefing begins with."""
PINNED = re.compile(r"[\w-]+/[\w/.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
USES = re.compile(r"^\s*(?:- )?uses:\s*(.+?)\s*$", re.MULTILINE)
TRIGGERS_WITH_RIGHTS = {"pull_request_target", "workflow_run", "issue_comment"}
MAY_WRITE = {
    ("pages.yml", "deploy"): {"pages", "id-token"},
    ("pages.yml", "sign"): {"id-token", "attestations"},
    ("ci.yml", "publish"): {"pages", "id-token", "attestations"},  # it calls pages.yml
}

each_workflow = pytest.mark.parametrize(
    "path", WORKFLOWS, ids=lambda path: f"{path.parent.parent.name}-{path.name}"
)


def load(path: Path) -> dict[Any, Any]:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(workflow, dict)
    return workflow


def steps_of(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job.get("steps", ())]


def test_there_are_workflows() -> None:
    names = {"audit.yml", "ci.yml", "data.yml", "fuzz.yml", "pages.yml", "verify.yml"}
    assert {path.name for path in OURS} == names


@each_workflow
def test_an_action_is_pinned_by_commit_and_names_its_version(path: Path) -> None:
    used = USES.findall(path.read_text(encoding="utf-8"))
    called = [job["uses"] for job in load(path)["jobs"].values() if "uses" in job]
    assert len(used) == sum("uses" in step for step in steps_of(load(path))) + len(called)
    assert not [one for one in used if one not in called and not PINNED.fullmatch(one)]
    assert all(one.startswith("$/.github/workflows/") for one in called)


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
        if "uses" in job:  # what it calls ends by itself
            continue
        assert 0 < job["timeout-minutes"] <= 30


@each_workflow
def test_a_command_takes_no_text_from_an_event(path: Path) -> None:
    """Expressions are pasted into the script before the shell reads it; `env` is not."""
    assert not [step["run"] for step in steps_of(load(path)) if "${{" in step.get("run", "")]


@each_workflow
def test_a_package_is_installed_by_its_hashes_or_is_ourselves(path: Path) -> None:
    runs = "\n".join(step.get("run", "") for step in steps_of(load(path))).splitlines()
    installs = [line for line in runs if re.search(r"\bpip3? install\b", line)]
    assert not [
        line for line in installs if "--require-hashes" not in line and "--no-index" not in line
    ]


@pytest.mark.parametrize("name", ["audit.yml", "fuzz.yml"])
def test_what_looks_for_trouble_blocks_no_pull_request(name: str) -> None:
    triggers = load(ROOT / ".github/workflows" / name)[True]  # what YAML 1.1 makes of `on`
    assert set(triggers) == {"schedule", "workflow_dispatch"}


def test_every_lock_is_audited_and_every_folder_of_requirements_updated() -> None:
    (audit,) = [
        step["run"]
        for step in steps_of(load(ROOT / ".github/workflows/audit.yml"))
        if "pip-audit" in step.get("run", "")
    ]
    folders = sorted((ROOT / ".ci").glob("*/requirements.txt"))
    locks = [*ROOT.glob("requirements*.lock"), *folders]
    assert len(locks) == 5
    assert not [lock for lock in locks if lock.relative_to(ROOT).as_posix() not in audit]
    updates = load(ROOT / ".github/dependabot.yml")["updates"]
    (pip,) = [update for update in updates if update["package-ecosystem"] == "pip"]
    named = {f"/{lock.parent.relative_to(ROOT).as_posix()}" for lock in folders}
    assert set(pip["directories"]) == {"/", *named}


def test_the_required_job_needs_all_others() -> None:
    jobs = load(ROOT / ".github/workflows/ci.yml")["jobs"]
    assert set(jobs["required"]["needs"]) == set(jobs) - {"required", "publish"}
    assert jobs["publish"]["needs"] == "required"
    assert "has_pages" in jobs["publish"]["if"]


SAME = {
    ".github/workflows/data.yml": "workflows/data.yml",
    ".github/ISSUE_TEMPLATE/config.yml": "issues/config.yml",
    ".github/ISSUE_TEMPLATE/propose-source.yml": "issues/propose-source.yml",
    ".github/ISSUE_TEMPLATE/wrong-figure.yml": "issues/wrong-figure.yml",
    ".github/CODEOWNERS": "CODEOWNERS",
    ".github/pull_request_template.md": "pull_request_template.md",
    ".ci/browser": "browser",
    ".ci/pictures": "pictures",
    ".vscode/extensions.json": "vscode/extensions.json",
    ".vscode/settings.json": "vscode/settings.json",
    ".vscode/tasks.json": "vscode/tasks.json",
}


@pytest.mark.parametrize("path", SAME)
def test_this_briefing_is_reviewed_as_a_new_one_is(path: str) -> None:
    assert (ROOT / path).read_bytes() == (STARTER / SAME[path]).read_bytes()


def test_a_wrong_figure_is_told_of_first_and_by_a_job_of_its_own() -> None:
    jobs = load(ROOT / ".github/workflows/data.yml")["jobs"]
    runs = [step["run"] for step in jobs["figures"]["steps"] if "run" in step]
    assert runs[0] == 'make check ARGS="--format github"'
    assert "make diff" in runs[1]
    assert "GITHUB_STEP_SUMMARY" in runs[1]
    assert jobs["preview"]["needs"] == "figures"


def test_what_is_published_is_fresh_and_has_its_pictures() -> None:
    for folder in (ROOT / ".github/workflows", STARTER / "workflows"):
        jobs = load(folder / "pages.yml")["jobs"]
        builds = [
            step["run"] for step in jobs["build"]["steps"] if "make site" in step.get("run", "")
        ]
        assert "--fresh --strict-pictures" in builds[0]
        assert not [
            step
            for job in jobs.values()
            for step in job["steps"]
            if "cache" in step.get("with", {})
        ]


def test_nothing_can_be_signed_where_the_generator_runs() -> None:
    for folder in (ROOT / ".github/workflows", STARTER / "workflows"):
        jobs = load(folder / "pages.yml")["jobs"]
        assert not [step for step in jobs["sign"]["steps"] if "make" in step.get("run", "")]
        assert "id-token" not in jobs["build"]["permissions"]
        attests = [one for one in jobs["sign"]["steps"] if "attest" in one.get("uses", "")]
        assert [one["with"] for one in attests] == [{"subject-path": "site/MANIFEST.json"}]
        assert jobs["deploy"]["needs"] == "sign"


def test_the_published_site_is_verified_once_a_week() -> None:
    for folder in (ROOT / ".github/workflows", STARTER / "workflows"):
        workflow = load(folder / "verify.yml")
        assert "schedule" in workflow[True]  # what YAML 1.1 makes of `on`
        (run,) = [step["run"] for step in steps_of(workflow) if "verify" in step.get("run", "")]
        assert "--checkout ." in run
