"""Numbers, ids, addresses, patterns: what is taken, what is refused, and the smallest edit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.errors import RefusedError
from generator.reading.values.addresses import parse_address
from generator.reading.values.amounts import parse_number
from generator.reading.values.names import (
    RESERVED,
    is_id,
    kebab,
    parse_article_path,
    parse_id,
    parse_language,
)
from generator.reading.values.patterns import parse_pattern


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("48,8", "write 48.8"),
        ("5,4%", 'write 5.4 and unit: "%"'),
        ("5,4\u00a0%", 'write 5.4 and unit: "%"'),
        ("20 Prozent", 'write 20 and unit: "%"'),
        ("350.000 Stück", "write 350_000 or 350.000 and its unit behind unit:"),
        ("1.000 Euro", "write 1_000 or 1.000 and unit: EUR"),
        ("109 Mrd.", "write 109e9"),
        ("109 Mrd. Yuan", "write 109e9 and unit: CNY"),
        ("109 Milliarden Yuan", "write 109e9 and unit: CNY"),
        ("15,09 Milliarden Dollar", "write 15.09e9 and unit: USD"),
        ("12,9 Mio. USD", "write 12.9e6 and unit: USD"),
        ("10 miljard", "write 10e9"),
        ("109 billion", "write 109e9"),
        ("$5bn", "write 5e9 and unit: USD"),
        ("€5,4", "write 5.4 and unit: EUR"),
        ("1.234,5", "write 1_234.5"),
        ("1,234.5", "write 1_234.5"),
        ("1,000", "write 1_000"),
        ("109,0e9", "write 109.0e9"),
        ("1,5E6", "write 1.5e6"),
        ("109,000e9", "write 109_000e9"),
        ("1.234,5e3", "write 1_234.5e3"),
        ("1,000,000", "write 1_000_000"),
        ("1 000", "write 1_000"),
        ("1'000", "write 1_000"),
        ("300-350", "for a range write min_value: 300 and max_value: 350"),
        ("300 bis 350", "for a range write min_value: 300 and max_value: 350"),
        (">5", "write the bare number, and the rest as hedge: over"),
        ("~5", "write the bare number, and the rest as hedge: about"),
        ("+5", "write 5"),
        ("−5", "write -5"),
        ("007", "write 7"),
        (".5", "write 0.5"),
        ("5.", "write 5"),
        ("1E3", "write 1e3"),
        ("1e+9", "write 1e9"),
    ],
)
def test_a_number_typed_in_another_way_gets_the_smallest_edit(typed, hint):
    with pytest.raises(RefusedError) as caught:
        parse_number(typed)
    assert (caught.value.finding.message, caught.value.finding.hint) == ("is no number", hint)


@pytest.mark.parametrize(
    "typed",
    [".nan", ".inf", "-.inf", "0x1F", "0b11", "1:30:00", "1:30", "yes", "1.0e+309", "0.1e-400",
     "1e400", "1e-3", "", " ", "abc", "１２", "1__0", "_1", "1_", "1e", "e9", "10^9", "1/2", "--1",
     "2024-01-01", "1e9e9", "vierzig", "1\n2", "٣"],
)  # fmt: skip
def test_what_is_no_number_gets_the_forms(typed):
    with pytest.raises(RefusedError) as caught:
        parse_number(typed)
    assert caught.value.finding.message == "is no number"


@pytest.mark.parametrize(
    ("typed", "predicate"),
    [
        ("9007199254740993", "has 16 significant digits; 15 can be shown exactly"),
        ("1.234567890123456", "has 16 significant digits; 15 can be shown exactly"),
        ("2e18", "is beyond 10^18"),
        ("-1e99", "is beyond 10^18"),
    ],
)
def test_a_number_that_no_page_can_show_exactly_is_refused(typed, predicate):
    with pytest.raises(RefusedError, match=r"digits|beyond") as caught:
        parse_number(typed)
    assert caught.value.finding.message == predicate


@given(st.text(max_size=40))
def test_a_number_is_taken_or_refused_and_nothing_else(typed):
    try:
        outcome = parse_number(typed)
    except RefusedError as refused:
        outcome = refused.finding.hint
    assert isinstance(outcome, Decimal) or outcome


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))  # fmt: skip
def test_a_plain_decimal_is_read_as_itself(number):
    assert parse_number(str(number).replace("-0.000", "0.000")) == number


@pytest.mark.parametrize(
    "typed",
    ["../../../escaped", "/abs", "a\\..\\b", "nul.md", ".git", "gdp\u200bgrowth", "a?b#c", "$(id)",
     "007", "Upper", "a--b", "-a", "a-", "a_b", "a b", "ä", "", "a\nb", "a" * 61, "2024-revenue"],
)  # fmt: skip
def test_what_is_no_id_is_refused(typed):
    with pytest.raises(RefusedError):
        parse_id(typed)


@pytest.mark.parametrize("typed", sorted(RESERVED))
def test_names_that_the_site_or_a_system_has_taken_are_no_ids(typed):
    with pytest.raises(RefusedError):
        parse_id(typed)


@pytest.mark.parametrize(
    "folder", ["changes", "data", "facts", "known", "open-questions", "promises", "sources"]
)
def test_folders_of_the_site_are_taken(folder):
    assert (folder in RESERVED, kebab(folder.title())) == (True, "")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Takings 2024/Q4", "takings-2024-q4"),
        ("2024 Größe", "grosse-2024"),
        ("a--b_c", "a-b-c"),
        ("Index", ""),
        ("???", ""),
        ("007", ""),
        ("x" * 99, "x" * 60),
    ],
)
def test_the_nearest_id_is_suggested(typed, meant):
    assert kebab(typed) == meant


@given(st.text(max_size=80))
def test_a_suggested_id_is_an_id(typed):
    assert not kebab(typed) or is_id(kebab(typed))


@pytest.mark.parametrize("typed", ["en", "de", "pt-BR", "zh-Hant", "zh-Hans-CN", "es-419", "gsw"])
def test_language_tags_are_taken(typed):
    assert parse_language(typed) == typed


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("EN", "write en"),
        ("de_AT", "write de-AT"),
        ("de-at", "write de-AT"),
        ("German", "write de"),
        ("dutch", "write nl"),
        ("x", "write a tag such as en, de, nl or pt-BR"),
        ("en-", "write a tag such as en, de, nl or pt-BR"),
    ],
)
def test_other_language_names_get_the_tag(typed, hint):
    with pytest.raises(RefusedError) as caught:
        parse_language(typed)
    assert caught.value.finding.hint == hint


@pytest.mark.parametrize(
    "typed",
    [
        "https://www.destatis.de/DE/Themen/Bevoelkerung/Geburten/_inhalt.html",
        "https://en.wikipedia.org/wiki/Xiaomi_(company)?action=view&x=[1]#History",
        "HTTPS://ourworldindata.org",
        "https://a.de/" + "x" * 1987,
        "https://de.wikipedia.org/wiki/Börse",
        "https://www.test.de/",
    ],
)
def test_plain_addresses_are_taken(typed):
    assert parse_address(typed) == typed


@pytest.mark.parametrize(
    ("typed", "predicate"),
    [
        (" javascript:alert(1)", "holds a space"),
        ("\x01javascript:alert(1)", "holds U+0001"),
        ("https://www.site.org/%0a%0d", "holds an encoded control character, %0a"),
        ("https://www.site.org/%00", "holds an encoded control character, %00"),
        ("https://www.site.org/%E0%zz", "holds a % without two digits behind it"),
        ("javascript:alert(1)", "does not begin with https://"),
        ("data:text/html,x", "does not begin with https://"),
        ("http://www.site.org/", "does not begin with https://"),
        ("//site.org/x", "does not begin with https://"),
        ("ftp://site.org/x", "does not begin with https://"),
        ("www.site.org", "does not begin with https://"),
        ("https:\\\\site.org\\x", "holds \\"),
        ("https://ourworldindata.org@evil.com/", "holds a user name before the host"),
        ("https://u:p@site.org/", "holds a user name before the host"),
        ("https://site.org%2f@evil.com/", "holds a user name before the host"),
        ("https://ourwоrldindata.org/", "has a host with a letter outside a-z"),
        ("https://2130706433/", "names no public host"),
        ("https://127.0.0.1/", "names no public host"),
        ("https://[::1]/", "names no public host"),
        ("https://localhost/", "names no public host"),
        ("https://intranet/", "names no public host"),
        ("https:///path", "names no public host"),
        ("https://a..b/", "names no public host"),
        ("https://-a.org/", "names no public host"),
        ("https://site.org:8443/", "names a port"),
        ("https://xn--ourwrldindata-9fk.org/", "has an encoded host name (xn--)"),
        ("https://example.com/", "has a host that only stands for another"),
        ("https://www.example.org/a", "has a host that only stands for another"),
        ("https://printer.local/", "has a host that only stands for another"),
        ("https://a.test/", "has a host that only stands for another"),
        ("https://a.invalid/", "has a host that only stands for another"),
        ("https://a.b/" + "x" * 1989, "has 2001 characters; at most 2000"),
        ('x" onerror="alert(1)', 'holds "'),
        ('https://a.org/"x', 'holds "'),
        ("https://a.org/\u202ex", "holds U+202E"),
        ("https://a.org/\nx", "holds U+000A"),
        ("https://a.org/\u00a0x", "holds U+00A0"),
        ("https://a.org/<b>", "holds <"),
    ],
)
def test_other_addresses_are_refused_with_the_reason(typed, predicate):
    with pytest.raises(RefusedError) as caught:
        parse_address(typed)
    assert caught.value.finding.code == "bad-url"
    assert caught.value.finding.message.startswith(predicate)


@pytest.mark.parametrize("typed", ["articles/000.txt", "articles/a b.txt", "articles/2024/ä.txt"])
def test_paths_of_articles_are_taken(typed):
    assert parse_article_path(typed) == typed


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("000.txt", "write articles/000.txt"),
        ("seeds/articles/000.txt", "write articles/000.txt"),
        ("../articles/000.txt", "write articles/000.txt"),
        ("articles/../facts/a.yaml", "write articles/a.yaml"),
        ("/etc/passwd", "write articles/passwd"),
        ("articles\\000.txt", "write articles/000.txt"),
        ("articles//000.txt", "write articles/000.txt"),
        ("articles", "write articles/articles"),
        ("articles/", "write articles/name.txt"),
        ("articles/..", "write articles/name.txt"),
    ],
)
def test_paths_elsewhere_are_refused(typed, hint):
    with pytest.raises(RefusedError) as caught:
        parse_article_path(typed)
    assert caught.value.finding.hint == hint


@pytest.mark.parametrize(
    "typed",
    [r"ISO [0-9]{4}", r"\d+ km", r"(?:,\d{3})+ x", r"(?i)abc+", r"[(+*]+", r"\(\d+\)", r"(?=a+)b",
     r"(a|b) x", r"(\d+)? x", r"\d{1,4}-\d{2}", r"in (?P<year>\d{4})", "[]a]+b", r"a\++b", "x{,5}y"],
)  # fmt: skip
def test_plain_patterns_are_taken(typed):
    assert parse_pattern(typed) == typed


@pytest.mark.parametrize(
    ("typed", "predicate"),
    [
        (r"(\d+)*x", "repeats a group that itself repeats or chooses"),
        (r"(a|a)*x", "repeats a group that itself repeats or chooses"),
        (r"((a+)b)*x", "repeats a group that itself repeats or chooses"),
        (r"(a(b|c))+", "repeats a group that itself repeats or chooses"),
        (r"(?:a?){50}x", "repeats a group that itself repeats or chooses"),
        (r"(?P<n>\d+)+", "repeats a group that itself repeats or chooses"),
        (r"(?i:a+)+", "repeats a group that itself repeats or chooses"),
        (r"([^)]+)*x", "repeats a group that itself repeats or chooses"),
        (r"(?>a+)++", "repeats a group that itself repeats or chooses"),
        (r"a*b*x", "has more than one repetition of open length"),
        (r"a{1,999}a{1,999}b", "has more than one repetition of open length"),
        (r"(a*)\1b", "refers back to a group"),
        (r"\d+", "lets any number pass, not one kind of name"),
        (r"[^x]", "lets any number pass, not one kind of name"),
        (r"(?P<year>\d{4})", "lets any number pass, not one kind of name"),
        ("[0-9", "opens a bracket [ and does not close it"),
        ("[[a]", "is no regular expression"),
        ("a{99999999999}", "is no regular expression"),
        ("", "lets any number pass, not one kind of name"),
        (".*", "lets any number pass, not one kind of name"),
        ("x" * 101, "has 101 characters; at most 100"),
        ("a\u200b", "holds U+200B ZERO WIDTH SPACE"),
    ],
)
def test_patterns_that_run_away_or_match_all_are_refused(typed, predicate):
    with pytest.raises(RefusedError) as caught:
        parse_pattern(typed)
    assert caught.value.finding.message == predicate
