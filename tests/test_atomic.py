"""A file or a folder is in its place whole, or what stood there before is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.atomic import fresh_beside, replace_file, write_beside

CONTENT = b"new\n"


def test_a_failure_leaves_the_place_and_no_litter(tmp_path: Path) -> None:
    place = tmp_path / "site"
    place.mkdir()
    (place / "old").write_text("old")

    def interrupted() -> None:
        with fresh_beside(place) as fresh:
            (fresh / "new").write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert [p.name for p in tmp_path.iterdir()] == ["site"]
    assert [p.name for p in place.iterdir()] == ["old"]


def test_what_killed_builds_left_is_swept(tmp_path: Path) -> None:
    left = tmp_path / ".site-abc.briefing"
    left.mkdir()
    (left / "half").write_text("x")
    with fresh_beside(tmp_path / "site") as fresh:
        (fresh / "new").write_text("whole")
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_folders_of_others_are_never_swept(tmp_path: Path) -> None:
    for name in (".site-backup", ".other-abc.briefing", ".x-abc.briefing"):
        (tmp_path / name).mkdir()
    for target in ("site", "*", "[x]"):
        with fresh_beside(tmp_path / target):
            pass
    assert {p.name for p in tmp_path.iterdir() if p.name[0] == "."} == {
        ".site-backup", ".other-abc.briefing", ".x-abc.briefing",
    }  # fmt: skip


def test_a_file_is_replaced_and_readable_by_all(tmp_path: Path) -> None:
    file = tmp_path / "sub/a.lock"
    for content in (b"old", CONTENT):
        replace_file(file, content)
    assert [p.name for p in file.parent.iterdir()] == ["a.lock"]
    assert file.read_bytes() == CONTENT
    assert file.stat().st_mode & 0o777 == 0o644


def test_a_file_beside_is_not_in_the_place_yet(tmp_path: Path) -> None:
    fresh = write_beside(tmp_path / "a", CONTENT)
    assert (fresh.parent, fresh.read_bytes()) == (tmp_path, CONTENT)
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("act", [replace_file, write_beside])
def test_what_cannot_be_written_leaves_nothing(
    act: Callable[[Path, bytes], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(Path, "chmod", refuse)
    with pytest.raises(OSError, match="No space"):
        act(tmp_path / "a", CONTENT)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a", b"old")]


def test_a_folder_in_the_place_of_a_file_is_left(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="directory"):
        replace_file(tmp_path / "a", CONTENT)
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_folder_without_the_right_to_write_is_replaced_and_removed(tmp_path: Path) -> None:
    (tmp_path / "site/closed").mkdir(parents=True)
    (tmp_path / "site/closed/old").write_text("old")
    (tmp_path / "site/closed").chmod(0o555)
    with fresh_beside(tmp_path / "site") as fresh:
        (fresh / "new").write_text("whole")
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_what_cannot_be_written_is_named_by_its_own_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "/some/.briefing-x")

    monkeypatch.setattr("tempfile.mkstemp", full)
    with pytest.raises(OSError, match="No space") as caught:
        replace_file(tmp_path / "a.lock", CONTENT)
    assert caught.value.filename == str(tmp_path / "a.lock")
