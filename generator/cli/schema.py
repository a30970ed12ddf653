"""`briefing schema DIR`: the JSON Schemas of the five seed files, for completion while typing."""

import argparse
import json
from pathlib import Path

from generator.cli.terminal import say
from generator.reading import UsageError, json_schemas


def run(options: argparse.Namespace) -> int:
    """Writes one file a schema; others in the folder stay."""
    folder: Path = options.dir
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is no folder", "name another DIR")
    folder.mkdir(parents=True, exist_ok=True)
    schemas = json_schemas()
    for name, schema in schemas.items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / f"{name}.schema.json").write_text(text, encoding="utf-8", newline="\n")
    say(f"{len(schemas)} schemas in {folder}")
    return 0
