"""A word is put at the end of its list; comments and all else stay byte for byte."""

import pytest

from generator.reading import UsageError, with_listed

PATH = "seeds/indicators.yaml"
FLOW = """\
# head
indicators:
  bathers: {label: {en: Bathers}, words: {en: [visitor]}}  # who came
  # the next
  price: {label: {en: Price}, kind: level}
"""
BLOCK = "indicators:\r\n  bathers:\r\n    words:\r\n      en:\r\n        - visitor # one\r\n    kind: flow"


@pytest.mark.parametrize(
    ("content", "keys", "old", "new"),
    [
        (FLOW, ("bathers", "words", "en"), "[visitor]", "[visitor, bather]"),
        (FLOW, ("bathers", "words", "de"), "words: {en", "words: {de: [bather], en"),
        (FLOW, ("price", "words", "en"), ", kind", ", words: {en: [bather]}, kind"),
        (BLOCK, ("bathers", "words", "en"), "# one\r\n", "# one\r\n        - bather\r\n"),
        (BLOCK, ("bathers", "words", "de"), "      en", "      de: [bather]\r\n      en"),
    ],
)
def test_the_word_stands_at_its_place_and_all_else_stays(content, keys, old, new) -> None:
    made = with_listed(PATH, content.encode(), ("indicators", *keys), ["bather"])
    assert made == content.replace(old, new, 1)


@pytest.mark.parametrize(
    ("word", "typed"), [("no", '"no"'), ("a: b", '"a: b"'), ("two words", "two words")]
)
def test_a_word_that_yaml_takes_for_something_else_is_quoted(word, typed) -> None:
    made = with_listed(PATH, FLOW.encode(), ("indicators", "bathers", "words", "en"), [word])
    assert f"[visitor, {typed}]" in made


@pytest.mark.parametrize("content", ["indicators: [\n", "indicators: &x {a: *x}\n", "\ufeff\x00"])
def test_a_file_of_another_form_is_refused(content) -> None:
    with pytest.raises(UsageError, match="nothing can be put in there"):
        with_listed(PATH, content.encode(), ("indicators", "a", "words", "en"), ["x"])
