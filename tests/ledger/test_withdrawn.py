"""A withdrawn fact is a tombstone: kept with its reason, in no sum and behind no figure."""

from generator.charts import check_charts
from generator.model import Chart, Marks, Place


def test_a_withdrawn_fact_is_kept_beside_the_book(desk) -> None:
    desk.quoted("gone", "1", "USD", status="withdrawn", reason={"en": "a misprint"})
    desk.derived("too", "{lost} +", "USD", status="withdrawn")
    desk.event("was", indicator="happened", status="withdrawn")
    book, findings = desk.book()
    assert (book.entries, findings) == ({}, ())
    assert list(book.withdrawn) == ["gone", "too", "was"]
    assert book.withdrawn["gone"].reason == {"en": "a misprint"}


def test_a_formula_over_a_withdrawn_fact_is_one_finding_with_the_path(desk) -> None:
    desk.quoted("gone", "1", "USD", status="withdrawn")
    desk.quoted("good", "2", "USD")
    desk.derived("sum", "{good} + {gone}", "USD")
    desk.derived("twice", "{sum} + {sum}", "USD")
    book, (finding,) = desk.book()
    assert list(book.entries) == ["good"]
    assert (finding.code, finding.subject) == ("derived-from-unproven", "sum")
    assert finding.place == desk.facts["sum"].marks.at("formula")
    assert finding.message.endswith("withdrawn: sum -> gone")


def test_a_formula_over_a_withdrawn_formula_is_found_too(desk) -> None:
    desk.quoted("good", "2", "USD")
    desk.derived("gone", "{good} + {good}", "USD", status="withdrawn")
    desk.derived("sum", "{good} + {gone}", "USD")
    _, (finding,) = desk.book()
    assert finding.message.endswith("withdrawn: sum -> gone")


def test_a_withdrawn_fact_breaks_a_ring_of_formulas(desk) -> None:
    desk.quoted("good", "2", "USD")
    desk.derived("a", "{b} + {good}", "USD")
    desk.derived("b", "{a} + {good}", "USD", status="withdrawn")
    _, (finding,) = desk.book()
    assert finding.code == "derived-from-unproven"


def test_a_withdrawn_revision_replaces_nothing(desk) -> None:
    desk.quoted("old", "1", "USD")
    desk.quoted("new", "2", "USD", revision_of="old", status="withdrawn")
    assert desk.book()[0].entries["old"].revised_by is None


def test_what_revises_a_withdrawn_fact_revises_what_that_revised(desk) -> None:
    desk.quoted("old", "1", "USD")
    desk.quoted("gone", "2", "USD", revision_of="old", status="withdrawn")
    desk.quoted("new", "3", "USD", revision_of="gone")
    assert desk.book()[0].entries["old"].revised_by == "new"


def test_withdrawn_facts_that_revise_each_other_end(desk) -> None:
    desk.quoted("a", "1", "USD", revision_of="b", status="withdrawn")
    desk.quoted("b", "2", "USD", revision_of="a", status="withdrawn")
    desk.quoted("c", "3", "USD", revision_of="a")
    _, (finding,) = desk.book()
    assert finding.code == "revision-cycle"


def test_a_chart_that_lists_a_withdrawn_fact_is_one_finding(desk) -> None:
    desk.quoted("good", "1", "USD")
    desk.quoted("gone", "2", "CNY", status="withdrawn")
    place = Place("seeds/charts.yaml", 9, 20)
    marks = Marks(Place("seeds/charts.yaml", 3, 3), {("facts", 1): place})
    chart = Chart(id="chart", kind="bars", title={}, facts=("good", "gone"), marks=marks)
    known = desk.seeds().known["fact"]
    (finding,) = check_charts({"chart": chart}, desk.book()[0], known)
    assert (finding.code, finding.place) == ("unknown-id", place)
    assert "is withdrawn" in finding.message


def test_a_chart_that_selects_nothing_is_found_beside_a_withdrawn_fact(desk) -> None:
    desk.quoted("good", "1", "USD")
    desk.quoted("gone", "2", "USD", status="withdrawn")
    where = {"status": "withdrawn"}
    chart = Chart(id="chart", kind="bars", title={}, where=where, marks=desk.facts["good"].marks)
    known = desk.seeds().known["fact"]
    (finding,) = check_charts({"chart": chart}, desk.book()[0], known)
    assert finding.code == "chart-empty"
