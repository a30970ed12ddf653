"""Charts name facts that there are, and ids that no chart bears any more."""

CHARTS = "seeds/charts.yaml"
LAST = "  facts: [takings-2024-q4]\n"


def test_annotations_and_since_name_facts(project) -> None:
    more = "  annotations: [no-such]\n  since: {plant-opens: nowhere, gone: plant-opens}\n"
    project.replace(CHARTS, LAST, LAST + more)
    assert project.findings() == [
        f"{CHARTS}:6:17 unknown-id",
        f"{CHARTS}:7:24 unknown-id",
        f"{CHARTS}:7:33 unknown-id",
    ]


def test_what_they_name_is_kept(project) -> None:
    more = "  annotations: [plant-opens]\n  since: {plant-opens: takings-2024-q4}\n  formerly: [sales]\n"
    chart = project.replace(CHARTS, LAST, LAST + more).load().charts["revenue"]
    assert project.findings() == []
    assert (chart.annotations, chart.formerly) == (("plant-opens",), ("sales",))
    assert dict(chart.since) == {"plant-opens": "takings-2024-q4"}


def test_an_id_before_is_of_no_other_chart(project) -> None:
    other = (
        "- id: other\n  kind: bars\n  title: {en: Other}\n" + LAST + "  formerly: [old, revenue]\n"
    )
    project.replace(CHARTS, LAST, LAST + "  formerly: [old]\n" + other)
    assert [one.rsplit(" ", 1)[1] for one in project.findings()] == ["duplicate-id"] * 2
    assert "the id of a chart" in project.said()[1][0]
