"""What tests in a browser share: the site of the example, served, and a page to take turns on."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Error, Page


@pytest.fixture(scope="session")
def address(
    built_site: Path, serve_folder: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[str]:
    """It is served to all tests that only look at it."""
    with serve_folder(built_site) as served:
        yield served


@pytest.fixture(scope="session")
def turn() -> Callable[[Page, str], AbstractContextManager[list[str]]]:
    """Take a turn on a page: `with turn(page, address) as wrong`.

    It is as it would be for a first visitor; to open another costs a browser more than most tests.
    What the page complains of is a failure; a test that expects complaints empties the list.
    """

    @contextmanager
    def take(page: Page, address: str) -> Iterator[list[str]]:
        wrong: list[str] = []

        def say(message: ConsoleMessage) -> None:
            wrong.append(message.text)

        def fail(error: Error) -> None:
            wrong.append(str(error))

        page.on("console", say)
        page.on("pageerror", fail)
        page.mouse.move(0, 0)
        page.goto(address)
        yield wrong
        page.evaluate("localStorage.clear()")
        page.emulate_media(media="null")
        page.unroute_all()
        page.context.clear_permissions()
        for other in {*page.context.pages} - {page}:
            other.close()
        page.remove_listener("console", say)
        page.remove_listener("pageerror", fail)
        assert wrong == []

    return take
