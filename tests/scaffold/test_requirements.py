"""Requirements name the generator by its address, and what goes with it by its version."""

import json
from importlib.metadata import PackageNotFoundError
from types import SimpleNamespace
from typing import Any

import pytest

from generator.scaffold import requirements

PACKAGES = {
    "briefing": SimpleNamespace(
        requires=["mkdocs==1.6.1", "gone>=1; sys_platform == 'win32'", "dask; extra == 'cluster'"],
        version="0.1.0",
    ),
    "mkdocs": SimpleNamespace(requires=["Py_YAML>=5"], version="1.6.1"),
    "py-yaml": SimpleNamespace(requires=["mkdocs"], version="6.0"),
}


def find(name: str) -> Any:
    if name not in PACKAGES:
        raise PackageNotFoundError(name)
    return PACKAGES[name]


def lines(origin: object) -> list[str]:
    text = requirements(json.dumps(origin) if origin else "", find)
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (
            {"url": "https://example.org/g.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            ["briefing @ git+https://example.org/g.git@abc"],
        ),
        ({"url": "https://example.org/b.whl"}, ["briefing @ https://example.org/b.whl"]),
        ({"url": "file:///opt/b", "dir_info": {"editable": True}}, []),
        (None, []),
    ],
)
def test_the_generator_is_named_by_its_address_or_not_at_all(
    origin: object, line: list[str]
) -> None:
    assert lines(origin) == [*line, "mkdocs==1.6.1", "py-yaml==6.0"]


def test_what_is_installed_here_is_named() -> None:
    text = requirements("")
    assert "mkdocs==1.6.1\n" in text
    assert "distributed" not in text
