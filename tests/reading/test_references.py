"""Ids are unique and known, and what follows from one mistake is not a second one."""

from pathlib import Path

import pytest
import yaml

FACTS = "seeds/facts/revenue.yaml"
INDICATORS, CHARTS, BRIEFING = "seeds/indicators.yaml", "seeds/charts.yaml", "seeds/briefing.yaml"
SLIPS = yaml.safe_load(
    (Path(__file__).parent / "cases/slips_elsewhere.yaml").read_text(encoding="utf-8")
)


def test_a_second_fact_of_the_same_id_names_the_first(project):
    text = project.read(FACTS)
    project.write("seeds/facts/b.yaml", text)
    problems = [p for p in project.load().problems if p.code == "duplicate-id"]
    assert [str(problem.place) for problem in problems] == [f"{FACTS}:2:7", f"{FACTS}:10:7"]
    assert "at seeds/facts/b.yaml:2:7" in problems[0].message


def test_the_first_bearer_of_an_id_stays(project):
    project.write("seeds/facts/z.yaml", project.read(FACTS).replace("109e9", "1e9"))
    fact = project.load().facts["revenue-2024-q4"]
    assert fact.marks.start.path == FACTS


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip['typed']!a} {slip['message']}")
def test_one_slip_is_one_finding(project, slip):
    [problem] = project.replace(slip["path"], slip["stands"], slip["typed"]).load().problems
    assert (problem.place.path, problem.code) == (slip["path"], slip["code"])
    assert slip["message"] in problem.message
    assert slip["hint"] in problem.hint


def test_a_declared_unit_hides_no_other(project):
    project.replace(INDICATORS, "units: [vehicle]", "units: []").replace(
        INDICATORS, "  vehicle:", "  x:"
    )
    assert project.said() == [('"x" is a unit already', "give it another id")]


@pytest.mark.parametrize(
    ("path", "stands", "typed"),
    [
        (FACTS, "value: 109e9", "value: 1,5"),
        (FACTS, "id: revenue-2024-q4", "id: Revenue-2024-Q4"),
        (FACTS, "id: revenue-2024-q4", "id: revenue\u200b-2024-q4"),
        (FACTS, "- id: revenue-2024-q4", "- ID: revenue-2024-q4"),
        (FACTS, "- id: revenue-2024-q4\n  indicator", "- indicator"),
        (FACTS, "facts:", "fact:"),
        (FACTS, "facts:\n", "facts: [\n"),
        (FACTS, "facts:\n", "facts: !all\n"),
        (FACTS, "period: 2024-Q4", "period: {2024-Q4"),
        ("seeds/articles.yaml", "articles:\n", "articles: [\n"),
        ("seeds/articles.yaml", "articles:\n", "article:\n"),
        ("seeds/articles.yaml", "id: daily-2025-03-18", "id: Daily-2025-03-18"),
        ("seeds/articles.yaml", "lang: de", "lang: german"),
        (INDICATORS, "indicators:\n", "indicators: [\n"),
        (INDICATORS, "indicators:\n", "indicator:\n"),
        (INDICATORS, "units:\n", "unit:\n"),
        (INDICATORS, "  revenue:", "  Revenue:"),
        (INDICATORS, "label: {en: Revenue}", "label: Revenue"),
        (INDICATORS, "  vehicle:", "  Vehicle:"),
        (BRIEFING, "languages: [en, de]", "languages: [en, de"),
        (BRIEFING, "id: acme", "id: ACME"),
    ],
)
def test_what_follows_from_a_mistake_is_no_second_finding(project, path, stands, typed):
    project.edit("unit: CNY", "unit: CNY\n  note: plain")
    [problem] = project.replace(path, stands, typed).load().problems
    assert problem.place.path == path


def test_ids_in_an_unreadable_file_are_known(project):
    known = project.edit("facts:\n", "facts: [\n").load().known["fact"]
    assert known.ids == {"revenue-2024-q4", "plant-opens"}
    assert not known.is_complete


def test_ids_in_a_file_of_another_name_are_known(project):
    facts = project.root / FACTS
    facts.rename(facts.with_suffix(".yml"))
    assert "revenue-2024-q4" in project.load().known["fact"].ids


@pytest.mark.parametrize(
    ("path", "stands", "typed"),
    [
        ("seeds/articles.yaml", "lang: de", "lang: german"),
        (INDICATORS, "label: {en: Revenue}", "label: Revenue"),
        ("seeds/articles.yaml", "path: articles/000.txt", "path: articles/1.txt"),
    ],
)
def test_records_that_refer_to_a_malformed_one_are_left_out(project, path, stands, typed):
    seeds = project.replace(path, stands, typed).load()
    assert "revenue-2024-q4" not in seeds.facts
    assert "revenue-2024-q4" in seeds.known["fact"].ids


def test_every_reference_of_a_record_is_there(project):
    seeds = project.edit("value: 109e9", "value: x").load()
    for fact in seeds.facts.values():
        assert fact.indicator in seeds.indicators
        assert all(quote.article in seeds.articles for quote in fact.quotes)
