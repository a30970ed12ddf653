"""What lets a number pass, and what is defined beside the facts, does not change unseen."""

import pytest


def named(answer, part: str) -> list[tuple[str, str, str]]:  # type: ignore[no-untyped-def]
    return [(one["kind"], one["id"], one["what"]) for one in answer[part]]


def test_an_article_whose_text_changed_is_told(repository) -> None:  # type: ignore[no-untyped-def]
    repository.edit_article(
        "hohenufer-2023-09-12", "Die Fähre legt weiterhin an", "Die Fähre legt immer noch an"
    )
    answer = repository.json()
    assert named(answer, "articles") == [("article", "hohenufer-2023-09-12", "changed")]
    (one,) = answer["articles"]
    assert [change["aspect"] for change in one["changes"]] == ["sha256"]
    text = repository.text()
    assert text.startswith("HEAD → the working tree: 1 article has another text")
    assert "an article is never edited" in text


def test_what_is_ignored_in_an_article_is_told_with_its_reason(repository) -> None:  # type: ignore[no-untyped-def]
    file = repository.root / "seeds/articles.yaml"
    text = file.read_text("utf-8")
    start = text.index("  ignored:\n") + len("  ignored:\n")
    file.write_text(
        f'{text[:start]}  - {{exact: "412.000", reason: It is not needed.}}\n{text[start:]}',
        "utf-8",
    )
    answer = repository.json()
    ((kind, name, what),) = named(answer, "ignored")
    assert (kind, what) == ("ignored", "added")
    assert name.endswith("“412.000”")
    assert answer["ignored"][0]["changes"] == [
        {"aspect": "text", "old": None, "new": "It is not needed."}
    ]
    assert "It is not needed." in repository.text()
    assert "It is not needed." in repository.markdown()


def test_an_exemption_from_the_number_gate_is_told(repository) -> None:  # type: ignore[no-untyped-def]
    file = repository.root / "seeds/briefing.yaml"
    text = file.read_text("utf-8")
    assert "exempt_numbers:\n" in text
    file.write_text(
        text.replace(
            "exempt_numbers:\n",
            'exempt_numbers:\n- {pattern: "Pier [0-9]+", reason: A name of piers.}\n',
        ),
        "utf-8",
    )
    assert named(repository.json(), "exempt_numbers") == [("exemption", "Pier [0-9]+", "added")]
    assert "A name of piers." in repository.text()


def test_a_reason_that_changed_is_shown_as_it_was_and_is(repository) -> None:  # type: ignore[no-untyped-def]
    repository.edit(
        "seeds/facts/money.yaml",
        "Money that is set aside for a year that has only begun is not spent yet.",
        "It is set aside.",
    )
    (one,) = repository.json()["inferred"]
    assert (one["id"], one["what"]) == ("maintenance-2024 status", "changed")
    assert one["changes"] == [
        {
            "aspect": "text",
            "old": "Money that is set aside for a year that has only begun is not spent yet.",
            "new": "It is set aside.",
        }
    ]


def test_why_a_figure_was_corrected_is_told(recorded) -> None:  # type: ignore[no-untyped-def]
    recorded.edit(
        "seeds/facts/passengers.yaml", "We had swapped two digits.", "Two digits stood swapped."
    )
    (one,) = recorded.json()["corrections"]
    assert one["id"] == "passenger-growth-2023-h1 value 2023-09-14"
    told = recorded.text()
    assert "Corrections" in told
    assert "Two digits stood swapped." in told


def test_a_changed_line_of_the_lock_is_told(recorded) -> None:  # type: ignore[no-untyped-def]
    recorded.edit("briefing.lock", 'fare-2023-04: {value: "3.20"', 'fare-2023-04: {value: "3.21"')
    answer = recorded.json()
    assert named(answer, "lock") == [("lock", "published fare-2023-04", "changed")]
    assert [one["code"] for one in answer["findings"]["appeared"]] == ["correction-missing"]
    assert answer["code"] == 1


@pytest.mark.parametrize(
    ("path", "old", "new", "named_as"),
    [
        ("seeds/charts.yaml", "en: A ticket costs less again", "en: A ticket got cheaper again", ("chart", "fares", "changed")),
        ("seeds/facts/passengers.yaml", "    max_value: 4\n", "    max_value: 5\n", ("check", "ticket-and-revenue", "changed")),
        ("mkdocs.yml", "# What this briefing says", "# What that briefing says", ("settings", "mkdocs.yml", "changed")),
    ],
)  # fmt: skip
def test_a_changed_definition_is_told(
    repository, path: str, old: str, new: str, named_as: tuple[str, str, str]
) -> None:  # type: ignore[no-untyped-def]
    repository.edit(path, old, new)
    assert named_as in named(repository.json(), "definitions")
    assert named_as[1] in repository.text()


def test_a_chart_and_the_pages_that_show_it_are_told(repository) -> None:  # type: ignore[no-untyped-def]
    repository.edit(
        "seeds/charts.yaml", "en: A ticket costs less again", "en: A ticket got cheaper again"
    )
    answer = repository.json()
    assert answer["charts"]["changed"] == ["fares"]
    assert answer["charts"]["figures"] == {"fares": []}
    assert "charts.md" in answer["pages"]["changed"]
    assert answer["pages"]["composed"]
    assert "  fares: A ticket costs less again → A ticket got cheaper again\n" in repository.text()


def test_a_chart_of_which_a_figure_changed_names_it(repository) -> None:  # type: ignore[no-untyped-def]
    repository.edit_article("laagwerf-2024-03-05", "overtocht 3,50 euro", "overtocht 3,70 euro")
    for old, new in (
        ("value: 3.50", "value: 3.70"),
        ("overtocht 3,50 euro", "overtocht 3,70 euro"),
        ("costs 3.50 euros", "costs 3.70 euros"),
    ):
        repository.edit("seeds/facts/money.yaml", old, new)
    answer = repository.json()
    assert answer["charts"]["figures"]["fares"] == ["fare-2024-01"]
    assert "known/2024-03-05/index.md" in answer["pages"]["changed"]


def test_a_page_that_came_or_went_is_told(repository) -> None:  # type: ignore[no-untyped-def]
    page = repository.root / "docs/money.md"
    page.write_text(
        '---\ntitle: Money\ndescription: Money.\n---\n\n# Money\n\nIt took in {{ figure("revenue-2023") }}.\n',
        "utf-8",
    )
    assert repository.json()["pages"]["added"] == ["money.md"]
    repository.commit()
    page.unlink()
    assert repository.json()["pages"]["removed"] == ["money.md"]


def test_without_composing_pages_that_name_a_figure_are_told(repository) -> None:  # type: ignore[no-untyped-def]
    repository.edit("seeds/facts/money.yaml", "value: 3.1e6", "value: 1.3e6")
    answer = repository.json()
    assert not answer["pages"]["composed"]
    # They call the figure, what is computed from it, and a chart of it.
    assert answer["pages"]["changed"] == ["charts.md", "index.md", "passengers.md"]
    assert "with findings no page is composed" in repository.text()


def test_a_finding_that_appears_and_one_that_vanishes_are_told(repository) -> None:  # type: ignore[no-untyped-def]
    repository.edit("seeds/facts/money.yaml", "value: 3.1e6", "value: 1.3e6")
    repository.commit()
    repository.edit("seeds/facts/money.yaml", "value: 1.3e6", "value: 3.1e6")
    repository.edit("seeds/facts/money.yaml", "value: 3.40", "value: 4.30")
    found = repository.json()["findings"]
    assert [one["subject"] for one in found["appeared"]] == ["fare-2025-01"]
    assert [one["subject"] for one in found["vanished"]] == ["revenue-2023"]


def test_a_side_whose_yaml_is_broken_is_told_at_its_place(repository) -> None:  # type: ignore[no-untyped-def]
    repository.edit("seeds/facts/money.yaml", "  value: 3.50\n", "  value: [3.50\n")
    repository.commit("broken")
    repository.edit("seeds/facts/money.yaml", "  value: [3.50\n", "  value: 3.50\n")
    code, out, _ = repository.run("HEAD")
    assert code == 1
    assert "  HEAD:seeds/facts/money.yaml:" in out
    answer = repository.json()
    assert answer["base"]["problems"]
    assert answer["head"]["problems"] == []
    assert {one["id"] for one in answer["not_proven"]} >= {"fare-2024-01"}
    # What could not be read on one side is neither new nor gone.
    assert not answer["added"]
    assert not answer["removed"]


def test_findings_of_both_sides_are_told_once(repository) -> None:  # type: ignore[no-untyped-def]
    repository.edit("seeds/facts/money.yaml", "value: 3.1e6", "value: 1.3e6")
    repository.commit()
    code, out, _ = repository.run("HEAD")
    assert code == 1
    assert "Findings on both sides" in out
    assert out.count("value-not-in-quote [revenue-2023]") == 1
    assert "revenue-2023" in {one["id"] for one in repository.json()["not_proven"]}
