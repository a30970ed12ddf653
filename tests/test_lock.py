"""The lock files are whole: every package pinned and hashed, nothing but names, in step with us."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCKS = {"requirements.lock": ("build",), "requirements-dev.lock": ("dev",)}
PIN = re.compile(
    r"[a-z0-9-]+==[\w.]+(?: ; [\w .<>=!'()]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+"
)

OF_WORKFLOWS = (
    ".ci/audit/requirements.txt",
    ".ci/fuzz/requirements.txt",
    ".ci/successor/requirements.txt",
)
"""What workflows alone install, beside the file `requirements.in` that asks for it."""

each_lock = pytest.mark.parametrize("name", LOCKS)


def entries_of(name: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.split(r"\n(?! )", text.strip())


def versions_in(name: str) -> dict[str, set[str]]:
    versions: dict[str, set[str]] = {}
    for entry in entries_of(name):
        package, _, rest = entry.partition("==")
        versions.setdefault(package, set()).add(rest.split()[0])
    return versions


def declared(groups: tuple[str, ...]) -> list[Requirement]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = list(settings["project"]["dependencies"])
    waiting: list[Any] = [{"include-group": group} for group in groups]
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, dict):
            waiting.extend(settings["dependency-groups"][entry["include-group"]])
        else:
            found.append(entry)
    return [Requirement(text) for text in found]


@pytest.mark.parametrize("name", [*LOCKS, *OF_WORKFLOWS])
def test_every_entry_is_a_name_a_version_and_hashes(name: str) -> None:
    assert not [entry for entry in entries_of(name) if not PIN.fullmatch(entry)]


@each_lock
def test_the_lock_satisfies_what_we_declare(name: str) -> None:
    versions = versions_in(name)
    wrong = {
        str(requirement): found
        for requirement in declared(LOCKS[name])
        if not (found := versions.get(canonicalize_name(requirement.name)))
        or not all(requirement.specifier.contains(version) for version in found)
    }
    assert not wrong, "`make lock` renews the lock files"


@pytest.mark.parametrize("name", OF_WORKFLOWS)
def test_the_lock_of_a_workflow_satisfies_what_it_asks_for(name: str) -> None:
    asked = (ROOT / name).with_suffix(".in").read_text(encoding="utf-8").split()
    for requirement in map(Requirement, asked):
        found = versions_in(name)[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(version) for version in found)


def test_tests_run_with_the_versions_that_build_the_site() -> None:
    assert not set(entries_of("requirements.lock")) - set(entries_of("requirements-dev.lock"))
