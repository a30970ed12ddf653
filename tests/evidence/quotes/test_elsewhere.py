"""Where a quotation really stands, and what it is, when its own article has it nowhere."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.evidence import prove
from generator.example import example_root
from generator.model import Article, Fact, Finding, Indicator, Marks, Place, Quote, Seeds
from generator.reading import load_seeds

EXAMPLE = load_seeds(example_root())
AT = Place("seeds/facts/test.yaml", 30, 12)
FIELDS = {
    (name,): Place("seeds/facts/test.yaml", 29 + at, 14)
    for at, name in enumerate(("article", "exact"))
}
MARKS = Marks(AT, FIELDS)
BOTE_1 = """Die Bahn meldet Zahlen.
Im Mai 2024 fuhren 3.200 Züge nach Alder. Im Juni waren es, wegen der Hitze, nur 2.900 Züge, sagte \
der Sprecher."""
BOTE_2 = """Der Hafen wächst. Er zählte im Jahr 2023 rund 4.000 Schiffe.

Die Gebühr stieg um 5 Prozent, nicht um 7 Prozent."""
TEXTS = {
    "bote-1": ("de", BOTE_1),
    "bote-2": ("de", BOTE_2),
    "post-3": ("en", "The ferry carried 71,500 people in May. Its owner paid for it in cash."),
    "krant-4": ("nl", "De veerboot vervoerde in mei 71.500 mensen naar het eiland."),
}


def swapped(seeds: Seeds) -> list[tuple[Fact, str, str]]:
    """Each quotation of each fact under every other article, with the right one."""
    return [
        (
            replace(
                fact,
                quotes=(*fact.quotes[:at], replace(quote, article=other), *fact.quotes[at + 1 :]),
            ),
            quote.article,
            other,
        )
        for fact in seeds.facts.values()
        for at, quote in enumerate(fact.quotes)
        for other in seeds.articles
        if other != quote.article
    ]


@pytest.mark.parametrize(
    ("fact", "right", "wrong"),
    [pytest.param(*one, id=f"{one[0].id}-{one[2]}") for one in swapped(EXAMPLE)],
)
def test_a_quotation_under_the_wrong_article_is_told_the_right_one(
    fact: Fact, right: str, wrong: str
) -> None:
    proof = prove(
        fact,
        indicator=EXAMPLE.indicators[fact.indicator],
        articles=EXAMPLE.articles,
        units=EXAMPLE.units,
    )
    (finding,) = proof.findings
    assert finding.code == "quote-missing"
    assert f"stands word for word in {right}, line " in finding.message
    assert wrong in finding.message
    assert finding.hint == f"correct article to {right}"


@pytest.fixture
def missing(make_article: Callable[..., Article]) -> Callable[..., Finding]:
    """The finding on an event quoted from one of the texts."""

    def find(exact: str, article: str = "bote-1", **fields: Any) -> Finding:
        articles = {
            name: replace(make_article(text, lang), id=name)
            for name, (lang, text) in TEXTS.items()
            if name not in fields.pop("without", ())
        }
        quote = Quote(article=article, exact=exact, marks=MARKS, **fields)
        fact = Fact(id="fact", indicator="event", about="subject", quotes=(quote,), marks=MARKS)
        indicator = Indicator(id="event", label={}, kind="event", marks=MARKS)
        (finding,) = prove(fact, indicator=indicator, articles=articles, units={}).findings
        assert finding.code == "quote-missing"
        return finding

    return find


Missing = Callable[..., Finding]


def test_the_line_in_the_right_article_is_named_and_the_article_pointed_at(
    missing: Missing,
) -> None:
    finding = missing("Die Gebühr stieg um 5 Prozent")
    message = "the quotation is not in bote-1; it stands word for word in bote-2, line 3"
    assert finding.message == message
    assert finding.hint == "correct article to bote-2"
    assert finding.place == FIELDS[("article",)]


def test_spaces_and_marks_of_another_kind_hide_no_right_article(missing: Missing) -> None:
    for exact in ("Die  Gebühr\nstieg um 5 Prozent", "„Die Gebühr stieg um 5 Prozent“"):
        assert "word for word in bote-2, line 3" in missing(exact).message


@pytest.mark.parametrize("mark", ["[…]", "(...)", "…", "..."])
def test_a_shortened_quotation_is_looked_for_elsewhere_too(mark: str, missing: Missing) -> None:
    finding = missing(f"Die Gebühr stieg {mark} nicht um 7 Prozent")
    assert "stands in bote-2, line 3" in finding.message
    assert "bote-2" in finding.hint


def test_every_article_that_has_the_words_is_named(
    missing: Missing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TEXTS, "bote-5", TEXTS["bote-2"])
    finding = missing("Die Gebühr stieg um 5 Prozent")
    assert finding.message.endswith("in bote-2, line 3, and in bote-5, line 3")
    assert finding.hint == "correct article to bote-2 or bote-5"


def test_an_article_that_does_not_exist_is_corrected_too(missing: Missing) -> None:
    finding = missing("Die Gebühr stieg um 5 Prozent", article="bote-9")
    assert "there is no text of an article" in finding.message
    assert "word for word in bote-2, line 3" in finding.message
    assert finding.hint == "correct article to bote-2"


def test_a_quotation_that_no_article_has_is_told_so(missing: Missing) -> None:
    finding = missing("Der Kaffee schmeckt der Königin am Morgen")
    assert "in none of 4" in finding.message
    assert missing("Im Mai 2024 fuhren 3.300 Züge nach Alder").message == (
        "in none of 4 articles; nearest, in bote-1 (line 2): "
        '"Im Mai 2024 fuhren 3.200 Züge nach Alder"; '
        'differs: "3.300" (quotation) / "3.200" (article)'
    )


def test_the_nearest_passage_of_another_article_is_shown_where_the_own_has_none(
    missing: Missing,
) -> None:
    finding = missing("The ferry carried 71,600 people in May")
    assert "in none of 4" in finding.message
    assert (
        'nearest, in post-3 (line 1): "The ferry carried 71,500 people in May"' in finding.message
    )


def test_with_one_article_no_other_is_spoken_of(
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of("Es kostet 5 Euro.", "de", "Der Kaffee schmeckt der Königin", value=5)
    assert finding is not None
    assert finding.message.startswith("nothing like ")
    assert "none of" not in finding.message


TRANSLATED: Mapping[str, Any] = {"translation": {"en": "In May 2024, 3,200 trains ran to Alder"}}


@pytest.mark.parametrize(
    "exact", ["In May 2024, 3,200 trains ran to Alder", "in May 2024 3200 trains ran to Alder."]
)
def test_the_facts_own_translation_is_named(exact: str, missing: Missing) -> None:
    finding = missing(exact, **TRANSLATED)
    assert "is the fact's own translation (en)" in finding.message
    assert "quote the article's own words" in finding.hint


@pytest.mark.parametrize(
    ("exact", "article", "ours", "theirs"),
    [
        ("There were 2,900 trains in June because of the heat", "bote-1", "en", "de"),
        ("In juni waren het er door de hitte maar 2.900", "bote-1", "nl", "de"),
        ("Die Fähre brachte im Mai 71.500 Menschen auf die Insel", "krant-4", "de", "nl"),
        ("De veerboot vervoerde meer mensen dan een jaar eerder in mei", "post-3", "nl", "en"),
    ],
)
def test_another_language_is_named(
    exact: str, article: str, ours: str, theirs: str, missing: Missing
) -> None:
    finding = missing(exact, article=article)
    assert f"is {ours}, the article {theirs}" in finding.message
    assert "translation" in finding.message
    assert f"translation: {{{ours}: …}}" in finding.hint


@pytest.mark.parametrize(
    ("exact", "left_out"),
    [
        ("Im Juni waren es nur 2.900 Züge, sagte der Sprecher", ", wegen der Hitze,"),
        ("Im Juni waren es, wegen der Hitze, nur 2.900 Züge der Sprecher", ", sagte"),
    ],
)
def test_words_left_out_in_the_middle_make_a_cut(
    exact: str, left_out: str, missing: Missing
) -> None:
    finding = missing(exact)
    assert finding.message == f'a cut: the quotation leaves out "{left_out}" (line 2)'
    assert "mark the omission as […]" in finding.hint


def test_a_hedge_left_out_makes_a_cut(finding_of: Callable[..., Finding | None]) -> None:
    text = "Das waren rund 12 Millionen Euro (ca. 13 Millionen US-Dollar)."
    finding = finding_of(text, "de", "rund 12 Millionen Euro (13 Millionen US-Dollar)", value=1)
    assert finding is not None
    assert finding.message == 'a cut: the quotation leaves out "ca." (line 1)'


@pytest.mark.parametrize(
    "exact",
    [
        "Die Bahn meldet Zahlen. Im Juni waren es, wegen der Hitze, nur 2.900 Züge",
        "Die Bahn meldet Zahlen: Im Juni waren es, wegen der Hitze, nur 2.900 Züge",
        "Im Mai 2024 fuhren 3.200 Züge nach Alder und im Juni waren es, wegen der Hitze, nur 2.900",
        "nur 2.900 Züge, sagte der Sprecher. Im Mai 2024 fuhren 3.200 Züge",
    ],
)
def test_two_sentences_in_one_make_a_merge(exact: str, missing: Missing) -> None:
    finding = missing(exact)
    assert finding.message.startswith("a merge of two sentences (line"), finding.message
    assert "a list of quotations" in finding.hint


def test_a_merge_of_two_articles_names_both(missing: Missing) -> None:
    finding = missing("Im Mai 2024 fuhren 3.200 Züge, die Gebühr stieg um 5 Prozent")
    assert "bote-1, line 2" in finding.message
    assert "bote-2, line 3" in finding.message
    assert "a list of quotations" in finding.hint


def test_a_cut_of_another_article_names_it(missing: Missing) -> None:
    finding = missing("Im Juni waren es nur 2.900 Züge", article="bote-2")
    assert "a cut" in finding.message
    assert "bote-1, line 2" in finding.message


def test_dots_are_a_cut_by_name(missing: Missing) -> None:
    finding = missing("Im Juni waren es … nur 2.900 Züge")
    assert finding.message.startswith("a cut: ")
    assert "mark the omission as […]" in finding.hint


@pytest.mark.parametrize(
    "exact",
    [
        "Im Juni waren es, wegen der Hitze, bloß 2.900 Züge",
        "Im Juni waren es, wegen der großen Hitze, nur 2.900 Züge",
        "Die Bahn meldet heute Zahlen",
    ],
)
def test_a_changed_or_added_word_is_no_cut_and_no_merge(exact: str, missing: Missing) -> None:
    assert missing(exact).message.startswith("in none of 4 articles; nearest, in bote-1")
