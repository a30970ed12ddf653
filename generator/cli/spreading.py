"""How many work on a command: what -j and --cluster ask for.

In: options. Out: what spreads work, and a cluster for as long as it is needed.
"""

import argparse
from collections.abc import Iterator
from contextlib import closing, contextmanager

from generator.spread import Cluster, Processes, Spread, cores


def spread_of(options: argparse.Namespace) -> Spread | None:
    """What spreads work over so many processes; None for this one alone."""
    number = cores() if options.jobs == "auto" else options.jobs
    return Processes(number) if number > 1 else None


@contextmanager
def cluster_of(options: argparse.Namespace) -> Iterator[Spread | None]:
    """The cluster that proves, if one is named; it is left once all is proven.

    Raises:
        UsageError: it cannot be used.
    """
    if options.cluster is None:
        yield None
        return
    with closing(Cluster(options.cluster)) as cluster:
        yield cluster
