"""`briefing schema DIR`: the JSON Schemas of the five seed files, for completion while typing.

In a briefing they know its ids; elsewhere they know the forms alone. The commands after which the
schemas in seeds/schemas and the snippets in .vscode would be old renew them: each where its folder
is, and only where it differs. What cannot be written stays as it is: no figure depends on it.
"""

import argparse
import contextlib
from collections.abc import Mapping
from pathlib import Path

from generator.atomic import replace_file
from generator.cli.terminal import say
from generator.model import Seeds
from generator.reading import UsageError, cure_of, load_seeds, schema_files
from generator.text import shown

_SCHEMAS, _VSCODE = "seeds/schemas", ".vscode"
_SNIPPETS = "briefing.code-snippets"


def run(options: argparse.Namespace) -> int:
    """Writes one file a schema; others in the folder stay."""
    folder: Path = options.dir
    root: Path = options.root
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is no folder", "name another DIR")
    seeds = load_seeds(root) if (root / "seeds").is_dir() else None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        made = _schemas(seeds) if seeds else schema_files()
        _write_differing(folder, made)
    except OSError as error:
        message = f"{folder} cannot be written: {shown(error.strerror or str(error))}"
        raise UsageError(message, cure_of(error) or "name another DIR") from None
    if seeds:
        _renew_snippets(root, seeds)
    known = _counted(seeds) if seeds else "no ids, as there are no seeds here"
    say(f"{len(made)} schemas in {shown(str(folder), 200)}, with {known}")
    return 0


def renew(root: Path, seeds: Seeds | None = None, *, with_snippets: bool = True) -> None:
    """Brings schemas and snippets up to date; the latter load the pages, which takes a while.

    `seeds` are read where they are not given and something is to be written.
    """
    if _is_own(root / _SCHEMAS):
        seeds = seeds or load_seeds(root)
        with contextlib.suppress(OSError):
            _write_differing(root / _SCHEMAS, _schemas(seeds))
    if with_snippets:
        _renew_snippets(root, seeds or load_seeds(root))


def _renew_snippets(root: Path, seeds: Seeds) -> None:
    if _is_own(root / _VSCODE):
        from generator.editors import snippets_file  # noqa: PLC0415 - only who has a folder

        with contextlib.suppress(OSError):
            _write_differing(root / _VSCODE, {_SNIPPETS: snippets_file(seeds)})


def _schemas(seeds: Seeds) -> Mapping[str, bytes]:
    from generator.editors import offers_of  # noqa: PLC0415 - without a briefing nothing is offered

    return schema_files(offers_of(seeds))


def _counted(seeds: Seeds) -> str:
    found = {"indicators": seeds.indicators, "articles": seeds.articles, "facts": seeds.facts}
    return ", ".join(f"{len(records)} {name}" for name, records in found.items())


def _write_differing(folder: Path, made: Mapping[str, bytes]) -> None:
    """Writes those files that are not there with these very bytes, each whole or not at all.

    Raises:
        OSError: one cannot be written.
    """
    for name, data in made.items():
        path = folder / name
        with contextlib.suppress(OSError):
            if path.read_bytes() == data:
                continue
        replace_file(path, data)


def _is_own(folder: Path) -> bool:
    """It is a folder of the project, and no link out of it."""
    return folder.is_dir() and not folder.is_symlink()
