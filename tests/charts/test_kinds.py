"""The names of kinds and the table of kinds agree, and whoever forgets one of them is told which."""

import subprocess
import sys

import pytest

from generator.charts import check_charts, draw
from generator.charts.kinds import KINDS
from generator.model import CHART_KINDS, Known
from generator.wording import LanguageWording, languages


def test_each_kind_has_a_name_and_a_row() -> None:
    nameless, rowless = set(KINDS) - set(CHART_KINDS), set(CHART_KINDS) - set(KINDS)
    assert not nameless, f"ChartKind in generator/model/vocabulary.py lacks {nameless}"
    assert not rowless, f"KINDS in generator/charts/kinds.py lacks {rowless}"


def test_each_kind_is_drawn_in_these_tests(charts) -> None:
    lacking = set(CHART_KINDS) - set(charts)
    assert not lacking, f"fill_desk in tests/charts/conftest.py lacks a chart of {lacking}"


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("kind", CHART_KINDS)
def test_each_kind_finds_its_words_in_each_language(kind, lang, desk, charts) -> None:
    drawn = draw(charts[kind], desk.book, LanguageWording(lang, desk.book.units))
    assert drawn.description
    assert drawn.rows


def test_a_kind_without_a_row_is_a_finding_that_names_the_table(desk, chart) -> None:
    desk.add("a", "1", "USD")
    one = chart("no-such-kind", "a")
    (finding,) = check_charts({one.id: one}, desk.book, Known(frozenset({"a"}), "f"))
    assert (finding.code, finding.place) == ("bad-value", one.marks.at("kind"))
    assert "generator/charts/kinds.py" in finding.hint


def test_only_a_kind_that_shows_the_book_takes_no_facts() -> None:
    assert [kind for kind, row in KINDS.items() if not row.most] == ["coverage"]


def test_checking_charts_does_not_load_plotly() -> None:
    said = "import sys, generator.charts; print('plotly' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
