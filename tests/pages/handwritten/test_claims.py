"""Number words in a page rest on figures that it shows, and words beside a call leave it as it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pipeline import assemble

FRONT = "---\ntitle: A page\ndescription: What it says.\n---\n\n"
SHOWN = '{{ figure("plan-2024") }}'


@pytest.fixture
def said(small: Path) -> Callable[[str], list[str]]:
    """The text at each finding of a page with these words."""

    def findings(text: str, front: str = FRONT) -> list[str]:
        (small / "docs/page.md").write_text(front + text + "\n", "utf-8")
        lines = (front + text + "\n").splitlines()
        places = [one.place for one in assemble(small).findings if one.code == "unproven-number"]
        assert {place.path for place in places} <= {"docs/page.md"}
        return [lines[place.line - 1][place.column - 1 :] for place in places]

    return findings


@pytest.mark.parametrize(
    "words",
    [
        "nearly two hundred billion yuan",
        "ninety million wheels",
        "forty-one thousand wheels",
        "doubled",
        "twice the plan",
        "half of the wheels",
        "three times as many",
        "one in five wheels",
        "seven wheels",
        "百九十億",
        "⠼⠁⠊⠚",
    ],
)
def test_a_number_word_that_no_figure_of_the_page_bears_out_is_a_finding(said, words):
    [at] = said(f"It was to deliver {SHOWN}.\n\nNow it is {words} by then.")
    assert at.startswith(words.split()[0]) or words.split()[1] in at[:10]


@pytest.mark.parametrize(
    "words",
    [
        "two hun**dred** billion wheels",
        "two *hundred* billion wheels",
        "two h&#117;ndred billion wheels",
        "![two hundred billion wheels](assets/p.svg)",
        "two\nhundred billion wheels",
    ],
)
def test_markup_hides_no_number(said, small, words):
    (small / "docs/assets").mkdir()
    (small / "docs/assets/p.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    assert len(said(f"It delivered {words}.")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "one of two sources",
        "the first of them",
        "the second half of the year",
        "what five articles say, and both of them",
        "forty thousand wheels",
        "nearly forty-one thousand wheels",
        "thirty-two thousand wheels in the year before",
        "half a year later, in the twelve months of May",
        "no one, and each other one",
    ],
)
def test_dates_counts_and_figures_of_the_page_are_free(said, words):
    assert said(f"It was to deliver {SHOWN}.\n\nIt is {words}.") == []


def test_only_what_the_page_shows_bears_out_a_word(said):
    assert said("It is forty thousand wheels.") == ["forty thousand wheels."]
    assert said('It is forty thousand wheels.\n\n{{ chart("plans") }}') == []
    assert said('It is forty thousand wheels.\n\n{{ table(indicator="plan") }}') == []


def test_title_and_description_are_read(said):
    front = "---\ntitle: Ninety million wheels\ndescription: What it says.\n---\n\n"
    assert said("Text.", front) == ["Ninety million wheels"]


@pytest.mark.parametrize(
    "words",
    [
        f"{SHOWN} million",
        f"{SHOWN} thousand wheels",
        f"{SHOWN} per cent",
        f"{SHOWN} %",
        f"{SHOWN} euros",
        f"twice {SHOWN}",
        f"half {SHOWN}",
        '{{ count("facts") }} billion wheels',
        '{{ count("facts") }} wheels',
        '{{ count("articles") }} per cent',
    ],
)
def test_words_beside_a_call_that_make_another_figure_are_a_finding(said, words):
    assert len(said(f"It was to deliver {words}.")) == 1


@pytest.mark.parametrize(
    "words",
    [
        f"{SHOWN} in May",
        f"{SHOWN} a year",
        '{{ count("facts") }} facts from {{ count("articles") }} articles',
        '{{ figure("growth-2023-q2", form="size") }} more than before',
        '{{ figure("growth-2023-q2") }}',
        '{{ figure("move-monday") }}',
    ],
)
def test_other_words_beside_a_call_are_free(said, words):
    assert said(f"It was {words}.") == []


GROWTH, FALL = "growth-2023-q2", "move-monday"


@pytest.mark.parametrize(
    ("words", "is_right"),
    [
        (f'Revenue rose by {{{{ figure("{GROWTH}", form="size") }}}}.', True),
        (f'Revenue fell by {{{{ figure("{GROWTH}", form="size") }}}}.', False),
        (f'Revenue fell by {{{{ figure("{GROWTH}") }}}}.', False),
        (f'The share fell by {{{{ figure("{FALL}", form="size") }}}}.', True),
        (f'The share gained {{{{ figure("{FALL}", form="size") }}}}.', False),
        (f'The share moved by {{{{ figure("{FALL}") }}}}.', True),
        (f'It was a fall of {{{{ figure("{GROWTH}", form="size") }}}}.', False),
    ],
)
def test_words_send_a_change_the_way_that_it_goes(said, words, is_right):
    assert len(said(words)) == (not is_right)


def test_an_amount_is_refused_whatever_pattern_covers_it(said, small):
    briefing = small / "seeds/briefing.yaml"
    text = briefing.read_text("utf-8")
    pattern = '- {pattern: "Revenue of [0-9]+", reason: A name.}\n'
    briefing.write_text(text.replace("constants:", f"{pattern}constants:"), "utf-8")
    assert said("Revenue of 66 is a name.") == []
    assert said("Revenue of 66 billion euros.") == ["66 billion euros."]
