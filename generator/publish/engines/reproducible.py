"""What an engine may know of the machine: a date from the articles, modes from here, no more."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time

from generator.pages import newest_day
from generator.pipeline import Assembly, default_site


@contextlib.contextmanager
def same_everywhere(assembly: Assembly) -> Iterator[None]:
    """Nothing of the machine shows in the output: date from the articles, modes from here."""
    newest = datetime.combine(newest_day(default_site(assembly)), time(), tzinfo=UTC)
    settings: Mapping[str, str] = {
        "SOURCE_DATE_EPOCH": str(int(newest.timestamp())),
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
