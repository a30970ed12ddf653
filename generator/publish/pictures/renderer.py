"""Draws figures or sections, or prints a document, with one browser that ends with this program.

In: on standard input one JSON object: the path of plotly.js, and the drawings that are wanted; or a
document's path; or that of a document each of whose sections is drawn in few colours. Out: on
standard output a line of JSON for each, with its number in the list and its bytes in base64, or one
line that says why there is none. Started by file name; imports nothing of ours, and is the only
file that knows Kaleido. The browser gets no network, and stays in this program's process group.
"""

import asyncio
import base64
import json
import os
import signal
import struct
import sys
import threading
import time
import zlib
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
_GATHER_SECTIONS = """
const sections = [...document.body.children];
function showSection(number) {
  document.body.replaceChildren(sections[number]);
  return document.fonts.ready.then(() => undefined);
}
// The commonest colours of a picture stay; any other becomes the one of them that is nearest.
async function fewColours(png, most = 32) {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  const pixels = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer);
  const counts = new Map();
  for (let at = 0, from = 0; from < pixels.length; from = at) { // most stand in long runs
    const pixel = pixels[from];
    while (pixels[at] === pixel) at += 1;
    counts.set(pixel, (counts.get(pixel) ?? 0) + at - from);
  }
  const common = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  const palette = common.slice(0, most).map(([pixel]) => pixel);
  const parts = (pixel) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
  const kept = palette.map(parts);
  const places = new Map();
  for (const pixel of counts.keys()) {
    const own = parts(pixel);
    const far = kept.map((one) => one.reduce((sum, part, at) => sum + (part - own[at]) ** 2, 0));
    places.set(pixel, far.indexOf(Math.min(...far)));
  }
  const lines = new Uint8Array((width + 1) * height); // each begins with its filter, which is none
  for (let y = 0, at = 0, pixel, place; y < height; y += 1) {
    for (let to = y * (width + 1) + 1, end = to + width; to < end; to += 1, at += 1) {
      if (pixels[at] !== pixel) place = places.get(pixel = pixels[at]);
      lines[to] = place;
    }
  }
  const packed = new Blob([lines]).stream().pipeThrough(new CompressionStream("deflate"));
  const letters = Array.from(
    new Uint8Array(await new Response(packed).arrayBuffer()), (byte) => String.fromCharCode(byte),
  );
  return { palette, lines: btoa(letters.join("")) };
}
"""
_QUICKLY = {"format": "png", "optimizeForSpeed": True}
"""As it is encoded once more."""
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


async def draw_sections(document: str, sizes: Sequence[Sequence[int]]) -> None:
    """Draws each section of a document alone, as a PNG of its width, height and scale."""
    async with Browser(headless=True, browser_cls=GroupedChromium) as browser:
        tab = await browser.create_tab("about:blank")
        answered(await tab.send_command("Page.enable"))
        loaded = tab.subscribe_once("Page.loadEventFired")
        answered(await tab.send_command("Page.navigate", params={"url": Path(document).as_uri()}))
        await asyncio.wait_for(loaded, _DRAWING_SECONDS)
        await evaluated(tab, _GATHER_SECTIONS)
        before: Sequence[int] = ()
        for number, (width, height, scale) in enumerate(sizes):
            if before != (before := (width, height, scale)):
                screen = {"width": width, "height": height, "deviceScaleFactor": scale}
                screen["mobile"] = False
                asked = "Emulation.setDeviceMetricsOverride"
                answered(await tab.send_command(asked, params=screen))
            await evaluated(tab, f"showSection({number})")
            shot = answered(await tab.send_command("Page.captureScreenshot", params=_QUICKLY))
            few = await evaluated(tab, f"fewColours({json.dumps(shot['data'])})")
            lines = base64.b64decode(few["lines"])
            png = png_of(few["palette"], lines, width * scale, height * scale)
            say({"number": number, "content": base64.b64encode(png).decode("ascii")})


async def evaluated(tab: Any, expression: str) -> Any:
    """What a script in the page answers."""
    asked = {"expression": expression, "awaitPromise": True, "returnByValue": True}
    found = answered(await tab.send_command("Runtime.evaluate", params=asked))
    if "exceptionDetails" in found:
        raise RuntimeError(str(found["exceptionDetails"].get("exception", {}).get("description")))
    return found["result"].get("value")


def png_of(palette: Sequence[int], lines: bytes, width: int, height: int) -> bytes:
    """A PNG of indexed colours, from a palette of numbers and compressed lines."""
    colours = b"".join(struct.pack("<I", colour)[:3] for colour in palette)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", colours), (b"IDAT", lines), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


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
        if "document" in wanted:
            asyncio.run(print_document(wanted["document"]))
        elif "sections" in wanted:
            asyncio.run(draw_sections(wanted["sections"], wanted["sizes"]))
        else:
            asyncio.run(draw_all(wanted))
    except ChromeNotFoundError:
        say({"absent": True})
    except Exception as error:  # noqa: BLE001 - a site is built without what the browser did not draw
        say(failure(error))


if __name__ == "__main__":
    main()
