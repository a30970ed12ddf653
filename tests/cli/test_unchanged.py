"""What has not changed is not done again: what counts as a change, and which records are believed."""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import unchanged
from generator.cli.unchanged import Answer, answer_of, keep, look
from tests.conftest import RunBriefing

SAID = Answer(1, "seeds/facts/a.yaml:1:1: mistake\n", "1 finding")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all that is read, and a site that was built from it a while ago."""
    monkeypatch.delenv("BRIEFING_CACHE", raising=False)
    folder = tmp_path / "project"
    for name in ("seeds/facts/a.yaml", "seeds/briefing.yaml", "docs/index.md", "site/index.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"text of {name}\n")
    (folder / "mkdocs.yml").write_text("site_name: x\n")
    (folder / "briefing.lock").write_text("{}\n")
    make_old(folder)
    return folder


def make_old(folder: Path) -> None:
    for file in folder.rglob("*"):
        os.utime(file, (1_700_000_000, 1_700_000_000))


def record(folder: Path, *command: object, site: bool = True) -> None:
    sources = look(folder, *command)
    assert sources
    keep(sources, SAID, folder / "site" if site else None)


def kept(folder: Path, *command: object, site: bool = True) -> Answer | None:
    sources = look(folder, *command)
    return answer_of(sources, folder / "site" if site else None) if sources else None


def test_what_was_said_is_said_again(project: Path) -> None:
    assert kept(project, "build") is None
    record(project, "build")
    assert kept(project, "build") == SAID


def rewrite(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text("another text\n")


def hide(at: Path) -> None:
    """Another text of the same length and time, within a tick of the record."""
    file = at / "seeds/briefing.yaml"
    file.write_text(file.read_text().upper())
    now = json.loads(next(at.glob(".cache/answers/*.json")).read_bytes().partition(b"\n")[2])
    assert now["inputs"]["seeds/briefing.yaml"][0] == file.stat().st_size


def link(at: Path) -> None:
    (at / "seeds/more.yaml").symlink_to(at / "mkdocs.yml")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a fact": rewrite("seeds/facts/a.yaml"),
    "a page": rewrite("docs/index.md"),
    "settings": rewrite("mkdocs.yml"),
    "the lock": rewrite("briefing.lock"),
    "no lock": lambda folder: (folder / "briefing.lock").unlink(),
    "a new file": lambda at: (at / "seeds/facts/b.yaml").write_text("b\n"),
    "a file less": lambda folder: (folder / "docs/index.md").unlink(),
    "another name": lambda folder: (folder / "docs/index.md").rename(folder / "docs/other.md"),
    "the same length": hide,
    "a link": link,
    "a page of the site": rewrite("site/index.html"),
    "no page of the site": lambda folder: (folder / "site/index.html").unlink(),
    "a file more in the site": lambda folder: (folder / "site/more.html").write_text("x"),
    "no site": lambda folder: shutil.rmtree(folder / "site"),
    "settings that lead elsewhere": lambda folder: (folder / "mkdocs.yml").write_text(
        "INHERIT: x\n"
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(project: Path, change: str) -> None:
    record(project, "build")
    CHANGES[change](project)
    assert kept(project, "build") is None


def test_an_edit_within_a_tick_of_the_clock_is_seen(project: Path) -> None:
    file = project / "docs/index.md"
    file.write_text("one\n")
    record(project, "build")
    state = file.stat()
    file.write_text("two\n")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert kept(project, "build") is None


def test_a_file_that_was_only_touched_is_the_same(project: Path) -> None:
    record(project, "build")
    os.utime(project / "docs/index.md", (1_800_000_000, 1_800_000_000))
    assert kept(project, "build") == SAID


def test_another_option_is_another_question(project: Path) -> None:
    record(project, "build", "mkdocs")
    assert kept(project, "build", "zensical") is None
    record(project, "build", "zensical")
    assert kept(project, "build", "mkdocs") == SAID


def test_another_browser_version_or_code_is_a_change(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    record(project, "build")
    with monkeypatch.context() as patch:
        patch.setenv("BROWSER_PATH", "/usr/bin/other")
        assert kept(project, "build") is None
    installed = tmp_path / "installed"
    (installed / "mkdocs-9.dist-info").mkdir(parents=True)
    with monkeypatch.context() as patch:
        patch.syspath_prepend(str(installed))
        assert kept(project, "build") is None
    with monkeypatch.context() as patch:
        code = tmp_path / "code"
        code.mkdir()
        patch.setattr(unchanged, "_CODE", code)
        record(project, "check", site=False)
        assert kept(project, "check", site=False) == SAID
        (code / "new.py").write_text("")
        assert kept(project, "check", site=False) is None
    assert kept(project, "build") == SAID


def test_what_changed_during_the_command_is_not_kept(project: Path) -> None:
    sources = look(project, "build")
    assert sources
    (project / "docs/index.md").write_text("edited meanwhile\n")
    keep(sources, SAID, project / "site")
    assert kept(project, "build") is None


def test_a_record_is_believed_only_where_it_was_written(project: Path, tmp_path: Path) -> None:
    record(project, "check", site=False)
    copy = tmp_path / "copy"
    shutil.copytree(project, copy, symlinks=True)
    original, moved = look(project, "check"), look(copy, "check")
    assert original
    assert moved
    # Whoever sends a record along with a project knows its name and what it must hold.
    moved.record.write_bytes(original.record.read_bytes())
    assert answer_of(moved) is None
    assert answer_of(original) == SAID


def test_a_poisoned_record_is_refused_or_changes_nothing(project: Path) -> None:
    record(project, "build")
    sources = look(project, "build")
    assert sources
    file, dice = sources.record, random.Random(5)  # noqa: S311 - the same poisons every time
    whole = file.read_bytes()
    head, body = whole.split(b"\n", 1)
    poisons = [whole[: dice.randrange(len(whole))] for _ in range(20)]
    for _ in range(20):
        at = dice.randrange(len(body))
        poisons.append(head + b"\n" + body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :])
    poisons += [b"", b"\n", b"{}", b"[]\n[]", b"null", b"\x00" * 100, b"[" * 10_000]
    poisons += [head + b"\n{}", head + b"\n" + body * 2, b"\n" + body]
    assert len(poisons) == 50
    for poison in poisons:
        file.write_bytes(poison)
        assert kept(project, "build") in {None, SAID}
        assert poison == whole or kept(project, "build") is None, poison[:80]
    file.unlink()
    file.mkdir()
    assert kept(project, "build") is None
    record(project, "build")  # what cannot be written is not kept, and nothing fails
    assert kept(project, "build") is None


def test_what_is_unchanged_is_neither_proven_nor_built_again(
    run_briefing: RunBriefing, small_briefing: Path
) -> None:
    first = run_briefing("build", cwd=small_briefing)
    site = {file: file.stat() for file in (small_briefing / "site").rglob("*")}
    again = run_briefing("build", cwd=small_briefing)
    assert first.code == again.code == 0
    assert "nothing has changed" not in first.err
    assert again.err == f"briefing: nothing has changed: {first.err.splitlines()[-1][10:]}\n"
    assert {file: file.stat() for file in (small_briefing / "site").rglob("*")} == site
    fresh = run_briefing("build", "--fresh", cwd=small_briefing)
    assert fresh.code == 0
    assert "nothing has changed" not in fresh.err
    page = small_briefing / "site/index.html"
    whole = page.read_bytes()
    page.write_bytes(whole.replace(b"<title>", b"<title>9 "))
    assert run_briefing("build", cwd=small_briefing).code == 0
    assert page.read_bytes() == whole


def test_findings_are_said_again_as_they_were(
    run_briefing: RunBriefing, small_briefing: Path
) -> None:
    facts = next((small_briefing / "seeds/facts").glob("*.yaml"))
    facts.write_text(facts.read_text().replace("exact: ", "exact: never said ", 1))
    for style in ("text", "json", "github"):
        runs = [run_briefing("check", "--format", style, cwd=small_briefing) for _ in range(2)]
        fresh = run_briefing("check", "--fresh", "--format", style, cwd=small_briefing)
        assert runs[0] == runs[1] == fresh
        assert runs[0].code == 1
        assert "quote" in runs[0].out


def test_looking_needs_nothing_but_the_standard_library(
    small_briefing: Path, tmp_path: Path
) -> None:
    code = (
        "import sys; from generator.cli import main; main(['check']);"
        "print({one.partition('.')[0] for one in sys.modules} - {*sys.stdlib_module_names})"
    )
    environment = {**os.environ, "BRIEFING_CACHE": str(tmp_path / "own")}
    runs = [
        subprocess.run(
            [sys.executable, "-I", "-c", f"sys = __import__('sys'); sys.path.insert(0, {path()!r});"
             + code],
            cwd=small_briefing, env=environment, capture_output=True, text=True, check=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    first, again = (run.stdout for run in runs)
    assert "yaml" in first
    loaded = set(eval(again, {"__builtins__": {}}))  # noqa: S307 - what we printed
    assert loaded <= {"generator", "__main__", "__mp_main__"} | {
        one for one in loaded if one.startswith(("_", "site"))
    }


def path() -> str:
    return str(Path(unchanged.__file__).resolve().parents[2])


def test_what_another_run_keeps_beside_the_code_is_none_of_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, small_briefing: Path
) -> None:
    code = tmp_path / "code"
    (code / "example/.cache/results").mkdir(parents=True)
    (code / "main.py").write_text("x = 1\n")
    monkeypatch.setattr("generator.cli.unchanged._CODE", code)
    before = look(small_briefing, "check")
    (code / "example/.cache/results/words.json").write_text("{}")
    assert before is not None
    assert look(small_briefing, "check") == before
    (code / "other.py").write_text("x = 2\n")
    assert look(small_briefing, "check") != before
