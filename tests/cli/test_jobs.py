"""How many work on a command changes nothing that it says or writes; a wrong number is wrong use."""

from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import EXAMPLE


@pytest.mark.parametrize("number", ["0", "-1", "1.5", "two", "", "²", "AUTO"])
@pytest.mark.parametrize("command", ["check", "build", "compose out", "export out"])
def test_a_wrong_number_is_wrong_use(
    command: str, number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command.split(), f"--jobs={number}"]) == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.endswith(f"-j/--jobs: {number!r} is neither auto nor a number of processes from 1")


@pytest.mark.parametrize("jobs", ["-j2", "-jauto", "--jobs=3"])
def test_a_check_says_the_same(jobs: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["check", "--fresh", "--format", "json", "--root", str(EXAMPLE)]
    assert main(asked) == 0
    alone = capsys.readouterr()
    assert main([*asked, jobs]) == 0
    assert capsys.readouterr() == alone


def test_a_package_has_the_same_bytes(tmp_path: Path) -> None:
    for name in ("1", "2"):
        assert main(["export", "-j", name, "--root", str(EXAMPLE), str(tmp_path / name)]) == 0
    written = [
        {file.name: file.read_bytes() for file in (tmp_path / name).iterdir()}
        for name in ("1", "2")
    ]
    assert written[0] == written[1]
