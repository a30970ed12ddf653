"""The first page tells the essence at a glance, on a phone too."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

WIDTH, HEIGHT = 390, 844


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_key_figures_need_no_more_than_a_turn_of_the_thumb(
    scripts: bool,
    built_site: Path,
    serve_folder: Callable[[Path], AbstractContextManager[str]],
    browser: Browser,
) -> None:
    with serve_folder(built_site) as address:
        context = browser.new_context(
            viewport={"width": WIDTH, "height": HEIGHT}, java_script_enabled=scripts
        )
        page = context.new_page()
        page.goto(f"{address}/")
        amounts = page.locator(".key-amount").all()
        boxes = [box for amount in amounts if (box := amount.bounding_box())]
        assert len(boxes) == len(amounts) >= 4
        assert max(box["y"] + box["height"] for box in boxes) <= 1.25 * HEIGHT
        assert len({box["x"] for box in boxes}) == 2
        for box in boxes:
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= WIDTH
        context.close()
