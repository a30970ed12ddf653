"""Orders records by what they need, and finds the cycles that have no order.

In: for each id the ids it needs. Out: cycles, each once; an order in which nothing comes before
what it needs. The same for every order of the input. Never recursive: chains may be long.
"""

from collections.abc import Iterable, Iterator, Mapping
from graphlib import TopologicalSorter


def find_cycles(needs: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """Cycles that share no member, each from its least id on, every id needing the next.

    Without their members the rest has no cycle.
    """
    cycles: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in sorted(needs):
        if start not in done:
            for cycle in _walk(start, needs, done):
                least = cycle.index(min(cycle))
                cycles.append(tuple(cycle[least:] + cycle[:least]))
    return cycles


def in_order(needs: Mapping[str, Iterable[str]]) -> list[str]:
    """Every id after all that it needs, then by id; there must be no cycle."""
    graph = {
        name: [need for need in sorted(needs[name]) if need in needs] for name in sorted(needs)
    }
    return list(TopologicalSorter(graph).static_order())


def _walk(start: str, needs: Mapping[str, Iterable[str]], done: set[str]) -> Iterator[list[str]]:
    """The cycles on a depth-first walk from one id; every id that it leaves is added to `done`."""
    path = {start: iter(sorted(needs[start]))}
    while path:
        current = next(reversed(path))
        need = next((one for one in path[current] if one in needs and one not in done), None)
        if need is None:
            done.add(current)
            del path[current]
        elif need in path:
            cycle = list(path)[list(path).index(need) :]
            yield cycle
            for name in cycle:
                done.add(name)
                del path[name]
        else:
            path[need] = iter(sorted(needs[need]))
