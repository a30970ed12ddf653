"""What tests in a browser share: the site of the example, served."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def address(
    built_site: Path, serve_folder: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[str]:
    """It is served to all tests that only look at it."""
    with serve_folder(built_site) as served:
        yield served
