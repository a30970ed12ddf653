"""A command imports what it needs and no more: every library that it may load is listed here."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator import publish
from generator.cli import main
from generator.commands import COMMANDS, ENGINES

READ = "annotated_types babel dateutil pydantic pydantic_core tinycss2 typing_extensions typing_inspection "
READ += "webencodings yaml"
PROVE = f"{READ} num2words pytz rapidfuzz simplemma"  # babel takes pytz where it is installed
CHECK = f"{PROVE} jinja2 markdown markupsafe pathspec"
EXTRACT = "certifi charset_normalizer courlan htmldate justext lxml lxml_html_clean "
EXTRACT += "tld trafilatura urllib3"
SETTINGS = "click mergedeep mkdocs yaml_env_tag"
DRAW = "_plotly_utils narwhals plotly"
COMPOSE = f"{CHECK} {SETTINGS} {DRAW} arro3 xlsxwriter"
DRAWN_LATER = {"_plotly_utils", "arro3", "narwhals", "plotly", "simplemma", "xlsxwriter"}
VERIFY = " ".join({*COMPOSE.split()} - DRAWN_LATER)
"""A checkout is composed only where one is named."""
ENGINE = "backrefs colorama material pygments"
LOADED = {
    "check": CHECK,
    "check --fresh -j 2": CHECK,
    "diff first": f"{CHECK} {DRAW}",
    "diff second": CHECK,
    "explain revenue-2023-q2": CHECK,
    "record": CHECK,
    "add --lang en text.txt": PROVE,
    "decide": f"{READ} num2words rapidfuzz",
    "add --lang en page.html": f"{PROVE} {EXTRACT}",
    "scan --lang en text.txt": PROVE,
    "schema out": f"{READ} num2words pytz rapidfuzz",
    "new out": f"{READ} num2words pytz rapidfuzz",
    "compose out": COMPOSE,
    "export out": COMPOSE,
    "verify published": VERIFY,
    "build --site-dir out -j 2": f"{COMPOSE} {ENGINE} filelock",
    "serve --port 0": f"{COMPOSE} {ENGINE} anyio watchfiles",
}
"""What a command line loads; a new import is a row that fails."""
NO_ROWS = hashlib.sha256(b"[]").hexdigest()
MANIFEST = {
    "address": "",
    "engine": "mkdocs",
    "inputs": {},
    "files": {"releases.json": NO_ROWS, "data/facts.json": NO_ROWS},
}
PUBLISHED = {"MANIFEST.json": json.dumps(MANIFEST), "releases.json": "[]", "data/facts.json": "[]"}
"""A site without a figure."""
PROGRAM = """
import json, os, signal, sys, sysconfig
before = {*sys.modules}
class Ear:
    isatty = sys.stderr.isatty
    flush = sys.stderr.flush
    def write(self, text, write=sys.stderr.write):
        if "preview at" in text:
            os.kill(os.getpid(), signal.SIGINT)
        return write(text)
sys.stderr = Ear()
from generator.cli import main
code = main(sys.argv[2:])
installed = (sysconfig.get_path("purelib"), sysconfig.get_path("platlib"))
files = {name: getattr(sys.modules[name], "__file__", "") or "" for name in {*sys.modules} - before}
found = {
    "code": code,
    "libraries": sorted({n.partition(".")[0] for n, f in files.items() if f.startswith(installed)}),
    "ours": sorted(name for name in files if name.startswith("generator.")),
}
with open(sys.argv[1], "w") as file:
    json.dump(found, file)
"""
"""Runs a command, ends it once it serves, and notes what it loaded."""


@pytest.fixture
def small(root: Path, tmp_path: Path) -> Path:
    """A copy of the small briefing, in which a chart changed between two commits."""
    briefing = Path(shutil.copytree(root / "tests/golden/small", tmp_path / "small"))
    git = ("git", "-C", str(briefing), "-c", "user.name=a", "-c", "user.email=a@example.org")
    charts = briefing / "seeds/charts.yaml"
    subprocess.run([*git, "init", "--quiet"], check=True)
    for tag, text in (
        ("first", charts.read_text("utf-8").replace("title: {en: ", "title: {en: Our ")),
        ("second", charts.read_text("utf-8")),
    ):
        charts.write_text(text, "utf-8")
        subprocess.run([*git, "add", "--all"], check=True)
        subprocess.run([*git, "commit", "--quiet", "--message", tag], check=True)
        subprocess.run([*git, "tag", tag], check=True)
    return briefing


def run(words: list[str], root: Path, folder: Path) -> dict[str, Any]:
    noted = folder / "modules.json"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, noted, *words],
        cwd=folder,
        env=os.environ
        | {
            "PYTHONPATH": str(root),
            "BROWSER_PATH": "/nonexistent",
            "BRIEFING_CACHE": str(folder / "kept"),
        },
        capture_output=True,
        check=False,
    )
    assert noted.is_file(), done.stderr.decode()
    return json.loads(noted.read_text()) | {"said": done.stderr.decode()}


@pytest.mark.command
@pytest.mark.parametrize("line", LOADED)
def test_a_command_loads_the_libraries_that_are_listed(line: str, root: Path, small: Path) -> None:
    (small / "text.txt").write_text("About 5 wheels were sold in May 2024.\n")
    (small / "page.html").write_text(f"<!doctype html><article>{'<p>5 wheels were sold.</p>' * 9}")
    (small / "published" / "data").mkdir(parents=True)
    for name, text in PUBLISHED.items():
        (small / "published" / name).write_text(text)
    found = run(line.split(), root, small)
    assert found["code"] == (130 if "serve" in line else 0), found["said"]
    loaded, listed = {*found["libraries"]}, {*LOADED[line].split()}
    assert {"too many": loaded - listed, "too few": listed - loaded} == {
        "too many": set(),
        "too few": set(),
    }


def test_every_command_is_listed() -> None:
    assert {line.partition(" ")[0] for line in LOADED} == {*COMMANDS}


@pytest.mark.command
@pytest.mark.parametrize(
    "line",
    [
        "--help",
        "",
        "chek",
        "check --format xml",
        "build --engine other",
        "explain",
        "build --help",
    ],
)
def test_help_and_wrong_use_load_no_library_and_no_other_room(
    line: str, root: Path, tmp_path: Path
) -> None:
    found = run(line.split(), root, tmp_path)
    assert found["code"] == (0 if "--help" in line else 2)
    assert found["libraries"] == []
    files = ("cli", "cli.main", "cli.terminal", "commands")
    assert found["ours"] == [f"generator.{name}" for name in files]


def test_the_engines_of_the_command_line_are_those_of_publish() -> None:
    assert ENGINES == publish.ENGINES


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert COMMANDS[name].help in said
    assert "--root" in said
