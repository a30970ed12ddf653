"""Whatever the text: finding and proving end, without an error, and offsets are true."""

import sys
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence import check_coverage, cover, find
from generator.model import Article, Finding, Unit

LANGUAGES = st.sampled_from(["de", "nl", "en", "fr", "zh-Hans", "xx", ""])
SCRAPS = st.lists(
    st.sampled_from(
        ["rund", "bis", "zwischen", "und", "half", "een", "a", "million", "Mrd.", "3", "1.234,5",
         "2024", "-", "–", "%", "$", "¥", "Euro", "Jahre", "März", "Q4", "ersten", "Quartal",
         "1/2", "½", ",", ".", "(", "\n\n", "Auto", "SU7", "²", "§", "٣", "auf", "to", "12:30",
         "99.99.9999", "0-0", "..", "XXXX", "31. Februar 2023", "verdoppelt"]
    ),
    max_size=25,
).flatmap(lambda words: st.sampled_from([" ".join(words), "".join(words), "-".join(words)]))  # fmt: skip


@given(st.text() | SCRAPS, LANGUAGES)
def test_mentions_stand_where_they_say(units: Mapping[str, Unit], text: str, lang: str) -> None:
    end = 0
    for mention in find(text, lang, units):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.hedge_start is None or 0 <= mention.hedge_start < len(text)
        end = mention.end


@given(st.text(min_size=1) | SCRAPS.filter(bool), st.text() | SCRAPS)
def test_proving_anything_ends_in_at_most_one_finding_an_aspect(
    finding_of: Callable[..., Finding | None], text: str, quote: str
) -> None:
    finding = finding_of(text, "de", quote, value="3", unit="EUR", period="2024-Q4")
    assert finding is None or (finding.message.isprintable() and finding.hint.isprintable())


@given(SCRAPS, SCRAPS)
def test_every_mention_is_covered_ignored_or_open(
    make_article: Callable[..., Article], units: Mapping[str, Unit], text: str, ignored: str
) -> None:
    article = make_article(text, "de", {ignored: "why"})
    covered = cover(article, {}, {}, units)
    assert [one.mention for one in covered] == list(find(text, "de", units))
    found = list(check_coverage(article, covered))
    if any(one.code == "language-mismatch" for one in found):
        return  # of words in another language nothing else is told
    opened = [one for one in found if one.code == "open-number"]
    texts = {one.mention.text for one in covered if one.is_open}
    at_most = sum(one.is_open for one in covered)
    assert len(texts) - 1 <= len(opened) <= at_most, "one misspelt entry stands for one text"


HUGE = [
    "lorem ipsum 48,8 Prozent dolor " * 2_000,
    "9" * 100_000,
    "9." * 20_000,
    "9 " * 10_000,
    "1-" * 10_000,
    "a" * 200_000,
    "ein " * 20_000,
    "und so weiter, " * 10_000,
    "(" * 50_000,
    "März " * 10_000,
    "\u0308" * 50_000,
    "zwei bis " * 8_000,
    "tausend" * 10_000,
]


@pytest.mark.parametrize("text", HUGE, ids=lambda text: text[:8])
def test_a_huge_text_is_read_to_its_end(text: str, units: Mapping[str, Unit]) -> None:
    assert all(text[one.start : one.end] == one.text for one in find(text, "de", units))


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        ("hello" * 10_000, "quote-long"),
        ("hello" * 100, "quote-missing"),
        ("hello " * 160, "quote-missing"),
        ("9" * 990, "quote-missing"),
        ("[…] " * 90, "quote-short"),
        ("lorem ipsum […] " * 40 + "hello", "quote-missing"),
    ],
    ids=lambda value: value[:12],
)
@pytest.mark.parametrize("text", ["helo" * 50_000, "lorem ipsum helo " * 30_000])
def test_a_hostile_quotation_gets_one_short_finding(
    quote: str, code: str, text: str, finding_of: Callable[..., Finding | None]
) -> None:
    finding = finding_of(text, "en", quote, value="3")
    assert finding is not None
    assert finding.code == code
    assert len(finding.message) < 600


def test_a_value_with_an_enormous_exponent_is_only_compared(
    finding_of: Callable[..., Finding | None],
) -> None:
    sentence = "The price is 12 euros today."
    for value in ("12e999999", "1e-999999", "9" * 5_000):
        finding = finding_of(sentence, "en", sentence, value=value, unit="EUR")
        assert finding is not None
        assert len(finding.message) < 6_000 + sys.getsizeof("")


@pytest.mark.parametrize(
    "text", ["5 " * 8_000, "5-" * 8_000, "5 Prozent " * 1_500, "(" * 8_000 + "5"]
)
def test_a_table_of_numbers_is_read_in_proportion_to_its_length(text: str) -> None:
    mentions = find(text, "de", {})
    assert len(mentions) == len({mention.start for mention in mentions}) >= 1
