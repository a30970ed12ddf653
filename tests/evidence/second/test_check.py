"""No misreading certifies itself: what the first reader gets wrong, the second does not bear out."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.evidence.annotate import AnnotatedArticle, Annotation, annotate
from generator.evidence.quotes import quotations
from generator.evidence.second.reader import read_again
from generator.model import Finding, Mention

CASES = Path(__file__).resolve().parents[1]
Misread = Callable[..., Finding | None]


@pytest.fixture
def misread(monkeypatch: pytest.MonkeyPatch, finding_of: Callable[..., Finding | None]) -> Misread:
    """The finding on a fact whose figure the first reader takes for another value."""

    def find(lang: str, text: str, words: str, value: str, **fields: Any) -> Finding | None:
        def broken(article: str, *rest: Any) -> AnnotatedArticle:
            found = annotate(article, *rest)
            start = article.index(words)
            core = (start, start + len(words))
            mention = Mention(
                text=words, start=core[0], end=core[1], kind="count", value=Decimal(value)
            )
            return replace(
                found,
                annotations=(Annotation(mention=mention, core=core),),
                core_starts=(core[0],),
            )

        monkeypatch.setattr(quotations, "annotate", broken)
        return finding_of(text, lang, text.rstrip("."), value=value, **fields)

    return find


BROKEN = [
    ("en", "Two thousand five hundred people came.", "Two thousand five hundred", "200500"),
    ("en", "Two thousand five hundred people came.", "Two thousand", "2000"),
    ("en", "Two thousand five hundred people came.", "five hundred", "500"),
    ("en", "It cost one point three dollars.", "three", "3"),
    ("en", "It cost one point three dollars.", "one", "1"),
    ("en", "Sales rose .5 percent in July.", "5", "5"),
    ("en", "Revenue was $320* million in May.", "320", "320"),
    ("en", "Revenue was $320(1) million in May.", "320", "320"),
    ("en", "The ticket costs €1.500 in total.", "1.500", "1500"),
    ("en", "Revenue was 1,250 million.", "1,250", "1.25"),
    ("en", "It sold thirty one cars in May.", "thirty", "30"),
    ("en", "One and a half million people came.", "half million", "500000"),
    ("en", "It paid $2 to $3 billion for it.", "2", "2"),
    ("en", "Revenue was $5 billion in May.", "5 billion", "5e6"),
    ("en", "Revenue was $50 and 30 cents.", "50", "50"),
    ("en", "Revenue was $-50.8bn in May.", "50.8bn", "50.8e9"),
    ("en", "Its sales tripled in a year.", "tripled", "2"),
    ("de", "Zwei Millionen fünfhunderttausend Euro.", "fünfhunderttausend", "500000"),
    ("de", "Es waren zweitausendfünfhundert Gäste.", "zweitausendfünfhundert", "200500"),
    ("de", "Es waren 1.500 Gäste im Saal.", "1.500", "1.5"),
    ("de", "Es waren 2 Mio. 500 Tsd. Euro.", "500 Tsd", "500000"),
    ("de", "Der Umsatz lag bei 3,4 Mrd. Euro.", "3,4 Mrd", "3.4e6"),
    ("de", "Der Umsatz lag bei 2 Billionen Euro.", "2 Billionen", "2e9"),
    ("de", "Es waren eins Komma drei Millionen.", "drei Millionen", "3e6"),
    ("de", "Es war eine halbe Million Euro.", "Million", "1e6"),
    ("de", "Es kamen einundzwanzig Gäste an.", "einundzwanzig", "120"),
    ("nl", "Een miljoen honderdduizend mensen.", "Een miljoen honderdduizend", "100e9"),
    ("nl", "De rente steeg tot ,77 procent.", "77", "77"),
    ("nl", "Het waren 1.500 mensen in de zaal.", "1.500", "1.5"),
    ("nl", "Het kostte anderhalf miljoen euro.", "anderhalf miljoen", "1e6"),
    ("nl", "Het kostte een kwart miljoen euro.", "miljoen", "1e6"),
    ("nl", "Het waren drieëntwintig mensen.", "drieëntwintig", "32"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "words", "value"), BROKEN)
@pytest.mark.parametrize("inferred", [(), ("value",)])
def test_a_misreading_is_not_borne_out_and_no_reason_makes_it_so(
    lang: str, text: str, words: str, value: str, inferred: tuple[str, ...], misread: Misread
) -> None:
    finding = misread(lang, text, words, value, inferred=inferred)
    assert finding is not None
    assert (finding.code, finding.severity) == ("reading-unsure", "review")


OPEN = [
    ("de", "Es kamen O,5 Millionen Personen.", "5 Millionen", "5e6"),
    ("de", "Der Umsatz lag bei 12, 5 Millionen.", "5 Millionen", "5e6"),
    ("de", "Der Umsatz lag bei 12，5 Millionen.", "12", "12"),
    ("en", "Revenue was 3·2 million in May.", "2 million", "2e6"),
    ("en", "The firm earned QQ5 million in May.", "5 million", "5e6"),
    ("en", "It has a tip of 1.5mm in all.", "1.5mm", "1.5e6"),
    ("en", "The ship carried 100t of steel.", "100t", "100e12"),
    ("en", "The bridge is 300m above ground.", "300m", "300e6"),
    ("nl", "De firma verdiende QQ5 miljoen.", "5 miljoen", "5e6"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "words", "value"), OPEN)
def test_a_reason_settles_what_the_second_reader_leaves_open(
    lang: str, text: str, words: str, value: str, misread: Misread
) -> None:
    finding = misread(lang, text, words, value)
    assert finding is not None
    assert finding.code == "reading-unsure"
    assert "inferred: {value:" in finding.hint
    assert misread(lang, text, words, value, inferred=("value",)) is None


@pytest.mark.parametrize(("low", "high"), [("2e6", "3"), ("2", "3e6"), ("2e6", "3e9")])
def test_both_ends_of_a_range_are_read_again(
    low: str,
    high: str,
    monkeypatch: pytest.MonkeyPatch,
    finding_of: Callable[..., Finding | None],
) -> None:
    def broken(*given: Any) -> AnnotatedArticle:
        found = annotate(*given)
        values = {"low": Decimal(low), "high": Decimal(high)}
        misread = [
            replace(one, mention=replace(one.mention, value=values[one.bound or "low"]))
            for one in found.annotations
        ]
        return replace(found, annotations=tuple(misread))

    text = "It sold 2 to 3 million cars."
    fields = {"min_value": "2e6", "max_value": "3e6", "unit": "vehicle"}
    assert finding_of(text, "en", text, **fields) is None
    monkeypatch.setattr(quotations, "annotate", broken)
    finding = finding_of(text, "en", text, **fields | {"min_value": low, "max_value": high})
    assert finding is not None
    assert finding.code == "reading-unsure"


def test_the_hint_says_what_both_have_read(misread: Misread) -> None:
    finding = misread("en", *BROKEN[0][1:])
    assert finding is not None
    assert finding.message == (
        'Two thousand five hundred was read as 200500; read again, "Two thousand five hundred" is 2500'
    )
    assert finding.hint.startswith(
        "the first reader has 200500, the second 2500: correct the value"
    )
    assert "inferred" not in finding.hint
    unsure = misread("en", *OPEN[5][1:])
    assert unsure is not None
    assert 'the second no certain value, since "mm" may be a measure' in unsure.hint


def test_letters_of_a_measure_are_a_scale_only_of_money_and_of_what_is_counted(
    finding_of: Callable[..., Finding | None],
) -> None:
    for text, fields in (
        ("Revenue was $2.1m in March alone.", {"value": "2.1e6", "unit": "USD"}),
        ("Revenue was 984m euros in March.", {"value": "984e6", "unit": "EUR"}),
        ("It sold 2.1m cars in March alone.", {"value": "2.1e6", "unit": "vehicle"}),
    ):
        assert finding_of(text, "en", text.rstrip("."), **fields) is None


def texts() -> dict[tuple[str, str], None]:
    """The texts of all cases whose verdict is that they are proven."""
    found = {}
    for path in sorted(CASES.glob("cases*.yaml")):
        for case in yaml.safe_load(path.read_text("utf-8"))["cases"]:
            if "text" in case and (case.get("expect") == "ok" or case.get("code") == ""):
                found[case.get("lang", path.stem[-2:]), case["text"]] = None
    return found


def test_the_two_readers_agree_on_the_figures_of_real_sentences() -> None:
    read, wrong = 0, []
    for lang, text in texts():
        article = annotate(text, lang, ())
        for one in article.annotations:
            if one.mention.value is None:
                continue
            read += 1
            core = one.core
            starts, ends = list(article.folded.starts), list(article.folded.ends)
            span = (starts.index(core[0]), ends.index(core[1]) + 1)
            again = read_again(article.folded.layout, span, article.lexicon)
            # A part of many is a percentage; without an end, such as a third, it has six places.
            is_share = one.figure is not None and one.figure.is_share
            value = one.mention.value.scaleb(-2) if is_share else one.mention.value
            if again.value is None or round(again.value, 6) != abs(value):
                wrong.append((text, one.mention.text, again))
    assert read > 800
    assert len(wrong) <= read * 0.005, wrong
