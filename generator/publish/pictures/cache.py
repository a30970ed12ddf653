"""What a browser drew, kept between builds.

In: a drawing and a folder. Out: its bytes, if they were drawn before and still look like a drawing
of that format and size. What is broken counts as absent; what cannot be written is not kept.
"""

import hashlib
import json
import struct
from collections.abc import Mapping
from functools import cache as once
from importlib.metadata import PackageNotFoundError, version

from generator.kept import Cache
from generator.publish.pictures.browser import RENDERER, Drawing

_PNG_START = b"\x89PNG\r\n\x1a\n"
KIND = "charts"
"""Where drawings are, among all that is kept."""
_PNG_END = b"IEND\xaeB`\x82"


def key_of(drawing: Drawing, bundle_sha256: str) -> str:
    """Everything that the bytes depend on: figure, size, format, plotly.js, renderer."""
    named = {
        "figure": drawing.figure,
        "options": drawing.options,
        "plotly": bundle_sha256,
        **renderer_in_use(),
    }
    plain = json.dumps(named, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("ascii")).hexdigest()


def load(cache: Cache, key: str, drawing: Drawing) -> bytes | None:
    """The bytes that were kept, if they still look like the drawing."""
    content = cache.load(KIND, key)
    return content if content and looks_right(content, drawing) else None


def looks_right(content: bytes, drawing: Drawing) -> bool:
    """Whether bytes are an SVG of the size that was asked for."""
    width, height = drawing.options["width"], drawing.options["height"]
    head = content[:500].decode("utf-8", errors="replace")
    return head.startswith("<svg ") and f'viewBox="0 0 {width} {height}"' in head


def is_png(content: bytes, width: int, height: int) -> bool:
    """Whether bytes are a whole PNG of that size."""
    is_whole = content.startswith(_PNG_START) and content.endswith(_PNG_END)
    return is_whole and content[16:24] == struct.pack(">II", width, height)


@once
def renderer_in_use() -> Mapping[str, str]:
    """What draws, as it is installed; where it is not, only what was kept is shown."""
    try:
        kaleido = version("kaleido")
    except PackageNotFoundError:
        kaleido = ""
    return {"renderer": hashlib.sha256(RENDERER.read_bytes()).hexdigest(), "kaleido": kaleido}
