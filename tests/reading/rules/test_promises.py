"""Indicators of promises: what measures them is known and of the same sort."""

import pytest

from generator.model import FollowUp

INDICATORS = "seeds/indicators.yaml"
SALES = "kind: flow, units: [vehicle]}"


def promise(project, typed):
    return project.replace(INDICATORS, SALES, f"kind: flow, units: [vehicle], promise: {typed}}}")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("{}", FollowUp()),
        ("{measured_by: [sales, revenue]}", FollowUp(measured_by=("sales", "revenue"))),
        ("{threshold: at-most}", FollowUp(threshold="at-most")),
        ("{reason: {en: Nobody counts.}}", FollowUp(reason={"en": "Nobody counts."})),
    ],
)
def test_a_promise_is_read(project, typed, read):
    seeds = promise(project, typed).load()
    assert seeds.findings == ()
    assert seeds.indicators["sales"].promise == read
    assert seeds.indicators["revenue"].promise is None


@pytest.mark.parametrize("measures", ["launch", "sales", "launch, sales"])
def test_an_event_is_measured_by_events_and_by_amounts(project, measures):
    typed = f"kind: event, promise: {{measured_by: [{measures}]}}}}"
    project.replace(INDICATORS, "kind: event}", typed)
    assert project.load().findings == ()


@pytest.mark.parametrize(
    ("typed", "code", "message", "hint"),
    [
        ("{measured_by: [sale]}", "unknown-id", 'measured_by "sale" is not in', "write sales"),
        ("{measured_by: [launch]}", "bad-value", '"launch" is of kind event', "of amounts"),
        ("{measured_by: [growth]}", "bad-value", '"growth" is of kind change', "of amounts"),
        ("{measured_by: [sales, sales]}", "bad-value", 'lists "sales" twice', "delete one"),
        (
            *("{measured_by: [sales], reason: Nobody counts.}", "bad-value"),
            *("reason why nothing does", "delete one of the two"),
        ),
        ("{threshold: most}", "bad-value", "threshold", "at-most"),
        ("{measured-by: [sales]}", "unknown-key", "is no key of a promise", "write measured_by"),
        ("{measured_by: sales}", "bad-value", "wants a list", "write [sales]"),
        ("{measured_by: [[sales]]}", "bad-value", "wants a text", "write"),
        ("{measured_by: [SALES]}", "bad-value", "is no id", "write sales"),
        ("yes", "bad-value", "promise wants a mapping", "measured_by"),
        ("", "bad-value", "promise is empty", "write it"),
        ("[sales]", "bad-value", "promise wants a mapping", "measured_by"),
    ],
)
def test_one_slip_is_one_finding(project, typed, code, message, hint):
    [finding] = promise(project, typed).load().findings
    assert (finding.place.path, finding.code) == (INDICATORS, code)
    assert message in finding.message
    assert hint in finding.hint


def test_a_change_is_no_promise(project):
    project.replace(INDICATORS, "kind: change, ", "kind: change, promise: {}, ")
    [finding] = project.load().findings
    text = project.read(INDICATORS)
    line = next(n for n, one in enumerate(text.splitlines(), 1) if "promise" in one)
    column = text.splitlines()[line - 1].index("promise") + 1
    assert str(finding.place) == f"{INDICATORS}:{line}:{column}"
    assert finding.message == "a change is no promise that can be followed up"
