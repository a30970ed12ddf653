"""The reproducible environment of an engine: nothing of the machine shows in what it makes."""

import contextlib
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, time


@contextlib.contextmanager
def reproducible_environment(day: date) -> Iterator[None]:
    """The engine's clock stands at the start of `day`, and its files have the same modes."""
    start = datetime.combine(day, time(), tzinfo=UTC)
    settings = {
        "SOURCE_DATE_EPOCH": str(int(start.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
    }
    before = {name: os.environ.get(name) for name in settings}
    mask = os.umask(0o022)
    os.environ.update(settings)
    try:
        yield
    finally:
        os.umask(mask)
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
