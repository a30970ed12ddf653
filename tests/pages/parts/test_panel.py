"""The panels of a small briefing: what each holds, and that nothing of it can act."""

import json
import re
import shutil
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from generator.pages.parts.panel import passage_address
from generator.pipeline import assemble
from generator.publish import tree_files

PAGE = "https://example.org/news"


@pytest.fixture(scope="module")
def tree(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    small = tmp_path_factory.mktemp("small") / "briefing"
    shutil.copytree(root / "tests/golden/small", small)
    return tree_files(assemble(small))


def record(tree: dict[str, bytes], fact: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(tree[f"f/{fact}.json"])
    return found


def inside(tree: dict[str, bytes], fact: str) -> str:
    return unescape(record(tree, fact)["html"])


def test_every_figure_has_a_panel_beside_its_permanent_address(tree: dict[str, bytes]) -> None:
    figures = {row["id"] for row in json.loads(tree["data/facts.json"])}
    panels = {path[2:-5] for path in tree if path.startswith("f/") and path.endswith(".json")}
    assert panels == figures
    assert all(f"f/{fact}/index.html" in tree for fact in panels)
    assert all(record(tree, fact)["id"] == fact for fact in panels)


def test_a_panel_shows_sentence_mark_language_and_translation(tree: dict[str, bytes]) -> None:
    html = inside(tree, "revenue-2023-q2")
    assert '<blockquote data-article="nordwerk-2023-08-21" lang="de">' in html
    amount = '<mark class="asked asked-amount" data-asked="how much">2,5 Milliarden Euro</mark>'
    assert (
        f'<mark class="asked asked-sure" data-asked="how sure">rund</mark> {amount} erzielt' in html
    )
    assert '<mark class="asked asked-what" data-asked="what">Umsatz</mark> von' in html
    assert '<p class="translation" lang="en">achieved revenue of around' in html


def test_a_panel_leads_to_the_article_at_the_sentence_and_names_author_and_date(
    tree: dict[str, bytes],
) -> None:
    html = inside(tree, "revenue-2023-q2")
    assert (
        '<a href="sources/nordwerk-2023-08-21/#revenue-2023-q2">'
        'Invented Times, <time datetime="2023-08-21">21 August 2023</time></a> (date inferred)'
        " · A. Nobody"
    ) in html
    assert (
        '<dt>First reported</dt><dd><time datetime="2023-08-21">21 August 2023</time></dd>' in html
    )
    assert "<dt>Hedge</dt><dd>about</dd>" in html
    article = tree["sources/nordwerk-2023-08-21.md"].decode()
    assert '<a id="revenue-2023-q2"></a>' in article


def test_a_panel_and_the_ledger_lead_to_the_publisher_at_the_sentence(
    tree: dict[str, bytes],
) -> None:
    address = (
        "https://www.nordwerk.de/news_(2023)?a=1&b=2#top:~:text="
        "nach%20zuletzt%2032.000%20R%C3%A4dern%20im%20Jahr%202022"
    )
    link = f'<a href="{address}" rel="noopener external">'
    assert link in inside(tree, "delivered-2022")
    assert link in unescape(tree["facts/2023/index.md"].decode())
    assert "noopener" not in inside(tree, "plan-2024-lower")


def test_a_figure_that_is_not_plainly_reported_says_so(tree: dict[str, bytes]) -> None:
    assert '<span class="outcome">planned</span>' in inside(tree, "plan-2024")
    assert "outcome" not in inside(tree, "revenue-2023-q2")


def test_a_doubt_is_said_in_words_unless_the_amount_says_it(tree: dict[str, bytes]) -> None:
    assert '<span class="doubt">computed</span>' in inside(tree, "raise-2024")
    about = inside(tree, "revenue-2023-q2")
    assert ">about 2.5" in about
    assert 'class="doubt"' not in about


def test_the_figure_comes_first_then_its_name_then_the_sentence_then_the_source(
    tree: dict[str, bytes],
) -> None:
    html = inside(tree, "revenue-2023-q2")
    order = ['class="fact-amount"', "<h2", "<blockquote", "<figcaption", "<dl>"]
    places = [html.index(one) for one in order]
    assert places == sorted(places)


def test_a_figure_with_a_name_of_its_own_says_what_is_measured(tree: dict[str, bytes]) -> None:
    assert '<p class="door-measured">Delivery plan</p>' in inside(tree, "plan-2024")
    assert "door-measured" not in inside(tree, "plan-2024-lower")
    assert "door-measured" not in inside(tree, "factory-opened")


def test_revisions_lead_both_ways(tree: dict[str, bytes]) -> None:
    assert re.search(r"<dt>Replaced by</dt>.*#plan-2024-lower", inside(tree, "plan-2024"))
    assert re.search(r'<dt>Replaces</dt>.*#plan-2024"', inside(tree, "plan-2024-lower"))


def test_a_computed_figure_shows_formula_inputs_and_what_it_rests_on(
    tree: dict[str, bytes],
) -> None:
    html = inside(tree, "raise-2024")
    assert 'class="formula"' in html
    assert {"facts/2023/#plan-2024", "facts/2023/#delivered-2022"} <= {
        *re.findall(r'href="([^"]*)"', html)
    }
    assert re.search(
        r"<dt>Rests on</dt><dd><a [^>]*>Invented Times, <time [^>]*>21 August 2023<", html
    )
    assert record(tree, "raise-2024")["target"] == []


def test_an_event_has_its_period_and_sentence(tree: dict[str, bytes]) -> None:
    html = inside(tree, "factory-opened")
    assert '<data value="2023-05">May 2023</data>' in html
    assert "Die neue Fabrik wurde im" in html


def test_a_withdrawn_figure_says_why_and_cannot_be_cited(tree: dict[str, bytes]) -> None:
    panel = record(tree, "rival-plan")
    assert "The sentence speaks of <another> company." in unescape(panel["html"])
    assert panel["citation"] is None
    assert "data-copy" in panel["html"]
    assert "bibtex" not in panel["html"]


def test_an_annotation_finds_its_sentence_in_the_article(
    tree: dict[str, bytes], root: Path
) -> None:
    text = (root / "tests/golden/small/seeds/articles/nordwerk.txt").read_bytes().decode()
    (target,) = record(tree, "delivered-2022")["target"]
    words, place = target["selector"]
    assert text[place["start"] : place["end"]] == words["exact"]
    around = words["prefix"] + words["exact"] + words["suffix"]
    assert text.count(around) == 1
    assert (len(words["prefix"]), len(words["suffix"])) == (32, 32)
    assert target["sha256"].startswith("624bdccef53e")


def test_a_panel_is_json_that_is_harmless_within_a_page(tree: dict[str, bytes]) -> None:
    for path, content in tree.items():
        if path.startswith("f/") and path.endswith(".json"):
            assert not {*content.decode()} & {*"<>&"}, path


def test_a_panel_links_from_the_root_and_acts_on_nothing(tree: dict[str, bytes]) -> None:
    for path in tree:
        if path.startswith("f/") and path.endswith(".json"):
            html = json.loads(tree[path])["html"]
            addresses = [unescape(found) for found in re.findall(r'href="([^"]*)"', html)]
            assert all(re.match(r"facts/(\d+/)?#|sources/|https://", one) for one in addresses), (
                addresses
            )
            assert not re.search(r"<script|<style|\son\w+=|\sstyle=", html)


def test_the_ledger_links_every_form_of_citation_as_a_file(tree: dict[str, bytes]) -> None:
    page = unescape(tree["facts/2023/index.md"].decode())
    section = page.partition('id="delivered-2022"')[2].partition("</section>")[0]
    citation = record(tree, "delivered-2022")["citation"]
    for ending, form in (("txt", "text"), ("bib", "bibtex"), ("json", "csl")):
        path = f"cite/delivered-2022.{ending}"
        assert f'href="../../{path}"' in section
        # The address of this site is unknown: a file, unlike a page, cannot learn it.
        assert b"https://" not in tree[path]
        if form != "csl":
            first = citation[form].splitlines()[0].partition(" https://")[0]
            assert tree[path].decode().startswith(first)
    (item,) = json.loads(tree["cite/delivered-2022.json"])
    assert item == {key: value for key, value in citation["csl"][0].items() if key != "URL"}


def test_a_citation_holds_the_address_of_the_site_where_it_is_known(small: Path) -> None:
    tree = tree_files(assemble(small), address="https://example.org/b/")
    for ending in ("txt", "bib", "json"):
        file = tree[f"cite/delivered-2022.{ending}"]
        assert b"https://example.org/b/f/delivered-2022/" in file
    assert record(tree, "delivered-2022")["citation"]["text"] == (
        tree["cite/delivered-2022.txt"].decode().strip()
    )


def found(text: str, passage: str) -> str:
    start = text.index(passage)
    return passage_address(PAGE, text, start, start + len(passage)).partition("#:~:text=")[2]


@pytest.mark.parametrize(
    ("text", "passage", "fragment"),
    [
        ("Um 48,8\u00a0Prozent mehr.", "48,8\u00a0Prozent", "48%2C8%20Prozent"),
        ("Das MiDashengLM-7B & Co. kam", "MiDashengLM-7B & Co.", "MiDashengLM%2D7B%20%26%20Co."),
        ("von 1\u20132 Jahren", "1\u20132 Jahren", "1%E2%80%932%20Jahren"),
        ("Es waren 18,8 Prozent.", "8,8 Prozent", "18%2C8%20Prozent"),
        ("Es gab Autos.\nEs gab Räder.", "Autos.\nEs gab", "Autos.,Es%20gab"),
    ],
)
def test_a_passage_is_named_by_its_own_characters_in_whole_words(
    text: str, passage: str, fragment: str
) -> None:
    assert found(text, passage) == fragment


def test_one_of_two_equal_passages_is_identified_by_its_context() -> None:
    text = "Im Mai waren es 5 Autos genau. Im Juni waren es 5 Autos etwa."
    start = text.rindex("5 Autos")
    address = passage_address(PAGE, text, start, start + 7)
    assert address == f"{PAGE}#:~:text=es-,5%20Autos,-etwa."


def test_a_long_passage_is_named_by_its_ends() -> None:
    words = " ".join(f"w{number}" for number in range(100))
    assert found(f"{words}.", words) == "w0%20w1%20w2%20w3%20w4,w95%20w96%20w97%20w98%20w99"


def test_an_address_with_a_place_of_its_own_keeps_it() -> None:
    assert passage_address(f"{PAGE}#top", "Ein Auto", 0, 8) == f"{PAGE}#top:~:text=Ein%20Auto"
