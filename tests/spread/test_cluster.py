"""A cluster of two workers, started as its users start it, proves what one process proves."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.pipeline import assemble
from generator.reading import UsageError
from generator.spread import Cluster
from generator.spread import cluster as spread_cluster
from tests.conftest import EXAMPLE, ROOT

SECONDS = 60
BATCHES = sys.modules["generator.evidence.batches"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts a part of a cluster, which ends with the test."""
    with contextlib.ExitStack() as stack:

        def begin(part: str, *words: str, **env: str) -> subprocess.Popen[bytes]:
            log = stack.enter_context((tmp_path / f"{part}.log").open("ab"))
            process = subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.dask_{part}", "--no-dashboard", *words],
                cwd=tmp_path,
                env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])} | env,
                stdout=log,
                stderr=log,
            )
            stack.callback(process.wait)
            stack.callback(process.kill)
            return process

        yield begin


@pytest.fixture
def address(start: Callable[..., subprocess.Popen[bytes]]) -> str:
    """Of a scheduler that has no worker yet."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start("scheduler", "--host", "127.0.0.1", "--port", str(port))
    return f"tcp://127.0.0.1:{port}"


def add_workers(
    start: Callable[..., subprocess.Popen[bytes]], address: str, *env: dict[str, str]
) -> list[Any]:
    """Workers with these environments, once they have come."""
    words = (address, "--nthreads", "1", "--no-nanny", "--host", "127.0.0.1")
    started = [start("worker", *words, **one) for one in env]
    end = time.monotonic() + SECONDS
    while True:
        with contextlib.suppress(UsageError):
            cluster = Cluster(address)
            there = cluster._workers()
            cluster.close()
            if there == len(env):
                return started
        assert time.monotonic() < end
        time.sleep(0.1)


def dying(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """What a worker does, until its second batch if it is one that dies: slowly, so that each has two."""

    def work(batch: Any) -> Any:
        if "DIES" in os.environ and "DONE" in os.environ:
            time.sleep(1)  # for what it has made to be seen
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.3)
        os.environ["DONE"] = "yes"
        return function(batch)

    return work


@pytest.mark.command
def test_a_cluster_finds_what_one_process_finds_though_a_worker_is_killed_half_way(
    start: Callable[..., subprocess.Popen[bytes]], address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BATCHES, "_FACTS_A_BATCH", 1)
    alone = assemble(EXAMPLE)
    first, second = add_workers(start, address, {"DIES": "yes"}, {})
    proven = list[Any]()

    def noting(function: Callable[[Any], Any], batches: Sequence[Any]) -> list[Any]:
        with contextlib.closing(Cluster(address)) as cluster:
            proven.extend(cluster(dying(function), batches))
        return proven

    found = assemble(EXAMPLE, cluster=noting)
    assert (repr(found.book), found.findings) == (repr(alone.book), alone.findings)
    assert first.wait(SECONDS) == -9
    assert second.poll() is None
    assert len(proven) > 3
    # What a dead worker had made and nobody had fetched is done again here, and is None there.
    assert len([one for one in proven if one is not None]) > 1


@pytest.mark.command
def test_the_command_line_says_the_same_with_a_cluster(
    start: Callable[..., subprocess.Popen[bytes]], address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["check", "--fresh", "--format", "json", "--root", str(EXAMPLE)]
    assert main([*asked, "--cluster", address]) == 2
    said = f"briefing: the cluster at {address} has no worker\n"
    assert said in capsys.readouterr().err
    add_workers(start, address, {}, {})
    assert main(asked) == 0
    alone = capsys.readouterr()
    assert main([*asked, "--cluster", address]) == 0
    assert capsys.readouterr() == alone


@pytest.mark.command
def test_what_no_worker_is_left_for_comes_back_undone(
    start: Callable[..., subprocess.Popen[bytes]], address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spread_cluster, "_SECONDS_A_LOOK", 0.2)
    monkeypatch.setattr(spread_cluster, "_LOOKS_ALONE", 5)
    add_workers(start, address, {"DIES": "yes"})
    with contextlib.closing(Cluster(address)) as cluster:
        found = cluster(dying(abs), [-1, -2, -3, -4])
    assert len([one for one in found if one]) == 1
    assert found.count(None) == 3


@pytest.mark.parametrize("address", ["nowhere", "no://scheme", "tcp://127.0.0.1:1"])
def test_a_cluster_that_does_not_answer_is_one_plain_line(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(spread_cluster, "_SECONDS_TO_ANSWER", 1)
    assert main(["check", "--fresh", "--root", str(EXAMPLE), "--cluster", address]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        f"briefing: no Dask scheduler answers at {address}\n"
        "    hint: start one with `dask scheduler`, and name the address that it prints\n"
    )


def test_without_the_extra_a_cluster_is_one_plain_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main(["check", "--fresh", "--root", str(EXAMPLE), "--cluster", "tcp://127.0.0.1:1"]) == 2
    assert capsys.readouterr().err == (
        "briefing: --cluster needs Dask, which is not installed\n"
        "    hint: pip install 'briefing[cluster]'\n"
    )
