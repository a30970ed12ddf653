"""A live preview: each edit of seeds/, docs/ or mkdocs.yml shows in the browser, or as findings.

In: a project's root and a port. Out: a local server until interrupted. The last good page stays
while there are findings, which show above it; they are handed to `report`, too.
"""

import contextlib
import logging
import queue
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.publish.preview.server import Server
from generator.publish.preview.warm_site import Outcome, WarmSite

_FOLLOWED = ("seeds", "docs")
"""Folders that hold what an editor types."""
_BESIDE = {"mkdocs.yml", "briefing.lock"}
_FOR_EDITORS = "seeds/schemas"
"""Is written after each edit, and read by no build."""
_PATIENCE = 0.2
"""Seconds in which browsers fetch what changed before the rest of the site is built."""
_LOOK = 0.5
"""Seconds after which a preview that waits for edits looks whether it is to end."""
_STEP = 10
"""Milliseconds without another change after which a save is whole."""


Edits = queue.SimpleQueue[None]


def serve_site(
    root: Path, port: int, report: Callable[[Outcome], None], ready: Callable[[str], None]
) -> None:
    """Serves the site below `root` until interrupted, rebuilding what an edit touches.

    `port` is on the loopback address, where 0 takes a free one. `report` gets the outcome of every
    build, `ready` the address once the server answers.

    Raises:
        UsageError: the port is taken or impossible.
    """
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        site = WarmSite(root, Path(folder))
        with Server(port, site.folder) as server:

            def rebuild(edits: Edits) -> None:
                for outcome in site.rebuild(server.viewed(), lambda: not edits.empty()):
                    server.tell(outcome)
                    if outcome.pages and not outcome.is_last:
                        server.wait_until_fetched(_PATIENCE)
                    if outcome.is_last:
                        report(outcome)

            with _interrupts() as is_interrupted:
                rebuild(queue.SimpleQueue())
                with _edits(root) as edits:
                    ready(server.address)
                    while True:
                        _await(edits, is_interrupted)
                        rebuild(edits)


@contextlib.contextmanager
def _interrupts() -> Iterator[threading.Event]:
    """Is set at Ctrl-C, also where a library lets the exception of it go."""
    interrupted = threading.Event()

    def interrupt(*_: object) -> None:
        interrupted.set()
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield interrupted
    finally:
        signal.signal(signal.SIGINT, before)


def _await(edits: Edits, interrupted: threading.Event) -> None:
    """Waits for edits, and takes all that there are.

    Raises:
        KeyboardInterrupt: it is over.
    """
    found = False
    while not found or not edits.empty():
        if interrupted.is_set():
            raise KeyboardInterrupt
        with contextlib.suppress(queue.Empty):
            edits.get(timeout=_LOOK)
            found = True


def _is_read(path: Path, root: Path, *, is_deep: bool) -> bool:
    """Whether a build reads what was saved there."""
    return not path.is_relative_to(root / _FOR_EDITORS) if is_deep else path.name in _BESIDE


@contextlib.contextmanager
def _edits(root: Path) -> Iterator[Edits]:
    """Gets an entry whenever something was saved; watching has begun, and ends with it."""
    from watchfiles import watch  # noqa: PLC0415 - only a preview watches

    edits: Edits = queue.SimpleQueue()
    ended = threading.Event()

    def follow(paths: list[Path], begun: threading.Event, *, is_deep: bool) -> None:
        # The first turn comes at once, and says that nothing is missed from here on.
        for found in watch(
            *paths,
            step=_STEP,
            stop_event=ended,
            recursive=is_deep,
            rust_timeout=50,
            yield_on_timeout=True,
            raise_interrupt=False,
        ):
            begun.set()
            if any(_is_read(Path(path), root, is_deep=is_deep) for _, path in found):
                edits.put(None)

    watched = [root / name for name in _FOLLOWED if (root / name).is_dir()]
    threads = []
    try:
        for paths, is_deep in (([root], False), (watched, True)):
            begun = threading.Event()
            options = {"is_deep": is_deep}
            thread = threading.Thread(
                target=follow, args=(paths, begun), kwargs=options, daemon=True
            )
            threads.append(thread)
            thread.start()
            begun.wait()
        yield edits
    finally:
        # A process does not end well while the system still calls one of its threads.
        ended.set()
        for thread in threads:
            thread.join(timeout=2)
