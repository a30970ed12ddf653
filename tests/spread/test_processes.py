"""Batches over processes: every result in its order, whoever made it, and whoever was killed."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.spread import Processes, cores, in_order
from generator.spread import processes as spread_processes


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """The threads of the test run hold nothing that these functions ask for."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def slowly(batch: int) -> list[int]:
    """So that every process gets a share."""
    time.sleep(0.01)
    return [batch, os.getpid()]


@pytest.mark.parametrize("number", [1, 2, 3, 40])
def test_results_are_those_of_one_process_in_their_order(number: int) -> None:
    batches = [{"text": f"{at} × …", "list": [at, None, True]} for at in range(30)]
    assert Processes(number)(lambda one: [one], batches) == in_order(lambda one: [one], batches)


def test_the_work_is_done_by_so_many_processes() -> None:
    done = Processes(3)(slowly, range(60))
    assert [at for at, _ in done] == [*range(60)]
    assert len({pid for _, pid in done}) == 3
    assert os.getpid() in {pid for _, pid in done}


@pytest.mark.parametrize("number", [0, 1, 2, 5])
def test_few_batches_are_done_too(number: int) -> None:
    assert Processes(4)(lambda one: one, range(number)) == [*range(number)]


def test_many_batches_find_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread_processes, "_MOST_TICKETS", 7)
    assert Processes(2)(lambda one: one, range(100)) == [*range(100)]


def test_a_result_larger_than_a_pipe_comes_whole() -> None:
    assert Processes(2)(lambda one: f"{one}" * 500_000, range(4)) == [
        f"{one}" * 500_000 for one in range(4)
    ]


def dying(how: Callable[[], Any]) -> Callable[[int], list[int]]:
    """A function that ends a child in its third batch."""
    parent, done = os.getpid(), []

    def work(batch: int) -> list[int]:
        done.append(batch)
        if os.getpid() != parent and len(done) == 3:
            how()
        return [*slowly(batch)][:1]

    return work


@pytest.mark.parametrize(
    "how",
    [
        lambda: os.kill(os.getpid(), signal.SIGKILL),
        lambda: os._exit(0),
        lambda: 1 / 0,
        lambda: sys.exit("out"),
    ],
    ids=["killed", "gone", "failed", "left"],
)
def test_what_a_lost_process_had_is_done_again(
    how: Callable[[], Any], capfd: pytest.CaptureFixture[str]
) -> None:
    assert Processes(3)(dying(how), range(40)) == [[at] for at in range(40)]
    assert capfd.readouterr() == ("", "")


def test_half_a_result_is_no_result() -> None:
    parent = os.getpid()

    def work(batch: int) -> str:
        if os.getpid() != parent:
            threading.Timer(0.05, lambda: os.kill(os.getpid(), signal.SIGKILL)).start()
        time.sleep(0.02)
        return f"{batch}" * 300_000

    assert Processes(2)(work, range(9)) == [f"{batch}" * 300_000 for batch in range(9)]


def test_a_mistake_of_the_function_comes_up_here() -> None:
    def work(batch: int) -> int:
        return 1 // (batch - 7)

    with pytest.raises(ZeroDivisionError):
        Processes(2)(work, range(20))


def test_an_interrupted_run_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    parent, children, fork = os.getpid(), [], os.fork

    def noting() -> int:
        child = fork()
        children.append(child)
        return child

    monkeypatch.setattr(os, "fork", noting)

    def work(batch: int) -> int:
        if os.getpid() == parent:
            raise KeyboardInterrupt
        time.sleep(60)
        return batch

    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        Processes(3)(work, range(20))
    assert time.monotonic() - began < 30
    assert len(children) == 2
    for child in children:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)


def test_no_process_outlives_a_killed_parent(root: Path, tmp_path: Path) -> None:
    program = f"""
import os, pathlib, time
from generator.spread import Processes
parent = os.getpid()
def work(batch):
    pathlib.Path({str(tmp_path)!r}, str(os.getpid())).touch()
    time.sleep(0.05)
    if os.getpid() == parent and batch > 5:
        os.kill(parent, 9)
    return batch
Processes(3)(work, range(10_000))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], env=os.environ | {"PYTHONPATH": str(root)}, check=False
    )
    assert done.returncode == -signal.SIGKILL
    names = [int(file.name) for file in tmp_path.iterdir()]
    assert len(names) == 3
    end = time.monotonic() + 30
    while any(Path(f"/proc/{name}").exists() and not is_over(name) for name in names):
        assert time.monotonic() < end
        time.sleep(0.05)


def is_over(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def test_without_room_for_another_process_this_one_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    before = len([*Path("/proc/self/fd").iterdir()])
    assert Processes(3)(lambda one: one, range(9)) == [*range(9)]
    assert len([*Path("/proc/self/fd").iterdir()]) == before


def test_beside_another_thread_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    monkeypatch.setattr(os, "fork", lambda: 1 / 0)
    assert Processes(3)(lambda one: one, range(9)) == [*range(9)]


def test_there_is_a_processor() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
