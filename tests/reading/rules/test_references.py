"""Ids are unique and known, and what follows from one mistake is not a second one."""

from pathlib import Path

import pytest
import yaml

FACTS = "seeds/facts/revenue.yaml"
INDICATORS, CHARTS, BRIEFING = "seeds/indicators.yaml", "seeds/charts.yaml", "seeds/briefing.yaml"
SLIPS = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/slips_elsewhere.yaml").read_text(encoding="utf-8")
)


def test_a_second_fact_of_the_same_id_names_the_first(project):
    text = project.read(FACTS)
    project.write("seeds/facts/b.yaml", text)
    assert project.findings() == [f"{FACTS}:2:7 duplicate-id", f"{FACTS}:10:7 duplicate-id"]
    assert "at seeds/facts/b.yaml:2:7" in project.load().findings[0].message


@pytest.mark.parametrize("path", ["seeds/facts/a.yaml", "seeds/facts/z.yaml"])
def test_no_bearer_of_a_repeated_id_stays_but_the_id_is_known(project, path):
    text = project.read(FACTS).replace("109e9", "1e9")
    project.write(path, text[: text.index("- id: plant")])
    seeds = project.load()
    assert [finding.code for finding in seeds.findings] == ["duplicate-id"]
    assert set(seeds.facts) == {"plant-opens"}
    assert "takings-2024-q4" in seeds.known["fact"].ids
    assert "revenue" in seeds.charts


def test_a_copy_that_revises_its_own_id_is_one_finding(project):
    text = project.read(FACTS)
    copy = text[text.index("- id") : text.index("- id: plant")]
    copy = copy.replace("unit: CNY", "unit: CNY\n  revision_of: takings-2024-q4")
    assert [p.code for p in project.write(FACTS, text + copy).load().findings] == ["duplicate-id"]


@pytest.mark.parametrize("is_same_file", [True, False])
def test_a_second_article_of_the_same_id_is_one_finding(project, is_same_file):
    text = project.read("seeds/articles.yaml")
    copy = text[text.index("- id") :]
    if not is_same_file:
        project.write("seeds/articles/1.txt", project.read("seeds/articles/000.txt"))
        copy = copy.replace("000.txt", "1.txt")
    seeds = project.write("seeds/articles.yaml", text + copy).load()
    assert [finding.code for finding in seeds.findings] == ["duplicate-id"]
    assert (dict(seeds.articles), dict(seeds.facts)) == ({}, {})
    assert seeds.known["article"].ids == {"daily-2025-03-18"}


@pytest.mark.parametrize(
    ("path", "stands", "typed"),
    [
        (FACTS, "id: plant-opens", "id: takings-2024-q4"),
        (CHARTS, "id: opening", "id: revenue"),
        ("seeds/articles.yaml", "id: weekly-2025", "id: daily-2025-03-18"),
    ],
)
def test_the_id_that_a_repeated_one_should_have_been_is_not_missed(project, path, stands, typed):
    article = project.read("seeds/articles.yaml")
    second = article[article.index("- id") :].replace("daily-2025-03-18", "weekly-2025")
    project.write("seeds/articles.yaml", article + second.replace("000.txt", "1.txt"))
    project.write("seeds/articles/1.txt", project.read("seeds/articles/000.txt"))
    project.edit("daily-2025-03-18\n    exact: Das", "weekly-2025\n    exact: Das")
    project.write(
        CHARTS,
        project.read(CHARTS) + "- id: opening\n  kind: timeline\n"
        "  title: {en: Opening}\n  facts: [plant-opens]\n",
    )
    assert project.load().findings == ()
    seeds = project.replace(path, stands, typed).load()
    assert [finding.code for finding in seeds.findings] == ["duplicate-id"]


def test_a_second_chart_of_the_same_id_is_one_finding(project):
    text = project.read(CHARTS)
    seeds = project.write(CHARTS, text + text[text.index("- id") :]).load()
    assert [finding.code for finding in seeds.findings] == ["duplicate-id"]
    assert dict(seeds.charts) == {}


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip['typed']!a} {slip['message']}")
def test_one_slip_is_one_finding(project, slip):
    [finding] = project.replace(slip["path"], slip["stands"], slip["typed"]).load().findings
    assert (finding.place.path, finding.code) == (slip["path"], slip["code"])
    assert slip["message"] in finding.message
    assert slip["hint"] in finding.hint


def test_a_declared_unit_hides_no_other(project):
    project.replace(INDICATORS, "units: [vehicle]", "units: []").replace(
        INDICATORS, "  vehicle:", "  x:"
    )
    assert project.said() == [('"x" is a unit already', "give it another id")]


@pytest.mark.parametrize(
    ("path", "stands", "typed"),
    [
        (FACTS, "value: 109e9", "value: 1,5"),
        (FACTS, "id: takings-2024-q4", "id: Takings-2024-Q4"),
        (FACTS, "id: takings-2024-q4", "id: takings\u200b-2024-q4"),
        (FACTS, "- id: takings-2024-q4", "- ID: takings-2024-q4"),
        (FACTS, "- id: takings-2024-q4\n  indicator", "- indicator"),
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
    [finding] = project.replace(path, stands, typed).load().findings
    assert finding.place.path == path


def test_ids_in_an_unreadable_file_are_known(project):
    known = project.edit("facts:\n", "facts: [\n").load().known["fact"]
    assert known.ids == {"takings-2024-q4", "plant-opens"}
    assert not known.is_complete


def test_ids_in_a_file_of_another_name_are_known(project):
    facts = project.root / FACTS
    facts.rename(facts.with_suffix(".yml"))
    assert "takings-2024-q4" in project.load().known["fact"].ids


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
    assert "takings-2024-q4" not in seeds.facts
    assert "takings-2024-q4" in seeds.known["fact"].ids


def test_every_reference_of_a_record_is_there(project):
    seeds = project.edit("value: 109e9", "value: x").load()
    for fact in seeds.facts.values():
        assert fact.indicator in seeds.indicators
        assert all(quote.article in seeds.articles for quote in fact.quotes)


def test_records_that_ran_into_one_are_left_out_but_known(project):
    seeds = project.edit("- id: plant-opens", "  id: plant-opens").load()
    assert dict(seeds.facts) == {}
    assert seeds.known["fact"].ids == {"takings-2024-q4", "plant-opens"}
    assert "revenue" in seeds.charts


def test_articles_that_ran_into_one_are_one_finding(project):
    text = project.read("seeds/articles.yaml")
    second = text[text.index("- id") :].replace("daily-2025-03-18", "weekly-2025")
    project.write("seeds/articles/1.txt", "x")
    second = second.replace("- id", "  id").replace("000.txt", "1.txt")
    seeds = project.write("seeds/articles.yaml", text + second).load()
    assert [finding.code for finding in seeds.findings] == ["repeated-key"]
    assert seeds.known["article"].ids == {"daily-2025-03-18", "weekly-2025"}


@pytest.mark.parametrize("typed", ["pieces", "Yuan"])
def test_a_unit_that_is_not_declared_is_one_finding_at_its_indicator(project, typed):
    project.replace(INDICATORS, "units: [CNY, USD]", f"units: [CNY, {typed}]")
    project.replace(CHARTS, "facts: [takings-2024-q4]", f"where: {{unit: {typed}}}")
    [finding] = project.edit("unit: CNY", f"unit: {typed}").load().findings
    assert finding.place.path == INDICATORS
    assert finding.message == f'unit "{typed}" is no unit'


@pytest.mark.parametrize(
    ("path", "stands", "typed", "subject"),
    [
        (FACTS, "unit: CNY", "unit: CNY\n  unit: CNY", "takings-2024-q4"),
        (FACTS, "    exact: Das", "    exact: x\n    exact: Das", "plant-opens"),
        (FACTS, "- id: plant-opens", "  id: plant-opens", "takings-2024-q4"),
        (FACTS, "unit: CNY", "unit: &a CNY", "takings-2024-q4"),
        (FACTS, "facts:\n", "facts: []\nfacts:\n", ""),
        (CHARTS, "kind: bars", "kind: bars\n  kind: bars", "revenue"),
        ("seeds/articles.yaml", "lang: de", "lang: de\n  lang: de", "daily-2025-03-18"),
        (INDICATORS, "kind: event", "kind: event, kind: event", "launch"),
        (INDICATORS, "  sales:", "  growth:", ""),
        (INDICATORS, "[Auto]}", "[Auto], de: [Wagen]}", "vehicle"),
        (BRIEFING, "name: Acme", "name: Acme, name: Acme", ""),
    ],
)
def test_a_repeated_key_names_the_record_that_it_stands_in(project, path, stands, typed, subject):
    findings = project.replace(path, stands, typed).load().findings
    finding = next(one for one in findings if one.code in {"repeated-key", "yaml-syntax"})
    assert (finding.place.path, finding.subject) == (path, subject)
