"""The settings of a project: what its mkdocs.yml says, and for all else what briefings share.

In: what was read of the file, seeds. Out: settings as plain data. A project without mkdocs.yml
leaves all to what briefings share.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model import Briefing, Seeds
from generator.reading import SettingsFile, UsageError, load_settings_file
from generator.settings.defaults import default_settings, merged, with_menu
from generator.settings.engine import read_by_engine
from generator.wording import LanguageWording


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a project, and what they come from."""

    values: Mapping[str, Any]
    said: Mapping[str, Any]
    """Those of mkdocs.yml alone."""
    text: bytes
    """Of mkdocs.yml, and of all that stands in for what it leaves out: pages are kept by it."""


def whole_settings(file: SettingsFile, root: Path, seeds: Seeds, briefing: Briefing) -> Settings:
    """What mkdocs.yml says, and for all else what every briefing shares.

    `briefing` is that of `seeds`, which without one have no language and no name.

    Raises:
        UsageError: mkdocs.yml is wrong.
    """
    said = _said(file, root)
    wording = LanguageWording(briefing.languages[0], seeds.units)
    defaults = default_settings(briefing, wording)
    values = merged(defaults, said)
    values["nav"] = with_menu(said.get("nav"), [one.path for one in seeds.documents], wording)
    text = b"\n".join((file.text, _as_bytes(defaults), _as_bytes(values["nav"])))
    return Settings(values, said, text)


def read_settings(root: Path) -> Mapping[str, Any]:
    """What mkdocs.yml itself says; nothing where there is no such file.

    Raises:
        UsageError: it is wrong.
    """
    return _said(load_settings_file(root), root)


def _said(file: SettingsFile, root: Path) -> Mapping[str, Any]:
    for finding in file.findings:
        raise UsageError(f"{finding.place}: {finding.message}", finding.hint)
    return read_by_engine(root) if file.values is None else file.values


def _as_bytes(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, default=str).encode()
