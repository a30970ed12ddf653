"""What `briefing diff` says of figures: each in one list, with what changed and why to look."""

import pytest

MONEY, PASSENGERS, VESSELS = (
    f"seeds/facts/{name}.yaml" for name in ("money", "passengers", "vessels")
)
LISTS = ("added", "changed", "moved", "withdrawn", "removed", "renamed", "not_proven")


def ids(answer, name: str) -> list[str]:  # type: ignore[no-untyped-def]
    return [one["id"] for one in answer[name]]


def lists(answer) -> dict[str, list[str]]:  # type: ignore[no-untyped-def]
    return {name: found for name in LISTS if (found := ids(answer, name))}


def changes(answer, fact: str, name: str = "changed") -> dict[str, tuple[str, str]]:  # type: ignore[no-untyped-def]
    (one,) = [one for one in answer[name] if one["id"] == fact]
    return {change["aspect"]: (change["old"], change["new"]) for change in one["changes"]}


def why(answer) -> dict[str, list[str]]:  # type: ignore[no-untyped-def]
    return {one["id"]: one["why"] for one in answer["attention"]}


def dearer(repository) -> None:  # type: ignore[no-untyped-def]
    """The ticket costs ten times as much, in the article as well as in the fact."""
    repository.edit_article("laagwerf-2024-03-05", "overtocht 3,50 euro", "overtocht 35,00 euro")
    repository.edit(MONEY, "value: 3.50", "value: 35.00")
    repository.edit(
        MONEY, "kost een enkele overtocht 3,50 euro", "kost een enkele overtocht 35,00 euro"
    )
    repository.edit(
        MONEY, "a single crossing costs 3.50 euros", "a single crossing costs 35.00 euros"
    )


def test_nothing_changed_is_said_in_one_line(repository) -> None:  # type: ignore[no-untyped-def]
    assert repository.run("HEAD") == (0, "HEAD → the working tree: nothing differs\n", "")
    answer = repository.json("HEAD")
    assert answer.pop("code") == 0
    sides = {name: answer.pop(name) for name in ("base", "head")}
    assert sides["base"] == {
        "revision": "HEAD",
        "commit": repository.git("rev-parse", "HEAD"),
        "problems": [],
    }
    assert sides["head"] == {"revision": None, "commit": None, "problems": []}
    empty = {"added": [], "changed": [], "removed": []}
    assert answer.pop("charts") == {**empty, "figures": {}}
    assert answer.pop("pages") == {**empty, "composed": True}
    assert answer.pop("findings") == {"appeared": [], "vanished": []}
    assert {name: found for name, found in answer.items() if found} == {}


def test_a_changed_value_has_old_new_sentence_and_row(repository) -> None:  # type: ignore[no-untyped-def]
    dearer(repository)
    answer = repository.json()
    assert answer["code"] == 0, answer["head"]["problems"]
    assert ids(answer, "changed") == ["fare-2024-01"]
    assert changes(answer, "fare-2024-01")["value"] == ("3.50\xa0EUR", "35.00\xa0EUR")
    (one,) = answer["changed"]
    assert (one["old"]["value"], one["new"]["value"]) == ("3.50", "35.00")
    said = one["sentence"]
    assert said["old"] == [
        {
            "article": "laagwerf-2024-03-05",
            "sentence": "Sinds januari 2024 kost een enkele overtocht 3,50 euro.",
        }
    ]
    assert "35,00 euro" in said["new"][0]["sentence"]


def test_what_a_formula_moves_is_named_apart_from_what_was_edited(repository) -> None:  # type: ignore[no-untyped-def]
    dearer(repository)
    answer = repository.json()
    assert ids(answer, "moved") == ["fare-rise-2024"]
    (one,) = answer["moved"]
    assert (one["through"], one["with"]) == (["fare-2024-01"], ["fare-2024-01"])
    assert one["formula"] == "{fare-2024-01} / {fare-2023-04} - 1"
    assert (one["old_display"], one["new_display"]) == (
        "up 9.04\xa0to\xa09.71%",
        "up about 994%",
    )
    text = repository.text()
    assert "moves with fare-2024-01\n" in text
    assert "through {fare-2024-01} / {fare-2023-04} - 1\n" in text


def test_a_figure_moves_through_one_that_moves(repository) -> None:  # type: ignore[no-untyped-def]
    repository.edit(
        MONEY,
        "- id: revenue-2023\n",
        '- id: fare-rise-doubled\n  indicator: fare-change\n  period: 2024-01\n  unit: "%"\n'
        '  formula: "{fare-rise-2024} * {months-per-year}"\n\n- id: revenue-2023\n',
    )
    repository.commit()
    dearer(repository)
    moved = {one["id"]: one for one in repository.json()["moved"]}
    assert moved["fare-rise-doubled"]["through"] == ["fare-rise-2024", "fare-2024-01"]
    assert moved["fare-rise-doubled"]["with"] == ["fare-2024-01"]
    assert "by way of fare-rise-2024" in repository.text()


def test_an_edited_formula_is_changed_and_not_moved(repository) -> None:  # type: ignore[no-untyped-def]
    repository.edit(
        MONEY, '"{fare-2024-01} / {fare-2023-04} - 1"', '"{fare-2025-01} / {fare-2023-04} - 1"'
    )
    answer = repository.json()
    assert "fare-rise-2024" in ids(answer, "changed")
    assert ids(answer, "moved") == []
    assert changes(answer, "fare-rise-2024")["formula"] == (
        "{fare-2024-01} / {fare-2023-04} - 1",
        "{fare-2025-01} / {fare-2023-04} - 1",
    )


def test_tenfold_comes_first_with_a_plain_word(repository) -> None:  # type: ignore[no-untyped-def]
    repository.edit(
        MONEY, "label: {en: Single ticket at first}", "label: {en: The first single ticket}"
    )
    dearer(repository)
    answer = repository.json()
    assert answer["attention"][0]["id"] == "fare-2024-01"
    assert why(answer)["fare-2024-01"] == ["tenfold: 10 times as much, a power of ten"]
    assert "fare-2023-04" not in why(answer)
    lines = repository.text().splitlines()
    assert lines[2:5] == [
        "Look at these first",
        "  fare-2024-01: 3.50 EUR → 35.00 EUR",
        "      tenfold: 10 times as much, a power of ten",
    ]


def test_a_flipped_sign_is_looked_at_first(repository) -> None:  # type: ignore[no-untyped-def]
    name = "laagwerf-2024-03-05"
    repository.edit_article(
        name, "daalde het aantal passagiers daardoor", "steeg het aantal passagiers daardoor"
    )
    repository.edit(PASSENGERS, "value: -4.5", "value: 4.5")
    repository.edit(PASSENGERS, "exact: In januari 2024 daalde", "exact: In januari 2024 steeg")
    repository.edit(PASSENGERS, "therefore fell by", "therefore rose by")
    answer = repository.json()
    assert why(answer)["passenger-growth-2024-01"] == ["the sign flipped"]


def test_a_lost_hedge_is_looked_at_first(repository) -> None:  # type: ignore[no-untyped-def]
    name = "hohenufer-2023-09-12"
    repository.edit_article(name, "beförderte sie rund 412.000", "beförderte sie 412.000")
    file = repository.root / PASSENGERS
    text = file.read_text("utf-8").replace("beförderte sie rund 412.000", "beförderte sie 412.000")
    file.write_text(text.replace("carried around 412,000", "carried 412,000"), "utf-8")
    repository.edit(
        PASSENGERS,
        "  value: 412_000\n  unit: passenger\n  hedge: about\n",
        "  value: 412_000\n  unit: passenger\n",
    )
    answer = repository.json()
    assert answer["code"] == 0, answer["head"]["problems"]
    assert why(answer)["passengers-2023-h1"] == ["the hedge is lost: about became exact"]
    assert changes(answer, "passengers-2023-h1")["hedge"] == ("about", "exact")


@pytest.mark.parametrize(
    ("path", "old", "new", "fact", "said"),
    [
        (PASSENGERS, "  hedge: over\n  status: target", "  hedge: under\n  status: target", "passenger-target-2025", "the hedge turned round: over became under"),
        (PASSENGERS, "  hedge: over\n  status: target", "  hedge: over", "passenger-target-2025", "target became reported"),
        (PASSENGERS, "  attribution: attributed\n", "", "passengers-2023-h1-harbour", "attributed became the article’s own word"),
        (MONEY, "  value: 2.9e6\n  unit: EUR", "  value: 2.9e6\n  unit: USD", "revenue-forecast-2023", "another unit: EUR became USD"),
        (PASSENGERS, "  about: bridge-bus\n", "", "bus-passengers-2023-h1", "about is another: aldersund-ferry"),
        (MONEY, "  min_value: 1.2e6\n  max_value: 1.4e6", "  min_value: 12e6\n  max_value: 14e6", "maintenance-2024", "tenfold: 10 times as much, a power of ten"),
        (MONEY, "value: 3.1e6", "value: 0.031e6", "revenue-2023", "tenfold: a 100th of it, a power of ten"),
    ],
)  # fmt: skip
def test_what_is_typed_is_looked_at_though_it_is_not_proven(  # type: ignore[no-untyped-def]
    repository, path: str, old: str, new: str, fact: str, said: str
) -> None:
    repository.edit(path, old, new)
    answer = repository.json()
    assert answer["code"] == 1
    assert said in why(answer)[fact]
    assert fact in ids(answer, "not_proven")
    assert "not proven in the working tree (" in repository.text()


def test_an_edit_that_is_not_proven_is_looked_at_before_all_else(repository) -> None:  # type: ignore[no-untyped-def]
    repository.edit(MONEY, "value: 3.1e6", "value: 3.2e6")
    answer = repository.json()
    first = next(iter(why(answer)))
    assert first == "revenue-2023"
    assert why(answer)[first][0] == "as it is typed now, its sentence does not bear it out"


def test_stated_that_becomes_inferred_is_looked_at_first(repository) -> None:  # type: ignore[no-untyped-def]
    name, old = "port-alder-2024-07-18", "In June 2024 passenger numbers grew by nearly 9 percent"
    new = "Then passenger numbers grew by nearly 9 percent"
    repository.edit_article(name, old, new)
    repository.edit(
        PASSENGERS,
        f"  quote: {{article: {name}, exact: {old}}}",
        f"  quote: {{article: {name}, exact: {new}}}\n"
        "  inferred: {period: The article came out in July and looks back at the month before.}",
    )
    answer = repository.json()
    assert answer["code"] == 0, answer["head"]["problems"]
    fact = "passenger-growth-2024-06"
    assert why(answer) == {fact: ["period was stated, is only inferred now"]}
    reason = "The article came out in July and looks back at the month before."
    found = changes(answer, fact)
    assert found["basis of period"] == ("stated: “June 2024”", f"inferred: {reason}")
    assert found["inferred period"] == (None, reason)
    assert [(one["id"], one["what"]) for one in answer["inferred"]] == [(f"{fact} period", "added")]
    assert "Reasons under inferred" in repository.text()


def test_several_reasons_stand_together_and_weigh_more(repository) -> None:  # type: ignore[no-untyped-def]
    repository.edit(
        PASSENGERS,
        "  value: 900_000\n  unit: passenger\n  hedge: over\n  status: target",
        "  value: -9_000_000\n  unit: passenger\n",
    )
    repository.edit(PASSENGERS, "value: 861_400", "value: 8_614_000")
    answer = repository.json()
    assert [*why(answer)][:2] == ["passenger-target-2025", "passengers-2024"]
    assert why(answer)["passenger-target-2025"] == [
        "tenfold: 10 times as much, a power of ten",
        "the sign flipped",
        "the hedge is lost: over became exact",
        "target became reported",
    ]


def test_added_and_removed_and_withdrawn(repository) -> None:  # type: ignore[no-untyped-def]
    block = repository.drop_fact(PASSENGERS, "passenger-growth-2024-06")
    answer = repository.json()
    assert lists(answer)["removed"] == ["passenger-growth-2024-06"]
    assert "ids are for ever" in why(answer)["passenger-growth-2024-06"][0]
    repository.commit()
    file = repository.root / PASSENGERS
    file.write_text(file.read_text("utf-8") + "\n" + block, "utf-8")
    answer = repository.json()
    assert lists(answer) == {"added": ["passenger-growth-2024-06"]}
    (one,) = answer["added"]
    assert one["old"] is None
    assert one["new"]["display"] == {"en": "up nearly 9%"}
    repository.commit()
    repository.drop_fact(PASSENGERS, "passenger-growth-2024-06")
    stone = "- id: passenger-growth-2024-06\n  indicator: passenger-growth\n  period: 2024-06\n  status: withdrawn\n  reason: {en: It was about another ferry.}\n"
    file.write_text(file.read_text("utf-8") + "\n" + stone, "utf-8")
    answer = repository.json()
    assert lists(answer)["withdrawn"] == ["passenger-growth-2024-06"]
    assert "reason: It was about another ferry." in repository.text()
    repository.commit()
    repository.drop_fact(PASSENGERS, "passenger-growth-2024-06")
    file.write_text(file.read_text("utf-8") + "\n" + block, "utf-8")
    answer = repository.json()
    assert ids(answer, "added") == ["passenger-growth-2024-06"]
    assert why(answer)["passenger-growth-2024-06"] == ["was withdrawn, and is back"]


def test_an_id_that_changed_is_a_renamed_figure(repository) -> None:  # type: ignore[no-untyped-def]
    repository.edit(PASSENGERS, "- id: passenger-growth-2024-06\n", "- id: growth-in-june\n")
    answer = repository.json()
    assert lists(answer) == {"renamed": ["growth-in-june"]}
    (one,) = answer["renamed"]
    assert (one["was"], one["announced"]) == ("passenger-growth-2024-06", False)
    assert "ids are for ever" in why(answer)["growth-in-june"][0]


def test_an_announced_new_id_is_no_cause_for_alarm(recorded) -> None:  # type: ignore[no-untyped-def]
    recorded.edit(PASSENGERS, "- id: passenger-growth-2024-06\n", "- id: growth-in-june\n")
    recorded.edit(
        PASSENGERS,
        "moved:\n",
        "moved:\n- {id: passenger-growth-2024-06, to: growth-in-june, reason: It is shorter.}\n",
    )
    answer = recorded.json()
    (one,) = answer["renamed"]
    assert (one["was"], one["announced"]) == ("passenger-growth-2024-06", True)
    assert "growth-in-june" not in why(answer)
    assert "was called passenger-growth-2024-06" in recorded.text()


def test_another_spelling_of_a_value_is_no_change(repository) -> None:  # type: ignore[no-untyped-def]
    repository.edit(PASSENGERS, "value: 861_400", "value: 861400")
    assert repository.text() == "HEAD → the working tree: nothing differs\n"


@pytest.mark.parametrize(
    ("path", "old", "new", "fact", "aspect"),
    [
        (MONEY, "label: {en: Single ticket at first}", "label: {en: The first ticket}", "fare-2023-04", "label"),
        (MONEY, 'note: {en: "The article gives the growth, not what it starts from; this is worked out backwards."}', "note: {en: Worked out backwards.}", "revenue-2022", "note"),
        (MONEY, "  note_rank: major\n", "", "revenue-2022", "note_rank"),
        (PASSENGERS, '  reason: {en: "The harbour office counts at one of the two shores only; the operator counts on board."}', "  reason: {en: It counts at one shore.}", "passengers-2023-h1-harbour", "reason"),
        (PASSENGERS, "  rank: deprecated\n", "  rank: normal\n", "passengers-2023-h1-harbour", "rank"),
        (PASSENGERS, "  revision_of: passenger-target-2024-first\n", "", "passenger-target-2024", "revision_of"),
        (MONEY, "Since April 2023 a single crossing costs 3.20 euros", "Since April 2023 a crossing costs 3.20 euros", "fare-2023-04", "translation"),
        (MONEY, "Money that is set aside for a year that has only begun is not spent yet.", "It is set aside.", "maintenance-2024", "inferred status"),
    ],
)  # fmt: skip
def test_no_field_of_a_fact_changes_unseen(  # type: ignore[no-untyped-def]
    repository, path: str, old: str, new: str, fact: str, aspect: str
) -> None:
    repository.edit(path, old, new)
    answer = repository.json()
    assert [*changes(answer, fact)] == [aspect]
    assert fact in repository.text()
    assert fact in repository.markdown()
