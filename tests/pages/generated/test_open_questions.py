"""Open questions: contradictions with both sentences, calculations with both results, caveats."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

Composed = Callable[[str], str]
PATH = "open-questions/index.md"


def part(page: str, heading: str) -> str:
    """What stands below a heading, down to the next."""
    return page.partition(f"## {heading}\n")[2].partition("\n## ")[0]


def test_a_contradiction_shows_both_sentences_and_which_is_preferred(composed: Composed) -> None:
    found = part(composed(PATH), "Where sources contradict each other")
    assert (
        'We prefer <span data-fact="delivered-2022">32,000\N{NO-BREAK SPACE}wheels</span>, '
        'first reported <time datetime="2023-08-21">21 August 2023</time>: The company' in found
    )
    assert found.index("Preferred</p>") < found.index("32.000 Rädern</mark>")
    assert found.index("32.000 Rädern</mark>") < found.index("Not preferred</p>")
    assert found.index("Not preferred</p>") < found.index("30.000 Räder</mark>")


def test_without_a_rank_neither_is_called_right(composed: Composed, small: Path) -> None:
    facts = small / "seeds/facts/all.yaml"
    text = facts.read_text(encoding="utf-8")
    rank = "  rank: deprecated\n  reason: {en: The company itself gave the other number.}\n"
    assert rank in text
    facts.write_text(text.replace(rank, ""), "utf-8")
    found = part(composed(PATH), "Where sources contradict each other")
    assert ">Undecided</span> If both speak of the same thing, only one can be true. We do" in found
    assert "Preferred" not in found


def test_two_articles_that_say_the_same_agree(composed: Composed, small: Path) -> None:
    facts, text = small / "seeds/facts/all.yaml", small / "seeds/articles/nordwerk-later.txt"
    _replace(facts, "30.000", "32.000")
    _replace(facts, "30_000", "32_000")
    _replace(text, "30.000", "32.000")
    _rehash(small)
    page = composed(PATH)
    assert "No two sentences that we have contradict each other." in page
    assert part(page, "Where sources agree").count("<blockquote") == 2


def test_a_check_shows_formula_result_and_band(composed: Composed) -> None:
    page = composed(PATH)
    check = page.partition('id="check--raise-in-a-band"')[2].partition("</section>")[0]
    assert ">Agrees</span>" in check
    assert "#plan-2024" in check
    assert "#delivered-2022" in check
    assert '<p class="card-amount">25%</p>' in check
    assert "What such plans usually add." in check


def test_a_check_against_a_second_formula_shows_both_results(composed: Composed) -> None:
    check = composed(PATH).partition('id="check--two-counts"')[2].partition("</section>")[0]
    assert ">Disagrees</span>" in check
    assert check.count('class="card-amount"') == 2
    assert "One of the two *must* be wrong." in check


def test_what_disagrees_stands_before_what_agrees(composed: Composed) -> None:
    words = re.findall(r'outcome-(agrees|disagrees)"', composed(PATH))
    assert words == ["disagrees", "agrees"]


def test_a_change_has_a_direction_on_both_sides(composed: Composed, small: Path) -> None:
    facts = small / "seeds/facts/all.yaml"
    _replace(facts, 'formula: "{delivered-2022}"', 'formula: "{move-monday}"')
    _replace(
        facts,
        'against: "{delivered-2022-gazette}"',
        'against: "{plan-2024-lower} / {delivered-2022} - 1"',
    )
    check = composed(PATH).partition('id="check--two-counts"')[2].partition("</section>")[0]
    assert '<p class="card-amount">down more than 3%</p>' in check
    assert '<p class="card-amount">+12.5%</p>' in check
    assert "more than \N{MINUS SIGN}" not in check


def test_a_formula_is_also_printed_in_words(composed: Composed) -> None:
    page = composed("facts/2023/index.md")
    assert (
        'In words: <a href="../../facts/2023/#revenue-2023-q2">Revenue, Q2 2023</a> × 4 '
        "(A year has this many quarters)" in page
    )


def test_a_figure_computed_from_a_replaced_one_says_so(composed: Composed) -> None:
    found = part(composed(PATH), "Computed from figures that were replaced")
    assert "#raise-2024" in found
    assert found.index('#plan-2024"') < found.index("(replaced by") < found.index("-lower")
    own = composed("facts/2023/index.md").partition('id="raise-2024"')[2].partition("</section>")[0]
    assert "<dt>Replaced input</dt>" in own
    assert "#plan-2024-lower" in own


def test_caveats_and_inferences_stand_with_their_figure(composed: Composed, small: Path) -> None:
    facts = small / "seeds/facts/all.yaml"
    # The year does not stand in this quotation.
    _replace(
        facts,
        'exact: "Im Jahr 2022 hatte er 30.000 Räder ausgeliefert"}',
        'exact: "hatte er 30.000 Räder ausgeliefert"}\n'
        "  inferred: {period: The sentence begins with the year.}",
    )
    with (small / "seeds/articles.yaml").open("a", encoding="utf-8") as file:
        file.write("  ignored: [{exact: Jahr 2022, reason: The year of the count.}]\n")
    page = composed(PATH)
    notes = part(page, "Notes of the editors")
    assert "A plan, not a *promise*" in notes
    assert "more figure" not in notes
    inferred = page.partition("## What the sentence alone does not say")[2]
    assert "period: The sentence begins with the year." in inferred
    assert "#delivered-2022-gazette" in inferred


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def _rehash(small: Path) -> None:
    articles = small / "seeds/articles.yaml"
    text = articles.read_text(encoding="utf-8")
    content = (small / "seeds/articles/nordwerk-later.txt").read_bytes()
    old = text.rpartition("sha256: ")[2].partition("\n")[0]
    articles.write_text(text.replace(old, hashlib.sha256(content).hexdigest()), "utf-8")


def test_only_major_notes_stand_on_the_page_and_the_others_are_counted(
    composed: Composed, small: Path
) -> None:
    facts = small / "seeds/facts/all.yaml"
    minor = '- id: raise-2024\n  note: {en: "A minor note."}\n'
    _replace(facts, "- id: raise-2024\n", minor)
    notes = part(composed(PATH), "Notes of the editors")
    assert "A plan, not a *promise*" in notes
    assert "A minor note." not in notes
    said = re.sub("<[^>]+>", "", notes)
    assert "1 more figure or event has a note, which its panel shows. All figures" in said
    assert "A minor note." in composed("facts/2023/index.md")
    _replace(facts, "  note_rank: major\n", "")
    said = re.sub("<[^>]+>", "", part(composed(PATH), "Notes of the editors"))
    assert "2 figures and events have a note, which the panel of each shows." in said
    assert "A plan, not a *promise*" not in said


def test_very_many_contradictions_stand_on_pages_by_time(
    composed: Composed, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = composed(PATH)
    assert "<blockquote" in part(whole, "Where sources contradict each other")
    monkeypatch.setattr("generator.pages.generated.open_questions._MOST_PAIRS", 0)
    listed = part(composed(PATH), "Where sources contradict or confirm each other")
    folders = re.findall(r'href="\.\./(open-questions/[^"]+)"', listed)
    assert folders
    pages = "".join(composed(f"{folder}index.md") for folder in folders)
    sentences = re.findall(r"<blockquote.*?</blockquote>", whole, re.DOTALL)
    assert {one for one in sentences if one in pages}
    assert pages.count('<section class="question') == whole.count('<section class="question') - (
        part(whole, "Calculations that check figures").count('<section class="question')
    )
