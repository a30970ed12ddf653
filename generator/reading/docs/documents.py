"""Hand-written pages and their assets under docs/.

In: the project's root. Out: Markdown as text, other files as bytes, and findings about everything
that is no plain file of a known kind. What pages may say and call is checked in pages/.
"""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from generator.model import Document, Finding
from generator.reading.characters import decode_text
from generator.reading.disk import (
    MEGABYTE,
    DiskEntry,
    check_plain,
    file_finding,
    find_collisions,
    is_ignored_name,
    load_bytes,
    load_folder,
)
from generator.reading.docs.assets import find_active, find_loading
from generator.reading.values.names import kebab

_DOCUMENT_LIMIT = 100_000
_DEEPEST = 8
_ASSET_LIMIT = 2 * MEGABYTE
_ASSETS = ("svg", "png", "jpg", "webp", "ico", "txt", "css", "woff2")
_NAME = re.compile(r"[a-z0-9-]+\.([a-z0-9]+)")
_LICENCE = re.compile(r"(?:copying|licen[cs]e|notice|ofl)(?:-[a-z0-9-]+)?\.txt")
"""The licence of a font or a drawing: the only text that is published as it stands."""
_FOLDER_NAME = re.compile(r"[a-z0-9-]+")


@dataclass(slots=True)
class Documents:
    """What docs/ holds, in the order of its paths."""

    documents: list[Document] = field(default_factory=list)
    assets: dict[str, bytes] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Pages that could not be read, by path; the empty path where one has no plain name."""


def load_documents(root: Path) -> Documents:
    """Every page and asset; nothing when there is no docs/."""
    found = Documents()
    if os.path.lexists(root / "docs"):
        _load_folder(root, "docs", found)
    found.documents.sort(key=lambda document: document.path)
    found.assets = dict(sorted(found.assets.items()))
    return found


def _load_folder(root: Path, folder: str, found: Documents) -> None:
    entries, findings = load_folder(root, folder)
    found.findings += findings
    collisions = find_collisions(entries)
    for entry in entries:
        if is_ignored_name(entry.name):
            continue
        if finding := check_plain(entry) or collisions.get(entry.path) or _misnamed(entry):
            found.findings.append(finding)
            if entry.kind == "folder" or entry.name.lower().endswith(".md"):
                found.unread.add("")
        elif entry.kind == "folder" and entry.path.count("/") > _DEEPEST:
            hint = f"pages lie at most {_DEEPEST} folders deep"
            found.findings.append(file_finding(entry.path, "lies too deep", hint))
        elif entry.kind == "folder":
            _load_folder(root, entry.path, found)
        elif entry.name.endswith(".md"):
            _load_document(root, entry.path, found)
        else:
            _load_asset(root, entry.path, found)


def _misnamed(entry: DiskEntry) -> Finding | None:
    if entry.kind == "folder":
        if _FOLDER_NAME.fullmatch(entry.name):
            return None
        hint = f"rename it to {kebab(entry.name) or 'folder'} (a-z 0-9 and hyphens)"
        return file_finding(entry.path, "the folder's name is not plain", hint)
    stem, _, extension = entry.name.rpartition(".")
    if extension.lower() not in ("md", *_ASSETS):
        hint = f"docs/ holds .md and {' '.join(f'.{one}' for one in _ASSETS)}; move it elsewhere"
        return file_finding(entry.path, "is no page and no asset of a known kind", hint)
    if not _NAME.fullmatch(entry.name):
        name = f"{kebab(stem) or 'page'}.{extension.lower()}"
        hint = f"rename it to {name} (a-z 0-9 and hyphens), and name it so in menu and links"
        return file_finding(entry.path, "the file's name is not plain", hint)
    if extension == "txt" and not _LICENCE.fullmatch(entry.name):
        hint = "write it as a page (.md), or delete it; of texts, only a licence.txt stays as it is"
        return file_finding(entry.path, "is a text whose figures nothing would prove", hint)
    return None


def _load_document(root: Path, path: str, found: Documents) -> None:
    data = load_bytes(root, path, _DOCUMENT_LIMIT)
    if isinstance(data, Finding):
        found.findings.append(data)
        found.unread.add(path.removeprefix("docs/"))
        return
    decoded = decode_text(path, data, is_yaml=False)
    found.findings += decoded.findings
    if decoded.findings:
        found.unread.add(path.removeprefix("docs/"))
    else:
        found.documents.append(Document(path=path.removeprefix("docs/"), text=decoded.text))


def _load_asset(root: Path, path: str, found: Documents) -> None:
    data = load_bytes(root, path, _ASSET_LIMIT)
    if isinstance(data, bytes) and path.endswith(".svg") and (finding := find_active(path, data)):
        data = finding
    if isinstance(data, bytes) and path.endswith(".css") and (finding := find_loading(path, data)):
        data = finding
    if isinstance(data, Finding):
        found.findings.append(data)
    else:
        found.assets[path.removeprefix("docs/")] = data
