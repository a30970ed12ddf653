"""The table of all facts: a row each, whole without JavaScript, no figure without its link."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pipeline import assemble
from generator.publish import tree_files
from generator.reading.values.names import is_id

Composed = Callable[[str], str]


@pytest.fixture
def page(composed: Composed) -> str:
    return composed("facts/index.md")


def row(page: str, fact: str) -> str:
    rows: list[str] = re.findall(r"<tr id=.*?</tr>", page, re.DOTALL)
    return next(one for one in rows if f'<tr id="{fact}"' in one)


def test_every_fact_has_a_row_that_leads_to_its_section(page: str, small: Path) -> None:
    tree = tree_files(assemble(small))
    rows = re.findall(
        r'<tr id="([^"]*)".*?<a class="figure" href="../(facts/\d+/)#([^"]*)"', page, re.DOTALL
    )
    assert sorted(row for row, _, _ in rows) == sorted(assemble(small).book.entries)
    for fact, folder, named in rows:
        assert fact == named
        assert f'<section class="fact-proof" id="{fact}">' in tree[f"{folder}index.md"].decode()


def test_a_row_says_what_how_much_when_and_by_whom(page: str) -> None:
    found = row(page, "plan-2024")
    words = " ".join(re.sub(r"<[^>]*>", "", found).split())
    assert words == (
        "The plan | for 2024. 40,000 wheels 2024 21 August 2023 planned Invented Times German"
    )
    assert '<data value="40000">' in found
    assert (
        'data-indicator="plan" data-status="planned" data-basis="quoted" data-unit="wheel">'
        in found
    )


def test_a_computed_fact_names_the_sources_of_its_inputs(page: str) -> None:
    found = row(page, "raise-2024")
    assert 'data-status="computed" data-basis="derived"' in found
    assert 'data-source="nordwerk-2023-08-21"' in found


def test_a_digit_of_the_table_stands_in_a_link_or_a_time(page: str) -> None:
    table = page.partition("<tbody>")[2].partition("</tbody>")[0]
    names = (
        r'<th scope="row".*?</th>'  # an editor’s own words, which the real briefing has no digit in
    )
    outside = re.sub(rf'<a class="figure".*?</a>|<time .*?</time>|{names}|<[^>]*>', "", table)
    assert re.findall(r".*\d.*", outside) == []


def test_times_are_dates_that_machines_read(page: str) -> None:
    times = re.findall(r'<td[^>]*><time datetime="([^"]*)"', page)
    assert "2023-04-01" in times  # the first day of a second quarter
    assert {bool(re.fullmatch(r"\d{4}(-\d\d){0,2}", one)) for one in times} == {True}


def test_an_open_end_covers_all_years_after_it(small: Path, composed: Composed) -> None:
    facts = next((small / "seeds/facts").glob("*.yaml"))
    text = facts.read_text(encoding="utf-8")
    assert "period: 2023-05\n" in text
    facts.write_text(
        text.replace(
            "period: 2023-05\n", "period: 2023-05/..\n  inferred: {period: {en: It stays.}}\n"
        ),
        encoding="utf-8",
    )
    assert 'data-until="9999"' in row(composed("facts/index.md"), "factory-opened")


def test_spellings_stand_unseen_in_the_section_of_their_fact(composed: Composed) -> None:
    section = (
        composed("facts/2023/index.md").partition('id="plan-2024"')[2].partition("</section>")[0]
    )
    spellings = re.findall(r'<p class="fact-spellings" hidden>(.*)</p>', section)
    assert len(spellings) == 1
    assert {"40000", "40,000", "40.000", "40 000", "40k"} <= set(spellings[0].split(" · "))


def test_a_section_of_the_search_index_begins_with_each_fact(composed: Composed) -> None:
    page = composed("facts/2023/index.md")
    assert re.search(
        r'</summary>\n<h3 [^>]*id="fact--plan-2024"[^>]*>.*</h3>\n<section [^>]*id="plan-2024">',
        page,
    )


def test_what_an_editor_types_stays_text(small: Path, composed: Composed) -> None:
    indicators = small / "seeds/indicators.yaml"
    text = indicators.read_text(encoding="utf-8")
    assert "Delivery plan" in text
    indicators.write_text(text.replace("Delivery plan", "<img src=x> plan"), encoding="utf-8")
    raw = composed("facts/index.md")
    assert "<img src=x> plan" in raw  # decoded by the fixture
    assert b"<img" not in tree_files(assemble(small))["facts/index.md"]


def test_no_figure_can_have_the_id_of_a_part_of_the_table(page: str) -> None:
    ids = set(re.findall(r' id="(facts-[a-z]+)"', page))
    assert {"facts-find", "facts-year"} <= ids
    assert [name for name in sorted(ids) if is_id(name)] == []
