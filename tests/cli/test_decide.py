"""`briefing decide`: every question is asked once, and each answer stands in its place at once."""

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli.main import main
from generator.pipeline import assemble

TEXT = (
    "Port Alder, 4 March 2025\n\nThe Aldersund ferry carried 71,500 passengers in February 2025. "
    "It has three boats. The best ticket of the day was sold to a child in May.\n"
)
ID = "gazette-2025-03-04"
FACTS, ARTICLES, SUBJECT = f"seeds/facts/{ID}.yaml", "seeds/articles.yaml", "seeds/briefing.yaml"
ANSWERS = {
    "What does it measure": "passengers",
    "Why do you hold": "it is told of the ferry",
    "is no fact, because": "a date",
    "Title of the article": "A good month",
    "Summary": "The ferry counts its passengers.",
}


@pytest.fixture
def briefing(copied_briefing: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A copy of the example to which an article was added, nothing of it decided."""
    file = tmp_path / "text.txt"
    file.write_text(TEXT, "utf-8")
    words = ["add", "--root", str(copied_briefing), "--producer", "Gazette", "--write", str(file)]
    assert main(words) == 0
    capsys.readouterr()
    return copied_briefing


@pytest.fixture
def decide(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, briefing: Path):  # type: ignore[no-untyped-def]
    """Answers the questions with these lines; the exit code and what was said."""

    def answer(*lines: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        code = main(["decide", "--root", str(briefing)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return answer


def undecided(briefing: Path) -> int:
    return sum(one.code == "undecided" for one in assemble(briefing).findings)


def read(briefing: Path, path: str) -> str:
    return (briefing / path).read_bytes().decode()


def test_the_sentence_is_shown_and_the_figure_in_it_marked(decide) -> None:
    code, out, err = decide()
    assert code == 0
    assert "“The Aldersund ferry carried [71,500 passengers] in February 2025.”" in out
    assert "1 passengers (Passengers)" in out
    assert "0 decided" in err


def test_all_questions_are_asked_and_the_answers_proven(briefing, decide, monkeypatch) -> None:
    def typed(prompt: str) -> str:
        if "What does it measure" in prompt and any("three" in one for one in told[-4:]):
            return "x"
        return next(answer for words, answer in ANSWERS.items() if words in prompt)

    told: list[str] = []
    monkeypatch.setattr("generator.cli.deciding.asking.input", typed, raising=False)
    monkeypatch.setattr("generator.cli.decide.print_lines", told.append)
    assert undecided(briefing)
    code, _, err = decide()
    assert (code, undecided(briefing)) == (0, 0), err
    assert "0 still open" in err
    assert [one.code for one in assemble(briefing).findings] == []
    assert "?" not in read(briefing, FACTS).replace("# yaml", "")


@pytest.mark.parametrize("typed", ["1", "passengers"])
def test_a_number_or_the_id_chooses(briefing, decide, typed) -> None:
    decide(typed)
    assert "indicator: passengers\n" in read(briefing, FACTS)


def test_what_was_decided_is_offered_to_editors(briefing, decide) -> None:
    (briefing / "seeds/schemas").mkdir()
    decide("passengers")
    assert "Passengers, " in read(briefing, "seeds/schemas/facts.schema.json")


def test_a_beginning_chooses_where_one_indicator_has_it(briefing, decide) -> None:
    _, out, _ = decide("pass", "passengers")
    assert "pass begins several: passengers, passenger-target, passenger-growth" in out
    assert "indicator: passengers\n" in read(briefing, FACTS)


def test_a_comment_that_helped_to_decide_goes(briefing, decide) -> None:
    file = briefing / FACTS
    file.write_text(
        file.read_text("utf-8").replace('"?"', '"?"  # suggested: passengers', 1), "utf-8"
    )
    _, out, _ = decide("1")
    assert "1 passengers (Passengers)" in out
    assert "suggested" not in read(briefing, FACTS).partition("\n- id: count-3")[0]


@pytest.mark.parametrize("typed", ["speed", "77", "?"])
def test_what_is_no_indicator_is_asked_again(briefing, decide, typed) -> None:
    before = read(briefing, FACTS)
    _, out, _ = decide(typed)
    assert out.count("What does it measure") == 2
    assert read(briefing, FACTS) == before


def test_an_empty_line_leaves_a_question_open_and_asks_the_next(briefing, decide) -> None:
    _, out, err = decide(*[""] * 30)
    assert "3 decided, 2 still open" in err  # the numbers that are dates have a reason
    assert "Title of the article" in out


def test_what_is_no_fact_is_listed_as_ignored_once(briefing, decide) -> None:
    _, out, _ = decide("x", "an aside of the paper", "x", "2")
    assert '- {exact: "71,500 passengers", reason: "an aside of the paper"}' in read(
        briefing, ARTICLES
    )
    assert '- {exact: "three boats", reason: "an aside of the paper"}' in read(briefing, ARTICLES)
    assert "2 an aside of the paper" in out


def test_taking_out_the_last_fact_leaves_an_empty_list(briefing, decide) -> None:
    count = read(briefing, FACTS).count("\n- id: ")
    decide(*["x", "an aside"] + ["x", "1"] * (count - 1))
    assert read(briefing, FACTS).endswith("facts: []\n")
    assert not [one for one in assemble(briefing).findings if one.code != "undecided"]


@pytest.mark.parametrize("typed", ["x", "1234", "!"])
def test_a_reason_is_said_in_words(briefing, decide, typed) -> None:
    before = read(briefing, FACTS)
    _, out, _ = decide("x", typed)
    assert "say it in words" in out
    assert read(briefing, FACTS) == before


def test_with_nothing_open_nothing_is_asked(copied_briefing: Path, capsys) -> None:
    assert main(["decide", "--root", str(copied_briefing)]) == 0
    assert "nothing is undecided" in capsys.readouterr().err


def test_a_file_that_is_broken_is_refused_with_its_place(briefing, decide) -> None:
    (briefing / FACTS).write_text("facts:\n\t- id: x\n", "utf-8")
    code, _, err = decide("1")
    assert code == 2
    assert f"{FACTS}:2:1" in err


@settings(suppress_health_check=list(HealthCheck), max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=30))
def test_any_text_is_kept_as_typed_or_refused(briefing, decide, text: str) -> None:
    before = read(briefing, ARTICLES)
    questions = undecided(briefing)
    facts = questions - before.count('"?"')
    decide(*[""] * facts, text.replace("\n", " "))
    after = read(briefing, ARTICLES)
    (briefing / ARTICLES).write_bytes(before.encode())
    kept = [one for one in after.splitlines() if one not in before.splitlines()]
    assert len(kept) <= 1
    assert after.count("\n") == before.count("\n")


def test_a_field_typed_anew_is_proven_before_it_is_written(briefing, decide) -> None:
    before = read(briefing, FACTS)
    _, out, _ = decide("p 2023", "passengers")
    assert "not proven: " in out
    assert 'indicator: "?"' in read(briefing, FACTS).partition("\n- id: count-3")[0]
    assert 'period: "2023"' in read(briefing, FACTS)
    decide("p 2025-02", "i passengers-february", "passengers", "1")
    text = read(briefing, FACTS).partition("\n- id: count-3")[0]
    assert "- id: passengers-february\n  indicator: passengers\n" in text
    assert before != text


def test_help_names_the_fields(decide) -> None:
    _, out, _ = decide("?")
    assert "s …  status: reported" in out


def test_a_made_up_id_becomes_measure_and_period(briefing, decide) -> None:
    decide("passengers", "it is told of the ferry")
    assert "- id: passengers-2025-02" in read(briefing, FACTS)


CALLED = (
    "The ferry is full again\n\n4 March 2025\n\n"
    "The ferry welcomed 71,500 travellers in February 2025. "
    "The ferry carried 70,300 travellers in January 2025. It rained on 19 days of the month.\n"
)
CALLED_FACTS = "seeds/facts/post-2025-03-04.yaml"


@pytest.fixture
def called(briefing: Path, tmp_path: Path, decide, capsys):  # type: ignore[no-untyped-def]
    """The same with an article that never writes the ferry's name, and nothing else to decide."""
    (briefing / FACTS).unlink()
    kept = read(briefing, ARTICLES)
    (briefing / ARTICLES).write_text(kept[: kept.index(f"- id: {ID}")], "utf-8")
    file = tmp_path / "ferry.txt"
    file.write_text(CALLED, "utf-8")
    assert main(["add", "--root", str(briefing), "--producer", "Post", "--write", str(file)]) == 0
    capsys.readouterr()
    return decide


def test_words_of_the_sentence_are_added_by_one_key(briefing, called) -> None:
    before = read(briefing, "seeds/indicators.yaml")
    _, out, _ = called("passengers", "w", "w", "c")
    assert "w adds “traveller” to the words of the unit passenger" in out
    after = read(briefing, "seeds/indicators.yaml")
    assert "w adds “welcome” to the words of passengers" in out
    assert after.replace(", traveller", "").replace(", welcome", "") == before
    assert "[passenger, traveller]" in after
    assert "[passenger, carry, welcome]" in after
    facts = read(briefing, CALLED_FACTS)
    assert "- id: passengers-2025-02\n  indicator: passengers\n" in facts
    assert "  unit: passenger\n" in facts


def test_a_word_is_added_after_a_refused_choice_that_offers_none(
    briefing, called, monkeypatch
) -> None:
    monkeypatch.setattr("generator.cli.deciding.called.cures", lambda *_: False)
    _, out, _ = called("passengers", "w", "w", "w welcome", "c")
    assert "w WORD adds a word of the sentence to passengers" in out
    assert "[passenger, carry, welcome]" in read(briefing, "seeds/indicators.yaml")
    assert "- id: passengers-2025-02\n" in read(briefing, CALLED_FACTS)


def test_the_word_by_which_the_article_calls_it_becomes_a_name_once(briefing, called) -> None:
    before = read(briefing, "seeds/briefing.yaml")
    _, out, _ = called("passengers", "w", "w", "c")
    assert "c the article calls it “ferry”" in out
    after = read(briefing, "seeds/briefing.yaml")
    assert after == before.replace("Aldersund ferry]", "Aldersund ferry, ferry]", 1)
    assert "inferred" not in read(briefing, CALLED_FACTS).partition("count-")[0]


def test_a_measure_of_the_text_is_a_unit_from_the_first(briefing, called) -> None:
    _, out, _ = called("", "", "n Days of rain / rain", "it is told of the ferry")
    assert "is no unit yet" not in out
    assert "proven" in out
    facts = read(briefing, CALLED_FACTS)
    assert "  value: 19\n  unit: day\n" in facts
    assert '\n  day: {label: {en: {one: "day"' in read(briefing, "seeds/indicators.yaml")


def test_a_number_that_was_listed_as_none_becomes_a_fact(started) -> None:
    new = "n Schools without a kitchen / no kitchen"
    out, made = started("listed", "Calder Vale", "1", "Hours", "", "f", new, "")
    assert "“27 schools” is no fact, because" in out
    facts = read(made, "seeds/facts/courier-2026-12-02.yaml")
    assert "  value: 27\n  unit: school\n" in facts
    assert "27 schools" not in read(made, "seeds/articles.yaml")


def test_a_unit_that_nobody_declared_is_declared_by_typing_it(briefing, called) -> None:
    _, out, _ = called("u rider", "", "u", "u guest", "x")
    assert "rider is no unit yet" in out
    indicators = read(briefing, "seeds/indicators.yaml")
    assert '\n  rider: {label: {en: {one: "rider"' in indicators
    assert "guest" not in indicators


def test_both_units_of_a_rate_are_declared_by_typing_it(briefing, called) -> None:
    _, out, _ = called("u EUR/rider", "", "x")
    assert "rider is no unit yet" in out
    assert "its plural is [Enter riders" in out
    assert '\n  rider: {label: {en: {one: "rider", other: "riders"}}' in read(
        briefing, "seeds/indicators.yaml"
    )


def test_an_answer_to_another_question_is_no_reason(briefing, called) -> None:
    _, out, _ = called("passengers", "w", "w", "n Something / else", "told of it")
    assert "n answers “What does it measure”; write the reason" in out
    assert "n Something" not in read(briefing, CALLED_FACTS)


def test_the_counter_never_passes_its_total(decide) -> None:
    _, out, _ = decide(*[""] * 30)
    numbers = [line.split(" · ")[0].split(" of ") for line in out.splitlines() if " · " in line]
    assert [int(at) for at, _ in numbers] == [*range(1, len(numbers) + 1)]
    assert all(int(at) <= int(total) for at, total in numbers)


def test_the_last_reason_is_what_enter_takes(briefing, called) -> None:
    reason = "it is told of the ferry"
    _, out, _ = called("passengers", "w", "w", reason, "", "")
    assert f"Enter {reason}, c the article calls it “ferry”, o NAME it is another’s, ? help" in out
    assert read(briefing, CALLED_FACTS).count(f'"{reason}"') == 2


@pytest.mark.parametrize("entities", ["entities:\n", "entities: []\n", ""])
def test_whose_figure_it_is_is_declared_by_its_name(briefing, called, entities) -> None:
    path = briefing / "seeds/briefing.yaml"
    before = path.read_text(encoding="utf-8")
    if entities != "entities:\n":
        path.write_text(_without_entities(before, entities), encoding="utf-8", newline="\n")
    _, out, _ = called("o Town of Aldersund")
    assert '{id: town-of-aldersund, name: {en: "Town of Aldersund"}}' in out
    assert "about: town-of-aldersund\n" in read(briefing, CALLED_FACTS)
    assert '- {id: town-of-aldersund, name: {en: "Town of Aldersund"}}\n' in read(
        briefing, "seeds/briefing.yaml"
    )


def _without_entities(text: str, instead: str) -> str:
    start = text.index("entities:\n")
    return text[:start] + instead + text[text.index("languages:", start) :]


SOURCES = {
    "en": "Wennington, 16 October 2025\n\nBy the end of September 2025 the work on Harrow Moor had "
    "passed 40 percent. That is about 34 percent of the damaged bog. The Harrow Moor Partnership "
    "employed 47 people in 2024. Harrow Moor cost £2,150 per hectare in 2024. An open day is held "
    "on 8 November.\n",
    "labels": "Thornley, 2 December 2026\n\nThe average rent of a farm was £812 in "
    "2025. The Calder Vale plans to spend up to £4.2 million on new "
    "engines between 2026 and 2029. The target of the Calder Vale is 40 percent, to be met by the "
    "end of 2028.\n",
    "listed": "Thornley, 2 December 2026\n\nIn 2025 the crews of the Calder Vale trained 40 hours. "
    "27 schools of the Calder Vale had no kitchen in 2025.\n",
    "ahead": "Thornley, 2 December 2026\n\nThe Calder Vale must cut its use of water by up to 30 "
    "percent by 2030. The Calder Vale sold 84 engines in 2025. In 2025 the Calder Vale employed 64 "
    "people. The Calder Vale plans to employ 90 people by the end of 2028. The Calder Vale will "
    "get a loan of £3.2 million, which was approved on 26 November.\n",
    "none": "Thornley, 2 December 2026\n\nThe Calder Vale meets in Room 2, said Tom Airey, 58, who "
    "leads it.\n",
    "near": "Thornley, 2 December 2026\n\nIn 2025 the Calder Vale paid £2.85 for a meal. In 2025 the "
    "Calder Vale gave £1.3 million.\n",
    "undone": "Thornley, 2 December 2026\n\nThe volunteer fire brigades of the Calder Vale answered "
    "1,284 calls in 2025, up from 1,112 the year before, the fire office said on Tuesday. In 2025 "
    "there were 612 volunteers.\n",
    "de": "Weiler, 16. Oktober 2025\n\nDas Museum Rohrmoor zählte 2024 rund 4.300 Besucher. Am 8. "
    "November ist offen, am 9. Dezember nicht.\n",
}


@pytest.fixture
def started(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """A new briefing with one article, decided with these lines: what was said, and its folder."""

    def start(lang: str, subject: str, *lines: str) -> tuple[str, Path]:
        text, made = tmp_path / "text.txt", tmp_path / "b"
        text.write_text(SOURCES[lang], "utf-8")
        lang = "de" if lang == "de" else "en"
        assert main(["new", str(made), "--subject", subject]) == 0
        own = made / SUBJECT
        typed = own.read_text("utf-8").replace("{en:", f"{{{lang}:").replace("[en]", f"[{lang}]")
        own.write_text(typed, "utf-8")
        words = [
            "add",
            "--root",
            str(made),
            "--producer",
            "Courier",
            "--lang",
            lang,
            "--write",
            str(text),
        ]
        assert main(words) == 0
        capsys.readouterr()
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        assert main(["decide", "--root", str(made)]) == 0
        return capsys.readouterr().out, made

    return start


def test_a_new_indicator_is_one_number(started) -> None:
    out, made = started("en", "Harrow Moor", "x", "", "1")
    assert "1 n Share of the damaged bog / damaged bog (new)" in out
    assert 'share-of-the-damaged-bog: {label: {en: "Share of the damaged bog"}' in read(
        made, "seeds/indicators.yaml"
    )


def test_a_date_of_the_sentence_before_is_one_number_and_so_is_the_reason(started) -> None:
    out, made = started("en", "Harrow Moor", "x", "", "2", "1", "1")
    assert "2 p 2025-09-30 (the sentence before: the end of September 2025)" in out
    assert "1 the sentence before says “the end of September 2025”" in out
    assert "proven: share-of-the-damaged-bog-2025-09-30" in out
    assert "inferred: {period:" in read(made, "seeds/facts/courier-2025-10-16.yaml")


def test_what_is_counted_becomes_the_unit(started) -> None:
    out, made = started("en", "Harrow Moor", "x", "", "x", "", "1")
    assert "1 n People employed / people (new)" in out
    declared = read(made, "seeds/indicators.yaml")
    assert (
        'person: {label: {en: {one: "person", other: "people"}}, words: {en: ["person"]}}'
        in declared
    )
    assert (
        'people-employed: {label: {en: "People employed"}, kind: level, units: ["person"]'
        in declared
    )
    assert "unit: person" in read(made, "seeds/facts/courier-2025-10-16.yaml")


def test_what_is_counted_becomes_the_unit_in_german(started) -> None:
    out, made = started("de", "Museum Rohrmoor", "1")
    assert "1 n Besucher / Besucher (new, flow)" in out
    assert "proven" in out
    assert '{de: {one: "Besucher", other: "Besucher"}}' in read(made, "seeds/indicators.yaml")


def test_dates_are_one_question(started) -> None:
    out, made = started("de", "Museum Rohrmoor", "1", "", "", "")
    assert "“8. November”, “9. Dezember” are no facts, because [Enter a date, e one by one]" in out
    assert read(made, "seeds/articles.yaml").count('reason: "a date"') == 2


def test_dates_are_asked_one_by_one_for_who_wants_it(started) -> None:
    out, made = started("de", "Museum Rohrmoor", "1", "", "", "e", "", "of the fair's poster")
    assert "“9. Dezember” is no fact, because" in out
    assert read(made, "seeds/articles.yaml").count('reason: "a date"') == 1


def test_what_the_proof_tells_to_write_is_one_number(started) -> None:
    answers = ["x", "", "x", "", "x", "", "1", "", "1"]
    out, made = started("en", "Harrow Moor", *answers)
    assert "2150 GBP/hectare, period 2024" in out
    assert "1 n Cost of Harrow Moor / cost (new)" in out
    assert 'units: ["GBP/hectare"]' in read(made, "seeds/indicators.yaml")


def test_a_label_is_offered_as_the_sentence_has_it(started) -> None:
    out, _ = started("labels", "Calder Vale", "")
    assert "n Average rent of a farm / " in out
    assert "n Money to be spent on new engines / spend (new, flow)" in out


def test_a_date_behind_the_quotation_is_offered(started) -> None:
    out, _ = started("labels", "Calder Vale", "", "", "", "", "Crews", "", "f", "2")
    assert "p 2028-12-31 (the sentence goes on: the end of 2028)" in out


def test_what_a_later_word_undoes_is_asked_again(started) -> None:
    out, _ = started("undone", "Calder Vale", "1", "", "1", "", "", "Crews", "")
    assert "calls-answered-2024 is proven no more: the nearest word to 1,112 is" in out
    assert "0 decided" not in out


def test_a_period_and_a_plural_are_refused_where_they_are_typed(started) -> None:
    out, _ = started("en", "Harrow Moor", "x", "", "p 2025/26", "u boat", "p 2025", "")
    assert "2025/26 is no period: 2024 · 2024-Q4" in out
    assert "p 2025 is no plural" in out


def test_what_only_the_sentence_before_measures_is_not_taken_by_enter(started) -> None:
    out, _ = started("near", "Calder Vale", "n Meal price / meal", "", "")
    after = out.partition("2 of ")[2]
    assert "[£1.3 million]" in after
    assert "Enter meal-price" not in after
    assert "meal-price (Meal price)" in after


def test_a_summary_is_offered_from_what_was_decided(started) -> None:
    out, made = started("undone", "Calder Vale", "1", "", "1", "Crews are short", "")
    said = "What it says of calls answered, volunteers."
    assert f"Summary, in words of your own [Enter {said}]" in out
    assert f'summary: {{en: "{said}"}}' in read(made, "seeds/articles.yaml")


def test_a_cut_by_a_year_to_come_is_planned_and_no_promise(started) -> None:
    out, made = started("ahead", "Calder Vale", "n Use of water / use")
    assert "-30 %, period 2030, status planned, hedge at-most" in out
    assert "proven as use-of-water: use-of-water-2030" in out
    assert 'kind: change, units: ["%"], words: {en: ["use"]}}' in read(
        made, "seeds/indicators.yaml"
    )


def test_what_is_sold_in_a_year_adds_up_and_who_is_employed_does_not(started) -> None:
    _, made = started("ahead", "Calder Vale", "", "n Engines sold / sold", "1")
    declared = read(made, "seeds/indicators.yaml")
    assert 'engines-sold: {label: {en: "Engines sold"}, kind: flow' in declared
    assert 'people-employed: {label: {en: "People employed"}, kind: level' in declared


def test_what_is_promised_of_a_known_measure_is_followed_up(started) -> None:
    _, made = started("ahead", "Calder Vale", "", "", "1", "people-employed")
    assert 'words: {en: ["people"]}' in read(made, "seeds/indicators.yaml")
    line = next(
        one
        for one in read(made, "seeds/indicators.yaml").splitlines()
        if one.strip().startswith("people-employed:")
    )
    assert "promise: {}" in line


def test_what_is_to_be_paid_has_no_date_of_the_past_nor_is_it_overdue(started) -> None:
    out, made = started("ahead", "Calder Vale", "", "", "", "", "n Loan / loan")
    assert "p 2026-11-26" not in out
    assert "promise: {}" not in read(made, "seeds/indicators.yaml")


def test_dates_names_and_ages_are_one_question(started) -> None:
    answers = ["", "", "", "", "", "Crews", "", ""]
    out, made = started("none", "Calder Vale", *answers)
    assert "No facts: “Room 2” (part of a name); “58” (an age)" in out.replace(
        "“8 May” (a date); ", ""
    )
    listed = read(made, "seeds/articles.yaml")
    assert 'exact: "58", reason: "an age"' in listed
    assert 'exact: "Room 2", reason: "part of a name"' in listed


def test_the_kind_of_a_new_indicator_is_typed_before_it(started) -> None:
    out, made = started("ahead", "Calder Vale", "", "k l", "n Engines sold / sold")
    assert "n Engines sold / engines (new, flow)" in out
    assert 'engines-sold: {label: {en: "Engines sold"}, kind: level' in read(
        made, "seeds/indicators.yaml"
    )
