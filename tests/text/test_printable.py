"""Text from outside becomes one printable line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import shown


@given(st.text(max_size=300))
def test_shown_text_is_one_short_printable_line(text):
    assert shown(text).isprintable()
    assert len(shown(text)) <= 80


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Größe 中国 שלום", "Größe 中国 שלום"),
        ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("\x1b[31m\u202e", "\\x1b[31m\\u202e"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("blank\u3164", "blank\\u3164"),
        ("\u0301e", "\\u0301e"),
        ("x" * 80, "x" * 80),
        ("x" * 81, "x" * 79 + "…"),
        ("", ""),
    ],
)
def test_shown_text_escapes_what_cannot_be_seen(text, seen):
    assert shown(text) == seen
