"""Figure, table and description say the same: no number stands in one of them alone."""

import html
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.charts import draw
from generator.evidence import cover, prove_all
from generator.example import example_root
from generator.ledger import build_book
from generator.model import Period
from generator.reading import load_seeds
from generator.wording import LanguageWording

KINDS = ["bars", "coverage", "intervals", "levels", "moves", "promises", "steps", "timeline"]
SEEDS = load_seeds(example_root())
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def numbers(text):
    """Every number that a reader sees in a text of Plotly."""
    return set(_NUMBER.findall(html.unescape(re.sub(r"</?[bis]>|<br>", " ", text))))


def seen(figure):
    """Numbers that stand in the picture: headings, labels, names of points; marks of scales not."""
    texts = [one["text"] for one in figure["layout"].get("annotations", [])]
    for trace in figure["data"]:
        texts += trace.get("text") or []
    if "order" in figure["layout"]["xaxis"].get("title", {}).get("text", ""):
        texts += figure["layout"]["xaxis"]["ticktext"]
    return set().union(*map(numbers, texts))


def pointed_at(figure):
    """Numbers that a pointer brings up."""
    texts = [text for trace in figure["data"] for text in trace.get("hovertext") or []]
    return set().union(*map(numbers, texts))


def check(drawn):
    """Compares the three forms of a chart."""
    table = set().union(*(numbers(cell) for row in drawn.rows for cell in row.cells))
    said = numbers(drawn.description)
    assert seen(drawn.figure) | seen(drawn.narrow)
    for figure in (drawn.figure, drawn.narrow):
        assert seen(figure) <= table
        assert seen(figure) <= said
        assert pointed_at(figure) <= table
    assert said <= table
    assert pointed_at(drawn.figure) == pointed_at(drawn.narrow)


@pytest.fixture(scope="module")
def book():
    """The book of the example."""
    claimed = {one: fact for one, fact in SEEDS.facts.items() if fact.status != "withdrawn"}
    proofs = prove_all(
        claimed, indicators=SEEDS.indicators, articles=SEEDS.articles, units=SEEDS.units
    )
    coverage = {
        article.id: cover(article, claimed, proofs, SEEDS.units)
        for article in SEEDS.articles.values()
    }
    return build_book(SEEDS, proofs, coverage)[0]


@pytest.mark.parametrize("name", SEEDS.charts)
def test_three_forms_of_a_chart_of_the_example(name, book) -> None:
    check(draw(SEEDS.charts[name], book, LanguageWording("en", SEEDS.units)))


@pytest.mark.parametrize("kind", KINDS)
def test_three_forms_of_every_kind(kind, desk, charts) -> None:
    check(draw(charts[kind], desk.book, LanguageWording("en", desk.book.units)))


@pytest.mark.parametrize("kind", ["steps", "bars", "levels", "moves", "intervals"])
@pytest.mark.parametrize("count", [1, 2, 8])
def test_three_forms_of_charts_of_any_length(kind, count, desk, chart) -> None:
    names = [f"fact-{number}" for number in range(count)]
    for number, name in enumerate(names):
        hedge = ("exact", "over", "about")[number % 3]
        value = str(7 * number - 11)
        desk.add(name, value, "%", period=f"20{number + 10}", hedge=hedge, between=f"{value}..")
    drawn = draw(chart(kind, *names), desk.book, LanguageWording("en", {}))
    check(drawn)
    assert all(row.cells[1] in drawn.description for row in drawn.rows)


@pytest.mark.parametrize(
    ("number", "step", "names"),
    [
        (40, 1, ["The first article"] * 40),
        (60, 1, ["January 2024", "February 2024"]),
        (41, 0, ["1 January 2024"]),
        (1000, 5, [str(year) for year in range(2024, 2038)]),
    ],
)
def test_very_many_articles_are_counted_by_when_they_came_out(
    number, step, names, desk, chart
) -> None:
    some = desk.book.articles["first"]
    days = [date(2024, 1, 1) + timedelta(at * step) for at in range(number)]
    articles = {
        f"a{at}": replace(some, id=f"a{at}", date_published=Period.parse(str(day)))
        for at, day in enumerate(days)
    }
    for name in articles:
        desk.count(name, 3, 2, 1)
    book = replace(desk.book, articles=articles)
    drawn = draw(chart("coverage"), book, LanguageWording("en", desk.book.units))
    check(drawn)
    *rows, total = drawn.rows
    assert [row.cells[0] for row in rows] == names
    assert [cell.replace(",", "") for cell in total.cells[1:]] == [
        str(number * each) for each in (3, 2, 1)
    ]
    assert drawn.columns[0] == ("Article" if number <= 40 else "Published")
    assert drawn.articles == tuple(articles)


def test_an_article_of_which_only_the_year_is_known_is_given_no_day(desk, chart) -> None:
    some = desk.book.articles["first"]
    times = ["2023", "2023-05", *["2023-05-02"] * 40]
    articles = {
        f"a{at}": replace(some, id=f"a{at}", date_published=Period.parse(time))
        for at, time in enumerate(times)
    }
    for name in articles:
        desk.count(name, 1, 0, 0)
    book = replace(desk.book, articles=articles)
    drawn = draw(chart("coverage"), book, LanguageWording("en", desk.book.units))
    assert [row.cells[:2] for row in drawn.rows[:-1]] == [
        ("2023", "1"),
        ("May 2023", "1"),
        ("2 May 2023", "40"),
    ]


def test_what_is_not_reported_is_named_in_words(desk, chart) -> None:
    desk.add("told", "5", "USD")
    for status in ("consensus", "forecast", "target"):
        desk.add(status, "5", "USD", status=status, period="2026")
    drawn = draw(chart("bars", *desk.entries), desk.book, LanguageWording("en", {}))
    headings = [one["text"] for one in drawn.narrow["layout"]["annotations"] if "xshift" in one]
    words = [re.findall(r"\((\w+)\)$", heading) for heading in headings]
    assert words == [[], ["consensus"], ["forecast"], ["target"]]


def test_highest_and_lowest_are_told_only_where_they_are_sure(desk, chart) -> None:
    wording = LanguageWording("en", {})
    desk.add("a", "5", "USD")
    desk.add("b", "7", "USD", hedge="about")
    desk.add("c", "6", "USD", hedge="over")
    desk.add("event")
    said = draw(chart("bars", "a", "b"), desk.book, wording).description
    said = said.replace("\N{NO-BREAK SPACE}", " ")
    assert "5 USD, the lowest" in said
    assert "7 USD, the highest" in said
    for kind, names in (("bars", "abc"), ("intervals", "ab"), ("timeline", ["a", "b", "event"])):
        said = draw(chart(kind, *names), desk.book, wording).description
        assert not re.search("highest|lowest", said)
