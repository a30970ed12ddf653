"""`briefing new`: a folder that is proven and builds at once, and nothing is ever written over."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.pipeline import assemble

STARTER = {
    ".ci/browser",
    ".ci/pictures",
    ".github/workflows/data.yml",
    ".github/workflows/pages.yml",
    ".github/ISSUE_TEMPLATE/wrong-figure.yml",
    ".gitignore",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    ".vscode/tasks.json",
    "Makefile",
    "README.md",
    "docs/index.md",
    "mkdocs.yml",
    "requirements.txt",
    "seeds/articles.yaml",
    "seeds/briefing.yaml",
    "seeds/charts.yaml",
    "seeds/indicators.yaml",
    "seeds/schemas/facts.schema.json",
}


def files_of(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize(
    "said", [[], ["--subject", 'Kliniek "De Brug": wachttijd'], ["--subject", "A", "--title", "B"]]
)
def test_a_new_briefing_is_proven_at_once(
    tmp_path: Path, said: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mine"
    assert main(["new", str(folder), *said]) == 0
    assert files_of(folder) >= STARTER
    assert main(["check", "--root", str(folder)]) == 0
    assert "all proven" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["mine"]
    assert os.access(folder / ".ci/pictures", os.X_OK)


def test_the_subject_is_that_of_the_briefing_and_no_invented_figure_comes_along(
    tmp_path: Path,
) -> None:
    assert main(["new", str(tmp_path / "b"), "--subject", "Müller & Söhne"]) == 0
    seeds = assemble(tmp_path / "b").seeds
    assert seeds.briefing
    assert (seeds.briefing.subject.id, seeds.briefing.subject.name["en"]) == (
        "muller-sohne",
        "Müller & Söhne",
    )
    assert (seeds.facts, seeds.articles) == ({}, {})
    assert yaml.safe_load((tmp_path / "b/mkdocs.yml").read_text("utf-8"))["site_name"] == (
        "Müller & Söhne in figures"
    )


def test_two_new_briefings_are_the_same_but_for_the_machine(tmp_path: Path) -> None:
    for name in ("a", "b"):
        main(["new", str(tmp_path / name)])
    for path in files_of(tmp_path / "a"):
        assert (tmp_path / "a" / path).read_bytes() == (tmp_path / "b" / path).read_bytes()
        if path != "local.mk":
            assert sys.prefix.encode() not in (tmp_path / "a" / path).read_bytes()
    assert "/local.mk" in (tmp_path / "a/.gitignore").read_text().splitlines()


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (["--title", "T"], "what the briefing is about is not said"),
        (["--subject", ""], "what the briefing is about is not said"),
        (["--subject", "x\ny"], "some that hide"),
        (["--subject", "x" * 101], "longer than 100 characters"),
        (["--subject", "小米"], "no Latin letter"),
        (["--subject", "A", "--title", "\u202eevil"], "some that hide"),
    ],
)
def test_what_cannot_be_is_wrong_use_and_writes_nothing(
    tmp_path: Path, said: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "b"), *said]) == 2
    assert message in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full/letter.txt").write_text("dear")
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("full", "file", "link"):
        assert main(["new", str(tmp_path / name)]) == 2
    assert files_of(tmp_path) == {"full/letter.txt", "file"}
    (tmp_path / "empty").mkdir()
    assert main(["new", str(tmp_path / "empty")]) == 0


def test_somebody_at_a_terminal_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["Nordwerk", "Nordwerk today"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda asked: next(answers))
    assert main(["new", str(tmp_path / "b")]) == 0
    assert "Nordwerk today" in (tmp_path / "b/seeds/briefing.yaml").read_text("utf-8")


@pytest.fixture
def tools() -> Mapping[str, str]:
    """What `make` may see: programs, and no Python path of the tests."""
    names = ("PATH", "HOME", "BROWSER_PATH")
    return {name: os.environ[name] for name in names if name in os.environ}


@pytest.mark.command
def test_its_make_builds_the_site_and_tests_it(tmp_path: Path, tools: Mapping[str, str]) -> None:
    folder = tmp_path / "b"
    assert main(["new", str(folder), "--subject", "Nordwerk"]) == 0
    for target, made in (("site", "site/index.html"), ("test", "site/404.html")):
        done = subprocess.run(
            ["make", target],
            cwd=folder,
            env=dict(tools),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert (folder / made).is_file()
    assert "both builds are the same" in done.stdout
    assert not (folder / ".venv").exists()


def test_without_the_generator_of_this_machine_make_says_where_it_is_from(
    tmp_path: Path, tools: Mapping[str, str]
) -> None:
    folder = tmp_path / "b"
    main(["new", str(folder)])
    (folder / "local.mk").unlink()
    requirements = folder / "requirements.txt"
    text = requirements.read_text("utf-8")
    requirements.write_text("".join(f"{x}\n" for x in text.splitlines() if x[:8] != "briefing"))
    done = subprocess.run(
        ["make", "check", f"PYTHON={sys.executable}"],
        cwd=folder, env=dict(tools), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert "requirements.txt does not say where the generator comes from" in done.stderr
    assert not (folder / ".venv").exists()


def test_settings_for_editors_are_whole(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    main(["new", str(folder)])
    said = json.loads((folder / ".vscode/settings.json").read_text("utf-8"))
    assert all((folder / schema).is_file() for schema in said["yaml.schemas"])
    ids = json.loads((folder / "seeds/schemas/facts.schema.json").read_text("utf-8"))["$defs"]
    assert "passengers" in ids["indicator-id"]["enum"]
    task = json.loads((folder / ".vscode/tasks.json").read_text("utf-8"))["tasks"][0]
    assert "make check" in task["command"]
    mode = stat.S_IMODE((folder / "Makefile").stat().st_mode)
    assert mode == 0o644
