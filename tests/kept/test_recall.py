"""What is recalled of an earlier run is what the run would find: proofs, coverage, findings."""

import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.kept import Cache, load
from generator.pipeline import Assembly, assemble
from tests.conftest import EXAMPLE


@pytest.fixture
def cache(tmp_path: Path) -> Callable[[], Cache]:
    """A cache in a folder of its own, as the next run opens it."""
    return lambda: Cache(tmp_path / "project", tmp_path / "kept")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE / "seeds", tmp_path / "project/seeds")).parent


def assembled(project: Path, cache: Cache) -> Assembly:
    assembly = assemble(project, cache)
    cache.save()
    return assembly


def are_equal(one: Assembly, other: Assembly) -> bool:
    return repr(one.book) == repr(other.book) and one.findings == other.findings


def edit(folder: Path, dice: random.Random) -> None:
    """Changes a character, or drops a line, of one of the files that editors write."""
    file = dice.choice(sorted(folder.rglob("*.*")))
    text = file.read_bytes()
    at = dice.randrange(max(1, len(text) - 1))
    if dice.random() < 0.5:
        text = text[:at] + dice.choice(b"0123456789abc \n").to_bytes() + text[at + 1 :]
    else:
        lines = text.splitlines(keepends=True)
        del lines[dice.randrange(len(lines))]
        text = b"".join(lines)
    file.write_bytes(text)


def test_a_second_run_proves_nothing_and_says_the_same(
    project: Path, cache: Callable[[], Cache], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, fresh = assembled(project, cache()), assemble(project)
    # The door has functions of the same names.
    monkeypatch.setattr(sys.modules["generator.evidence.prove"], "prove", lambda *_: 1 / 0)
    monkeypatch.setattr(sys.modules["generator.evidence.annotate"], "tokenize", lambda *_: 1 / 0)
    second = assembled(project, cache())
    assert are_equal(first, fresh)
    assert are_equal(second, fresh)


@pytest.mark.parametrize("seed", range(12))
def test_after_any_edit_all_is_as_in_a_fresh_run(
    project: Path, cache: Callable[[], Cache], seed: int
) -> None:
    dice = random.Random(seed)  # noqa: S311 - the same edits every time
    assembled(project, cache())
    for _ in range(3):
        edit(project / "seeds", dice)
        assert are_equal(assembled(project, cache()), assemble(project))
        if dice.random() < 0.5:
            shutil.rmtree(project / "seeds")
            shutil.copytree(EXAMPLE / "seeds", project / "seeds")


def test_a_poisoned_file_is_not_believed(
    project: Path, cache: Callable[[], Cache], tmp_path: Path
) -> None:
    fresh = assembled(project, cache())
    files = sorted((tmp_path / "kept").rglob("*.json"))
    assert len(files) >= 2
    dice = random.Random(7)  # noqa: S311 - the same poisons every time
    for file in files:
        whole = file.read_bytes()
        for _ in range(25):
            at = dice.randrange(len(whole))
            poison = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
            file.write_bytes(dice.choice([poison, whole[:at], whole + whole]))
            assert load(file) is None
    assert are_equal(assembled(project, cache()), fresh)


def test_a_file_of_another_name_or_user_is_not_believed(
    project: Path, cache: Callable[[], Cache], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assembled(project, cache())
    file = next((tmp_path / "kept").rglob("evidence-*.json"))
    assert load(file)
    other = file.rename(file.with_name("evidence-of-another.json"))
    assert load(other) is None
    other.rename(file)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another user"))
    assert load(file) is None


def test_what_nobody_asks_for_is_dropped(project: Path, cache: Callable[[], Cache]) -> None:
    kept = cache()
    kept.of("evidence")["old"] = 1
    kept.save()
    assert cache().of("evidence").get("old") == 1
    assembled(project, cache())
    assert cache().of("evidence").get("old") is None


def test_a_user_without_a_home_keeps_nothing(
    project: Path, cache: Callable[[], Cache], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home").write_text("no folder")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    assembled(project, cache())
    assert not (tmp_path / "kept").exists()


def test_a_link_to_a_page_that_is_gone_is_found_again(
    project: Path, cache: Callable[[], Cache]
) -> None:
    docs = project / "docs"
    docs.mkdir()
    front = "---\ntitle: A\ndescription: Of it.\n---\n\n"
    (docs / "index.md").write_text(f"{front}# A\n\n[There](big.md)\n")
    (docs / "big.md").write_text(f"{front}# A\n\n{' ' * 60}word\n")
    assembled(project, cache())
    (docs / "big.md").unlink()
    assert are_equal(assembled(project, cache()), assemble(project))
