"""The dateline: the article's own day at its head is accounted for, and no other date is."""

import pytest

from generator.evidence import check_coverage, cover, find_dateline
from generator.evidence.dateline import OWN_DATE
from generator.model import Period

DATELINES = [
    ("de", "Berlin, 4. März 2025\n\nDie Fähre fährt."),
    ("de", "BERLIN, 4. März 2025 – Die Fähre fährt."),
    ("de", "Die Fähre fährt\n\nDienstag, 4. März 2025 | Von A. B.\n\nText."),
    ("de", "Stand: 04.03.2025, 10:30 Uhr\nDie Fähre fährt."),
    ("nl", "Laagwerf, 4 maart 2025\nHet veer vaart."),
    ("en", "Published on 4 March 2025, 10:32\n\nThe ferry runs."),
    ("en", "Port Alder, March 4, 2025 (Wire) - The ferry runs."),
    ("en", "\ufeff2025-03-04\r\nThe ferry runs."),
    ("en", "Port Alder, 4 March 2025. The ferry runs."),
    ("de", "Berlin, 4. März 2025. „Die Fähre fährt“, sagte er."),
    ("nl", "4 maart 2025. Het veer vaart."),
]
NONE = [
    ("de", "Seit 4. März 2025 fährt die Fähre."),
    ("de", "Am 4. März 2025 fuhr die Fähre."),
    ("de", "Die Fähre fährt wieder seit dem 4. März 2025\n\nText."),
    ("en", "On 4 March 2025, 12 people took the ferry."),
    ("en", "Port Alder, 4 March\n\nThe ferry runs."),
    ("en", "Port Alder, March 2025\n\nThe ferry runs."),
    ("en", "A\n\nB\n\nC\n\nD\n\nE\n\nF\n\n4 March 2025\n\nThe ferry runs."),
    ("en", "The ferry has run since 4 March 2025. The pier is new."),
    ("de", "Die Fähre fährt seit Dienstag, dem 4. März 2025. Der Anleger ist neu."),
    ("en", "Port Alder, closed: 4 March 2025. it says"),
    ("en", ""),
]


@pytest.mark.parametrize(("lang", "text"), DATELINES)
def test_a_day_that_stands_by_itself_at_the_head_is_the_dateline(lang: str, text: str) -> None:
    assert str(find_dateline(text, lang)) == "2025-03-04"


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_a_day_of_a_sentence_or_below_the_head_is_none(lang: str, text: str) -> None:
    assert find_dateline(text, lang) is None


@pytest.fixture
def reasons(make_article):
    """Of each mention of an article that came out on a day, why it is ignored."""

    def find(text, lang="en", day="2025-03-04", ignored=None):
        article = make_article(text, lang, ignored, date_published=Period.parse(day))
        covered = cover(article, {}, {}, {})
        open_numbers = [
            one for one in check_coverage(article, covered) if one.code == "open-number"
        ]
        assert len(open_numbers) == sum(one.is_open for one in covered)
        return [(one.mention.text, one.ignored) for one in covered]

    return find


@pytest.mark.parametrize(("lang", "text"), DATELINES)
def test_the_day_of_the_article_at_its_head_needs_no_reason(reasons, lang, text):
    assert OWN_DATE in [why for _, why in reasons(text, lang)]


@pytest.mark.parametrize("day", ["2025-03-05", "2025-03", "2025-03-04~", "2025"])
def test_another_day_is_open(reasons, day):
    assert reasons("Port Alder, 4 March 2025\n\nThe ferry runs.", day=day) == [
        ("4 March 2025", None)
    ]


def test_the_same_day_in_a_sentence_is_open(reasons):
    text = "Port Alder, 4 March 2025\n\nThe pier was opened on 4 March 2025."
    assert reasons(text) == [("4 March 2025", OWN_DATE), ("4 March 2025", None)]


def test_a_reason_that_an_editor_gave_stays(reasons):
    text = "Port Alder, 4 March 2025\n\nThe ferry runs."
    assert reasons(text, ignored={"4 March 2025": "the dateline"}) == [
        ("4 March 2025", "the dateline")
    ]


def test_a_dateline_is_a_period_of_the_calendar():
    assert find_dateline("Berlin, 31. Februar 2025\n", "de") is None
    assert find_dateline("Berlin, 4. März 2025\n", "de") == Period.parse("2025-03-04")
