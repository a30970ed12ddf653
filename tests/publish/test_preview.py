"""The preview follows edits of YAML and Markdown, and survives findings."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.command


@contextlib.contextmanager
def _serving(briefing: Path, root: Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", "0"],
        cwd=briefing,
        env=dict(os.environ) | {"PYTHONPATH": str(root)},
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield _line(process, r"preview at (http://\S+)"), process
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


def _line(process: "subprocess.Popen[str]", pattern: str) -> str:
    """The first group of the next line on standard error that matches."""
    assert process.stderr is not None
    for line in process.stderr:
        if match := re.search(pattern, line):
            return match[match.lastindex or 0]
    raise AssertionError(f"no line like {pattern} before the preview ended")


def _fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - our own server
        return answer.read().decode()


def _await(address: str, text: str) -> None:
    for _ in range(300):
        # Between two sites a page can be missing for a moment.
        with contextlib.suppress(urllib.error.HTTPError):
            if text in _fetch(address):
                return
        time.sleep(0.1)
    pytest.fail(f"{text!r} never came to {address}")


def test_the_preview_follows_yaml_and_markdown_and_survives_a_mistake(
    small_briefing: Path, root: Path
) -> None:
    page = small_briefing / "docs/index.md"
    facts = small_briefing / "seeds/indicators.yaml"
    with _serving(small_briefing, root) as (address, process):
        page.write_text(page.read_text() + "\nAn edit of a page.\n")
        _await(address, "An edit of a page.")
        good = page.read_text()
        page.write_text(good + "\nAn unproven 7.\n")
        assert process.stdout is not None
        assert "unproven-number" in process.stdout.readline()
        assert "An edit of a page." in _fetch(address)
        page.write_text(good)
        facts.write_text(facts.read_text().replace("label: {en: Revenue}", "label: {en: Takings}"))
        _await(f"{address}facts/", "Takings")
