"""Starts the renderer, waits no longer than a limit, and ends it with its browser.

In: drawings that are wanted, or a document. Out: what was made of them in time, and why others were
not. Never waits for a browser that hangs, and leaves no process behind. One that hangs before its
first drawing is started once more: on a busy machine that happens.
"""

import base64
import binascii
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

RENDERER = Path(__file__).with_name("renderer.py")
START_SECONDS = 40.0
DRAWING_SECONDS = 1.0
"""For each drawing, on top of the start."""
PRINTING_SECONDS = 120.0
NO_BROWSER = "no browser found"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure to be drawn: plain data, with its format and size as Kaleido takes them."""

    figure: Mapping[str, Any]
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a run of the renderer made."""

    contents: Mapping[int, bytes]
    """By the number of the drawing in the list."""
    trouble: str
    """Why some are missing; empty when none is."""
    is_ended: bool = False
    """The limit came before the browser was done."""


def draw_with_browser(drawings: Sequence[Drawing], plotly: Path) -> Drawn:
    """Has all drawings made by one browser, or by a second one if the first never comes up."""
    limit = START_SECONDS + DRAWING_SECONDS * len(drawings)
    wanted = {
        "plotly": str(plotly),
        "drawings": [{"figure": one.figure, "options": one.options} for one in drawings],
    }
    made = _made(wanted, len(drawings), limit)
    return _made(wanted, len(drawings), limit) if made.is_ended and not made.contents else made


def print_with_browser(document: Path, limit: float = PRINTING_SECONDS) -> Drawn:
    """Has one document printed, as number 0, by a browser that is ended after the limit."""
    return _made({"document": str(document)}, 1, limit)


def draw_sections_with_browser(document: Path, sizes: Sequence[tuple[int, int, int]]) -> Drawn:
    """Has each section of a document drawn as a PNG, of a width, height and scale."""
    wanted = {"sections": str(document), "sizes": sizes}
    return _made(wanted, len(sizes), START_SECONDS + DRAWING_SECONDS * len(sizes))


def _made(wanted: Mapping[str, Any], count: int, limit: float) -> Drawn:
    """What the renderer makes of what is wanted, within the limit."""
    # Files, not pipes: nothing can block, and what was written before the end stays readable.
    # What the browser leaves in its folder goes with it, however it ended.
    with (
        tempfile.TemporaryFile() as request,
        tempfile.TemporaryFile() as answers,
        tempfile.TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True) as folder,
    ):
        request.write(json.dumps(wanted).encode())
        request.seek(0)
        is_done = _run(request, answers, folder, limit)
        answers.seek(0)
        contents, trouble = _understood(answers.read().splitlines(), count)
    if not is_done:
        trouble = f"the browser did not finish within {limit:.0f} seconds and was ended"
    elif len(contents) < count and not trouble:
        trouble = "the browser ended early"
    return Drawn(contents, trouble, is_ended=not is_done)


def _run(request: IO[bytes], answers: IO[bytes], folder: str, limit: float) -> bool:
    """Whether the renderer ended by itself; in any case nothing of it runs afterwards."""
    process = subprocess.Popen(  # noqa: S603 - our own program, by its full path
        [sys.executable, "-P", str(RENDERER)],
        stdin=request,
        stdout=answers,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"TZ": "UTC", "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "TMPDIR": folder},
        start_new_session=True,
    )
    try:
        process.wait(limit)
    except subprocess.TimeoutExpired:
        return False
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # all gone
            _end(process)
        process.wait()
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the renderer with its browser; where there are no groups of processes, it alone."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _understood(lines: Sequence[bytes], count: int) -> tuple[dict[int, bytes], str]:
    """Drawings by number, and the trouble that was named; a line that was cut off says nothing."""
    contents: dict[int, bytes] = {}
    trouble = ""
    for line in lines:
        with contextlib.suppress(ValueError, KeyError, TypeError, binascii.Error):
            message = json.loads(line)
            if "absent" in message:
                trouble = NO_BROWSER
            elif "failed" in message:
                trouble = f"the browser failed: {str(message['failed'])[:200]}"
            elif message["number"] in range(count):
                contents[message["number"]] = base64.b64decode(message["content"], validate=True)
    return contents, trouble
