"""Where the project's code lives: `extra.repository` of mkdocs.yml, the address of its forge.

In: what mkdocs.yml says. Out: the address, which pages build links to the forge from. It is not the
engine's own `repo_url`, for which the theme would ask the forge at each reading.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from generator.reading import RefusedError, UsageError, parse_address
from generator.settings.project import read_settings

GROUP, NAME = "extra", "repository"
_SHAPE = re.compile(r"https://[^/]+(?:/(?!\.\.?(?:/|$))[A-Za-z0-9._~-]+){2,}")
_HINT = "write it as https://github.com/owner/name"


def repository_of(root: Path) -> str:
    """The address of the project's forge; empty where none is said, or a wrong one."""
    try:
        return said_repository(read_settings(root))
    except (UsageError, RefusedError):
        return ""


def said_repository(settings: Mapping[str, object]) -> str:
    """The address that settings say, without what browsers add; empty where they say none.

    Raises:
        RefusedError: it is no https address of a repository.
    """
    group = settings.get(GROUP)
    said = group.get(NAME) if isinstance(group, Mapping) else None
    if said is None:
        return ""
    if not isinstance(said, str):
        raise _refused("is no address")
    address = parse_address(said).rstrip("/").removesuffix(".git")
    if mark := re.search("[?#]", address):
        raise RefusedError(f"holds {mark[0]}", f"delete the {mark[0]} and all behind it")
    if not _SHAPE.fullmatch(address):
        raise _refused("is no address of a repository")
    return address


def _refused(predicate: str) -> RefusedError:
    return RefusedError(predicate, _HINT)
