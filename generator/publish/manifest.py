"""What a finished site consists of, and what it was made from: `MANIFEST.json`.

In: the folder of a site, the project's root. Out: the SHA-256 of each file of the site, of each
file that it was made from, and the releases of the programs that made it. No clock, no place.
"""

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.model import ATTESTATION, MANIFEST
from generator.publish.folder_mark import MARK
from generator.publish.walk import files_below

_BESIDE = frozenset({MANIFEST, MARK, ATTESTATION})
_SOURCES = ("seeds", "docs")
_SOURCE_FILES = ("mkdocs.yml", "briefing.lock")
_PROGRAMS: Mapping[str, tuple[str, ...]] = {
    "mkdocs": ("briefing", "mkdocs", "mkdocs-material", "plotly", "kaleido", "babel"),
    "zensical": ("briefing", "zensical", "plotly", "kaleido", "babel"),
}


def leave_manifest(folder: Path, root: Path, engine: str, address: str) -> None:
    """Writes the manifest of a finished site into it; `address` is where it is published."""
    manifest = {
        "manifest": 1,
        "address": address,
        "engine": engine,
        "built_with": _programs(engine),
        "inputs": hashes_of_inputs(root),
        "files": hashes_of_files(folder),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8", newline="\n")


def hashes_of_files(folder: Path) -> dict[str, str]:
    """By path, the SHA-256 of each file of a site, but for those that tell of the others."""
    return {
        name: one
        for name, one in _hashes(folder, files_below(folder)).items()
        if name not in _BESIDE
    }


def hashes_of_inputs(root: Path) -> dict[str, str]:
    """By path, the SHA-256 of each file that a site is made from."""
    below = (file for name in _SOURCES for file in files_below(root / name))
    found = _hashes(root, below) | _hashes(root, (root / name for name in _SOURCE_FILES))
    return dict(sorted(found.items()))


def _hashes(root: Path, files: Iterable[Path]) -> dict[str, str]:
    named = {file.relative_to(root).as_posix(): file for file in files if _counts(file, root)}
    return {name: hashlib.sha256(named[name].read_bytes()).hexdigest() for name in sorted(named)}


def _counts(file: Path, root: Path) -> bool:
    """A plain file that is not hidden: what systems and editors leave behind is no input."""
    parts = file.relative_to(root).parts
    return file.is_file() and not file.is_symlink() and not any(one[0] in ".#" for one in parts)


def _programs(engine: str) -> dict[str, str]:
    found = {"python": platform.python_version()}
    for name in _PROGRAMS[engine]:
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # run from its folder, or without what draws pictures
            continue
    return found
