"""Batches over the workers of a Dask cluster, which its users start themselves.

In: the address of a scheduler, a function that workers can import, batches. Out: the results in
order. What a lost worker had is done by another one; without any worker left, it is given back
undone.
"""

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import Any

from generator.reading import UsageError
from generator.spread.work import Batches, Results

_SECONDS_TO_ANSWER = 10
_SECONDS_A_LOOK = 2
_LOOKS_ALONE = 15
"""In a row without a worker: then nobody comes back."""
_EXTRA = "pip install 'briefing[cluster]'"


class Cluster:
    """Maps over the workers of a cluster."""

    def __init__(self, address: str) -> None:
        """Of its scheduler.

        Raises:
            UsageError: nobody answers there, it has no worker, or Dask is not installed.
        """
        self._dask, self._address = _dask(), address
        try:
            self._client = self._dask.Client(address, timeout=_SECONDS_TO_ANSWER)
        except (OSError, ValueError, TypeError) as error:
            hint = "start one with `dask scheduler`, and name the address that it prints"
            raise UsageError(f"no Dask scheduler answers at {address}", hint) from error
        if not self._workers():
            self.close()
            hint = f"start some with `dask worker {address}`, in this folder of each machine"
            raise UsageError(f"the cluster at {address} has no worker", hint)

    def close(self) -> None:
        """Leaves the cluster as it is."""
        self._client.close()

    def __call__(self, function: Callable[[Any], Any], batches: Batches, /) -> Results:
        """The result of each batch, in their order; None where no worker was left to make it.

        Raises:
            UsageError: the workers cannot do it, as they lack the generator.
        """
        left = dict(enumerate(self._client.map(function, batches, pure=False)))
        futures, found, alone = [*left.values()], dict[int, Any](), 0
        try:
            while left and alone < _LOOKS_ALONE:
                with suppress(TimeoutError, self._dask.TimeoutError):
                    self._dask.wait([*left.values()], timeout=_SECONDS_A_LOOK)
                # Taken at once: what a worker has made is lost with it.
                over = {at: one for at, one in left.items() if one.status != "pending"}
                for at, future in over.items():
                    found[at] = self._result(future)
                    del left[at]
                alone = 0 if over or self._workers() else alone + 1
        except (TimeoutError, self._dask.TimeoutError, self._dask.CancelledError, OSError):
            pass  # the scheduler is gone, or what a worker had made is
        finally:
            self._client.cancel(futures, force=True)
        return [found.get(at) for at in range(len(batches))]

    def _workers(self) -> int:
        return len(self._client.scheduler_info(n_workers=-1)["workers"])

    def _result(self, future: Any) -> Any:
        if future.status == "error" and isinstance(future.exception(), ImportError):
            hint = f"install the same version on every machine: {_EXTRA}"
            raise UsageError("a worker of the cluster has no such generator", hint)
        finished = future.status == "finished"
        return future.result(timeout=_SECONDS_TO_ANSWER) if finished else None


def _dask() -> ModuleType:
    """Imported for those who ask for a cluster: it is an optional extra, and slow to load."""
    try:
        return import_module("distributed")
    except ImportError as error:
        raise UsageError("--cluster needs Dask, which is not installed", _EXTRA) from error
