"""What MkDocs itself says of settings, without building anything.

In: all settings. Out: its configuration, or its complaints, each with the key that it is about.
MkDocs is imported when it is asked: mostly its answer of before was kept.
"""

import contextlib
import logging
import re
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.reading import SETTINGS, UsageError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

HINT = f"mend {SETTINGS} as the message says"
_COMPLAINT = re.compile(r"Config value '(?P<key>[^']*)': (?P<said>.*)", re.DOTALL)
_ALWAYS = {"strict": True, "hooks": []}
_THERE = str(Path(__file__).parent)
"""A folder, as MkDocs wants to see one; nothing in it is looked at."""


def engine_config(values: Mapping[str, Any], root: Path, **instead: Any) -> "MkDocsConfig":
    """The configuration that MkDocs builds by.

    Args:
        values: all settings.
        root: the project's, from which paths lead.
        instead: what the build says over them.

    Raises:
        MkDocsException: they are wrong; the logger of MkDocs says how.
    """
    from mkdocs.config import load_config

    options = {**values, **_ALWAYS, **instead}
    return load_config(BytesIO(b"{}"), config_file_path=str(root / SETTINGS), **options)


def complaints(values: Mapping[str, Any], root: Path) -> list[tuple[str, str]]:
    """What MkDocs has against the settings: a key of them and its words, in its order."""
    from mkdocs.exceptions import MkDocsException

    said: list[str] = []
    with collecting(said):
        try:
            engine_config(values, root, docs_dir=_THERE, site_dir=str(root / "build/site"))
        except MkDocsException as error:
            said = said or [str(error)]
    return [_split(one) for one in said]


def known_names() -> Collection[str]:
    """Every setting that MkDocs has."""
    from mkdocs.config.defaults import MkDocsConfig

    return [name for name, _ in MkDocsConfig._schema]  # noqa: SLF001 - it offers no other list


def read_by_engine(root: Path) -> Mapping[str, Any]:
    """Settings that hold tags, or lie in more than one file.

    Raises:
        UsageError: their YAML is wrong.
    """
    from mkdocs.utils.yaml import yaml_load

    try:
        with (root / SETTINGS).open("rb") as stream:
            said: Mapping[str, Any] = yaml_load(stream)
    except Exception as error:  # any error that its YAML causes
        raise UsageError(f"{SETTINGS}: {error}", HINT) from error
    return said


def _split(said: str) -> tuple[str, str]:
    match = _COMPLAINT.match(said)
    return (match["key"], match["said"]) if match else ("", said)


@contextlib.contextmanager
def collecting(warnings: list[str]) -> Iterator[None]:
    """Collects the warnings of MkDocs instead of printing them."""
    logger = logging.getLogger("mkdocs")

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            warnings.append(record.getMessage())

    collector = Collector(logging.WARNING)
    propagate, level = logger.propagate, logger.level
    logger.addHandler(collector)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.removeHandler(collector)
        logger.propagate, logger.level = propagate, level
