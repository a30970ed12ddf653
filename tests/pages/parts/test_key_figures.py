"""Cards of key figures, the newest changes, open questions and the proof, on the small briefing."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

Composed = Callable[[str], str]
FRONT = "---\ntitle: A page\ndescription: What it says.\n---\n\n"
NB = "\N{NO-BREAK SPACE}"


@pytest.fixture
def answered(small: Path, composed: Composed) -> Callable[[str], str]:
    """What one call on a page of its own becomes."""

    def answer(call: str) -> str:
        (small / "docs/page.md").write_text(f"{FRONT}{{{{ {call} }}}}\n", encoding="utf-8")
        # What only paper shows comes after it.
        return composed("page.md").split('<section class="print-notes"')[0]

    return answer


def cards(page: str) -> list[str]:
    return re.findall(r"<li>\n<p class=\"key-name\">.*?</li>", page, re.DOTALL)


def test_a_card_says_what_how_much_for_when_and_since_when(answered: Composed) -> None:
    [card] = cards(answered('key_figures("revenue-2023-q2")'))
    assert '<p class="key-name">Revenue</p>' in card
    assert 'href="../facts/2023/#revenue-2023-q2"' in card
    assert f">about 2.5{NB}billion EUR</data></a>" in card
    assert '<data value="2023-34">Q2 2023</data> · first reported ' in card
    assert '<time datetime="2023-08-21">21 August 2023</time>' in card


def test_a_card_names_the_figure_that_it_replaced_and_no_difference_of_its_own(
    answered: Composed,
) -> None:
    [card] = cards(answered('key_figures("plan-2024-lower")'))
    compared = card.split('<p class="key-compared">')[1].split("</p>")[0]
    assert re.match(r'before: <a class="figure"[^>]* href="../facts/2023/#plan-2024">', compared)
    assert "%" not in compared
    assert "planned · " in card


def compared_with(derived: str, fact: str, small: Path, answered: Composed) -> str:
    """What the card of a fact says of its change, once a derived fact stands beside it."""
    facts = small / "seeds/facts/all.yaml"
    facts.write_text(facts.read_text("utf-8") + derived, encoding="utf-8")
    [card] = cards(answered(f'key_figures("{fact}")'))
    return card.split('<p class="key-compared">')[1].split("</p>")[0]


def test_a_derived_change_stands_beside_what_it_compares(small: Path, answered: Composed) -> None:
    derived = "- id: cut-2024\n  indicator: raise\n  period: 2024\n  unit: '%'\n"
    derived += '  formula: "{plan-2024-lower} / {plan-2024} - 1"\n'
    compared = compared_with(derived, "plan-2024-lower", small, answered)
    assert 'href="../facts/2023/#plan-2024"' in compared
    assert 'href="../facts/2024/#cut-2024"' in compared
    assert '<span class="fell" aria-hidden="true">▼</span> ' in compared
    assert ">10%<" in compared
    assert " from " in compared


def test_a_stated_change_stands_before_one_that_is_computed(
    small: Path, answered: Composed
) -> None:
    derived = "- id: revenue-2022-q2\n  indicator: revenue\n  period: 2022-Q2\n  unit: EUR\n"
    derived += '  formula: "{revenue-2023-q2} / (1 + {growth-2023-q2})"\n'
    compared = compared_with(derived, "revenue-2023-q2", small, answered)
    assert compared.startswith('<span class="rose" aria-hidden="true">▲</span> ')
    assert "#growth-2023-q2" in compared
    assert "#revenue-2022-q2" in compared


def test_a_card_of_a_change_shows_by_a_sign_which_way_it_went(answered: Composed) -> None:
    up, down = cards(answered('key_figures("growth-2023-q2", "move-monday")'))
    assert '<p class="key-amount"><span class="rose" aria-hidden="true">▲</span> <a' in up
    assert '<p class="key-amount"><span class="fell" aria-hidden="true">▼</span> <a' in down


def test_the_newest_changes_begin_with_corrections_and_name_what_was_replaced(
    answered: Composed,
) -> None:
    page = answered("latest_changes()")
    corrected, newest, first = page.split("<li>")[1:]
    assert '<time datetime="2023-09-01">1 September 2023</time></strong> Corrected' in corrected
    assert 'href="../facts/2023/#growth-2023-q2"' in corrected
    assert 'href="../known/2024-03-04/"' in newest
    assert re.search(
        r'<del><a class="figure"[^>]* href="../facts/2023/#plan-2024".*</del> → ', newest
    )
    assert "Delivery plan: <del>" in newest  # no name that only the new one has
    assert 'href="../known/2023-08-21/"' in first
    assert 'href="../changes/"' in page


def test_open_questions_are_counted_and_the_first_are_named(
    answered: Composed, composed: Composed
) -> None:
    page = answered("open_questions()")
    whole, promised = composed("open-questions/index.md"), composed("promises/index.md")
    number = len(re.findall(r"outcome-(?:disputed|disagrees|unclear)\"", whole))
    rows = promised.split("</ul>")[0]
    number += len(re.findall(r"outcome-(?:open|overdue|unmeasurable|undecided)\"", rows))
    assert f'<data value="{number}" data-count>{number}</data>' in page
    assert page.count('<span class="outcome') == min(number, 4) > 0
    assert 'href="../open-questions/"' in page


def test_the_proof_counts_what_the_ledger_holds(answered: Composed) -> None:
    page = answered("proof()")
    counts = [int(number) for number in re.findall(r'<data value="(\d+)" data-count>', page)]
    total, replaced, quoted, derived, events, articles = counts
    assert total == quoted + derived + events == 10
    assert replaced == 1
    assert articles == 2
    assert '<time datetime="2024-03-04">4 March 2024</time>' in page


@pytest.mark.parametrize(
    "call",
    [
        'key_figures("plan-2024-lower", "move-monday", "raise-2024")',
        "latest_changes()",
        "open_questions()",
        "proof()",
        'count("facts")',
        "known_as_of()",
    ],
)
def test_each_digit_has_a_link_a_date_or_is_a_count(answered: Composed, call: str) -> None:
    page = answered(call).split("---\n")[2]
    accounted = re.sub(r"<a .*?</a>|<time .*?</time>|<data [^>]*data-count>.*?</data>", "", page)
    prose = re.sub(r"<[^>]*>", "", accounted)
    assert not re.search(r"\d", prose), prose


def test_without_ids_the_cards_are_those_known_last_that_still_hold(answered: Composed) -> None:
    [*found] = cards(answered("key_figures()"))
    dates = [re.findall(r'first reported <time datetime="([^"]+)"', card) for card in found]
    assert 1 < len(found) <= 6
    assert dates == sorted(dates, reverse=True)
    amounts = [card.split('class="key-amount"')[1].split("</p>")[0] for card in found]
    assert not any('#plan-2024"' in amount for amount in amounts)  # a lower one took its place
