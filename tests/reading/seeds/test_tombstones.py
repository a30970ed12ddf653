"""What the site has shown stays: withdrawn facts with their reason, ids that were published."""

import pytest

from generator.evidence import cover, prove_all

LOCK, BRIEFING, FACTS = "briefing.lock", "seeds/briefing.yaml", "seeds/facts/revenue.yaml"
CHARTS = "seeds/charts.yaml"
TOMBSTONE = """\
- id: takings-2024-q3
  indicator: revenue
  status: withdrawn
  reason: {en: the article took it back}
"""
PUBLISHED = """\
published:
  plant-opens: {period: 2025-05}
  takings-2024-q4: {value: "109e9", unit: CNY, period: 2024-Q4}
"""
MOVED = "moved:\n- {id: revenue-q3, to: takings-2024-q4, reason: renamed}\n"


@pytest.fixture
def published(project):
    """The small briefing after a command has noted its ids."""
    return project.write(LOCK, PUBLISHED)


def add(project, text, path=FACTS):
    return project.write(path, project.read(path) + text)


def declare(project, text):
    return project.write(FACTS, text + project.read(FACTS))


def test_a_tombstone_needs_nothing_but_its_reason(project):
    seeds = add(project, TOMBSTONE).load()
    assert seeds.findings == ()
    fact = seeds.facts["takings-2024-q3"]
    assert (fact.status, dict(fact.reason)) == ("withdrawn", {"en": "the article took it back"})
    assert fact.amount.value is None


@pytest.mark.parametrize("kind", ["quoted", "event", "derived"])
def test_a_withdrawn_fact_without_reason_is_one_finding(project, kind):
    stands = {
        "quoted": "  unit: CNY\n",
        "event": "  label: {en: The plant opens}\n",
        "derived": "",
    }[kind]
    if stands:
        project.edit(stands, f"{stands}  status: withdrawn\n")
    else:
        formula = '  formula: "{takings-2024-q4} * 2"\n'
        add(project, TOMBSTONE.replace("  reason: {en: the article took it back}\n", formula))
    [finding] = project.load().findings
    status = "  status: withdrawn"
    line = project.read(FACTS).split(status)[0].count("\n") + 1
    assert f"{finding.place} {finding.code}" == f"{FACTS}:{line}:11 missing-key"
    assert finding.message == "the withdrawn fact has no reason"
    assert finding.hint == "add reason: why the figure no longer holds"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("  value: 1,5\n", 'value "1,5" is no number'),
        ("  min_value: 1\n", "the fact has min_value but no max_value"),
        ("  min_value: 2\n  max_value: 1\n", "min_value 2 is not below max_value 1"),
        ('  value: 1\n  formula: "{takings-2024-q4}"\n', "the fact has a formula as well as value"),
        ("  unit: Yuan\n", 'unit "Yuan" is no unit'),
        ("  period: yesterday\n", 'period "yesterday" is no period'),
    ],
)
def test_what_a_tombstone_still_says_is_well_formed(project, typed, message):
    [finding] = add(project, TOMBSTONE + typed).load().findings
    assert finding.message.startswith(message)


def test_a_withdrawn_event_needs_no_label(project):
    text = TOMBSTONE.replace("indicator: revenue", "indicator: launch")
    seeds = add(project, text).load()
    assert (seeds.findings, seeds.facts["takings-2024-q3"].amount) == ((), None)


def test_nothing_proves_a_withdrawn_fact_and_it_covers_nothing(project):
    project.edit("  unit: CNY\n", "  unit: CNY\n  status: withdrawn\n  reason: misread\n")
    seeds = project.load()
    [article] = seeds.articles.values()
    proofs = prove_all(
        seeds.facts, indicators=seeds.indicators, articles=seeds.articles, units=seeds.units
    )
    assert set(proofs) == {"plant-opens"}
    covered = cover(article, seeds.facts, proofs, seeds.units)
    assert [mention.is_open for mention in covered if mention.mention.value] == [True]


def test_published_ids_that_are_facts_or_tombstones_are_fine(published):
    add(published, TOMBSTONE)
    assert published.write(LOCK, PUBLISHED + "  takings-2024-q3: {}\n").load().findings == ()


def test_a_published_id_that_nothing_bears_is_a_finding_at_its_line(published):
    [finding] = published.write(LOCK, PUBLISHED + "  revenue-2019: {}\n").load().findings
    assert (str(finding.place), finding.code) == (f"{LOCK}:4:3", "id-removed")
    assert (finding.subject, finding.severity) == ("revenue-2019", "error")
    assert finding.message == '"revenue-2019" was published, and now no fact bears this id'
    assert "status: withdrawn and a reason" in finding.hint
    assert "add id: revenue-2019 to moved:" in finding.hint


def test_a_renamed_fact_is_told_its_new_id(published):
    published.edit("id: plant-opens", "id: plant-opened")
    [finding] = published.load().findings
    assert finding.code == "id-removed"
    assert str(finding.at).startswith(f"{FACTS}:")
    assert "write plant-opens again" in finding.hint
    assert "- {id: plant-opens, to: plant-opened, reason:" in finding.hint


def test_a_moved_id_is_not_missed(published):
    declare(published, MOVED)
    assert published.write(LOCK, PUBLISHED + "  revenue-q3: {}\n").load().findings == ()


@pytest.mark.parametrize(
    ("path", "stands", "typed"),
    [
        (FACTS, "facts:\n", "facts: [\n"),
        (FACTS, "facts:\n", "fact:\n"),
        (FACTS, "id: takings-2024-q4", "id: Takings-2024-Q4"),
        (FACTS, "- id: takings-2024-q4\n  indicator", "- indicator"),
        (FACTS, "value: 109e9", "value: 1,5"),
        (BRIEFING, "id: acme", "id: ACME"),
        (BRIEFING, "languages: [en, de]", "languages: [en, de"),
        (FACTS, "id: revenue-q3, to", "id: Revenue-Q3, to"),
        (FACTS, "{id: revenue-q3, to", "{to"),
        (FACTS, "moved:\n- {", "moved:\n  {"),
        (FACTS, "moved:", "movd:"),
        (FACTS, "reason: renamed}", "}"),
        (LOCK, "plant-opens", "Plant opens"),
        (LOCK, "published:", "published: ["),
        (LOCK, "109e9", "109 Mrd"),
        (LOCK, "2025-05", "May"),
        (LOCK, "unit: CNY", "unit: [CNY]"),
        (LOCK, "{period: 2025-05}", "[]"),
    ],
)
def test_no_id_is_called_gone_where_something_could_not_be_read(published, path, stands, typed):
    declare(published, MOVED).write(LOCK, PUBLISHED + "  revenue-q3: {}\n")
    [finding] = published.replace(path, stands, typed).load().findings
    assert finding.place.path == path


def test_a_file_of_facts_of_another_name_is_the_only_finding(published):
    facts = published.root / FACTS
    facts.rename(facts.with_suffix(".yml"))
    assert "id-removed" not in {finding.code for finding in published.load().findings}


def test_many_removed_ids_are_found_in_one_run(project):
    ids = [f"gone-{number}" for number in range(2000)]
    seeds = project.write(LOCK, PUBLISHED + "".join(f"  {one}: {{}}\n" for one in ids)).load()
    assert [finding.subject for finding in seeds.findings] == ids


@pytest.mark.parametrize("facts", ["facts: []\n", None])
def test_a_lock_none_of_whose_ids_is_left_is_that_of_another_briefing(published, facts):
    if facts:
        published.write(FACTS, facts).write(CHARTS, "charts: []\n")
    else:
        published.write(LOCK, "published: {other-revenue: {}, other-plant: {}}\n")
    assert published.load().findings == ()


def test_moved_ids_in_the_wrong_file_are_the_only_finding(published):
    add(published, MOVED, BRIEFING).write(LOCK, PUBLISHED + "  revenue-q3: {}\n")
    [finding] = published.load().findings
    assert (finding.code, finding.place.path) == ("unknown-key", BRIEFING)
