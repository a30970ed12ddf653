"""Whatever the program says by a key stands in every language's catalogue."""

import ast
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from generator.model import HEDGES, STATUSES, Attribution, Rank
from generator.wording import languages, load_messages

GENERATOR = Path(__file__).resolve().parents[2] / "generator"
KEY = re.compile(r"[a-z]+(-[a-z0-9]+)+")
METHODS = {"say", "verbatim", "count"}


def asked_for() -> Iterator[tuple[str, str]]:
    """Each key that is typed as a literal, with the file that asks for it."""
    for module in sorted(GENERATOR.rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and called(node) in METHODS:
                for key in literals(node.args[0]):
                    yield key, module.relative_to(GENERATOR).as_posix()


def called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def literals(node: ast.expr) -> Iterator[str]:
    """The keys that an argument may be; none where it is put together."""
    if isinstance(node, ast.Constant) and KEY.fullmatch(str(node.value)):
        yield str(node.value)
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


@cache
def keys() -> list[tuple[str, str]]:
    return sorted(set(asked_for()))


def test_the_keys_of_the_program_are_found() -> None:
    assert ("chart-axis-cut", "charts/levels.py") in keys()
    assert len(keys()) > 100


@pytest.mark.parametrize("lang", languages())
def test_each_key_has_its_words_in_each_language(lang: str) -> None:
    messages = load_messages(lang)
    lacking = [one for one in keys() if not {one[0], f"{one[0]}-other"} & messages.keys()]
    assert lacking == [], f"the catalogue of {lang} lacks these, which the file beside each says"


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize(
    ("prefix", "vocabulary"),
    [
        ("status", STATUSES),
        ("hedge", [hedge for hedge in HEDGES if hedge != "exact"]),
        ("chart-hedge", [hedge for hedge in HEDGES if hedge != "exact"]),
        ("hedge-word", HEDGES),
        ("attribution", get_args(Attribution)),
        ("rank", [rank for rank in get_args(Rank) if rank != "normal"]),
    ],
)
def test_each_word_of_a_vocabulary_is_said_in_each_language(
    prefix: str, vocabulary: Sequence[str], lang: str
) -> None:
    lacking = {f"{prefix}-{word}" for word in vocabulary} - load_messages(lang).keys()
    assert not lacking, f"the catalogue of {lang} lacks {lacking}"


WORKSHOP = re.compile(
    r"\b(?:true of|known from|ledger|hearsay|at hand|stood from then on|leaves? open|caveat)",
    re.IGNORECASE,
)
EXPLAINS_A_VALUE = {"column-attribution-meaning"}
"""`hearsay` stands in the files themselves."""


@pytest.mark.parametrize("lang", languages())
def test_no_message_speaks_the_words_of_the_workshop(lang: str) -> None:
    said = {key for key, message in load_messages(lang).items() if WORKSHOP.search(message)}
    assert said == EXPLAINS_A_VALUE
