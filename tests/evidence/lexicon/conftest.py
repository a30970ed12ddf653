"""A door to words that has other files too, or other words in a file, for the time of a test.

Comes in: the table of a file. Goes out: nothing; the one reader of package data has it.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.evidence.annotate import annotate
from generator.evidence.lexicon import lexicon

Put = Callable[[str, Mapping[str, Any]], None]


def replace_files() -> Iterator[Put]:
    """Puts a table in the place of a language's file."""
    packaged = lexicon.load_files()
    with pytest.MonkeyPatch.context() as patch:

        def put(lang: str, table: Mapping[str, Any]) -> None:
            files = {**packaged, lang: table}
            patch.setattr(lexicon, "load_files", lambda: files)
            forget()

        yield put
    forget()


def forget() -> None:
    lexicon.load_lexicon.cache_clear()
    annotate.cache_clear()


put_lexicon = pytest.fixture(replace_files, name="put_lexicon")


@pytest.fixture(scope="session")
def french_table() -> Mapping[str, Any]:
    """The French lexicon of the tests."""
    return tomllib.loads(Path(__file__).with_name("fr.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def french(french_table: Mapping[str, Any]) -> Iterator[None]:
    """French is read."""
    for put in replace_files():
        put("fr", french_table)
        yield
