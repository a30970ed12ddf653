"""What lies below a folder, none of it passed over."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.publish.walk import files_below, walk


def test_files_and_folders_are_told_apart_and_links_are_files(tmp_path: Path) -> None:
    (tmp_path / "b/c").mkdir(parents=True)
    (tmp_path / "b/c/.one.html").write_text("")
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "link").symlink_to(tmp_path / "b")
    (tmp_path / "nowhere").symlink_to(tmp_path / "away")
    files, folders = walk(tmp_path)
    names = [file.relative_to(tmp_path).as_posix() for file in files]
    assert names == ["a.txt", "b/c/.one.html", "link", "nowhere"]
    assert folders == [tmp_path / "b", tmp_path / "b/c"]
    assert files_below(tmp_path, ".html") == [tmp_path / "b/c/.one.html"]


def test_where_there_is_no_folder_there_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for name in ("file", "away"):
        assert walk(tmp_path / name) == ([], [])


def test_a_folder_that_cannot_be_listed_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    scan = os.scandir

    def refuse(folder: Any) -> Iterator[Any]:
        if Path(folder).name == "closed":
            raise PermissionError(13, "Permission denied", folder)
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(PermissionError):
        files_below(tmp_path, ".html")
