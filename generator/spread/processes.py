"""Batches over processes of this machine, which begin with all that this one has read.

In: a function, batches, how many processes. Out: the results in order. A process is a fork: nothing
is sent to it, and of what it makes only results come back, as JSON. Whoever is free takes the next
batch, this process as well. What has no result in the end, because its process was killed or
failed, is done here: so nothing is lost, and an error comes up where it is understood.
"""

import gc
import json
import os
import signal
import struct
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import Any, BinaryIO, NoReturn, Self

from generator.spread.work import Batches, Results, in_order

_NUMBER = struct.Struct("=I")
_MOST_TICKETS = 4096
"""Of four bytes each: so many fit into the smallest pipe that a system has."""
_ENDING = (signal.SIGINT, signal.SIGTERM)

Function = Callable[[Any], Any]


def cores() -> int:
    """How many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)  # not on macOS
    return len(affinity(0)) if affinity else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Processes:
    """Maps over so many processes, of which this is one."""

    number: int

    def __call__(self, function: Function, batches: Batches, /) -> Results:
        """The result of each batch, in their order."""
        children = min(self.number, len(batches)) - 1
        # A fork has one thread: what another one holds would be held for ever.
        if children < 1 or threading.active_count() > 1 or not hasattr(os, "fork"):
            return in_order(function, batches)
        found: dict[int, Any] = {}
        with _Tickets(len(batches)) as tickets, ExitStack() as stack:
            results: list[BinaryIO] = []
            for _ in range(children):
                with suppress(OSError):  # no room for another process: the others do its share
                    results.append(_fork(lambda: _made(function, batches, tickets), results, stack))
            readers = [threading.Thread(target=_take, args=(one, found)) for one in results]
            for reader in readers:
                reader.start()
            found |= dict(_made(function, batches, tickets))
            for reader in readers:
                reader.join()
        return [found[at] if at in found else function(batch) for at, batch in enumerate(batches)]


class _Tickets:
    """The numbers of the batches in a pipe, each of which one process takes out."""

    def __init__(self, batches: int) -> None:
        self._batches = batches
        self._step = -(-batches // _MOST_TICKETS)

    def __enter__(self) -> Self:
        self._taken, given = os.pipe()
        first = range(0, self._batches, self._step)
        os.write(given, b"".join(map(_NUMBER.pack, first)))
        os.close(given)
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._taken)

    def __iter__(self) -> Iterator[int]:
        while ticket := os.read(self._taken, _NUMBER.size):
            (first,) = _NUMBER.unpack(ticket)
            yield from range(first, min(first + self._step, self._batches))


def _made(function: Function, batches: Batches, tickets: _Tickets) -> Iterator[tuple[int, Any]]:
    """The results of those batches whose tickets this process takes."""
    return ((at, function(batches[at])) for at in tickets)


def _fork(
    make: Callable[[], Iterator[tuple[int, Any]]], others: list[BinaryIO], stack: ExitStack
) -> BinaryIO:
    """What another process makes, as it comes; the process ends with `stack`, if not before."""
    taken, given = os.pipe()
    try:
        with warnings.catch_warnings():
            # Python counts the sleeping threads of libraries too, which no fork of ours waits for.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
    except OSError:
        os.close(taken)
        os.close(given)
        raise
    if not child:
        _work(make, given, [taken, *(one.fileno() for one in others)])
    os.close(given)
    results = stack.enter_context(os.fdopen(taken, "rb"))
    stack.callback(_end, child)
    return results


def _work(make: Callable[[], Iterator[tuple[int, Any]]], given: int, others: list[int]) -> NoReturn:
    """All that a forked process does; it ends when nobody reads what it makes."""
    code = 1
    try:
        for ending in _ENDING:
            signal.signal(ending, signal.SIG_DFL)
        # A pipe that this process could read itself would never be without a reader.
        for end in others:
            os.close(end)
        gc.freeze()  # what was there before is left where it is, and shared
        with os.fdopen(given, "wb") as results:
            for made in make():
                body = json.dumps(made).encode()
                results.write(_NUMBER.pack(len(body)) + body)
                results.flush()
        code = 0
    except BaseException:  # noqa: BLE001 - what failed here is done again where it is told
        code = 1
    finally:
        os._exit(code)  # without a word, and without what an exit does in the process that it is of


def _take(results: BinaryIO, found: dict[int, Any]) -> None:
    """Notes each result that is whole."""
    while len(head := results.read(_NUMBER.size)) == _NUMBER.size:
        (size,) = _NUMBER.unpack(head)
        if len(body := results.read(size)) < size:
            return
        at, result = json.loads(body)
        found[at] = result


def _end(child: int) -> None:
    """Ends a process, which is long over unless this one was interrupted."""
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
