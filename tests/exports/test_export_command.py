"""`briefing export` writes the data package alone, and over nothing but such a package."""

import hashlib
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.model import DATA_FILES


@pytest.fixture
def small(root: Path) -> Path:
    """The small briefing."""
    return root / "tests/golden/small"


def digests(folder: Path) -> dict[str, str]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def test_the_package_is_that_of_the_site(
    small: Path, tmp_path: Path, small_tree: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(tmp_path / "out"), "--root", str(small)]) == 0
    assert f"{len(DATA_FILES)} files in" in capsys.readouterr().err
    made = digests(tmp_path / "out")
    assert made.keys() == {*DATA_FILES, ".briefing-files"}
    for name in DATA_FILES:
        assert made[name] == hashlib.sha256(small_tree[f"data/{name}"]).hexdigest()


def test_a_package_is_replaced_by_a_package(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["export", str(out), "--root", str(small)]) == 0
    first = digests(out)
    (out / "facts.csv").write_text("old")
    assert main(["export", str(out), "--root", str(small)]) == 0
    assert digests(out) == first


def test_what_was_not_made_here_is_not_replaced(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["export", str(tmp_path), "--root", str(small)]) == 2
    assert "mine.txt, which was not built here" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("place", ["seeds/out", "docs/a/out"])
def test_it_writes_nothing_where_a_site_is_made_from(
    copied_briefing: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copied_briefing / place
    assert main(["export", str(folder), "--root", str(copied_briefing)]) == 2
    assert "holds what the site is made from" in capsys.readouterr().err
    assert not list(copied_briefing.rglob("facts.csv"))


def test_findings_stop_it(copied_briefing: Path, tmp_path: Path) -> None:
    (copied_briefing / "docs/index.md").write_text("---\ntitle: x\ndescription: y\n---\n\n7\n")
    assert main(["export", str(tmp_path / "out"), "--root", str(copied_briefing)]) == 1
    assert not (tmp_path / "out").exists()


def test_check_waits_for_no_library_that_it_does_not_need(run_briefing, small: Path) -> None:  # type: ignore[no-untyped-def]
    """A module that is imported writes its name to standard error."""
    run = run_briefing("check", "--root", str(small), env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert run.code == 0
    assert "generator.ledger" in run.err
    assert not [name for name in ("xlsxwriter", "arro3", "pyarrow") if name in run.err]
