"""The article texts: each is the very file whose sha256 was recorded, and each file has a record.

In: the records of articles.yaml. Out: texts by article, untouched but decoded, and findings.
It never normalises a text: offsets count the code points of the file as delivered.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.model import Finding
from generator.reading.disk import (
    DiskEntry,
    file_finding,
    file_place,
    find_collisions,
    is_ignored_name,
    load_bytes,
    load_folder,
)
from generator.reading.errors import RefusedError
from generator.reading.formats import crowd_of_numbers, find_format, line_and_column
from generator.reading.records import TypedRecord
from generator.reading.values.names import parse_article_path, parse_sha256
from generator.reading.yaml.nodes import Branch, leaf_text
from generator.text import find_nearest, shown

_FOLDER = "seeds/articles"
_SHOWN_DIGITS = 12
_HASH_WANTED = re.compile("the article has no sha256$|sha256 ")
_MOST_SLIPS = 8
"""Digits of a hash that are mistyped at once, at most."""


def load_articles(
    root: Path, records: Sequence[TypedRecord], *, is_complete: bool
) -> tuple[dict[str, str], list[Finding]]:
    """Texts by path (as recorded), of the files that are what they should be."""
    found, findings = _all_files(root, _FOLDER)
    if findings:
        return {}, findings
    texts: dict[str, str] = {}
    bearers: dict[str, str] = {}
    paths = {f"seeds/{_recorded_path(record)}" for record in records}
    unnamed = [entry for entry in found if entry.path not in paths]
    for record in records:
        path = _recorded_path(record)
        if path is None or not isinstance(record.node, Branch):
            continue
        if path in bearers:
            # The same record twice is one mistake: its id has the finding.
            if bearers[path] != shown(record.id) or not record.id:
                findings.append(_second_bearer(path, bearers[path], record.node, shown(record.id)))
            continue
        bearers[path] = shown(record.id)
        text = _load_text(root, path, record, findings, unnamed)
        if text is not None:
            texts[path] = text
    # A path that leads nowhere has its finding: the file that it meant would be the second.
    if is_complete and paths <= {entry.path for entry in found}:
        findings += _check_unnamed(root, unnamed)
    return texts, [*findings, *find_collisions(found).values()]


def name_hashes(
    root: Path, records: Sequence[TypedRecord], findings: Sequence[Finding]
) -> Iterator[Finding]:
    """The findings; where a hash is missing or is none, with the one that its file has."""
    by_id = {shown(record.id): record for record in records if record.id}
    for finding in findings:
        record = by_id.get(finding.subject)
        path = _recorded_path(record) if record and _HASH_WANTED.match(finding.message) else None
        data = load_bytes(root, f"seeds/{path}") if path else None
        if not isinstance(data, bytes) or find_format(data):
            yield finding
            continue
        digest = hashlib.sha256(data).hexdigest()
        hint = f"write sha256: {digest}, the 64 digits of {shown(path or '', 200)}"
        yield replace(finding, hint=hint)


def _check_unnamed(root: Path, unnamed: Sequence[DiskEntry]) -> Iterator[Finding]:
    for entry in unnamed:
        data = load_bytes(root, entry.path)
        if isinstance(data, Finding):
            yield data
            continue
        if finding := _check_format(entry.path, data, ""):
            yield finding
            continue
        digest = hashlib.sha256(data).hexdigest()
        path = shown(entry.path.removeprefix("seeds/"), 200)
        hint = (
            f"run `briefing add seeds/{path}`, or add a record to seeds/articles.yaml with "
            f"path: {path} and sha256: {digest}"
        )
        yield file_finding(entry.path, "no record of seeds/articles.yaml names this file", hint)


def _second_bearer(path: str, first: str, record: Branch, subject: str) -> Finding:
    message = f'path "{shown(path)}" is the file of {first or "another article"}'
    place = record.fields["path"].place
    return Finding("bad-file", place, subject, message, "name this article's own file")


def _recorded_path(record: TypedRecord) -> str | None:
    path = leaf_text(record.node, "path")
    try:
        return parse_article_path(path) if path else None
    except RefusedError:
        return None


def _load_text(
    root: Path,
    path: str,
    record: TypedRecord,
    findings: list[Finding],
    unnamed: Sequence[DiskEntry],
) -> str | None:
    full, subject = f"seeds/{path}", shown(record.id)
    data = load_bytes(root, full)
    if isinstance(data, Finding):
        fields = record.node.fields if isinstance(record.node, Branch) else {}
        message = f'path "{shown(path)}": {data.message}'
        hint = _hint_file(full, unnamed) or data.hint
        findings.append(Finding("bad-file", fields["path"].place, subject, message, hint))
        return None
    if finding := _check_format(full, data, subject):
        findings.append(finding)
        return None
    if finding := _check_hash(data, path, record):
        findings.append(finding)
        # Another file is not read; where only a few digits are wrong, the text is the right one.
        if not _is_slip(hashlib.sha256(data).hexdigest(), leaf_text(record.node, "sha256") or ""):
            return None
    text = data.decode("utf-8")
    if not text.strip():
        hint = "put the article's text there, or delete its record"
        findings.append(Finding("bad-file", file_place(full), subject, "the file is empty", hint))
        return None
    if crowd := crowd_of_numbers(text):
        hint = "put the article's text there alone"
        findings.append(Finding("bad-file", file_place(full), subject, f"the file {crowd}", hint))
        return None
    return text


def _check_format(path: str, data: bytes, subject: str) -> Finding | None:
    """What is no text in UTF-8 is named as what it is, and nothing is read in it."""
    found = find_format(data)
    if found is None:
        return None
    hint = found.hint.replace("add FILE", f"add {shown(path, 200)}")
    place = file_place(path, *line_and_column(data, found.offset))
    return Finding("bad-file", place, subject, f"the file is {found.noun}", hint)


def _check_hash(data: bytes, path: str, record: TypedRecord) -> Finding | None:
    typed = leaf_text(record.node, "sha256") or ""
    try:
        recorded = parse_sha256(typed)
    except RefusedError:
        return None
    actual = hashlib.sha256(data).hexdigest()
    if actual == recorded or not isinstance(record.node, Branch):
        return None
    first = next(at for at, digit in enumerate(actual) if digit != recorded[at])
    message = (
        f"{shown(path)} has the sha256 {_digits(actual, first)}, "
        f"recorded is {_digits(recorded, first)}"
    )
    hint = (
        "articles are never edited: restore the file as delivered; "
        f"if this is the delivered file, write sha256: {actual}"
    )
    place = record.node.fields["sha256"].place
    return Finding("hash-mismatch", place, shown(record.id), message, hint)


def _digits(digest: str, first: int) -> str:
    """So much of a hash that the first digit that differs can be seen."""
    if first < _SHOWN_DIGITS:
        return f"{digest[:_SHOWN_DIGITS]}…"
    end = first + _SHOWN_DIGITS // 2
    return f"…{digest[first - _SHOWN_DIGITS // 2 : end]}{'…' if end < len(digest) else ''}"


def _is_slip(actual: str, recorded: str) -> bool:
    """A few digits were mistyped; the hashes of two files differ in nearly all."""
    pairs = zip(actual, recorded.lower(), strict=True)
    return sum(one != other for one, other in pairs) <= _MOST_SLIPS


def _hint_file(path: str, unnamed: Sequence[DiskEntry]) -> str | None:
    """The file that was probably meant: the only one without a record, or one named alike."""
    names = [entry.path for entry in unnamed]
    meant = names[0] if len(names) == 1 else find_nearest(path, names)
    return f"write {shown(meant.removeprefix('seeds/'))}" if meant else None


def _all_files(root: Path, folder: str) -> tuple[list[DiskEntry], list[Finding]]:
    """Everything below a folder that is no folder itself."""
    entries, findings = load_folder(root, folder)
    files: list[DiskEntry] = []
    for entry in entries:
        if entry.kind == "folder":
            inner, found = _all_files(root, entry.path)
            files += inner
            findings += found
        elif not is_ignored_name(entry.name):
            files.append(entry)
    return files, findings
