"""Folding: one spelling to find quotations by, with the way back to the delivered text."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.evidence.text.folding import fold

TRICKY = st.text(
    st.sampled_from("aZ5½²ü\u0308\u0301 \n\r\t\u00a0\u202f\u00ad\u200b\u2060\ufeff„“’–−…'\"-.,€")
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("48,8\u00a0Prozent", "48,8 Prozent"),
        ("a  \n\t b", "a b"),
        ("„Top“ – ‚so‘", "\"Top\" - 'so'"),
        ("−3,2 %", "-3,2 %"),
        ("Jahres\u00adkapazität", "Jahreskapazität"),
        ("u\u0308ber", "über"),
        ("und so…", "und so..."),
        ("3½ und 10²", "3½ und 10²"),
        ("ſ Ⅷ", "ſ Ⅷ"),
        ("Proﬁt, Oﬀer, ﬂink, eﬃzient, Waﬄe, ﬆ", "Profit, Offer, flink, effizient, Waffle, st"),
        ("1⁄2", "1/2"),
        ("a\u0308\u0308t", "ä\u0308t"),
        ("", ""),
    ],
)
def test_only_spelling_is_folded(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("12,3 Mil-\nliarden Euro", "12,3 Milliarden Euro"),
        ("12,3 Mil\u00ad\nliarden Euro", "12,3 Milliarden Euro"),
        ("12,3 Mil\u2010\r\n  liarden Euro", "12,3 Milliarden Euro"),
        ("Vor-\nund Nachteile", "Vor- und Nachteile"),
        ("E-\nAutos", "E- Autos"),
        ("12-\njährig", "12- jährig"),
        ("Mil-\n\nliarden", "Mil- liarden"),
    ],
)
def test_a_word_divided_at_the_end_of_a_line_is_one(text: str, joined: str) -> None:
    folded = fold(text, frozenset({"und"}))
    assert folded.text == joined
    assert len(folded.text) == len(folded.layout) == len(folded.starts) == len(folded.ends)
    assert text[slice(*folded.span(0, len(joined)))] == text


def test_a_typed_text_is_not_joined() -> None:
    assert fold("Mil-\nliarden").text == "Mil- liarden"


def test_case_is_kept() -> None:
    assert fold("Xiaomi XIAOMI").text == "Xiaomi XIAOMI"


@pytest.mark.parametrize(
    ("text", "layout"),
    [("a\n\nb", "a\nb"), ("a\nb", "a b"), ("1\u202f234", "1\u00a0234"), ("a \u00a0b", "a b")],
)
def test_the_layout_keeps_paragraphs_and_lone_no_break_spaces(text: str, layout: str) -> None:
    assert fold(text).layout == layout


@given(st.text() | TRICKY)
def test_offsets_lead_back_to_the_delivered_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.layout) == len(folded.starts) == len(folded.ends)
    previous = 0
    for character, start, end in zip(folded.text, folded.starts, folded.ends, strict=True):
        assert previous <= start < end <= len(text)
        previous = start
        if character.isalnum():
            seen = "".join(one for one in text[start:end] if unicodedata.category(one) != "Cf")
            form = "NFKC" if seen[:1] in "ﬀﬁﬂﬃﬄﬅﬆ" else "NFC"
            assert character in unicodedata.normalize(form, seen)


@given(st.text() | TRICKY)
@example("\u1fef\u1ffd")  # to NFC a grave and an acute accent, which fold to a quotation mark
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once
