"""What tests of several rooms share: the example briefing, the command line, its site, a browser.

Comes in: the packaged example. Goes out: copies, runs and pages in temporary folders.
Never reads seeds/ or docs/, of which tests/briefing/ speaks; never downloads a browser; never
writes to the repository except golden files on `--update-golden`.
"""

import contextlib
import gc
import http.server
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, NoReturn, Protocol

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from generator.example import example_root

ROOT = Path(__file__).resolve().parent.parent
FORKS = ROOT / "tests" / "forks.py"
EXAMPLE = example_root()
ON_CI = os.environ.get("CI", "").lower() not in {"", "0", "false"}
BROWSER_NAMES = ("chromium", "chromium-browser", "google-chrome")
READ_WHEN_NEEDED = {"BROWSER_PATH", "BRIEFING_CACHE", "XDG_STATE_HOME"}
"""What of its environment the generator itself asks for, and Python does not."""
NOT_ASKED_FOR = (
    # What Playwright names in its own flag, of which only the last counts.
    *("AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync"),
    *("DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades"),
    *("LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints"),
    *("PaintHolding", "PreconnectToSearch", "ThirdPartyStoragePartitioning"),
    # What takes longer than our page: two pages for the address bar that nobody sees, and a
    # process for a page to come.
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess"),
)
BUILDING = {"run_briefing", "accepted"}
"""Fixtures that run a command or build a site."""
SELDOM = 50_000
"""So many new objects Python waits for, before it looks which of them can go."""
BROWSER_FLAGS = [
    "--no-sandbox",  # containers run tests as root, where the sandbox does not start
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(NOT_ASKED_FOR)}",
]

# A slow machine is no failing test, and on CI every run tries the same examples.
settings.register_profile("suite", deadline=None, derandomize=ON_CI)
settings.load_profile("suite")

# A script starts what runs in its background with interruptions ignored; some tests send them.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Run(NamedTuple):
    """A finished run of the command line."""

    code: int
    out: str
    err: str


class RunBriefing(Protocol):
    """How tests start the command line."""

    def __call__(
        self, *args: str, cwd: Path = ..., stdin: str = ..., env: Mapping[str, str] | None = ...
    ) -> Run:
        """Run `python -m generator` with `args`, in a clean environment plus `env`."""


class Forks:
    """A process with its libraries loaded, and what it answers: a fork of it a run."""

    def __init__(self, folder: Path, *flags: str) -> None:
        self._folder = folder
        kept = clean_environment(folder)
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(FORKS), str(ROOT), *flags],
            env={name: kept[name] for name in kept.keys() - READ_WHEN_NEEDED},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(
        self,
        *commands: Sequence[str],
        cwd: Path,
        stdin: str = "",
        env: Mapping[str, str],
        end: tuple[float, int] | None = None,
    ) -> Run:
        """Run these commands one after the other, up to the first that is not content.

        `end` are seconds, after which the run gets a signal.
        """
        files = [self._folder / name for name in ("stdin", "stdout", "stderr")]
        for file, text in zip(files, (stdin, "", ""), strict=True):
            file.write_bytes(text.encode())
        task: dict[str, Any] = {"folder": str(cwd), "env": env, "files": [*map(str, files)]}
        task |= {"commands": commands, "end": end}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(task) + "\n")
        self._process.stdin.flush()
        code = int(self._process.stdout.readline())
        return Run(code, *(file.read_bytes().decode() for file in files[1:]))

    def end(self) -> None:
        """Ends it, and waits for that."""
        self._process.communicate()


BuildOnce = Callable[[str, Callable[[Path], Path]], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the golden files that differ"
    )


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Thousands of tests stay until the end: Python need not ask again and again what of them can go."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(SELDOM, 20, 20)
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks every test that asks for a browser, a built site or a command, at any remove."""
    for item in items:
        asked = getattr(item, "fixturenames", ())
        if "browser" in asked:
            item.add_marker("browser")
        if BUILDING & set(asked):
            item.add_marker("command")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def example() -> Path:
    """The packaged example briefing, to be read."""
    return EXAMPLE


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str | Path, str], None]:
    """Compare a whole text with the file of that path below tests/golden/."""

    def compare(path: str | Path, text: str) -> None:
        file = ROOT / "tests" / "golden" / path
        stands = file.read_bytes().decode() if file.is_file() else None
        if text != stands and request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
            return
        assert stands is not None, f"{file} is missing; `make test ARGS=--update-golden` writes it"
        assert text == stands, f"{file} differs; `make test ARGS=--update-golden` rewrites it"

    return compare


@pytest.fixture(scope="session")
def copy_example() -> Callable[[Path], Path]:
    """Copy the example briefing to a folder that is not there yet."""
    return copy_of_example


@pytest.fixture
def copied_briefing(tmp_path: Path) -> Path:
    """A copy of the example briefing that a test may change."""
    return copy_of_example(tmp_path / "briefing")


@pytest.fixture
def small_briefing(tmp_path: Path) -> Path:
    """A copy of the small briefing, for tests that need any site: it is built in half the time."""
    return Path(shutil.copytree(ROOT / "tests/golden/small", tmp_path / "small"))


def copy_of_example(folder: Path) -> Path:
    """Copies what the example consists of, and not the package around it."""
    return Path(shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("__*__*", ".cache")))


def clean_environment(home: Path) -> dict[str, str]:
    """What a run may know of the machine: where programs are, and nothing of its owner."""
    names = ("PATH", "BROWSER_PATH", "BRIEFING_CACHE", "XDG_STATE_HOME")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    return kept | {
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a run share; each of them has its own below it."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session", autouse=True)
def drawn_once(shared: Path) -> Iterator[None]:
    """All builds of a run share their pictures of charts, so that a browser draws each once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(shared / "state"))
        patch.setenv("BRIEFING_CACHE", str(shared / "cache"))
        yield


@pytest.fixture(scope="session")
def start_forks(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[..., contextlib.AbstractContextManager[Forks]]:
    """Start a process to fork from: `with start_forks("--anew") as forks`."""

    @contextlib.contextmanager
    def start(*flags: str) -> Iterator[Forks]:
        forks = Forks(tmp_path_factory.mktemp("forks"), *flags)
        try:
            yield forks
        finally:
            forks.end()

    return start


@pytest.fixture(scope="session")
def forks(start_forks: Callable[..., contextlib.AbstractContextManager[Forks]]) -> Iterator[Forks]:
    """Forks of a process that has loaded the generator of this repository."""
    with start_forks() as started:
        yield started


@pytest.fixture(scope="session")
def run_briefing(tmp_path_factory: pytest.TempPathFactory, forks: Forks) -> RunBriefing:
    """Run the command line in a process of its own, as a user would.

    It is a fork of one that waits with the generator loaded, but where `env` says what a Python
    looks at when it starts.
    """
    home = tmp_path_factory.mktemp("home")

    def run(
        *args: str, cwd: Path = EXAMPLE, stdin: str = "", env: Mapping[str, str] | None = None
    ) -> Run:
        if READ_WHEN_NEEDED.issuperset(env or {}):
            own = {name: os.environ[name] for name in READ_WHEN_NEEDED & os.environ.keys()}
            return forks.run(args, cwd=cwd, stdin=stdin, env=own | dict(env or {}))
        done = subprocess.run(
            [sys.executable, "-m", "generator", *args],
            cwd=cwd,
            env=clean_environment(home) | dict(env or {}),
            input=stdin.encode(),
            capture_output=True,
            check=False,
            timeout=600,  # only so that a hanging run ends
        )
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def build_once(run_briefing: RunBriefing, shared: Path) -> BuildOnce:
    """Build a copy of a briefing; the first worker that asks does it, the others wait for it."""

    def build(name: str, copy: Callable[[Path], Path]) -> Path:
        briefing = shared / name
        with FileLock(shared / f"{name}.lock"):
            if not (briefing / "site").exists():
                shutil.rmtree(briefing, ignore_errors=True)
                code, out, err = run_briefing("build", cwd=copy(briefing))
                assert code == 0, f"{name} does not build (exit code {code})\n{out}{err}"
        return briefing / "site"

    return build


@pytest.fixture(scope="session")
def built_site(build_once: BuildOnce) -> Path:
    """The site of the example, built once; tests only look at it."""
    return build_once("example", copy_of_example)


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".html": "text/html; charset=utf-8",  # as static hosts send it
    }

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is inherited
        pass


class _QuietServer(http.server.ThreadingHTTPServer):
    request_queue_size = 128  # a browser connects faster than a loaded machine answers

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A browser that leaves a page drops its connections; all else is a finding.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def _serve(folder: Path) -> Iterator[str]:
    handler = partial(_QuietHandler, directory=str(folder))
    with _QuietServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def serve_folder() -> Callable[[Path], contextlib.AbstractContextManager[str]]:
    """Serve a folder: `with serve_folder(path) as address`, on this machine only."""
    return _serve


def _no_browser() -> NoReturn:
    reason = f"no browser: none of {', '.join(BROWSER_NAMES)} on PATH, BROWSER_PATH is not set"
    if ON_CI:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium; without one tests are skipped, on CI they fail."""
    named = os.environ.get("BROWSER_PATH")
    path = named or next(filter(None, map(shutil.which, BROWSER_NAMES)), None)
    if path is None:
        _no_browser()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=BROWSER_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page with no past: no cookies, no cache, no storage."""
    with browser.new_context(locale="en-GB", timezone_id="UTC") as context:
        yield context.new_page()


MEETING = """() => {
  const door = document.querySelector(".door");
  const faults = [];
  if (door.scrollWidth > door.clientWidth) faults.push(["wider than the panel", door.scrollWidth]);
  const meet = (one, other, free) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > free &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > free;
  const pen = document.createElement("canvas").getContext("2d");
  const marks = [...door.querySelectorAll(".asked")];
  const boxes = marks.map((mark) => mark.getBoundingClientRect());
  marks.forEach((mark, at) => {
    const name = getComputedStyle(mark, "::after");
    pen.font = name.font;
    const width = pen.measureText(mark.dataset.asked).width;
    const isIn = ["static", "relative"].includes(name.position) && width <= boxes[at].width + 0.5;
    if (!isIn) faults.push(["a name leaves its words", mark.dataset.asked, mark.textContent]);
    boxes.forEach((other, to) => {
      if (to > at && meet(boxes[at], other, 0.5)) faults.push(["two names meet", mark.textContent, marks[to].textContent]);
    });
  });
  const walk = document.createTreeWalker(door, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (!node.data.trim() || node.parentElement.closest(".asked, .door-bar")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects())
      marks.forEach((mark, at) => {
        if (meet(boxes[at], rect, 2)) faults.push(["a name meets other words", mark.textContent, node.data]);
      });
  }
  return [marks.length, faults];
}"""


@pytest.fixture(scope="session")
def panel_faults() -> Callable[[Page, Path], list[Any]]:
    """What meets in the panels of a site, each shown on the page in turn, as wide as it is there."""

    def find(page: Page, site: Path) -> list[Any]:
        page.locator(".md-content a.figure:visible").first.click()
        door = page.locator(".door:not([hidden])")
        door.wait_for()
        faults: list[Any] = []
        marks = 0
        for file in sorted((site / "f").glob("*.json")):
            record = json.loads(file.read_text(encoding="utf-8"))
            door.evaluate("(door, html) => door.innerHTML = html", record["html"])
            many, found = page.evaluate(MEETING)
            marks += many
            faults += [(record["id"], *one) for one in found]
        assert marks
        return faults

    return find
