"""A figure is proven once more in the reader's browser, by a reader of its own.

It agrees on every figure, and sees what was tampered with: in the panel, in the sentence, in what
the figure says, in the chain of releases, each also where the other files were made to fit.
"""

import json
import random
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

Serve = Callable[[Path], AbstractContextManager[str]]
PROVE = """async ([id, root, html]) => {
    const panel = document.createElement("div");
    panel.innerHTML = html;
    const lines = await proveFigure(id, root, panel);
    return lines.filter(({ ok }) => ok === false).map(({ text }) => text);
}"""
MOST_BYTES = 15_000


def figures_of(site: Path) -> list[str]:
    return sorted(file.stem for file in site.glob("proof/*.json"))


def panel_of(site: Path, figure: str) -> str:
    return str(json.loads((site / "f" / f"{figure}.json").read_bytes())["html"])


def answering(text: str) -> Callable[[Route], None]:
    """What gives this text for a file."""

    def answer(route: Route) -> None:
        route.fulfill(body=text)

    return answer


@pytest.fixture
def prove(built_site: Path, page: Page, serve_folder: Serve) -> Iterator[Callable[..., list[str]]]:
    """What does not hold of a figure; its panel and its files can be others than they are."""
    with serve_folder(built_site) as address:
        page.goto(f"{address}/404.html")
        script = (built_site / "assets" / "prove.js").read_text(encoding="utf-8")
        page.evaluate(script)

        def take(figure: str, html: str, **files: Any) -> list[str]:
            for name, content in files.items():
                place = "releases.json" if name == "chain" else f"proof/{figure}.json"
                page.route(f"**/{place}", answering(json.dumps(content)))
            found: list[str] = page.evaluate(PROVE, [figure, f"{address}/", html])
            page.unroute_all()
            return found

        yield take


def test_it_is_small(root: Path) -> None:
    assert (root / "generator/publish/assets/prove.js").stat().st_size <= MOST_BYTES


def test_both_readers_agree_on_every_figure(
    built_site: Path, prove: Callable[..., list[str]]
) -> None:
    figures = figures_of(built_site)
    assert len(figures) >= 30
    found = {figure: prove(figure, panel_of(built_site, figure)) for figure in figures}
    assert {figure: said for figure, said in found.items() if said} == {}


def in_panel(proof: Any, html: str, chance: random.Random) -> tuple[Any, str]:
    """Another digit where the panel prints the amount."""
    start = html.index("<data")
    end = html.index("</data>", start)
    digits = [at for at in range(html.index(">", start), end) if html[at].isdigit()]
    at = chance.choice(digits)
    return proof, html[:at] + str((int(html[at]) + chance.randrange(1, 10)) % 10) + html[at + 1 :]


def in_quotation(proof: Any, html: str, chance: random.Random) -> tuple[Any, str]:
    """Another letter in a quotation that the panel prints."""
    exact = chance.choice(proof["row"]["quotes"])["exact"]
    word = max(exact.split(), key=len)
    start = html.index("<blockquote")
    at = html.find(word, start)
    if at < 0:
        at = html.find(word[:4], start)
    return proof, html[:at] + "Q" + html[at + 1 :]


def in_sentence(proof: Any, html: str, chance: random.Random) -> tuple[Any, str]:
    """Another character in the excerpt."""
    quote = chance.choice(proof["row"]["quotes"])
    at = chance.randrange(len(quote["sentence"]))
    quote["sentence"] = quote["sentence"][:at] + "7" + quote["sentence"][at + 1 :]
    return proof, html


def in_value(proof: Any, html: str, chance: random.Random) -> tuple[Any, str]:
    """Another value, in the panel too."""
    row = proof["row"]
    name = next(one for one in ("value", "min_value", "max_value") if row[one])
    row[name] = f"{row[name]}{chance.randrange(1, 10)}"
    return proof, html


def in_hedge(proof: Any, html: str, chance: random.Random) -> tuple[Any, str]:
    row = proof["row"]
    others = {"exact", "about", "over", "at-least", "at-most", "nearly"} - {row["hedge"]}
    row["hedge"] = chance.choice(sorted(others))
    return proof, html


def in_unit(proof: Any, html: str, _: random.Random) -> tuple[Any, str]:
    proof["row"]["unit"] = "GBP" if proof["row"]["unit"] != "GBP" else "EUR"
    return proof, html


WAYS = (in_panel, in_quotation, in_sentence, in_value, in_hedge, in_unit)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: str(way.__name__))
def test_what_was_tampered_with_is_seen(
    way: Callable[..., tuple[Any, str]], built_site: Path, prove: Callable[..., list[str]]
) -> None:
    chance = random.Random(way.__name__)  # noqa: S311 - the same tries each time
    tried = 0
    quoted = [
        figure
        for figure in figures_of(built_site)
        if json.loads((built_site / f"proof/{figure}.json").read_bytes())["row"]["basis"]
        == "quoted"
    ]
    while tried < 50:
        figure = chance.choice(quoted)
        proof = json.loads((built_site / f"proof/{figure}.json").read_bytes())
        whole = json.dumps(proof)
        changed, html = way(proof, panel_of(built_site, figure), chance)
        if json.dumps(changed) == whole and html == panel_of(built_site, figure):
            continue
        assert prove(figure, html, proof=changed), figure
        tried += 1


def test_a_chain_that_was_edited_is_seen(built_site: Path, prove: Callable[..., list[str]]) -> None:
    chain = json.loads((built_site / "releases.json").read_bytes())
    figure = figures_of(built_site)[0]
    chain[0]["entries"][figure]["says"] = "0" * 64
    assert prove(figure, panel_of(built_site, figure), chain=chain)
    assert prove(figure, panel_of(built_site, figure), chain=[])


def test_a_reader_presses_a_button_and_reads_what_was_checked(
    built_site: Path, page: Page, serve_folder: Serve
) -> None:
    said = list[str]()
    page.on("console", lambda one: said.append(one.text))
    with serve_folder(built_site) as address:
        page.goto(f"{address}/passengers/")
        page.locator(".md-content a.figure:visible").first.click()
        page.locator("[data-door=prove]").click()
        lines = page.locator(".door-proof li")
        lines.first.wait_for()
        assert lines.count() >= 4
        assert page.locator(".door-proof .proof-fails").count() == 0
        assert page.locator(".door-proof p").inner_text()
    assert said == []


def test_what_cannot_be_fetched_is_said(
    built_site: Path, page: Page, serve_folder: Serve, tmp_path: Path
) -> None:
    site = shutil.copytree(built_site, tmp_path / "site")
    (site / "releases.json").unlink()
    with serve_folder(site) as address:
        page.goto(f"{address}/passengers/")
        page.locator(".md-content a.figure:visible").first.click()
        page.locator("[data-door=prove]").click()
        page.locator(".door-proof", has_text=re.compile(r"\S")).wait_for()
        assert page.locator(".door-proof li").count() == 0
