"""Changes: corrections in words of the site, new and replaced figures, what is gone but not lost."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

Composed = Callable[[str], str]
PATH = "changes/index.md"


def test_a_correction_says_what_stood_what_stands_and_why(composed: Composed) -> None:
    page = composed(PATH)
    assert "1 September 2023" in page
    assert "<del>+21.5%</del>, now <ins>+12.5%</ins>" in page
    assert "We had swapped two digits." in page


@pytest.mark.parametrize(
    ("fact", "field", "old", "new", "shown"),
    [
        ("revenue-2023-q2", "hedge", "exact", "about", ("exact", "about")),
        ("revenue-2023-q2", "period", "2022-Q2", "2023-Q2", ("Q2 2022", "Q2 2023")),
        ("revenue-2023-q2", "unit", "USD", "EUR", ("USD", "EUR")),
        ("plan-2024", "status", "reported", "planned", ("reported", "planned")),
        (
            "move-monday",
            "attribution",
            "hearsay",
            "own",
            ("unconfirmed: the article passes it on and names nobody", "the article itself"),
        ),
    ],
)
def test_every_field_is_corrected_in_words(
    composed: Composed,
    small: Path,
    fact: str,
    field: str,
    old: str,
    new: str,
    shown: tuple[str, str],
) -> None:
    facts = small / "seeds/facts/all.yaml"
    text = facts.read_text(encoding="utf-8")
    start, _, rest = text.partition("corrections:\n")
    entry = (
        f"corrections:\n- {{fact: {fact}, date: 2024-01-02, field: {field}, old: {old}, "
        f"new: {new}, reason: A slip.}}\nmoved:\n"
    )
    facts.write_text(start + entry + rest.partition("moved:\n")[2], "utf-8")
    lock = small / "briefing.lock"
    published, _, _ = lock.read_text("utf-8").partition("corrected:\n")
    lock.write_text(f'{published}corrected:\n  {fact}: {{{field}: ["{old}"]}}\n', "utf-8")
    assert f"<del>{shown[0]}</del>, now <ins>{shown[1]}</ins>" in composed(PATH)


def test_dates_stand_newest_first_with_what_they_replaced(composed: Composed) -> None:
    page = composed(PATH)
    assert page.index("4 March 2024</time>\n") < page.index("21 August 2023</time>\n")
    [old] = re.findall(r"<del>(.*)</del> → ", page)
    assert 'href="../facts/2023/#plan-2024"' in old
    assert "40,000\N{NO-BREAK SPACE}wheels" in old
    assert page.count("#plan-2024-lower") == 1


def test_a_withdrawn_figure_shows_what_stood(composed: Composed, small: Path) -> None:
    facts = small / "seeds/facts/all.yaml"
    text = facts.read_text(encoding="utf-8")
    gone = "  period: 2023\n  status: withdrawn\n"
    assert gone in text
    facts.write_text(
        text.replace(gone, f"{gone}  value: 50_000\n  unit: wheel\n"), encoding="utf-8"
    )
    assert "<del>50,000\N{NO-BREAK SPACE}wheels</del>. The sentence" in composed(PATH)


def test_a_correction_stands_at_its_figure(composed: Composed) -> None:
    figure = composed("facts/2023/index.md").partition('id="growth-2023-q2"')[2]
    own = figure.partition("</section>")[0]
    said = "on 1 September 2023</time>, value: <del>+21.5%</del> → <ins>+12.5%</ins>. We had"
    assert f'<time datetime="2023-09-01">{said}' in own


def test_nothing_that_was_withdrawn_or_moved_is_lost(composed: Composed) -> None:
    page = composed(PATH)
    assert '<a href="../facts/#rival-plan">Delivery plan</a>. The sentence speaks' in page
    assert '<a href="../facts/2023/#revenue-2023-q2">now stands here</a>. The old name' in page
    tombstone = composed("facts/index.md").partition('id="rival-plan"')[2]
    assert ">withdrawn</span> The sentence speaks of <another> company." in tombstone
    assert "facts/#rival-plan" in composed("f/rival-plan/index.html")
    assert "facts/2023/#revenue-2023-q2" in composed("f/revenue-q2/index.html")
