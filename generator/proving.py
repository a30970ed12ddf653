"""Who proves the facts: this process, several that it forks, or the workers of a cluster.

In: a project's root, its seeds, how work is spread. Out: what proves batches of them. The workers
of a cluster read the seeds themselves: they are told ids, and a digest of what is to be read.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from generator.evidence import Batch, Prover, inputs_of, prove_batch
from generator.kept import made_by
from generator.model import Fact, Seeds
from generator.reading import UsageError, load_seeds
from generator.spread import Spread

OTHER = "other"
"""The answer of a worker that does not have the same files."""


def claimed_in(seeds: Seeds) -> Mapping[str, Fact]:
    """The facts to be proven: one that is withdrawn needs no proof and covers no number."""
    return {one: fact for one, fact in seeds.facts.items() if fact.status != "withdrawn"}


def prover_of(
    root: Path, seeds: Seeds, spread: Spread | None, cluster: Spread | None
) -> Prover | None:
    """What proves the claims of the seeds read below `root`; None for this process alone."""
    claimed = claimed_in(seeds)
    if cluster:
        return partial(_prove_far, cluster, root, inputs_of(claimed, seeds))
    return partial(spread, partial(prove_batch, claimed, seeds)) if spread else None


def _prove_far(cluster: Spread, root: Path, inputs: str, batches: Sequence[Batch]) -> list[Any]:
    if not batches:
        return []
    folder = root.resolve()
    found = cluster(partial(prove_where_read, str(folder), inputs, made_by()), batches)
    if OTHER in found:
        message = f"a worker of the cluster finds other seeds in {folder}, or is of another version"
        hint = "put the same project there for each worker; after an update, start them anew"
        raise UsageError(message, hint)
    return found


def prove_where_read(root: str, inputs: str, made: str, batch: Batch) -> list[Any] | str:
    """What `prove_batch` gives, of the seeds as this process reads them below `root`.

    OTHER where these are not what the digest of the inputs says, or prove otherwise made code.
    """
    if made != made_by():
        return OTHER
    try:
        claimed, seeds = _read_once(root, inputs)
    except (UsageError, _OtherError):
        return OTHER
    return prove_batch(claimed, seeds, batch)


class _OtherError(Exception):
    """What was read is not what was asked for."""


@lru_cache(maxsize=1)
def _read_once(root: str, inputs: str) -> tuple[Mapping[str, Fact], Seeds]:
    """Read once for all batches of the same inputs, which their digest names."""
    seeds = load_seeds(Path(root))
    claimed = claimed_in(seeds)
    if inputs_of(claimed, seeds) != inputs:
        raise _OtherError  # not remembered: the files may come to be the same
    return claimed, seeds
