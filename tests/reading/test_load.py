"""A valid briefing becomes records that remember where they were typed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from generator.model import Place
from generator.reading import UsageError, load_seeds

FACTS = "seeds/facts/revenue.yaml"


def test_a_valid_briefing_has_no_finding(project):
    assert project.load().findings == ()


def test_the_briefing_is_read(project):
    project.write(
        "seeds/briefing.yaml",
        "title: {en: Acme, de: Acme}\n"
        "description:\n  en: >-\n    All about\n    Acme\n"
        "subject: {id: acme, name: {en: Acme}, same_as: 'https://www.wikidata.org/wiki/Q1'}\n"
        "languages: [en, de]\n"
        "exempt_numbers:\n- {pattern: 'ISO [0-9]{4}', reason: a name}\n"
        "constants:\n- {id: quarters, value: 4, reason: {de: per Definition}}\n",
    )
    briefing = project.load().briefing
    assert briefing.title == {"en": "Acme", "de": "Acme"}
    assert briefing.description == {"en": "All about Acme"}
    assert (briefing.subject.id, briefing.subject.name) == ("acme", {"en": "Acme"})
    assert briefing.subject.same_as == "https://www.wikidata.org/wiki/Q1"
    assert briefing.languages == ("en", "de")
    assert briefing.exempt_numbers[0].pattern == "ISO [0-9]{4}"
    assert briefing.exempt_numbers[0].reason == {"en": "a name"}
    assert briefing.constants["quarters"].value == Decimal(4)
    assert briefing.constants["quarters"].reason == {"de": "per Definition"}


def test_a_fact_is_read_with_its_defaults(project):
    fact = project.load().facts["takings-2024-q4"]
    assert (fact.indicator, fact.about, fact.period.edtf) == ("revenue", "acme", "2024-36")
    assert (fact.amount.value, fact.amount.unit, fact.amount.hedge) == (
        Decimal("109e9"),
        "CNY",
        "exact",
    )
    assert (fact.status, fact.attribution, fact.rank) == ("reported", "own", "normal")
    assert (fact.hedge_typed, fact.formula, fact.revision_of) == (False, None, None)
    assert fact.basis == "quoted"
    [quote] = fact.quotes
    assert (quote.article, quote.exact) == ("daily-2025-03-18", "stieg auf 109 Milliarden Yuan")


def test_a_fact_is_read_with_all_its_keys(project):
    entities = "languages: [en, de]\nentities: [{id: acme-cars, name: Acme Cars}]\n"
    project.replace("seeds/briefing.yaml", "languages: [en, de]\n", entities)
    project.edit(
        "  unit: CNY\n",
        "  unit: CNY\n  about: acme-cars\n  hedge: exact\n  status: target\n"
        "  attribution: hearsay\n  rank: preferred\n  reason: the newest\n"
        "  inferred: {period: no year given, unit: {de: keine Währung}}\n"
        "  note: {en: A caveat}\n  label: {en: Revenue at last}\n  revision_of: plant-opens\n",
    )
    fact = project.load().facts["takings-2024-q4"]
    assert (fact.about, fact.amount.hedge, fact.hedge_typed) == ("acme-cars", "exact", True)
    assert (fact.status, fact.attribution, fact.rank) == ("target", "hearsay", "preferred")
    assert fact.reason == {"en": "the newest"}
    assert fact.inferred == {"period": {"en": "no year given"}, "unit": {"de": "keine Währung"}}
    assert (fact.note, fact.label) == ({"en": "A caveat"}, {"en": "Revenue at last"})
    assert fact.revision_of == "plant-opens"


def test_a_range_a_derived_fact_and_an_event_are_read(project):
    project.edit("value: 109e9", "min_value: 100e9\n  max_value: 110e9")
    project.edit(
        "- id: plant-opens",
        "- id: doubled\n  indicator: revenue\n  unit: CNY\n"
        "  formula: '{takings-2024-q4} * {two}'\n- id: plant-opens",
    )
    facts = project.load().facts
    amount = facts["takings-2024-q4"].amount
    assert (amount.value, amount.min_value, amount.max_value) == (
        None,
        Decimal("100e9"),
        Decimal("110e9"),
    )
    derived = facts["doubled"]
    assert (derived.basis, derived.formula) == ("derived", "{takings-2024-q4} * {two}")
    assert (derived.amount.value, derived.amount.unit, derived.amount.hedge) == (
        None,
        "CNY",
        "exact",
    )
    assert (derived.quotes, derived.period) == ((), None)
    event = facts["plant-opens"]
    assert (event.basis, event.amount, event.label) == ("event", None, {"en": "The plant opens"})


def test_several_quotations_prove_one_fact(project):
    project.edit(
        "  quote:\n    article: daily-2025-03-18\n    exact: stieg auf 109 Milliarden Yuan\n",
        "  quote:\n  - {article: daily-2025-03-18, exact: Der Umsatz, prefix: a, occurrence: 2}\n"
        "  - article: daily-2025-03-18\n    exact: 109 Milliarden\n"
        "    suffix: Yuan\n    translation: {en: 109 billion}\n",
    )
    first, second = project.load().facts["takings-2024-q4"].quotes
    assert (first.prefix, first.suffix, first.occurrence) == ("a", None, 2)
    assert (second.prefix, second.suffix, second.occurrence) == (None, "Yuan", None)
    assert second.translation == {"en": "109 billion"}
    assert second.marks.at("exact") == Place(FACTS, 10, 12)


def test_an_article_is_read_with_its_untouched_text(project):
    project.replace(
        "seeds/articles.yaml",
        "  date_basis: stated\n",
        "  date_basis: inferred\n  reason: the weekday\n  author: A. Writer\n"
        "  url_main: https://daily.news/a_(b)?c=d#e\n  date_accessed: 2025-04~\n"
        "  license: {name: CC BY 4.0, url: 'https://creativecommons.org/licenses/by/4.0/'}\n"
        "  summary: {en: Ours}\n  ignored:\n  - {exact: '+49 30', reason: telephone}\n",
    )
    article = project.load().articles["daily-2025-03-18"]
    assert (
        article.text == "Der Umsatz stieg auf 109 Milliarden Yuan.\r\n\r\nDas Werk öffnet im Mai.\n"
    )
    assert (article.path, article.lang) == ("seeds/articles/000.txt", "de")
    assert (article.date_basis, article.reason) == ("inferred", {"en": "the weekday"})
    assert article.date_published.start == date(2025, 3, 18)
    assert (article.producer, article.author) == ("The Daily", "A. Writer")
    assert article.url_main == "https://daily.news/a_(b)?c=d#e"
    assert article.license.name == "CC BY 4.0"
    assert (article.ignored[0].exact, article.ignored[0].reason) == ("+49 30", {"en": "telephone"})


def test_units_and_indicators_are_read(project):
    seeds = project.load()
    assert seeds.units["vehicle"].label == {"en": {"one": "vehicle", "other": "vehicles"}}
    assert seeds.units["vehicle"].words == {"de": ("Auto",)}
    assert (seeds.indicators["revenue"].kind, seeds.indicators["revenue"].units) == (
        "flow",
        ("CNY", "USD"),
    )
    assert seeds.indicators["launch"].units == ()


def test_units_may_be_left_out(project):
    project.replace("seeds/indicators.yaml", "units: [vehicle]", "units: ['%']")
    text = project.read("seeds/indicators.yaml")
    project.write("seeds/indicators.yaml", text[text.index("indicators:") :])
    assert project.load().findings == ()


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("where: {indicator: revenue}", {"indicator": "revenue"}),
        ("where: {about: acme, status: target, unit: CNY, rank: normal}",
         {"about": "acme", "status": "target", "unit": "CNY", "rank": "normal"}),
        ("where: {attribution: own, basis: quoted}", {"attribution": "own", "basis": "quoted"}),
    ],
)  # fmt: skip
def test_a_chart_selects_facts(project, typed: str, where: Mapping[str, str]):
    project.replace("seeds/charts.yaml", "facts: [takings-2024-q4]", typed)
    seeds = project.load()
    assert seeds.findings == ()
    assert (seeds.charts["revenue"].where, seeds.charts["revenue"].facts) == (where, ())


def test_a_chart_of_coverage_selects_nothing(project):
    project.write(
        "seeds/charts.yaml", "charts:\n- {id: coverage, kind: coverage, title: {en: Coverage}}\n"
    )
    assert project.load().charts["coverage"].kind == "coverage"


def test_charts_may_be_left_out_altogether(project):
    (project.root / "seeds/charts.yaml").unlink()
    seeds = project.load()
    assert (seeds.findings, dict(seeds.charts)) == ((), {})


def test_every_field_remembers_where_it_was_typed(project):
    fact = project.load().facts["takings-2024-q4"]
    assert fact.marks.start == Place(FACTS, 2, 3)
    assert fact.marks.at("value") == Place(FACTS, 5, 10)
    assert fact.marks.at("quote", "exact") == Place(FACTS, 9, 12)
    assert fact.quotes[0].marks.at("exact") == Place(FACTS, 9, 12)
    assert fact.marks.at("note") == fact.marks.start


def test_columns_count_characters(project):
    project.edit("unit: CNY", "note: {de: 'Größe 🚗', en: x}\n  unit: CNY")
    assert project.load().facts["takings-2024-q4"].marks.at("note", "en") == Place(FACTS, 6, 29)


def test_quoted_and_plain_scalars_mean_the_same(project):
    plain = project.load()
    project.edit("value: 109e9", 'value: "109e9"').edit("period: 2024-Q4", "'period': '2024-Q4'")
    assert project.load().facts == plain.facts


def test_windows_line_ends_mean_the_same(project):
    before = project.load()
    for path in ("seeds/facts/revenue.yaml", "seeds/articles.yaml", "docs/index.md"):
        project.write(path, project.read(path).replace("\n", "\r\n"))
    after = project.load()
    assert after == before
    assert after.facts["plant-opens"].marks == before.facts["plant-opens"].marks


def test_facts_stand_in_the_order_of_files_and_lines(project):
    text = project.read(FACTS)
    first = text[: text.index("- id: plant")].replace("takings-2024-q4", "z-first")
    project.write("seeds/facts/a.yaml", first)
    project.write("seeds/facts/z.yaml", first.replace("z-first", "a-last"))
    assert list(project.load().facts) == ["z-first", "takings-2024-q4", "plant-opens", "a-last"]


def test_records_cannot_be_changed(project):
    seeds = project.load()
    for mapping in (seeds.facts, seeds.articles, seeds.charts, seeds.units, seeds.assets):
        with pytest.raises(TypeError, match="cannot be changed"):
            mapping["new"] = None


@pytest.mark.parametrize("made", ["", "file", "link"])
def test_without_a_folder_of_seeds_there_is_nothing_to_read(project, tmp_path, made: str):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    if made == "file":
        (elsewhere / "seeds").write_text("", encoding="utf-8")
    elif made == "link":
        (elsewhere / "seeds").symlink_to(project.root / "seeds")
    with pytest.raises(UsageError) as caught:
        load_seeds(elsewhere)
    assert "no folder seeds/" in caught.value.message
    assert "--root" in caught.value.hint
