"""A revision is read from git's objects alone: nothing else is touched, followed or run."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.reading import UsageError, load_revision

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Run git below a folder, with nothing of whoever runs the tests."""

    def run(where: Path, *words: str, given: bytes = b"") -> str:
        env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1"}
        who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
        done = subprocess.run(
            ["git", *who, *words], cwd=where, env=env, input=given, capture_output=True, check=True
        )
        return done.stdout.decode().strip()

    return run


@pytest.fixture
def project(tmp_path: Path, git: Git) -> Path:
    """Two files under version control, in a folder of a larger repository."""
    project = tmp_path / "whole" / "below"
    (project / "seeds").mkdir(parents=True)
    (project / "docs").mkdir()
    (project / "seeds/briefing.yaml").write_bytes(b"title: a\r\n")
    (project / "docs/index.md").write_text("# A\n")
    (project / "other.txt").write_text("not read\n")
    git(tmp_path / "whole", "init", "--quiet", "--initial-branch", "main")
    commit(project, git)
    return project


def commit(project: Path, git: Git) -> None:
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "a state")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "laid-out"
    folder.mkdir()
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def state(project: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in project.parent.rglob("*")
        if path.is_file()
    }


def test_only_the_sources_below_the_root_are_laid_out(
    project: Path, folder: Path, git: Git
) -> None:
    assert load_revision(project, "main", folder) == git(project, "rev-parse", "main")
    assert files(folder) == {"seeds/briefing.yaml": b"title: a\r\n", "docs/index.md": b"# A\n"}


def test_nothing_of_the_repository_is_touched(project: Path, folder: Path) -> None:
    (project / "seeds/briefing.yaml").write_text("title: not committed\n")
    before = state(project)
    load_revision(project, "HEAD", folder)
    assert state(project) == before
    assert files(folder)["seeds/briefing.yaml"] == b"title: a\r\n"


def test_no_setting_of_the_repository_runs_a_program(
    project: Path, folder: Path, git: Git, tmp_path: Path
) -> None:
    ran = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {ran}\ncat\n")
    program.chmod(0o755)
    hooks = project.parent / ".git/hooks"
    for name in ("post-checkout", "post-index-change", "reference-transaction"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {ran}\n")
        (hooks / name).chmod(0o755)
    (project / ".gitattributes").write_text("*.md filter=evil diff=evil\n")
    commit(project, git)
    ran.unlink(missing_ok=True)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "core.editor",
        "diff.external",
        "diff.evil.textconv",
        "filter.evil.smudge",
        "alias.rev-parse",
        "alias.ls-tree",
    ):
        git(project, "config", key, f"!{program}" if key.startswith("alias") else str(program))
    ran.unlink(missing_ok=True)
    load_revision(project, "HEAD", folder)
    assert not ran.exists()
    assert files(folder)["docs/index.md"] == b"# A\n"


def test_the_environment_of_a_hook_names_no_other_repository(
    project: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.bare")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "true")
    load_revision(project, "main", folder)
    assert "seeds/briefing.yaml" in files(folder)


def test_a_link_leads_nowhere_and_a_submodule_is_an_empty_folder(
    project: Path, folder: Path, git: Git, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("secret")
    (project / "docs/link.md").symlink_to(tmp_path / "secret")
    commit(project, git)
    head = git(project, "rev-parse", "HEAD")
    git(project, "update-index", "--add", "--cacheinfo", f"160000,{head},below/docs/module")
    git(project, "commit", "--quiet", "--message", "a submodule")
    load_revision(project, "HEAD", folder)
    assert (folder / "docs/link.md").is_symlink()
    assert not (folder / "docs/link.md").exists()
    assert [*(folder / "docs/module").iterdir()] == []


def test_a_file_that_is_too_large_is_too_large_still_and_takes_no_room(
    project: Path, folder: Path, git: Git
) -> None:
    with (project / "docs/large.md").open("wb") as file:
        file.truncate(9_000_000)
    commit(project, git)
    load_revision(project, "HEAD", folder)
    large = (folder / "docs/large.md").stat()
    assert large.st_size == 4_000_001
    assert large.st_blocks * 512 < 1_000_000


@pytest.mark.parametrize("name", ["..", "."])
def test_a_tree_that_leads_out_of_the_folder_is_refused(
    name: str, project: Path, folder: Path, git: Git
) -> None:
    blob = git(project, "hash-object", "-w", "--stdin", given=b"evil\n")
    inner = git(project, "mktree", given=f"100644 blob {blob}\tevil.md\n".encode())
    # What git itself would not write, a hostile server may have.
    entry = b"40000 " + name.encode() + b"\0" + bytes.fromhex(inner)
    bad = git(project, "hash-object", "-w", "-t", "tree", "--literally", "--stdin", given=entry)
    for level in ("seeds", "below"):
        bad = git(project, "mktree", given=f"040000 tree {bad}\t{level}\n".encode())
    state = git(project, "commit-tree", bad, "-m", "evil")
    with pytest.raises(UsageError, match="cannot be laid out"):
        load_revision(project, state, folder)
    assert not [*folder.parent.glob("evil.md")]


@pytest.mark.parametrize(
    ("revision", "message", "hint"),
    [
        ("nope", "git knows no revision nope", "git log"),
        ("-x", "git knows no revision -x", "git log"),
        ("--output=here", "git knows no revision --output=here", "git log"),
        ("", "git knows no revision (empty)", "git log"),
        ("a\0b", "git knows no revision a\\x00b", "git log"),
        ("main..HEAD", "git knows no revision main..HEAD", "briefing diff main HEAD"),
        ("main...HEAD", "git knows no revision main...HEAD", "briefing diff main HEAD"),
        ("main:below", "git knows no revision main:below", "git log"),
    ],
)  # fmt: skip
def test_what_is_no_revision_is_said_with_a_cure(
    revision: str, message: str, hint: str, project: Path, folder: Path
) -> None:
    with pytest.raises(UsageError) as caught:
        load_revision(project, revision, folder)
    assert caught.value.message == message
    assert hint in caught.value.hint
    assert not [*folder.iterdir()]


def test_a_shallow_clone_says_how_to_bring_the_rest(
    project: Path, folder: Path, git: Git, tmp_path: Path
) -> None:
    first = git(project, "rev-parse", "HEAD")
    (project / "docs/index.md").write_text("# B\n")
    commit(project, git)
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{project.parent}", str(shallow))
    with pytest.raises(UsageError) as caught:
        load_revision(shallow / "below", first, folder)
    assert "only the newest" in caught.value.message
    assert "git fetch --unshallow" in caught.value.hint


def test_a_partial_clone_fetches_nothing(
    project: Path, folder: Path, git: Git, tmp_path: Path
) -> None:
    git(project, "config", "uploadpack.allowFilter", "true")
    partial = tmp_path / "partial"
    git(
        tmp_path,
        "clone",
        "--quiet",
        "--no-checkout",
        "--filter",
        "blob:none",
        f"file://{project.parent}",
        str(partial),
    )
    (partial / "below").mkdir()
    with pytest.raises(UsageError) as caught:
        load_revision(partial / "below", "HEAD", folder)
    assert "lacks content" in caught.value.message


def test_a_revision_without_seeds_is_said(project: Path, folder: Path, git: Git) -> None:
    git(project, "rm", "--quiet", "-r", "seeds")
    git(project, "commit", "--quiet", "--message", "none")
    with pytest.raises(UsageError, match="HEAD has no folder below/seeds/"):
        load_revision(project, "HEAD", folder)


def test_no_repository_and_no_git_are_said(
    project: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    with pytest.raises(UsageError, match="in no git repository"):
        load_revision(alone, "main", folder)
    monkeypatch.setenv("PATH", str(alone))
    with pytest.raises(UsageError, match="git is not installed"):
        load_revision(project, "main", folder)
