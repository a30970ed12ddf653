"""The tracker of promises: the chain as it was said, what came of it, and a verdict in words."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.ledger import promises
from generator.pages.links import Links
from generator.pages.parts.parts import PageParts
from generator.pages.parts.references import anchors_of, promise_name
from generator.pipeline import assemble, site_of

Composed = Callable[[str], str]
PATH = "promises/index.md"


def test_a_promise_is_shown_as_first_said_and_as_revised(composed: Composed) -> None:
    page = composed(PATH)
    assert "## Delivery plan, 2024 { #promise--plan-2024 }" in page
    assert page.index("As first said") < page.index("40.000 Räder</mark>")
    assert page.index("40.000 Räder</mark>") < page.index("Then said")
    assert page.index("Then said") < page.index("36.000 Räder</mark>")


def test_the_page_begins_with_what_came_of_the_promises_and_what_it_proves(
    composed: Composed,
) -> None:
    page = re.sub(r"<[^>]+>", "", composed(PATH).partition("# Promises")[2])
    first = page.strip().splitlines()[0]
    counts = [int(number) for number in re.findall(r"\d+", first)]
    assert counts[0] == sum(counts[1:]) > 0
    assert "on this page, each proven" in page.partition("## ")[0]


def test_a_promise_that_moved_says_from_what_to_what(composed: Composed) -> None:
    page = composed("promises/index.md")
    moved = re.findall(r'<p class="moved">(.*?)</p>', page)
    assert [re.sub("<[^>]+>", "", one) for one in moved] == [
        "First 40,000\N{NO-BREAK SPACE}wheels, then 36,000\N{NO-BREAK SPACE}wheels."
    ]


def terms(page: str) -> dict[str, str]:
    """The terms of the first promise of a page."""
    listed = page.partition('<dl class="terms">')[2].partition("</dl>")[0]
    rows = re.findall(r"<dt>(.*?)</dt> <dd>(.*?)</dd>", listed)
    return {term: re.sub("<[^>]+>", "", said) for term, said in rows}


def test_a_promise_names_its_measure_threshold_and_deadline(composed: Composed) -> None:
    assert terms(composed(PATH)) == {
        "Measure": "Wheels delivered",
        "Threshold": "36,000\N{NO-BREAK SPACE}wheels or more",
        "Deadline": "31 December 2024",
    }


@pytest.mark.parametrize(
    ("promise", "measure", "threshold"),
    [
        ("{}", "a report of the same: Delivery plan", "36,000 wheels or more"),
        ("{threshold: at-most}", "a report of the same: Delivery plan", "36,000 wheels or less"),
        ("{reason: {en: Nobody counts.}}", "none", "36,000 wheels or more"),
    ],
)
def test_the_terms_are_those_that_the_indicator_says(
    composed: Composed, small: Path, promise: str, measure: str, threshold: str
) -> None:
    _register(small, promise)
    page = composed(PATH)
    said = terms(page)
    assert said["Measure"] == measure
    assert said["Threshold"].replace("\N{NO-BREAK SPACE}", " ") == threshold
    is_unmeasurable = ">Not measurable</span> Nobody counts.</p>" in page
    assert is_unmeasurable == ("reason" in promise)


def test_a_deadline_that_moved_is_said(composed: Composed, small: Path) -> None:
    _later(
        small,
        "Nun plant Nordwerk, im Jahr 2026 36.000 Räder auszuliefern",
        "  id: plan-2026\n  indicator: plan\n  period: 2026\n  status: planned\n"
        "  value: 36_000\n  revision_of: plan-2024-lower\n",
    )
    moved = re.findall(r'<p class="moved">(.*?)</p>', composed(PATH))
    assert [re.sub("<[^>]+>", "", one).replace("\N{NO-BREAK SPACE}", " ") for one in moved] == [
        "First 40,000 wheels (2024), then 36,000 wheels (2024), then 36,000 wheels (2026)."
    ]


def test_what_is_not_measured_is_not_guessed(composed: Composed) -> None:
    page = composed(PATH)
    assert (
        '>Open</span> Its time had not ended <time datetime="2024-03-04">on 4 March 2024</time>'
        in page
    )
    assert "No article here reports what came of it." in page


@pytest.mark.parametrize(
    ("delivered", "word", "verb"),
    [("37.000", "Kept", "keeps"), ("35.000", "Missed", "breaks")],
)
def test_what_was_delivered_decides(
    composed: Composed, small: Path, delivered: str, word: str, verb: str
) -> None:
    _later(
        small,
        f"Im Jahr 2024 hat Nordwerk {delivered} Räder ausgeliefert",
        "  id: delivered-2024\n  indicator: delivered\n  period: 2024\n"
        f"  value: {delivered.replace('.', '')}\n",
    )
    page = composed(PATH)
    assert f">{word}</span> What the articles here report {verb} the promise." in page
    measured = page.partition("What came of it so far")[2]
    assert f"<mark>{delivered} Räder</mark>" in measured
    assert measured.count(">This decided</p>") == 1


def test_two_promises_that_began_as_one_have_their_own_anchors(small: Path) -> None:
    book, indicators = assemble(small).book, assemble(small).seeds.indicators
    (one,) = promises(book, indicators)
    other = replace(one, chain=(one.chain[0], book.entries["delivered-2022"]))
    assert anchors_of([one, other]) == ["promise--plan-2024", "promise--delivered-2022"]


def test_a_plan_for_no_time_names_none(composed: Composed, small: Path) -> None:
    facts = small / "seeds/facts/all.yaml"
    text = facts.read_text(encoding="utf-8")
    lower = "- id: plan-2024-lower\n  indicator: plan\n  period: 2024\n"
    assert lower in text
    text = text.replace(lower, "- id: plan-2024-lower\n  indicator: plan\n")
    text = text.replace("  revision_of: plan-2024\n", "")
    facts.write_text(text, encoding="utf-8")
    page = composed(PATH)
    assert "no time named; article of" in page
    assert "Stated" not in page
    assert "No article names a deadline, so nothing can show that it was missed." in page
    assert "<dt>Deadline</dt> <dd>none that an article names</dd>" in page


def test_a_briefing_without_promises_says_so(composed: Composed, small: Path) -> None:
    indicators = small / "seeds/indicators.yaml"
    text = indicators.read_text(encoding="utf-8")
    indicators.write_text(text.replace(", promise: {measured_by: [delivered]}", ""), "utf-8")
    assert "No promise is recorded." in composed(PATH)


def _register(small: Path, promise: str) -> None:
    """Another promise in the place of the one that deliveries measure."""
    indicators = small / "seeds/indicators.yaml"
    text = indicators.read_text(encoding="utf-8")
    assert "promise: {measured_by: [delivered]}" in text
    text = text.replace("promise: {measured_by: [delivered]}", f"promise: {promise}")
    indicators.write_text(text, encoding="utf-8")


def _later(small: Path, sentence: str, fact: str) -> None:
    """A later article tells of wheels."""
    seeds = small / "seeds"
    text = f"{sentence}.\n".encode()
    (seeds / "articles/result.txt").write_bytes(text)
    with (seeds / "articles.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "- id: result\n  path: articles/result.txt\n"
            f"  sha256: {hashlib.sha256(text).hexdigest()}\n"
            "  lang: de\n  title: {en: What was delivered}\n  producer: Invented Times\n"
            "  date_published: 2025-02\n  date_basis: inferred\n  reason: Invented.\n"
            "  summary: {en: The year is over.}\n"
        )
    with (seeds / "facts/all.yaml").open("a", encoding="utf-8") as file:
        file.write(f"-{fact[1:]}  unit: wheel\n  quote: {{article: result, exact: '{sentence}'}}\n")


def test_a_promise_of_another_is_named_with_the_others_name(small: Path) -> None:
    site = site_of(assemble(small), "en")
    promise = next(iter(promises(site.book, site.seeds.indicators)))
    *before, latest = promise.chain
    chain = (*before, replace(latest, whose={"en": "A Rival Ltd"}))
    name = promise_name(replace(promise, chain=chain), PageParts(site, Links(PATH)))
    assert "A Rival Ltd" in name
