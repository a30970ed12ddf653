"""The policy of each page lets it do what it does, and lets nothing else run or load.

What is brought into a page (injections.yaml) is tried twice: without the policy it does harm, which
shows that the try can fail, with the policy it does none.
"""

import http.server
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

HERE = Path(__file__).parent
INJECTIONS: list[dict[str, str]] = yaml.safe_load((HERE / "injections.yaml").read_text("utf-8"))
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
AT_FIRST = re.compile(
    r'\s*<!doctype html>\s*<html\b[^>]*>\s*<head>\s*<meta charset="utf-8">\s*<meta http'
)
HARM = """() => [
    globalThis.harm ?? 0,
    getComputedStyle(document.querySelector("main")).visibility,
    [...document.querySelectorAll(".cover")].map((one) => getComputedStyle(one).position).join(),
].join(" ")"""
HARMLESS = {"0 visible ", "0 visible static"}


class Other(http.server.BaseHTTPRequestHandler):
    """Another host: it notes what it is asked for, and answers with a script that does harm."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        kind = "text/javascript" if self.path.endswith(".js") else "text/html"
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(b"top.harm = 1" if kind == "text/javascript" else b"")

    do_POST = do_GET  # noqa: N815 - so the library names it

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def other() -> Iterator[tuple[str, list[str]]]:
    """The address of another host, and what it was asked for."""
    asked = list[str]()
    handler = type("Noting", (Other,), {"asked": asked})
    with http.server.ThreadingHTTPServer(("localhost", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://localhost:{server.server_port}", asked
        server.shutdown()
        thread.join()


def test_every_page_begins_with_a_strict_policy(built_site: Path) -> None:
    pages = sorted(built_site.rglob("*.html"))
    assert {"404.html", "index.html"} <= {page.name for page in pages}
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert AT_FIRST.match(text), page
        (policy,) = POLICY.findall(text)
        assert policy.startswith("default-src 'none'; "), page
        assert "unsafe" not in policy, page
        assert not re.search(r"https?:|\*|blob:", policy), page


def test_the_pages_that_stand_alone_allow_nothing_within_them(built_site: Path) -> None:
    alone = [*built_site.glob("f/*/index.html"), *built_site.glob("charts/*/index.html")]
    assert alone
    for page in alone:
        text = page.read_text(encoding="utf-8")
        assert "sha256-" not in POLICY.findall(text)[0], page
        assert not re.search(r"<style|<script(?! src=)", text), page


def harm_of(page: Page, address: str, one: dict[str, str], asked: list[str], patience: int) -> str:
    """What an injection did within so many tenths of a second: run, hide, cover, ask another host."""
    asked.clear()
    page.goto(address)
    if "click" in one:
        page.locator(one["click"]).evaluate("one => one.click()", timeout=3_000)
    for _ in range(patience):
        page.wait_for_timeout(100)
        found = "asked" if asked else str(page.evaluate(HARM))
        if found not in HARMLESS:
            return found
    return ""


def test_what_is_brought_into_a_page_does_no_harm(
    built_site: Path,
    page: Page,
    other: tuple[str, list[str]],
    tmp_path: Path,
    serve_folder: Callable[[Path], AbstractContextManager[str]],
) -> None:
    host, asked = other
    site = shutil.copytree(built_site, tmp_path / "site")
    before, body, after = (site / "index.html").read_text("utf-8").partition("<body")
    found = {}
    with serve_folder(site) as address:
        for number, one in enumerate(INJECTIONS):
            start, rest = after.split(">", 1)
            injected = f"{before}{body}{start}>{one['html'].format(other=host)}{rest}"
            for kind, text in (("with", injected), ("without", POLICY.sub("", injected))):
                name = f"{kind}-{number}.html"  # none is kept by the browser for another
                (site / name).write_text(text, encoding="utf-8")
                patience = 2 if kind == "with" else 50
                tried = page.context.new_page()
                found[one["name"], kind] = harm_of(tried, f"{address}/{name}", one, asked, patience)
                tried.close()
    assert [name for (name, kind), harm in found.items() if harm and kind == "with"] == []
    assert [name for (name, kind), harm in found.items() if not harm and kind == "without"] == []
