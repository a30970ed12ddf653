"""What a browser drew, kept between builds.

In: a drawing and a folder. Out: its bytes, if they were drawn before and still look like a drawing
of that format and size. What is broken counts as absent; what cannot be written is not kept.
"""

import base64
import contextlib
import hashlib
import json
import os
import struct
import tempfile
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.publish.pictures.browser import RENDERER, Drawing

FOLDER_VARIABLE = "BRIEFING_CACHE"
_MOST_BYTES = 8_000_000
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"IEND\xaeB`\x82"


def cache_folder(root: Path, environment: Mapping[str, str] = os.environ) -> Path:
    """`.cache/charts` below the project, or `charts` below the folder that the variable names."""
    named = environment.get(FOLDER_VARIABLE)
    return (Path(named) if named else root / ".cache") / "charts"


def key_of(drawing: Drawing, bundle_sha256: str) -> str:
    """Everything that the bytes depend on: figure, size, format, plotly.js, renderer."""
    named = {
        "figure": drawing.figure,
        "options": drawing.options,
        "plotly": bundle_sha256,
        "renderer": hashlib.sha256(RENDERER.read_bytes()).hexdigest(),
        "kaleido": _kaleido_version(),
    }
    plain = json.dumps(named, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("ascii")).hexdigest()


def load(folder: Path, key: str, drawing: Drawing) -> bytes | None:
    """The bytes that were kept, if they are whole."""
    file = folder / f"{key}.json"
    try:
        if file.stat().st_size > _MOST_BYTES:
            return None
        kept = json.loads(file.read_bytes())
        content = base64.b64decode(kept["content"], validate=True)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if kept.get("sha256") != hashlib.sha256(content).hexdigest():
        return None
    return content if looks_right(content, drawing) else None


def keep(folder: Path, key: str, content: bytes) -> None:
    """Writes the bytes in one step, so that no build reads half of them."""
    kept = {
        "sha256": hashlib.sha256(content).hexdigest(),
        "content": base64.b64encode(content).decode("ascii"),
    }
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{key[:8]}-", dir=folder)
        try:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                json.dump(kept, file)
            Path(name).replace(folder / f"{key}.json")
        finally:
            Path(name).unlink(missing_ok=True)


def looks_right(content: bytes, drawing: Drawing) -> bool:
    """Whether bytes are of the format and size that was asked for."""
    width, height = drawing.options["width"], drawing.options["height"]
    if drawing.options["format"] == "svg":
        head = content[:500].decode("utf-8", errors="replace")
        return head.startswith("<svg ") and f'viewBox="0 0 {width} {height}"' in head
    if not content.startswith(_PNG_START) or not content.endswith(_PNG_END):
        return False
    scale = drawing.options["scale"]
    return content[16:24] == struct.pack(">II", round(width * scale), round(height * scale))


def _kaleido_version() -> str:
    """As it is installed; empty where it is not, and only what was kept is shown."""
    try:
        return version("kaleido")
    except PackageNotFoundError:
        return ""
