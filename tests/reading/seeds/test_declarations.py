"""What files of facts declare beside them: checks, corrections, moved ids; one slip, one finding."""

from pathlib import Path

import pytest
import yaml

BRIEFING, FACTS = "seeds/briefing.yaml", "seeds/facts/revenue.yaml"
OTHER = "seeds/facts/other.yaml"
CHECKS = """\
checks:
- id: rate
  label: {en: Rate, de: Kurs}
  formula: "{takings-2024-q4} / {takings-2024-q4}"
  between: {min_value: 0.9, max_value: 1.1, reason: ours}
- id: twice
  label: {en: Twice}
  formula: "{takings-2024-q4}"
  against: "{takings-2024-q4} * 1"
  note: {en: The same}
"""
CORRECTIONS = """\
corrections:
- fact: takings-2024-q4
  date: 2025-03-20
  field: value
  old: 190e9
  new: 108e9
  reason: {en: two digits swapped}
- fact: takings-2024-q4
  date: 2025-03-21
  field: value
  old: 108_000_000_000
  new: 109e9
  reason: misread
"""
MOVED = """\
moved:
- id: takings-q4
  to: takings-2024-q4
  reason: {en: the id named no year}
"""
SLIPS = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/slips_in_declarations.yaml").read_text(encoding="utf-8")
)


@pytest.fixture
def declared(project):
    """The small briefing with two checks, a chain of corrections and a moved id."""
    text = project.read(FACTS)
    return project.write(FACTS, CHECKS + CORRECTIONS + MOVED + text)


def correct(project, field, old, new, fact="takings-2024-q4"):
    text = project.read(FACTS)
    entry = (
        f"corrections:\n- {{fact: {fact}, date: 2025-03-20, field: {field}, "
        f'old: "{old}", new: "{new}", reason: ours}}\n'
    )
    return project.write(FACTS, entry + text)


def test_what_is_declared_is_read(declared):
    seeds = declared.load()
    assert seeds.findings == ()
    rate, twice = seeds.checks
    assert (rate.id, rate.formula, rate.against) == (
        "rate",
        "{takings-2024-q4} / {takings-2024-q4}",
        None,
    )
    assert (str(rate.band.min_value), str(rate.band.max_value)) == ("0.9", "1.1")
    assert (rate.band.unit, dict(rate.band.reason)) == (None, {"en": "ours"})
    assert (twice.band, twice.against, dict(twice.note)) == (
        None,
        "{takings-2024-q4} * 1",
        {"en": "The same"},
    )
    first, second = seeds.corrections
    assert (first.fact, first.changed, first.old, first.new) == (
        "takings-2024-q4",
        "value",
        "190e9",
        "108e9",
    )
    assert (second.date.edtf, dict(second.reason)) == ("2025-03-21", {"en": "misread"})
    assert seeds.moved["takings-q4"].to == "takings-2024-q4"
    assert [str(one.marks.at("formula")) for one in seeds.checks] == [
        f"{FACTS}:4:12",
        f"{FACTS}:8:12",
    ]
    assert str(second.marks.at("new")) == f"{FACTS}:22:8"


def test_without_declarations_there_are_none(project):
    seeds = project.load()
    assert (seeds.checks, seeds.corrections, dict(seeds.moved)) == ((), (), {})


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip['typed']!a} {slip['message']}")
def test_one_slip_is_one_finding_at_its_place(declared, slip):
    stands, typed = slip["stands"], slip["typed"]
    head, facts = declared.read(FACTS).split("facts:\n")
    assert head.count(stands) == 1
    text = head.replace(stands, typed) + "facts:\n" + facts
    declared.write(FACTS, text)
    [finding] = declared.load().findings
    assert (finding.code, slip["message"] in finding.message) == (slip["code"], True), finding
    assert slip["hint"] in finding.hint
    start = text.index(slip["at"], text.index(typed) if typed else 0)
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    assert str(finding.place) == f"{FACTS}:{line}:{column}"


def test_corrections_of_a_chain_may_stand_in_any_order(project):
    head, first, second = CORRECTIONS.split("- fact")
    text = f"{head}- fact{second}- fact{first}"
    assert project.write(FACTS, text + project.read(FACTS)).load().findings == ()


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("unit", "USD", "CNY"),
        ("hedge", "about", "exact"),
        ("period", "2023-Q4", "2024-Q4"),
        ("period", "2023-36", "2024-36"),
        ("status", "target", "reported"),
        ("attribution", "hearsay", "own"),
        ("value", "-109e9", "109_000_000_000"),
    ],
)
def test_every_field_is_held_to_what_the_fact_says(project, field, old, new):
    assert correct(project, field, old, new).load().findings == ()


@pytest.mark.parametrize(
    ("field", "old", "new", "message"),
    [
        ("unit", "CNY", "USD", 'new "USD" is not what takings-2024-q4 says now: "CNY"'),
        ("hedge", "exact", "about", 'says now: "exact"'),
        ("period", "2024-Q4", "2023-Q4", 'says now: "2024-36"'),
        ("status", "reported", "target", 'says now: "reported"'),
        ("attribution", "own", "hearsay", 'says now: "own"'),
        ("value", "109e9", "190e9", 'says now: "109000000000"'),
    ],
)
def test_a_field_that_says_something_else_now_is_a_finding(project, field, old, new, message):
    [finding] = correct(project, field, old, new).load().findings
    assert finding.code == "bad-value"
    assert message in finding.message


def test_the_period_of_a_fact_without_one_is_the_day_of_its_article(project):
    project.edit("  period: 2024-Q4\n", "")
    assert correct(project, "period", "2025-03-19", "2025-03-18").load().findings == ()


@pytest.mark.parametrize("field", ["value", "unit", "hedge"])
def test_an_event_has_nothing_of_an_amount_to_correct(project, field):
    words = {"value": ("1", "2"), "unit": ("CNY", "USD"), "hedge": ("about", "over")}[field]
    [finding] = correct(project, field, *words, fact="plant-opens").load().findings
    assert finding.message == f"plant-opens is an event and has no {field} of its own"


def test_a_computed_value_is_corrected_where_it_was_typed(project):
    old = project.read(FACTS)
    derived = (
        '- id: half\n  indicator: revenue\n  unit: CNY\n  formula: "{takings-2024-q4} / '
        '{takings-2024-q4}"\n'
    )
    project.write(FACTS, old + derived)
    [finding] = correct(project, "value", "1", "2", fact="half").load().findings
    assert finding.message == "half is computed and has no value of its own"


def test_a_malformed_fact_is_the_only_finding(declared):
    [finding] = declared.edit("value: 109e9", "value: 1,5").load().findings
    assert finding.place.path == FACTS


def test_what_does_not_fit_the_facts_is_left_out(declared):
    declared.replace(FACTS, "to: takings-2024-q4", "to: takings-2024-q9")
    seeds = declared.load()
    assert dict(seeds.moved) == {}
    assert len(seeds.corrections) == 2


@pytest.mark.parametrize("typed", ["facts: [\n", "fact:\n"])
def test_an_unreadable_file_of_facts_makes_no_declaration_wrong(declared, typed):
    [finding] = declared.edit("facts:\n", typed).load().findings
    assert finding.place.path == FACTS


@pytest.mark.parametrize(
    "hostile",
    ["=cmd()", "@x", "{a: b}", "[1]", '"\u202e1"', '""', "9" * 400, "1e99", '"\\n"', "~"],
)
@pytest.mark.parametrize("key", ["new: 109e9", "to: takings-2024-q4", "min_value: 0.9"])
def test_hostile_values_are_findings_at_their_line(declared, key, hostile):
    name = key.partition(":")[0]
    declared.replace(FACTS, key, f"{name}: {hostile}")
    findings = declared.load().findings
    assert {finding.place.path for finding in findings} == {FACTS}
    assert all("\n" not in finding.message and finding.hint for finding in findings)


def test_a_thousand_moved_ids_and_corrections_are_read_in_no_time(project):
    moved = "".join(f"- {{id: old-{n}, to: takings-2024-q4, reason: ours}}\n" for n in range(1000))
    steps = "".join(
        f"- {{fact: takings-2024-q4, date: 2025-03-20, field: value, old: {n}, new: "
        f"{n + 1 if n < 999 else '109e9'}, reason: ours}}\n"
        for n in range(1000)
    )
    text = "moved:\n" + moved + "corrections:\n" + steps + project.read(FACTS)
    seeds = project.write(FACTS, text).load()
    assert seeds.findings == ()
    assert len(seeds.moved) == len(seeds.corrections) == 1000


def test_lists_of_all_files_are_joined_in_the_order_of_the_files(declared):
    more = CHECKS.replace("id: rate", "id: third").replace("id: twice", "id: fourth")
    head, _, second = CORRECTIONS.split("- fact")
    declared.replace(FACTS, f"- fact{second}", "")
    moved = MOVED.replace("id: takings-q4", "id: older")
    declared.write(OTHER, f"{more}{head}- fact{second}{moved}facts: []\n")
    seeds = declared.load()
    assert seeds.findings == ()
    assert [check.id for check in seeds.checks] == ["third", "fourth", "rate", "twice"]
    assert [one.date.edtf for one in seeds.corrections] == ["2025-03-21", "2025-03-20"]
    assert list(seeds.moved) == ["older", "takings-q4"]


@pytest.mark.parametrize("typed", [CHECKS.partition("- id: twice")[0], MOVED])
def test_an_id_stands_once_in_all_files(declared, typed):
    [finding] = declared.write(OTHER, typed + "facts: []\n").load().findings
    assert (finding.code, finding.place.path) == ("duplicate-id", FACTS)
    assert f"at {OTHER}:2:7" in finding.message


def test_a_file_may_declare_something_and_hold_no_fact(project):
    assert project.write(OTHER, MOVED + "facts: []\n").load().findings == ()
    [finding] = project.write(OTHER, MOVED).load().findings
    assert (finding.code, finding.message) == ("missing-key", "the file has no facts")


@pytest.mark.parametrize("typed", [CHECKS, CORRECTIONS, MOVED])
def test_what_speaks_of_facts_is_no_key_of_the_briefing(project, typed):
    key = typed.partition(":")[0]
    text = project.read(BRIEFING)
    [finding] = project.write(BRIEFING, text + typed).load().findings
    assert (str(finding.place), finding.code) == (f"{BRIEFING}:4:1", "unknown-key")
    assert finding.message == f'"{key}" is no key of briefing.yaml'
    assert finding.hint == "move it to a file of seeds/facts"


@pytest.mark.parametrize(
    ("stands", "typed"),
    [("checks", "cheks"), ("corrections", "correction"), ("moved", "movd"), ("facts", "fact")],
)
def test_a_slip_in_a_key_of_the_file_is_one_finding(declared, stands, typed):
    [finding] = declared.replace(FACTS, f"{stands}:\n", f"{typed}:\n").load().findings
    assert (finding.code, finding.hint) == ("unknown-key", f"write {stands}")


@pytest.mark.parametrize("typed", ["", " {}", " none"])
@pytest.mark.parametrize("key", ["checks", "corrections", "moved"])
def test_what_is_no_list_is_one_finding(project, key, typed):
    text = f"{key}:{typed}\n" + project.read(FACTS)
    [finding] = project.write(FACTS, text).load().findings
    assert (finding.code, finding.place.path, finding.place.line) == ("bad-value", FACTS, 1)


def test_one_malformed_entry_leaves_the_others(declared):
    declared.replace(FACTS, "  label: {en: Rate, de: Kurs}\n", "")
    seeds = declared.load()
    assert [finding.message for finding in seeds.findings] == ["the check has no label"]
    assert [check.id for check in seeds.checks] == ["twice"]
    assert len(seeds.corrections) == 2


def test_a_chain_of_corrections_with_a_malformed_link_has_one_finding(declared):
    declared.replace(FACTS, "  reason: misread\n", "")
    [finding] = declared.load().findings
    assert finding.message == "the correction has no reason"
