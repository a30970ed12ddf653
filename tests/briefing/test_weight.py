"""No page of this briefing weighs more than a reader on a phone should wait for."""

from pathlib import Path

from tests.weights import MOST_OF_PAGE, MOST_OF_SHEET, page_weights, sheet_weights, too_heavy


def test_a_first_view_stays_small(own_site: Path) -> None:
    weights = page_weights(own_site)
    assert len(weights) > 1
    assert too_heavy(weights, MOST_OF_PAGE) == {}


def test_a_style_sheet_comes_in_the_first_packets(own_site: Path) -> None:
    assert too_heavy(sheet_weights(own_site), MOST_OF_SHEET) == {}
