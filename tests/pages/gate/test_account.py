"""Each number on a built page is accounted for by a mark or by what the page names, or is found."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup

from generator.model import Row
from generator.pages import NumberAccount, Printed, Site, account_page
from generator.pages.templating import fill
from generator.pipeline import assemble, site_of

DOOR = '<a class="figure" href="../facts/#{}"><data value="{}">{}</data></a>'
REVENUE = ("revenue-2023-q2", "2500000000", "about 2.5&#160;billion&#160;EUR")
RAISE = ("raise-2024", "25", "+25%")
SENTENCE = "im zweiten Quartal 2023 einen Umsatz von rund 2,5 Milliarden Euro erzielt"
QUOTE = '<blockquote data-article="nordwerk-2023-08-21"><p>“{}”</p></blockquote>'
CHART = '<figure class="chart" id="chart-plans">{}</figure>'
Account = Callable[[str], NumberAccount]


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    """The small briefing."""
    return site_of(assemble(root / "tests/golden/small"), "en")


def account_of(site: Site) -> Account:
    """What accounts for the numbers of a page of a site."""
    printed = Printed(site)

    def accounted(html: str) -> NumberAccount:
        account = NumberAccount()
        account_page(html, "page/index.html", printed, account)
        return account

    return accounted


@pytest.fixture(scope="module")
def account(site: Site) -> Account:
    """What accounts for the numbers of a page of the small briefing."""
    return account_of(site)


@pytest.mark.parametrize(
    ("html", "kinds"),
    [
        # figures: by their link, their section, their attribute, in each form that the site prints
        (DOOR.format(*REVENUE), {"quoted": 1}),
        (DOOR.format(REVENUE[0], REVENUE[1], "about <b>2.5</b>\n billion EUR"), {"quoted": 1}),
        ('<a href="/f/raise-2024/">+25%</a>', {"derived": 1}),
        ('<a href="../facts/#raise-2024">25%</a>', {"derived": 1}),
        ('<section class="fact" id="raise-2024"><p><data value="25">+25%</data></p></section>', {"derived": 1}),
        ('<details data-figure="raise-2024"><summary><data value="25">+25%</data></summary></details>', {"derived": 1}),
        ('<span data-fact="raise-2024">+25%</span>', {"derived": 1}),
        ('<a href="#revenue-2023-q2">Q2 2023</a>', {"date": 2}),
        ('<a href="#revenue-2023-q2">Revenue, Q2 2023</a>', {"date": 2}),
        # what a page says where no mark can stand: the figures that it names
        (f'{DOOR.format(*REVENUE)}<img alt="about 2.5 billion EUR">', {"quoted": 2}),
        (f"<head><title>+25%</title></head>{DOOR.format(*RAISE)}", {"derived": 2}),
        ('<svg data-facts="raise-2024" aria-label="+25%"></svg>', {"derived": 1}),
        # sentences of articles, and our translations of them
        (QUOTE.format(SENTENCE), {"quoted": 2}),
        ('<p>see <q data-article="nordwerk-2023-08-21">von rund 2,5 […] Plus von 12,5 Prozent</q></p>', {"quoted": 2}),
        ("<p>achieved revenue of around 2.5 billion euros in the second quarter of 2023</p>", {"quoted": 2}),
        # what needs no sentence
        ('<p>Known from <time datetime="2023-08-21">21 August 2023</time>.</p>', {"date": 2}),
        ('<data value="2023-34">Q2 2023</data>', {"date": 2}),
        ('<time datetime="2023-04-01" data-period="2023-34">Q2 2023</time>', {"date": 2}),
        ('<title>As of 21 August 2023</title><time datetime="2023-08-21">on 21 August 2023</time>', {"date": 4}),
        ('<p><data data-count value="7000">7,000</data> things</p>', {"count": 1}),
        ("<p>10 figures and events</p>", {"count": 1}),
        ("<span data-place>characters 1–99</span>", {"place": 2}),
        ("<p><code>x-77</code></p><textarea>88</textarea>", {"code": 2}),
        ("<li>Left out: The plan | for 2024. The name</li>", {"editor": 1}),
        ("<del>+21.5%</del> <ins>+12.5%</ins>", {"corrected": 2}),
        # a drawing's ticks are an axis; its labels and the table beside it are figures
        (CHART.format("<svg><text>20,000</text></svg>"), {"axis": 1}),
        (CHART.format("<svg><text>21 August 2023</text></svg>"), {"date": 2}),
        (CHART.format("<svg><text><tspan>40,000</tspan><tspan>wheels</tspan></text></svg>"), {"quoted": 1}),
        (CHART.format("<td>40,000 wheels</td><td>2024</td>"), {"quoted": 1, "date": 1}),
        # what machines read, text by text, however it is escaped
        (f'{DOOR.format(*REVENUE)}<script type="application/ld+json">{{"name": ["about \\u0032.5 \\u0062illion EUR"]}}</script>', {"quoted": 2}),
        # what no reader sees
        ("<script>77</script><style>p{top:77px}</style>", {}),
        ('<p class="a77" id="b77" data-x="77">words</p>', {}),
        ('<meta name="viewport" content="width=77">', {}),
    ],
)  # fmt: skip
def test_a_number_is_known_by_its_mark_or_by_what_the_page_names(
    html: str, kinds: dict[str, int], account: Account
) -> None:
    accounted = account(html)
    assert accounted.unexplained == []
    assert dict(accounted.kinds) == kinds


@pytest.mark.parametrize(
    ("html", "number"),
    [
        ("<p>77 wheels</p>", "77"),
        ("<p>22 August</p>", "22"),
        ("<p>\N{VULGAR FRACTION ONE HALF} of it</p>", "\N{VULGAR FRACTION ONE HALF}"),
        ("<p>\N{ARABIC-INDIC DIGIT SEVEN} wheels</p>", "\N{ARABIC-INDIC DIGIT SEVEN}"),
        ('<img alt="77 wheels">', "77"),
        ('<p title="77 wheels">x</p>', "77"),
        ('<input placeholder="77">', "77"),
        ("<svg><text>77</text></svg>", "77"),
        ("<head><title>77</title></head>", "77"),
        ('<meta name="description" content="77 wheels">', "77"),
        ('<meta property="og:title" content="77 wheels">', "77"),
        ('<script type="application/ld+json">{"size": 77}</script>', "77"),
        ('<script type="application/ld+json">{"size": "77 wheels</script>', "77"),
        # an amount that a mark could have said, and one that the page does not name
        (f"<p>about 2.5 billion EUR</p>{DOOR.format(*REVENUE)}", "2.5"),
        ('<img alt="about 2.5 billion EUR">', "2.5"),
        ('<img alt="−25%"><i data-fact="raise-2024"></i>', "25"),
        ('<img alt="140,000 wheels"><i data-fact="plan-2024"></i>', "140,000"),
        # a link that leads to no figure
        ('<a href="../facts/#nobody">77</a>', "77"),
        ('<a href="../sources/x/#raise-2024">25%</a>', "25"),
        # quotations that name no article
        (f"<blockquote>“{SENTENCE[:25]}”</blockquote>", "2023"),
        ("<q>77 Prozent</q>", "77"),
        # a chart's table beside its rows, a changed label, and a chart that nobody drew
        (CHART.format("<td>77,777</td>"), "77,777"),
        (CHART.format("<svg><text>40,001 wheels</text></svg>"), "40,001"),
        # a number on an axis that has no such tick, as a tampered picture would have, and a tick elsewhere
        (CHART.format("<svg><text>77,777</text></svg>"), "77,777"),
        (CHART.format("<td>20,000</td>"), "20,000"),
        ('<figure class="chart" id="chart-none"><svg><text>77</text></svg></figure>', "77"),
        # an element that ended, or never did, explains nothing after it
        ('<p><data data-count value="7">7</data> of 77</p>', "77"),
        ("<code>7</code><p>77</p>", "77"),
        ("<script>7</script><p>77</p>", "77"),
        ("<p><code>7</p><p>77</p>", "77"),
        ("<br data-place>77", "77"),
    ],
)  # fmt: skip
def test_a_number_that_nothing_accounts_for_is_found(
    html: str, number: str, account: Account
) -> None:
    found = account(html).unexplained
    assert [(one.page, one.number, one.cause) for one in found] == [("page/index.html", number, "")]
    assert number in found[0].around


@pytest.mark.parametrize(
    ("html", "cause"),
    [
        # a digit, a unit, a sign, a hedge, a scale, a value for machines
        (DOOR.format("raise-2024", "25", "+26%"), "figure raise-2024 (25) is printed as “+25%”"),
        (DOOR.format("raise-2024", "25", "+25 pp"), "figure raise-2024 (25) is printed as “+25%”"),
        (DOOR.format("raise-2024", "25", "−25%"), "figure raise-2024 (25) is printed as “+25%”"),
        (DOOR.format("raise-2024", "25", "about +25%"), "figure raise-2024 (25) is printed as “+25%”"),
        (DOOR.format("raise-2024", "26", "+25%"), "there is no figure raise-2024 (26)"),
        ('<a href="../facts/#revenue-2023-q2">2.5 billion EUR</a>', "figure revenue-2023-q2 is printed as “about 2.5 billion EUR”"),
        ('<a href="../facts/#revenue-2023-q2">about 2.5 million EUR</a>', "figure revenue-2023-q2 is printed as “about 2.5 billion EUR”"),
        ('<a href="../facts/#revenue-2023-q2">about 2.5 billion EUR in 77 days</a>', "figure revenue-2023-q2 is printed as “about 2.5 billion EUR”"),
        ('<a href="../facts/#revenue-2023-q2">Q3 2023</a>', "figure revenue-2023-q2 is printed as “about 2.5 billion EUR”"),
        ('<details data-figure="raise-2024"><data value="25">+26%</data></details>', "figure raise-2024 (25) is printed as “+25%”"),
        ('<section id="raise-2024"><data value="25">+26%</data></section>', "figure raise-2024 (25) is printed as “+25%”"),
        ('<svg><text data-fact="raise-2024">+26%</text></svg>', "figure raise-2024 is printed as “+25%”"),
        # another's figure, nobody's, and one that was withdrawn
        ('<a href="../facts/#raise-2024">40,000 wheels</a>', "figure raise-2024 is printed as “+25%”"),
        ('<span data-fact="nobody">77</span>', "there is no figure nobody"),
        ('<a href="../facts/#rival-plan">5,000 wheels</a>', "figure rival-plan is printed as “Delivery plan”"),
        ('<span data-fact="rival-plan">5,000 wheels</span>', "figure rival-plan is printed as “Delivery plan”"),
        # dates and counts
        ('<time datetime="2023-08-21">22 August 2023</time>', "date 2023-08-21 is printed as “21 August 2023”"),
        ('<time datetime="yesterday">77</time>', "there is no date yesterday"),
        ("<time>77</time>", "there is no date "),
        ('<data value="2023-34">Q3 2023</data>', "date 2023-34 is printed as “Q2 2023”"),
        ('<data data-count value="7">8</data>', "count 7 is printed as “7”"),
        ('<data data-count value="many">8</data>', "there is no count many"),
        ('<data value="77">77</data>', "there is no date 77"),
        # what no article says, or another one
        (QUOTE.format(SENTENCE.replace("2,5", "2,6")), "article nordwerk-2023-08-21 does not say so"),
        (QUOTE.format("5 Milliarden Euro"), "article nordwerk-2023-08-21 does not say so"),
        (f'<q data-article="nordwerk-2024-03-04">{SENTENCE}</q>', "article nordwerk-2024-03-04 does not say so"),
        ('<q data-article="nobody">77</q>', "article nobody does not say so"),
        ("<del>+77%</del>", "correction is printed as “+21.5%”"),
    ],
)  # fmt: skip
def test_a_mark_whose_text_the_ledger_does_not_print_is_found(
    html: str, cause: str, account: Account
) -> None:
    found = account(f"<p>{html}</p>")
    assert [one.cause for one in found.unexplained] == [cause]
    assert sum(found.kinds.values()) == 0


FORGED = '<data data-count value="77">77</data>'


@pytest.mark.parametrize("text", [FORGED, f"[x](#){{ data-count }} {FORGED}", f"<code>{FORGED}"])
def test_what_an_editor_types_is_no_mark(text: str, site: Site) -> None:
    """A label that looks like a mark is shown letter by letter: the editor's word, and no other's."""
    fact = replace(site.book.entries["plan-2024"].fact, label={"en": text})
    seeds = replace(site.seeds, facts={**site.seeds.facts, "plan-2024": fact})
    account = account_of(replace(site, seeds=seeds))
    shown = fill(
        "parts/card",
        **dict.fromkeys(("head", "figure", "when", "formula"), ""),
        name=text,
        quotations=(),
        sources=(),
        remarks=(text,),
        say=str,
    )
    assert "&#60;data" in shown
    accounted = account(shown)
    assert accounted.unexplained == []
    assert set(accounted.kinds) == {"editor"}
    assert accounted.kinds["editor"] == 2 * text.count("77")
    # What nobody typed is refused, though it has the same numbers.
    assert len(account(f"<p>77 {Markup.escape(text[:-1])}</p>").unexplained) >= 1


def test_a_listed_exemption_explains_its_number(account: Account) -> None:
    accounted = account("<p>ISO 77 and 77</p><blockquote>ISO 78</blockquote>")
    assert accounted.kinds == {"editor": 2}
    assert len(accounted.unexplained) == 1


def test_a_row_of_a_chart_without_a_figure_is_named_by_a_title_or_a_time(site: Site) -> None:
    some = next(iter(site.charts.values()))
    title = site.wording.text(next(iter(site.book.articles.values())).title)
    rows = (Row(fact="", cells=("May 2019", "1,234")), Row(fact="", cells=(title, "77")))
    counted = replace(site, charts={"counted": replace(some, id="counted", rows=rows)})
    table = '<figure id="chart-counted"><table><tr><th>{}</th><td>1,234</td></tr></table></figure>'
    found = account_of(counted)(table.format("May 2019"))
    assert found.unexplained == []
    assert found.kinds == {"date": 1, "count": 1}
    assert account_of(counted)(table.format("May 2018")).unexplained
    assert account_of(counted)("<p>May 2019</p>").unexplained
