"""`briefing diff` as its users meet it: two revisions, exit codes, a working tree left alone."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.compared import shown_parts
from generator.evidence import recall

MONEY = "seeds/facts/money.yaml"


def git(folder: Path, *words: str) -> str:
    env = {"PATH": os.environ["PATH"], "HOME": str(folder.parent), "GIT_CONFIG_NOSYSTEM": "1"}
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    done = subprocess.run(
        ["git", *who, *words], cwd=folder, env=env, capture_output=True, check=True
    )
    return done.stdout.decode().strip()


@pytest.fixture
def clone(copied_briefing: Path) -> Path:
    """The example in its first commit."""
    git(copied_briefing, "init", "--quiet", "--initial-branch", "main")
    commit(copied_briefing, "first")
    return copied_briefing


def commit(root: Path, message: str) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def state(root: Path) -> dict[str, tuple[bytes, int]]:
    """Every file below a folder, the index and all of git's among them."""
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_neither_the_working_tree_nor_the_index_is_touched(
    run_briefing, clone: Path, form: str
) -> None:  # type: ignore[no-untyped-def]
    edit(clone, MONEY, "value: 3.1e6", "value: 31e6")
    git(clone, "add", MONEY)
    edit(clone, MONEY, "value: 31e6", "value: 310e6")
    before, status = state(clone), git(clone, "status", "--porcelain=v2")
    before = state(clone)  # asking for the status may write the index
    code, out, err = run_briefing("diff", "main", "--format", form, cwd=clone)
    assert (code, err) == (1, "")
    assert "revenue-2023" in out
    assert state(clone) == before
    assert git(clone, "status", "--porcelain=v2") == status


def test_two_revisions_are_compared_whatever_the_working_tree_holds(
    run_briefing, clone: Path
) -> None:  # type: ignore[no-untyped-def]
    edit(clone, MONEY, "label: {en: Single ticket at first}", "label: {en: The first ticket}")
    commit(clone, "a label")
    edit(clone, MONEY, "value: 3.1e6", "value: [")
    code, out, err = run_briefing("diff", "main~1", "main", "--format", "json", cwd=clone)
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert [one["id"] for one in answer["changed"]] == ["fare-2023-04"]
    assert answer["head"]["revision"] == "main"
    assert answer["head"]["commit"] == git(clone, "rev-parse", "main")
    assert "/" not in answer["base"]["revision"]


def test_the_project_may_be_a_folder_of_its_repository(
    run_briefing, copy_example: Callable[[Path], Path], tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    whole = tmp_path / "whole"
    whole.mkdir()
    project = copy_example(whole / "site of ours")
    (whole / "seeds").mkdir()
    (whole / "seeds/other.txt").write_text("of something else")
    git(whole, "init", "--quiet", "--initial-branch", "main")
    commit(whole, "first")
    edit(project, MONEY, "label: {en: Single ticket at first}", "label: {en: The first ticket}")
    for words, cwd in (((), project), (("--root", "site of ours"), whole)):
        code, out, err = run_briefing("diff", "main", *words, cwd=cwd)
        assert (code, err) == (0, "")
        assert (
            "  fare-2023-04: 3.20 EUR\n      label: Single ticket at first → The first ticket\n"
            in out
        )


def test_the_same_is_said_each_time(run_briefing, clone: Path) -> None:  # type: ignore[no-untyped-def]
    edit(clone, MONEY, "value: 3.1e6", "value: 31e6")
    for form in ("text", "markdown", "json"):
        first = run_briefing("diff", "main", "--format", form, cwd=clone)
        assert run_briefing("diff", "main", "--format", form, cwd=clone) == first


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nope"], "briefing: git knows no revision nope\n    hint: "),
        (["main", "nope"], "briefing: git knows no revision nope\n    hint: "),
        (["main..main"], "briefing: git knows no revision main..main\n    hint: name the two revisions apart: briefing diff main main\n"),
        (["--", "-x"], "briefing: git knows no revision -x\n    hint: "),
        (["a\x1b[31mb"], "briefing: git knows no revision a\\x1b[31mb\n    hint: "),
        (["main\nHEAD"], "briefing: git knows no revision main\\nHEAD\n    hint: "),
    ],
)  # fmt: skip
def test_wrong_use_is_one_line_with_a_cure(
    clone: Path, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    assert main(["diff", "--root", str(clone), *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(message)
    assert err.count("\n") == 2


def test_a_folder_without_git_is_wrong_use(
    copied_briefing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "--root", str(copied_briefing), "main"]) == 2
    assert "is in no git repository\n    hint: " in capsys.readouterr().err


def test_what_is_kept_of_one_side_is_not_proven_for_the_other(
    clone: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    proven: list[str] = []
    prove = recall.prove_all

    def counted(facts, *rest, **options):  # type: ignore[no-untyped-def]
        proven.extend(facts)
        return prove(facts, *rest, **options)

    monkeypatch.setattr(recall, "prove_all", counted)
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path / "kept"))
    edit(clone, MONEY, "label: {en: Single ticket at first}", "label: {en: The first ticket}")
    assert main(["diff", "--root", str(clone), "main"]) == 0
    assert len(proven) == len({*proven}) + 1
    assert proven.count("fare-2023-04") == 2
    proven.clear()
    monkeypatch.setattr(shown_parts, "site_of", lambda *_: pytest.fail("composed again"))
    assert main(["diff", "--root", str(clone), "main"]) == 0
    assert proven == []


def test_what_a_revision_holds_can_forge_no_line(
    clone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(clone, MONEY, "label: {en: Single ticket at first}", 'label: {en: "a\\e[2J\\nb"}')
    assert main(["diff", "--root", str(clone), "main"]) == 1
    out, _ = capsys.readouterr()
    assert "\x1b" not in out


def test_a_link_at_the_base_is_a_finding_and_never_followed(
    clone: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("facts: []\n")
    (clone / "seeds/facts/link.yaml").symlink_to(secret)
    commit(clone, "a link")
    (clone / "seeds/facts/link.yaml").unlink()
    assert main(["diff", "--root", str(clone), "main"]) == 1
    assert (
        "main:seeds/facts/link.yaml:1:1\n      bad-file is a symbolic link\n"
        in capsys.readouterr().out
    )


SEEDS = ("briefing.yaml", "articles.yaml", "indicators.yaml", "charts.yaml", "facts/money.yaml")


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("content", ["", "facts: [", "- 1\n", "charts:\n- id: x\n", None])
@pytest.mark.parametrize("is_base", [True, False])
def test_whatever_is_broken_on_a_side_is_a_finding(
    clone: Path, capsys: pytest.CaptureFixture[str], name: str, content: str | None, is_base: bool
) -> None:
    file = clone / "seeds" / name
    if content is None:
        file.unlink()
    else:
        file.write_text(content, "utf-8")
    commit(clone, "broken")
    pair = ("main", "main~1") if is_base else ("main~1", "main")
    for form in ("text", "markdown", "json"):
        code = main(["diff", "--root", str(clone), *pair, "--format", form])
        out, err = capsys.readouterr()
        assert code == 1, err
        assert out
        assert err == ""
