"""Each number on a built page is known by what stands around it, or it is unexplained."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pages import Explained, Phrases, explain_page
from generator.pipeline import assemble, site_of

DOOR = '<a class="figure" href="../facts/#revenue-2023-q2" title="{}"><data value="1">{}</data></a>'
SENTENCE = "im zweiten Quartal 2023 einen Umsatz von rund 2,5 Milliarden Euro erzielt"
Explain = Callable[[str], Explained]


@pytest.fixture(scope="module")
def explain(root: Path) -> Explain:
    """What stands behind the numbers of a page of the small briefing."""
    phrases = Phrases(site_of(assemble(root / "tests/golden/small"), "en"))

    def told(html: str) -> Explained:
        explained = Explained()
        explain_page(html, "page/index.html", phrases, explained)
        return explained

    return told


@pytest.mark.parametrize(
    ("html", "kinds"),
    [
        # figures: by their door, by their wording, by their place
        (DOOR.format("", "about 2.5&#160;billion EUR"), {"quoted": 1}),
        (DOOR.format(f"“{SENTENCE}”", "x"), {"quoted": 2}),
        ('<a href="/f/raise-2024/">+25%</a>', {"derived": 1}),
        ('<section class="fact" id="raise-2024"><p>+25%</p></section>', {"derived": 1}),
        ("<p>about 2.5 billion EUR</p>", {"quoted": 1}),
        ("<p>about 2.5 <b>billion</b>\n EUR</p>", {"quoted": 1}),
        ('<p aria-label="40,000 wheels">x</p>', {"quoted": 1}),
        # sentences of articles, and our translations of them
        (f"<blockquote>“{SENTENCE}”</blockquote>", {"quoted": 2}),
        ("<p>see <q>Quartal 2023 einen Umsatz von rund 2,5 Milliarden</q></p>", {"quoted": 2}),
        ("<p>achieved revenue of around 2.5 billion euros in the second quarter of 2023</p>", {"quoted": 2}),
        # what needs no sentence
        ("<p>Known from 21 August 2023.</p>", {"date": 2}),
        ('<time datetime="2031">2031</time>', {"date": 1}),
        ('<p><data data-count value="7">7</data> things</p>', {"count": 1}),
        ("<p>12 figures and events</p>", {"count": 1}),
        ("<span data-place>characters 1–99</span>", {"place": 2}),
        ("<p><code>x-77</code></p><textarea>88</textarea>", {"code": 2}),
        ("<li>Left out: The plan | for 2024. The name</li>", {"date": 1}),
        # a drawing's ticks are an axis; its rows are figures
        ('<figure class="chart" id="chart-plans"><svg><text>77,777</text></svg></figure>', {"axis": 1}),
        ('<figure class="chart" id="chart-plans"><svg><text>40,000</text></svg></figure>', {"quoted": 1}),
        # what no reader sees
        ("<head><title>77</title></head><script>77</script><style>p{top:77px}</style>", {}),
        ('<p class="a77" id="b77" data-x="77">words</p>', {}),
    ],
)  # fmt: skip
def test_a_number_is_known_by_what_stands_around_it(
    html: str, kinds: dict[str, int], explain: Explain
) -> None:
    explained = explain(html)
    assert explained.unexplained == []
    assert dict(explained.kinds) == kinds


@pytest.mark.parametrize(
    ("html", "number"),
    [
        ("<p>77 wheels</p>", "77"),
        ("<p>40,001 wheels</p>", "40,001"),
        ("<p>240,000 wheels</p>", "240,000"),
        ("<p>40,000 cars</p>", "40,000"),
        ("<p>22 August 2023</p>", "22"),
        ("<p>\N{VULGAR FRACTION ONE HALF} of it</p>", "\N{VULGAR FRACTION ONE HALF}"),
        ("<p>\N{ARABIC-INDIC DIGIT SEVEN} wheels</p>", "\N{ARABIC-INDIC DIGIT SEVEN}"),
        ('<img alt="77 wheels">', "77"),
        ('<p title="77 wheels">x</p>', "77"),
        ('<input placeholder="77">', "77"),
        ("<svg><text>77</text></svg>", "77"),
        # a door that shows another's figure, or leads nowhere
        (DOOR.format("", "40,000 wheels"), "40,000"),
        ('<a href="../facts/#nobody">77</a>', "77"),
        # words that no article has
        ("<blockquote>“einen Umsatz von rund 2,6 Milliarden Euro”</blockquote>", "2,6"),
        ("<q>77 Prozent</q>", "77"),
        ("<q>3 Milliarden Euro</q>", "3"),
        # a chart's table beside its rows, and a chart that nobody drew
        ('<figure class="chart" id="chart-plans"><td>77,777</td></figure>', "77,777"),
        ('<figure class="chart" id="chart-none"><svg><text>77</text></svg></figure>', "77"),
        # an element that ended explains nothing after it
        ('<p><data data-count value="7">7</data> of 77</p>', "77"),
        ("<code>7</code><p>77</p>", "77"),
        ("<script>7</script><p>77</p>", "77"),
    ],
)  # fmt: skip
def test_a_number_that_nothing_explains_is_found(html: str, number: str, explain: Explain) -> None:
    found = explain(html).unexplained
    assert [(one.page, one.number) for one in found] == [("page/index.html", number)]
    assert number in found[0].around


def test_a_listed_exemption_explains_its_number(explain: Explain) -> None:
    explained = explain("<p>ISO 77 and 77</p>")
    assert explained.kinds == {"editor": 1}
    assert len(explained.unexplained) == 1
