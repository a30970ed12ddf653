"""The preview follows edits of YAML, Markdown and settings in the page, and survives findings."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.command


@contextlib.contextmanager
def _serving(
    briefing: Path, root: Path, *, awaited: str = r"preview at (http://\S+)"
) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", "0"],
        cwd=briefing,
        env=dict(os.environ) | {"PYTHONPATH": str(root)},
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield _line(process, awaited), process
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


def _fetch(address: str, **headers: str) -> str:
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - our own server
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - our own server
        return answer.read().decode()


def _await(address: str, text: str) -> None:
    for _ in range(300):
        if text in _fetch(address):
            return
        time.sleep(0.1)
    pytest.fail(f"{text!r} never came to {address}")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 900, "height": 700})
    yield opened
    opened.close()


def _says(page: Page, text: str) -> None:
    page.wait_for_function("text => document.body.innerText.includes(text)", arg=text)


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


def test_what_editors_are_offered_follows_the_seeds_and_is_no_edit_itself(
    small_briefing: Path, root: Path
) -> None:
    schema = small_briefing / "seeds/schemas/facts.schema.json"
    indicators, page = small_briefing / "seeds/indicators.yaml", small_briefing / "docs/index.md"
    schema.parent.mkdir()
    with _serving(small_briefing, root) as (address, process):
        assert '"Revenue (' in schema.read_text()
        text = indicators.read_text().replace("label: {en: Revenue}", "label: {en: Takings}")
        indicators.write_text(text)
        _line(process, "preview is up to date")
        assert '"Takings (' in schema.read_text()
        schema.write_text("not ours")
        time.sleep(1)
        page.write_text(page.read_text() + "\nAn edit of a page.\n")
        _line(process, "preview is up to date")
        _await(address, "An edit of a page.")
        time.sleep(1)
        assert '"Takings (' in schema.read_text()
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        assert "preview is up to date" not in process.stderr.read()


def test_an_edit_shows_in_the_open_page_in_its_place(
    small_briefing: Path, root: Path, page: Page
) -> None:
    source, settings = small_briefing / "docs/index.md", small_briefing / "mkdocs.yml"
    chart, facts = small_briefing / "seeds/charts.yaml", small_briefing / "seeds/facts/all.yaml"
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    with _serving(small_briefing, root) as (address, _):
        page.goto(address)
        page.evaluate("window.stays = true; scrollTo(0, 300)")
        source.write_text(source.read_text().replace("# Nordwerk", "# Nordwerk\n\nA new line."))
        _says(page, "A new line.")
        chart.write_text(chart.read_text().replace("The plan is larger", "The plan is bigger"))
        _says(page, "The plan is bigger")
        facts.write_text(facts.read_text().replace("The plan | for 2024.", "The goal | for 2024."))
        _says(page, "The goal")
        assert page.evaluate("window.stays") is True
        assert page.evaluate("scrollY") == 300
        page.goto(f"{address}changes/")
        settings.write_text(settings.read_text().replace("Nordwerk & wheels", "Nordwerk & bells"))
        page.wait_for_function("document.title.includes('bells')")
        assert not errors


def test_findings_show_above_the_last_good_page_until_they_are_mended(
    small_briefing: Path, root: Path, page: Page
) -> None:
    facts = small_briefing / "seeds/facts/all.yaml"
    good = facts.read_text()
    with _serving(small_briefing, root) as (address, _):
        page.goto(address)
        facts.write_text("\t" + good)
        panel = page.locator("#preview-findings")
        panel.wait_for()
        said = panel.inner_text()
        assert "seeds/facts/all.yaml:1:1" in said
        assert "a tab stands here" in said
        assert "write spaces" in said
        assert page.locator("h1", has_text="Nordwerk").is_visible()
        page.goto(f"{address}facts/")
        panel.wait_for()
        facts.write_text(good)
        panel.wait_for(state="hidden")


def test_a_project_that_begins_with_findings_shows_them_and_then_its_site(
    small_briefing: Path, root: Path, page: Page
) -> None:
    facts = small_briefing / "seeds/facts/all.yaml"
    good = facts.read_text()
    facts.write_text(good.replace("value: 40_000", "value: 41_000"))
    with _serving(small_briefing, root) as (address, _):
        page.goto(address)
        page.locator("#preview-findings", has_text="41").wait_for()
        facts.write_text(good)
        page.locator("h1", has_text="Nordwerk").wait_for()


def test_only_this_machine_is_served(small_briefing: Path, root: Path) -> None:
    with _serving(small_briefing, root) as (address, _):
        with pytest.raises(urllib.error.HTTPError) as refused:
            _fetch(address, Host="evil.example")
        assert refused.value.code == 403
        refused.value.close()
        assert "data-build" in _fetch(address)


@pytest.mark.parametrize("port", ["taken", "99999", "-1"])
def test_a_port_that_cannot_be_had_is_one_plain_line(
    port: str, small_briefing: Path, run_briefing: Any
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        number = str(other.getsockname()[1]) if port == "taken" else port
        code, out, err = run_briefing("serve", f"--port={number}", cwd=small_briefing)
    assert (code, out) == (2, "")
    assert re.search(r"^briefing: (port \d+ cannot be used|there is no port)", err, re.MULTILINE)
    assert "--port" in err
    assert "Traceback" not in err
