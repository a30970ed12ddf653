"""The path through time: what was known on a date, what the date changed, what came later."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model import Period
from generator.pages.links import known_folder

Composed = Callable[[str], str]
FIRST, LAST = "known/2023-08-21/index.md", "known/2024-03-04/index.md"


def part(page: str, heading: str) -> str:
    """What stands below a heading, down to the next."""
    return page.partition(f"## {heading}\n")[2].partition("\n## ")[0]


def told(page: str) -> str:
    """A page without its marks of counts."""
    return re.sub(r"</?data[^>]*>", "", page)


def test_the_list_tells_each_date_in_order(composed: Composed) -> None:
    page = composed("known/index.md")
    assert re.findall(r'href="\.\./(known/[0-9-]+/)"', page) == [
        "known/2023-08-21/",
        "known/2024-03-04/",
    ]
    assert "8 new · 8 known by then and not replaced" in told(page)
    assert "2 new · 1 of the earlier replaced · 9 known by then and not replaced" in told(page)


def test_each_date_leads_to_the_next_and_back(composed: Composed) -> None:
    first, last = composed(FIRST), composed(LAST)
    assert (
        '<a href="../../known/2024-03-04/" rel="next"><time datetime="2024-03-04">4 March 2024</time> →</a>'
        in first
    )
    assert 'rel="prev"' not in first
    assert (
        '<a href="../../known/2023-08-21/" rel="prev">← <time datetime="2023-08-21">21 August 2023</time></a>'
        in last
    )
    assert 'rel="next"' not in last


def test_a_date_does_not_know_what_was_said_later(composed: Composed) -> None:
    page = composed(FIRST)
    later = part(page, "What of it has changed since")
    assert "36,000" in later
    assert "36,000" not in page.replace(later, "")
    assert "30,000" not in page


def test_a_date_shows_what_it_replaced_with_both_sentences(composed: Composed) -> None:
    replaced = part(composed(LAST), "Replaced on this date")
    assert replaced.index("40.000 Räder") < replaced.index("36.000 Räder")
    assert replaced.count("<blockquote") == 2
    assert told(part(composed(LAST), "What of it has changed since")).strip() == (
        "Nothing else that this date brought has been replaced since. "
        "1 figure or event was replaced on the date itself; it stands above."
    )


def test_a_page_of_one_article_names_it_once(composed: Composed) -> None:
    page = composed(FIRST)
    assert 'data-label="Period"' in page
    assert 'data-label="Known from"' not in page
    assert 'data-label="Source"' not in page


def test_what_was_replaced_on_the_very_date_is_not_new(composed: Composed, small: Path) -> None:
    articles = small / "seeds/articles.yaml"
    text = articles.read_text(encoding="utf-8")
    articles.write_text(text.replace("2024-03-04\n  date_b", "2023-08-21\n  date_b"), "utf-8")
    page = composed(FIRST)
    news = part(page, "New on this date")
    assert "#plan-2024-lower" in news
    assert '#plan-2024"' not in news
    assert "9 new · 1 replaced on the same day · 9 known by then and not replaced" in told(
        composed("known/index.md")
    )
    assert "9 new figures and events" in told(composed("changes/index.md"))


def test_the_description_speaks_of_a_day_or_of_a_month(composed: Composed, small: Path) -> None:
    assert (
        "description: 'What the articles that came out on 21 August 2023 said first,"
        in composed(FIRST).replace('"', "'")
    )
    articles = small / "seeds/articles.yaml"
    text = articles.read_text(encoding="utf-8")
    articles.write_text(text.replace("2024-03-04\n  date_b", "2024-03\n  date_b"), "utf-8")
    assert "What the articles that came out in March 2024 said first," in composed(
        "known/2024-03/index.md"
    )


def test_the_rest_is_linked_by_its_dates_and_counted_without_what_was_replaced(
    composed: Composed,
) -> None:
    rest = part(composed(LAST), "What else was known then")
    words = " ".join(re.sub("<[^>]*>", "", rest).split())
    assert words.startswith("21 August 2023: 7 figures and events ")
    assert 'href="../../known/2023-08-21/"' in rest
    assert "#plan-2024" not in rest
    assert "What else was known then" not in composed(FIRST)


@pytest.mark.parametrize(
    ("date", "folder"),
    [
        ("2021-10", "known/2021-10"),
        ("2025-07~", "known/2025-07-about"),
        ("2025?", "known/2025-uncertain"),
        ("2025-03/..", "known/2025-03--open"),
    ],
)
def test_every_date_has_an_address_without_signs(date: str, folder: str) -> None:
    assert known_folder(Period.parse(date)) == folder


def test_a_date_that_is_only_about_right_has_its_page(composed: Composed, small: Path) -> None:
    articles = small / "seeds/articles.yaml"
    text = articles.read_text(encoding="utf-8")
    articles.write_text(text.replace("2024-03-04\n  date_b", "2024-03~\n  date_b"), "utf-8")
    assert "# Known as of about March 2024" in composed("known/2024-03-about/index.md")


def test_the_file_of_days_says_of_each_figure_when_it_stood(composed: Composed) -> None:
    found = json.loads(composed("known/days.json"))
    figures = {re.findall(r"#([a-z0-9-]+)", one["figure"])[0]: one for one in found["figures"]}
    old = next(one for one in figures.values() if one["replaced"])
    assert (old["since"], old["replaced"]) == ("2023-08-21", "2024-03-04")
    assert not any("replaced" in one for figure in figures.values() for one in figure["remarks"])
    assert "By <time" in old["after"][0]
    assert [*figures].index("plan-2024") < [*figures].index("plan-2024-lower")
    assert [one["since"] for one in found["dates"]] == ["2023-08-21", "2024-03-04"]
    assert 'href="../known/2024-03-04/facts.csv"' in found["dates"][-1]["file"]


def test_a_date_leads_to_the_file_of_what_was_known(composed: Composed) -> None:
    assert 'href="../../known/2024-03-04/facts.csv"' in composed(LAST)
