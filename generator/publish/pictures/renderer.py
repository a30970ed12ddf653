"""Draws figures, or prints a document, with one browser; a program that ends with all it started.

In: on standard input one JSON object: the path of plotly.js, and the drawings that are wanted; or a
document's path. Out: on standard output a line of JSON for each, with its number in the list and
its bytes in base64, or one line that says why there is none. Started by file name; imports nothing
of ours, and is the only file that knows Kaleido. The browser gets no network, and stays in this
program's process group.
"""

import asyncio
import base64
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import kaleido
from choreographer import Browser
from choreographer.browsers import Chromium
from choreographer.errors import ChromeNotFoundError
from kaleido.errors import JavascriptError, KaleidoError

_ALWAYS_ALIKE = (
    "--disable-background-networking",
    "--disable-lcd-text",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_PRINTED = {
    "generateDocumentOutline": True,
    "generateTaggedPDF": True,
    "preferCSSPageSize": True,
    "printBackground": True,
}
_DRAWING_SECONDS = 30
_LOOK_SECONDS = 0.5


class GroupedChromium(Chromium):
    """A Chromium that ends with the process group of this program, and reaches no other machine."""

    def get_popen_args(self) -> Mapping[str, Any]:
        """How it is started: without a session of its own."""
        return {**super().get_popen_args(), "start_new_session": False}

    def get_cli(self) -> Sequence[str]:
        """With what it is started."""
        return [*super().get_cli(), *_ALWAYS_ALIKE]


async def draw_all(wanted: Mapping[str, Any]) -> None:
    """Draws one after the other, and says each as soon as it is there."""
    browser = kaleido.Kaleido(
        n=1,
        timeout=_DRAWING_SECONDS,
        mathjax=False,
        plotlyjs=Path(wanted["plotly"]).as_uri(),  # as a path it may hold what HTML obeys
        browser_cls=GroupedChromium,
    )
    async with browser:
        for number, drawing in enumerate(wanted["drawings"]):
            try:
                content = await browser.calc_fig(drawing["figure"], opts=drawing["options"])
            except (JavascriptError, KaleidoError, TimeoutError) as error:
                say(failure(error))  # the next figure may do better
            else:
                say({"number": number, "content": base64.b64encode(content).decode("ascii")})


async def print_document(document: str) -> None:
    """Prints a document that holds all it shows, as a tagged PDF on the paper that it names."""
    async with Browser(headless=True, browser_cls=GroupedChromium) as browser:
        tab = await browser.create_tab("about:blank")
        answered(await tab.send_command("Page.enable"))
        loaded = tab.subscribe_once("Page.loadEventFired")
        answered(await tab.send_command("Page.navigate", params={"url": Path(document).as_uri()}))
        await asyncio.wait_for(loaded, _DRAWING_SECONDS)
        printed = answered(await tab.send_command("Page.printToPDF", params=_PRINTED))
        say({"number": 0, "content": printed["data"]})


def answered(response: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the browser answered.

    Raises:
        RuntimeError: it refused.
    """
    if "error" in response or "errorText" in response["result"]:
        raise RuntimeError(str(response.get("error") or response["result"]["errorText"]))
    result: Mapping[str, Any] = response["result"]
    return result


def failure(error: Exception) -> Mapping[str, str]:
    """A message that names the error."""
    return {"failed": f"{type(error).__name__}: {error}"}


def say(message: Mapping[str, Any]) -> None:
    """A line on standard output."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def end_with(parent: int) -> None:
    """Ends this program and its browser once the one that started it is gone."""
    while os.getppid() == parent:
        time.sleep(_LOOK_SECONDS)
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    else:
        os.kill(os.getpid(), signal.SIGTERM)


def main() -> None:
    """Reads what is wanted and makes it."""
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    try:
        wanted = json.load(sys.stdin)
        is_print = "document" in wanted
        asyncio.run(print_document(wanted["document"]) if is_print else draw_all(wanted))
    except ChromeNotFoundError:
        say({"absent": True})
    except Exception as error:  # noqa: BLE001 - a site is built without what the browser did not draw
        say(failure(error))


if __name__ == "__main__":
    main()
