"""Each mistake in a formula: one finding, its code, its column."""

from dataclasses import replace

import pytest

MISTAKES = [
    pytest.param("{a} ** {b}", "formula-syntax", 5, id="two-signs"),
    pytest.param("{a} {b}", "formula-syntax", 4, id="no-sign"),
    pytest.param("{a} × {b}", "formula-syntax", 4, id="foreign-sign"),
    pytest.param("({a} + {b}", "formula-syntax", 0, id="open-parenthesis"),
    pytest.param("{a} + {b})", "formula-syntax", 9, id="closing-parenthesis"),
    pytest.param("{a} + ", "formula-syntax", 6, id="nothing-follows"),
    pytest.param("", "formula-syntax", 0, id="empty"),
    pytest.param("a + {b}", "formula-syntax", 0, id="no-braces"),
    pytest.param("{a", "formula-syntax", 0, id="open-brace"),
    pytest.param("{} + {a}", "formula-syntax", 0, id="empty-braces"),
    pytest.param("1 + 1", "formula-syntax", 0, id="no-fact"),
    pytest.param("max({a}, {b})", "formula-syntax", 0, id="call"),
    pytest.param("{a}.real", "formula-syntax", 3, id="attribute"),
    pytest.param("{a}\x00", "formula-syntax", 3, id="control-character"),
    pytest.param("(" * 60 + "{a}" + ")" * 60, "formula-syntax", 21, id="deep"),
    pytest.param("-" * 60 + "{a}", "formula-syntax", 21, id="many-minuses"),
    pytest.param("{a}" + "+{a}" * 40, "formula-syntax", 99, id="many-parts"),
    pytest.param("{a}" + " " * 200, "formula-syntax", 0, id="long"),
    pytest.param("{event} / {a}", "formula-syntax", 0, id="event"),
    pytest.param("{a} + {range}", "formula-syntax", 6, id="range"),
    pytest.param("{a} * 12", "formula-constant", 6, id="number"),
    pytest.param("{a} * 1.0", "formula-constant", 6, id="one-with-places"),
    pytest.param("{a} * 1e999999", "formula-constant", 6, id="huge-number"),
    pytest.param("{a} + {aa-typo}", "unknown-id", 6, id="unknown"),
    pytest.param("{a} + {money}", "formula-unit", 4, id="adding-units"),
    pytest.param("({a} - 1) * {a}", "formula-unit", 5, id="one-is-no-vehicle"),
    pytest.param("{a} / ({b} - {b})", "formula-undefined", 4, id="division-by-zero"),
]


@pytest.mark.parametrize(("formula", "code", "column"), MISTAKES)
def test_mistake_is_found_at_its_column(desk, formula, code, column) -> None:
    desk.quoted("a", "10", "vehicle")
    desk.quoted("b", "20", "vehicle")
    desk.quoted("money", "20", "USD")
    desk.quoted("range", "20..30", "vehicle")
    desk.event("event", indicator="happened")
    desk.derived("wrong", formula, "vehicle")
    book, (finding,) = desk.book()
    assert (finding.code, finding.subject) == (code, "wrong")
    # The formula is typed in quotes at column 12, so its first character stands at 13.
    assert finding.place.column == 13 + column
    assert finding.message.isprintable()
    assert finding.hint.isprintable()
    assert "wrong" not in book.entries


def test_unknown_id_names_the_nearest(desk) -> None:
    desk.quoted("revenue-2024", "10", "USD")
    desk.derived("wrong", "{revenue-2042}", "USD")
    _, (finding,) = desk.book()
    assert finding.hint == "did you mean {revenue-2024}?"


@pytest.mark.parametrize(
    ("formula", "declared", "says", "writes"),
    [
        ("{cny} / {usd}", "CNY", "CNY/USD", "write `unit: CNY/USD`"),
        ("{cny} / {cny}", "CNY", "a ratio", "write `unit: %` (or pp, bp, x)"),
        ("{usd} / {year}", "%", "USD/year", "write `unit: USD/year` (or USD)"),
        ("{usd} / {year}", "year", "USD/year", "write `unit: USD/year` (or USD)"),
        ("{usd} * {cny}", "CNY", "CNY*USD", "check the formula: no unit says that"),
        ("1 / {usd}", "USD", "1/USD", "check the formula: no unit says that"),
        ("{usd} / {year} / {cny}", "USD", "USD/(CNY*year)", "check the formula"),
        ("{usd}", None, "USD", "write `unit: USD`"),
        ("{usd} / {cny} * {cny}", "CNY", "USD", "write `unit: USD`"),
    ],
)
def test_declared_unit_must_fit(desk, formula, declared, says, writes) -> None:
    desk.quoted("cny", "10e9", "CNY")
    desk.quoted("usd", "20e9", "USD")
    desk.quoted("year", "10", "year")
    desk.derived("wrong", formula, declared)
    _, (finding,) = desk.book()
    assert finding.code == "formula-unit"
    assert f"results in {says}," in finding.message
    assert finding.hint.startswith(writes)
    assert finding.place.line == desk.facts["wrong"].marks.at("unit").line


@pytest.mark.parametrize(
    ("units", "formula", "declared", "field", "hint"),
    [
        (("%",), "{cny} / {usd}", "%", "formula", "correct the formula; level is in %"),
        (
            ("%", "pp"),
            "{cny} / {usd}",
            "%",
            "formula",
            "correct the formula; level is in % or pp",
        ),
        (("%",), "{cny} / {cny}", "CNY", "unit", "write `unit: %`"),
        (("CNY",), "{cny}", "USD", "unit", "write `unit: CNY`"),
        (("%",), "{usd} * {cny}", "%", "unit", "check the formula: no unit says that"),
    ],
)
def test_a_unit_that_the_indicator_refuses_is_never_proposed(
    desk, monkeypatch, units, formula, declared, field, hint
) -> None:
    desk.quoted("cny", "10e9", "CNY")
    desk.quoted("usd", "20e9", "USD")
    desk.derived("wrong", formula, declared)
    seeds = desk.seeds()
    level = replace(seeds.indicators["level"], units=units)
    limited = replace(seeds, indicators={**seeds.indicators, "level": level})
    monkeypatch.setattr(desk, "seeds", lambda: limited)
    _, (finding,) = desk.book()
    assert (finding.code, finding.hint) == ("formula-unit", hint)
    assert finding.place == desk.facts["wrong"].marks.at(field)


@pytest.mark.parametrize(
    ("formula", "unit", "hint"),
    [
        ("{a} x {b}", "vehicle", "write * for times"),
        ("({a} + {b}) X {b}", "vehicle", "write * for times"),
        ("x * {b}", "vehicle", "write an id in braces: {x}"),
        (
            "({a} / {b} - 1) * 100",
            "%",
            "delete * 100: a ratio is shown in % by itself",
        ),
        (
            "100 * ({a} / {b} - 1)",
            "%",
            "delete 100 *: a ratio is shown in % by itself",
        ),
        (
            "({a} / {b} - 1) * 10000",
            "bp",
            "delete * 10000: a ratio is shown in bp by itself",
        ),
        (
            "({a} / {b} - 1) * 100",
            "x",
            "declare it under `constants:` in briefing.yaml and write its id in braces",
        ),
        (
            "({a} / {b} - 1) / 100",
            "%",
            "declare it under `constants:` in briefing.yaml and write its id in braces",
        ),
    ],
)
def test_the_hint_says_what_to_type(desk, formula, unit, hint) -> None:
    desk.quoted("a", "10", "vehicle")
    desk.quoted("b", "20", "vehicle")
    desk.derived("wrong", formula, unit)
    _, (finding,) = desk.book()
    assert finding.hint == hint


def test_cycle_is_one_finding_with_its_path(desk) -> None:
    desk.derived("c", "{a}", "USD")
    desk.derived("a", "{b} + 1", "USD")
    desk.derived("b", "{c}", "USD")
    desk.derived("outside", "{a} * {b}", "USD")
    book, (finding,) = desk.book()
    assert (finding.code, finding.subject) == ("formula-cycle", "a")
    assert "a -> b -> c -> a" in finding.message
    assert book.entries == {}


def test_a_formula_of_itself_is_a_cycle(desk) -> None:
    desk.derived("a", "{a}", "USD")
    assert [finding.code for finding in desk.book()[1]] == ["formula-cycle"]


def test_two_cycles_are_two_findings(desk) -> None:
    for one, other in ("ab", "ba", "cd", "dc"):
        desk.derived(one, f"{{{other}}}", "USD")
    assert [finding.subject for finding in desk.book()[1]] == ["a", "c"]


def test_an_unproven_input_is_found_once_elsewhere(desk) -> None:
    desk.quoted("a", "1", "USD")
    desk.derived("b", "{a}", "USD")
    desk.derived("c", "{b}", "USD")
    desk.unprove("a")
    book, findings = desk.book()
    assert findings == ()
    assert book.entries == {}


def test_a_malformed_input_is_found_once_elsewhere(desk) -> None:
    desk.known_ids.add("malformed")
    desk.derived("b", "{malformed}", "USD")
    desk.quoted("a", "1", "USD")
    desk.unprove("a")
    book, findings = desk.book()
    assert findings == ()
    assert book.entries == {}


def test_an_input_without_any_proof_stops_the_build(desk, monkeypatch) -> None:
    desk.quoted("a", "1", "USD")
    desk.derived("b", "{a}", "USD")
    monkeypatch.setattr(desk, "proofs", dict)
    _, (finding,) = desk.book()
    assert (finding.code, finding.subject) == ("derived-from-unproven", "b")


def test_a_long_chain_is_computed(desk) -> None:
    desk.quoted("n0", "1", "USD")
    for number in range(1, 3000):
        desk.derived(f"n{number}", f"{{n{number - 1}}}", "USD")
    book, findings = desk.book()
    assert findings == ()
    assert len(book.entries) == 3000


def test_figures_beyond_all_digits_are_a_finding(desk) -> None:
    desk.quoted("a", "1e900000", "USD")
    desk.derived("b", "{a} * {a} / {a}", "USD")
    assert [finding.code for finding in desk.book()[1]] == ["formula-undefined"]
