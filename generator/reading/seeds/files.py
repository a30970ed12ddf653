"""Every file of seeds/ is found, read and taken apart into records; nothing looks across files yet.

In: the project's root. Out: records of all kinds in a fixed order, with all findings so far, and
which kinds are incomplete because a file of them could not be read.
"""

import hashlib
import os
import re
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from generator.model import EMPTY, Briefing, Finding
from generator.reading.characters import decode_text
from generator.reading.disk import (
    DiskEntry,
    check_plain,
    file_finding,
    find_collisions,
    is_ignored_name,
    load_bytes,
    load_folder,
)
from generator.reading.errors import UsageError
from generator.reading.records import (
    ARTICLES,
    CHARTS,
    CHECKS,
    CORRECTIONS,
    FACTS,
    INDICATORS,
    MOVED,
    UNITS,
    Section,
    TypedRecord,
    is_readable,
    name_subjects,
    parse_envelope,
    parse_record,
    parse_section,
)
from generator.reading.shapes.shapes import shape_of
from generator.reading.values.names import ID, kebab
from generator.reading.yaml.broken import parse_rest
from generator.reading.yaml.nodes import Node, plain
from generator.reading.yaml.tree import parse_tree
from generator.text import find_nearest

_FILES = ("articles.yaml", "briefing.yaml", "charts.yaml", "indicators.yaml")
_FOLDERS = ("articles", "facts")
_ALSO = ("README.md", "schemas")
"""May lie in seeds/ without being read."""
_SECTIONS: Mapping[str, tuple[Section, ...]] = {
    "articles": (ARTICLES,),
    "charts": (CHARTS,),
    "indicators": (UNITS, INDICATORS),
    "facts": (FACTS, CHECKS, CORRECTIONS, MOVED),
}
"""What stands in the files of each kind, by the names that `SeedFiles` has for it."""
_FACTS_NAME = re.compile(r"[a-z0-9-]+\.yaml")
_COPY = re.compile(r"([a-z0-9-]+?)(?: ?\(\d+\)|[ _-]+(?i:copy|kopie|kopia)(?: ?\(?\d+\)?)?)\.ya?ml")
_TYPED_ID = re.compile(rf"^\s*(?:-\s+)?id:\s*[\"']?({ID})[\"']?\s*(?:#.*)?$", re.MULTILINE)


@dataclass(slots=True)
class SeedFiles:
    """All records as typed."""

    briefing: TypedRecord | None = None
    articles: list[TypedRecord] = field(default_factory=list)
    units: list[TypedRecord] = field(default_factory=list)
    indicators: list[TypedRecord] = field(default_factory=list)
    facts: list[TypedRecord] = field(default_factory=list)
    checks: list[TypedRecord] = field(default_factory=list)
    corrections: list[TypedRecord] = field(default_factory=list)
    moved: list[TypedRecord] = field(default_factory=list)
    charts: list[TypedRecord] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Kinds of records of which some could not be read; all of a file of facts count as facts."""
    lost: list[str] = field(default_factory=list)
    """Texts of facts that could not be read; empty where not even their text is known."""
    salvaged_ids: set[str] = field(default_factory=set)
    """Ids of facts that stand in files which could not be read to their end."""
    misnamed: set[str] = field(default_factory=set)
    """Paths that files with a misspelt name were probably meant to have."""
    findings: list[Finding] = field(default_factory=list)
    contents: dict[str, str] = field(default_factory=dict)
    """By path a digest of each file that was read."""
    instead: Mapping[str, bytes] = field(default_factory=dict)
    """By path what a file is tried with, in place of what the disk holds."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What one file holds."""

    content: bytes
    records: Mapping[str, Sequence[TypedRecord]]
    """By the key of their section."""
    unread: frozenset[str]
    """Keys of sections that are not in their form."""
    findings: tuple[Finding, ...]
    lost: str = ""
    """The text in it that could not be read."""
    is_in_form: bool = True
    """Whether nothing is wrong around its sections."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it could be read."""
        return not self.lost


ReadFiles = MutableMapping[str, ReadFile]
"""By path, as they were last read."""


def load_seed_files(
    root: Path, last: ReadFiles | None = None, instead: Mapping[str, bytes] = EMPTY
) -> SeedFiles:
    """Every record in seeds/; what `last` holds is not read again while its bytes are the same.

    Raises:
        UsageError: there is no folder seeds/ to read.
    """
    if (root / "seeds").is_symlink() or not (root / "seeds").is_dir():
        hint = "run it in the project's root, or name that with --root DIR"
        raise UsageError(f"there is no folder seeds/ in {root}", hint)
    files, last = SeedFiles(instead=instead), {} if last is None else last
    _check_seeds_folder(root, files)
    node = _load_node(root, "seeds/briefing.yaml", files)
    if node is not None:
        files.briefing = parse_record(node, shape_of(Briefing), files.findings)
    _load_sections(root, "articles", files, last)
    _load_sections(root, "indicators", files, last)
    if os.path.lexists(root / "seeds/charts.yaml"):  # unlike exists(), never raises
        _load_sections(root, "charts", files, last)
    elif "seeds/charts.yaml" in files.misnamed:
        files.unread.add("charts")
    _load_facts(root, files, last)
    sections = (files.articles, files.units, files.indicators, files.facts, files.charts)
    declared = (files.checks, files.corrections, files.moved)
    # Of a file that was read in part it is not known which record is wrong.
    broken = {path for path in files.contents if path in last and last[path].lost}
    name_subjects(files.findings, chain.from_iterable((*sections, *declared)), broken)
    for kind, records in (
        ("articles", files.articles),
        ("charts", files.charts),
        ("facts", files.facts),
        ("moved", files.moved),
    ):
        if not all(record.id for record in records):
            files.unread.add(kind)
    return files


def _load_sections(root: Path, kind: str, files: SeedFiles, last: ReadFiles) -> None:
    read = _take(root, f"seeds/{kind}.yaml", kind, files, last)
    if read is None or not read.is_whole or read.unread:
        files.unread.add(kind)


def _load_facts(root: Path, files: SeedFiles, last: ReadFiles) -> None:
    entries, findings = load_folder(root, "seeds/facts")
    files.findings += findings
    if findings:
        files.unread.add("facts")
    collisions = find_collisions(entries)
    for entry in _without_junk(entries):
        if finding := check_plain(entry) or collisions.get(entry.path) or _misplaced(entry):
            files.findings.append(finding)
            files.unread.add("facts")
            _salvage(load_bytes(root, entry.path) if entry.kind == "file" else b"", files)
            continue
        read = _take(root, entry.path, "facts", files, last)
        if read is None or not read.is_whole:
            files.unread.add("facts")
            _salvage(load_bytes(root, entry.path), files, read.lost if read else None)
        else:
            files.unread |= read.unread
            files.lost += [read.content.decode("utf-8", "replace")] if read.unread else []


def _take(root: Path, path: str, kind: str, files: SeedFiles, last: ReadFiles) -> ReadFile | None:
    """Takes what one file holds; None when there is no file that can be read."""
    data = _load_content(root, path, files)
    if data is None:
        return None
    read = last.get(path)
    if read is None or read.content != data:
        read = last[path] = _read_file(path, data, kind)
    files.findings += read.findings
    if not read.is_in_form:
        files.unread.add(kind)
    for key, records in read.records.items():
        getattr(files, key).extend(records)
    return read


def _read_file(path: str, data: bytes, kind: str) -> ReadFile:
    """The records of a file in seeds/, by the sections that its kind has."""
    findings: list[Finding] = []
    decoded = decode_text(path, data, is_yaml=True)
    findings += decoded.findings
    everything = decoded.text or path  # so that what was lost is never nothing
    if not decoded.is_whole and not decoded.text:
        return ReadFile(data, {}, frozenset(), tuple(findings), lost=everything)
    sections = _SECTIONS[kind]
    rest = parse_rest(path, decoded.text, is_marred=not decoded.is_whole)
    findings += rest.findings
    if rest.root is None or (rest.lost and not all(one.is_list for one in sections)):
        return ReadFile(data, {}, frozenset(), tuple(findings), lost=everything)
    node, before = rest.root, len(findings)
    top = parse_envelope(node, path, sections, findings)
    is_in_form = len(findings) == before
    # Where all records of a section were lost, it is not empty.
    empty = {key for key, node in top.fields.items() if rest.lost and not plain(node)}
    records = {
        one.key: parse_section(top, one, findings) for one in sections if one.key not in empty
    }
    unread = frozenset(one.key for one in sections if not is_readable(top, one))
    return ReadFile(data, records, unread, tuple(findings), rest.lost, is_in_form)


def _load_node(root: Path, path: str, files: SeedFiles) -> Node | None:
    """The tree of a file; None when it could not be read to its end."""
    data = _load_content(root, path, files)
    return None if data is None else _parse(path, data, files.findings)


def _load_content(root: Path, path: str, files: SeedFiles) -> bytes | None:
    data = files.instead.get(path) or load_bytes(root, path)
    if not isinstance(data, Finding):
        files.contents[path] = hashlib.sha256(data).hexdigest()
        return data
    # A file under nearly the right name has its finding; this one would be the second.
    if path not in files.misnamed:
        files.findings.append(data)
    return None


def _parse(path: str, data: bytes, findings: list[Finding]) -> Node | None:
    decoded = decode_text(path, data, is_yaml=True)
    findings += decoded.findings
    if not decoded.is_whole:
        return None
    tree = parse_tree(path, decoded.text)
    findings += tree.findings
    return tree.root


def _salvage(data: bytes | Finding, files: SeedFiles, lost: str | None = None) -> None:
    """Ids in an unreadable file count as known, so that no reference to them is a finding."""
    text = "" if isinstance(data, Finding) else data.decode("utf-8", "replace")
    files.lost.append(text if lost is None else lost)
    if not isinstance(data, Finding):
        text = text.replace("\r", "\n")
        files.salvaged_ids.update(match[1] for match in _TYPED_ID.finditer(text))


def _misplaced(entry: DiskEntry) -> Finding | None:
    if entry.kind == "file" and _FACTS_NAME.fullmatch(entry.name):
        return None
    if entry.kind == "folder":
        return file_finding(entry.path, "is a folder", "put its files into seeds/facts itself")
    if entry.name.rpartition(".")[2].lower() not in {"yaml", "yml", "txt"} and "." in entry.name:
        hint = "move it out of seeds/; facts stand in files of the form name.yaml"
        return file_finding(entry.path, "is no file of facts", hint)
    if copied := _COPY.fullmatch(entry.name):
        hint = f"a copy of {copied[1]}.yaml: delete it; or give it a name of its own, and new ids"
        return file_finding(entry.path, "the file's name is that of a copy", hint)
    stem = kebab(entry.name.rpartition(".")[0] or entry.name) or "facts"
    hint = f"rename it to {stem}.yaml (a-z 0-9 and hyphens), or move it out of seeds/"
    return file_finding(entry.path, "the file's name is not of the form name.yaml", hint)


def _check_seeds_folder(root: Path, files: SeedFiles) -> None:
    entries, findings = load_folder(root, "seeds")
    files.findings += findings
    for entry in _without_junk(entries):
        if entry.name in {*_FILES, *_FOLDERS, *_ALSO}:
            continue
        meant = find_nearest(entry.name, (*_FILES, *_FOLDERS))
        files.misnamed.add(f"seeds/{meant}")
        hint = f"rename it to {meant}" if meant else "move it to seeds/facts, or out of seeds/"
        files.findings.append(file_finding(entry.path, "nothing reads a file of this name", hint))


def _without_junk(entries: list[DiskEntry]) -> list[DiskEntry]:
    return [entry for entry in entries if not is_ignored_name(entry.name)]
