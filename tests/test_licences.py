"""What a run needs is listed with its licence, in the package; a new dependency has to be added.

Comes in: the lock, the kept list, the script that prints it. Goes out: one failure a disagreement.
"""

import re
import runpy
from email.message import Message
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "generator/DEPENDENCIES.md"
SCRIPT: dict[str, Any] = runpy.run_path(str(ROOT / ".ci/licences.py"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def rows() -> list[list[str]]:
    found = re.findall(r"^\| (.*) \|$", KEPT.read_text(encoding="utf-8"), re.MULTILINE)
    return [row.split(" | ") for row in found][1:]


def test_the_kept_list_names_what_the_lock_pins() -> None:
    listed = {row[0]: row[1] for row in rows() if not row[1].startswith("in `")}
    assert listed == SCRIPT["versions"](LOCK), "`make licences` renews the list"


def test_the_kept_list_is_what_the_command_prints() -> None:
    assert KEPT.read_text(encoding="utf-8") == SCRIPT["table"](LOCK) + "\n", "`make licences`"


def test_each_has_a_licence_and_a_home() -> None:
    assert all(len(row) == 4 and row[2] and row[3].startswith("http") for row in rows())


def test_what_stands_in_the_package_is_listed() -> None:
    """The bundle of plotly.js, and each typeface that the text of its licence names."""
    typefaces = (ROOT / "generator/publish/assets/fonts/OFL.txt").read_text(encoding="utf-8")
    named = set(
        re.findall(
            r"^briefing-\w+\.woff2: from ([A-Z][A-Za-z ]+?)(?: \d)?,", typefaces, re.MULTILINE
        )
    )
    within = {row[0]: row[2] for row in rows() if row[1].startswith("in `")}
    assert len(named) == 2
    assert {name for name, licence in within.items() if licence == "OFL-1.1"} == named
    assert within["plotly.js (basic bundle)"] == "MIT"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"License-Expression": "MIT", "License": "other"}, "MIT"),
        ({"License": "BSD-3-Clause"}, "BSD-3-Clause"),
        (
            {"License": "UNKNOWN", "Classifier": "License :: OSI Approved :: MIT License"},
            "MIT License",
        ),
        ({"License": "line\nline", "Classifier": "License :: X"}, "X"),
        ({"License": "The MIT License\nPermission ..."}, "The MIT License"),
        ({}, ""),
    ],
)
def test_what_a_package_says_of_its_licence(fields: dict[str, str], said: str) -> None:
    about = Message()
    for name, text in fields.items():
        about[name] = text
    assert SCRIPT["licence"](about) == said
