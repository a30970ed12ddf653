"""Proofs, coverage and findings are the same, however many prove, and whoever of them is killed."""

import json
import os
import random
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator import proving
from generator.evidence import inputs_of
from generator.kept import Cache, made_by
from generator.pipeline import Assembly, assemble
from generator.proving import OTHER, claimed_in, prove_where_read
from generator.reading import UsageError, load_seeds
from generator.spread import Processes, in_order
from tests.conftest import EXAMPLE

BATCHES = sys.modules["generator.evidence.batches"]


@pytest.fixture(autouse=True)
def many_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """The example is small: each of its articles is a batch."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(BATCHES, "_FACTS_A_BATCH", 1)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE / "seeds", tmp_path / "project/seeds")).parent


def said(assembly: Assembly) -> tuple[str, tuple[Any, ...]]:
    return repr(assembly.book), assembly.findings


def over_json(function: Callable[[Any], Any], batches: Sequence[Any]) -> list[Any]:
    """As results come from afar."""
    sent = [json.loads(json.dumps(one)) for one in batches]
    return [json.loads(json.dumps(function(one))) for one in sent]


def slip(folder: Path, dice: random.Random) -> None:
    """Another figure in one of the facts."""
    file = dice.choice(sorted((folder / "facts").glob("*.yaml")))
    text = file.read_text()
    at = dice.choice([at for at, letter in enumerate(text) if letter.isdigit()])
    file.write_text(text[:at] + dice.choice("0123456789") + text[at + 1 :])


@pytest.mark.parametrize("number", [2, 3])
def test_several_processes_find_what_one_finds(project: Path, number: int) -> None:
    alone = assemble(project)
    assert len(alone.book.entries) > 10
    assert said(assemble(project, spread=Processes(number))) == said(alone)


@pytest.mark.parametrize("seed", range(6))
def test_findings_are_those_of_one_process(project: Path, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - the same slips every time
    for _ in range(3):
        slip(project / "seeds", dice)
    alone = assemble(project)
    assert said(assemble(project, spread=Processes(2))) == said(alone)
    assert said(assemble(project, cluster=over_json)) == said(alone)


def test_a_killed_process_changes_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone, parent, prove, done = assemble(project), os.getpid(), proving.prove_batch, []

    def dying(*given: Any) -> list[Any]:
        done.append(given)
        if os.getpid() != parent and len(done) == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return prove(*given)

    monkeypatch.setattr(proving, "prove_batch", dying)
    assert said(assemble(project, spread=Processes(3))) == said(alone)
    assert done


def test_what_nobody_did_is_proven_here(project: Path) -> None:
    alone = assemble(project)
    assert said(assemble(project, cluster=lambda _, batches: [None] * len(batches))) == said(alone)


def test_what_several_processes_kept_is_not_proven_again(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = assemble(project)
    cache = Cache(project, tmp_path / "kept")
    assemble(project, cache, Processes(2))
    cache.save()
    monkeypatch.setattr(sys.modules["generator.evidence.prove"], "prove", lambda *_: 1 / 0)
    monkeypatch.setattr(sys.modules["generator.evidence.annotate"], "tokenize", lambda *_: 1 / 0)
    again = assemble(project, Cache(project, tmp_path / "kept"))
    assert said(again) == said(alone)


def test_only_what_is_new_is_sent(project: Path) -> None:
    cache, sent = Cache(), list[Any]()

    def noting(function: Callable[[Any], Any], batches: Sequence[Any]) -> list[Any]:
        sent.append(batches)
        return in_order(function, batches)

    assemble(project, cache, noting)
    assemble(project, cache, noting)
    facts = [name for batch in sent[0] for name in batch.facts]
    assert len(facts) == len({*facts})
    assert not sent[1]


def test_a_worker_reads_the_seeds_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone, load, read = assemble(project), proving.load_seeds, []

    def noting(root: Path) -> Any:
        read.append(root)
        return load(root)

    monkeypatch.setattr(proving, "load_seeds", noting)
    proving._read_once.cache_clear()
    assert said(assemble(project, cluster=over_json)) == said(alone)
    assert read == [project]


def other_seeds(project: Path, patched: pytest.MonkeyPatch) -> None:
    file = next((project / "seeds/articles").iterdir())
    file.write_bytes(file.read_bytes() + b" ")


def no_seeds(project: Path, patched: pytest.MonkeyPatch) -> None:
    shutil.rmtree(project)


def another_version(project: Path, patched: pytest.MonkeyPatch) -> None:
    patched.setattr(proving, "made_by", lambda: "other code")


@pytest.mark.parametrize("differ", [other_seeds, no_seeds, another_version])
def test_a_worker_with_other_files_is_one_plain_error(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    differ: Callable[[Path, pytest.MonkeyPatch], None],
) -> None:
    def elsewhere(function: Callable[[Any], Any], batches: Sequence[Any]) -> list[Any]:
        differ(project, monkeypatch)
        proving._read_once.cache_clear()
        return over_json(function, batches)

    with pytest.raises(UsageError, match="a worker of the cluster finds other seeds in"):
        assemble(project, cluster=elsewhere)


def test_a_worker_refuses_what_was_edited_since(project: Path) -> None:
    asked = partial(prove_where_read, str(project), "of an earlier run", made_by())
    assert asked(([], [])) == OTHER


def test_a_worker_whose_files_come_to_be_the_same_is_asked_again(project: Path) -> None:
    articles = project / "seeds/articles.yaml"
    text = articles.read_text()
    seeds = load_seeds(project)
    inputs = inputs_of(claimed_in(seeds), seeds)
    batch = BATCHES.Batch((next(iter(claimed_in(seeds))),), ())
    articles.write_text(
        text.replace("title:\n", "title:  # later\n").replace("en: ", "en: Not ", 1)
    )
    assert prove_where_read(str(project), inputs, made_by(), batch) == OTHER
    articles.write_text(text)
    assert prove_where_read(str(project), inputs, made_by(), batch) != OTHER
