"""Hostile text in every free-text field is refused, or shown letter by letter, in a real browser."""

import hashlib
import json
import shutil
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page

from generator.model import Finding
from generator.pipeline import assemble
from generator.publish import build_site

HERE = Path(__file__).parent
A_DRAWING = 10
"""So many payloads are names in one drawing."""
SAMPLES: list[dict[str, Any]] = yaml.safe_load((HERE / "hostile.yaml").read_text(encoding="utf-8"))


def folded(text: str) -> str:
    """White space as a page shows it, letters as the reader composes them."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _article(number: int, payload: str) -> tuple[dict[str, Any], str]:
    text = (
        f"Der Sprecher nannte am Montag den Satz {folded(payload)} vor allen und ging nach Hause.\n"
    )
    record = {
        "id": f"article-{number}",
        "path": f"articles/a{number}.txt",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "lang": "de",
        "title": {"en": payload},
        "producer": payload,
        "author": payload,
        "date_published": "2025-03-18",
        "date_basis": "inferred",
        "reason": payload,
        "summary": {"en": payload},
        "ignored": [{"exact": folded(payload), "reason": payload}],
    }
    return record, text


def _fact(number: int, payload: str) -> dict[str, Any]:
    return {
        "id": f"fact-{number}",
        "indicator": f"indicator-{number}",
        "period": "2025-03-17",
        "label": {"en": payload},
        "note": {"en": payload},
        "inferred": {"period": payload},
        "rank": "preferred",
        "reason": {"en": payload},
        "quote": {
            "article": f"article-{number}",
            "exact": f"nannte am Montag den Satz {folded(payload)} vor allen",
            "translation": {"en": payload},
        },
    }


def _groups(payloads: Iterable[int]) -> list[list[int]]:
    """Numbers of payloads that are names in one drawing."""
    numbers = [*payloads]
    return [numbers[at : at + A_DRAWING] for at in range(0, len(numbers), A_DRAWING)]


def _charts(payloads: dict[int, str]) -> list[dict[str, Any]]:
    """One above which each payload stands, and some in which all of them do.

    A browser draws the former once: their figure is the same. A number in a title must be one of
    the chart's own facts.
    """
    first = min(payloads)
    titled = [
        (f"chart-{n}", p, [f"fact-{n if any(map(str.isdigit, p)) else first}"])
        for n, p in payloads.items()
    ]
    named = [
        (f"group-{number}", "T", [f"fact-{n}" for n in group])
        for number, group in enumerate(_groups(payloads))
    ]
    return [
        {"id": name, "kind": "timeline", "title": {"en": p}, "subtitle": {"en": p}, "facts": facts}
        for name, p, facts in (*titled, *named)
    ]


def write_briefing(folder: Path, payloads: dict[int, str]) -> None:
    """A briefing that has each payload in every free-text field."""
    charts = _charts(payloads)
    articles = {n: _article(n, p) for n, p in payloads.items()}
    seeds: dict[str, Any] = {
        "briefing.yaml": {
            "title": {"en": "T"},
            "subject": {"id": "subject", "name": "S"},
            "languages": ["en"],
        },
        "articles.yaml": {"articles": [record for record, _ in articles.values()]},
        "indicators.yaml": {
            "indicators": {
                f"indicator-{n}": {"label": {"en": p}, "kind": "event"} for n, p in payloads.items()
            },
        },
        "facts/all.yaml": {"facts": [_fact(n, p) for n, p in payloads.items()]},
        "charts.yaml": {"charts": charts},
    }
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in seeds.items():
        file = folder / "seeds" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    (folder / "seeds/articles").mkdir()
    for number, (_, text) in articles.items():
        (folder / f"seeds/articles/a{number}.txt").write_bytes(text.encode())
    (folder / "docs").mkdir()
    calls = "\n\n".join(f'{{{{ chart("{chart["id"]}") }}}}' for chart in charts)
    page = (
        f"---\ntitle: Home\ndescription: All.\n---\n\n# Home\n\n{calls}\n\n{{{{ timeline() }}}}\n"
    )
    (folder / "docs/index.md").write_text(page)
    settings = yaml.safe_load((HERE.parent.parent / "mkdocs.yml").read_text(encoding="utf-8"))
    ours = ("facts", "promises", "known", "open-questions", "changes", "sources", "data")
    settings["nav"] = [{"Home": "index.md"}, *(f"{folder}/index.md" for folder in ours)]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings))


def _number(sample: dict[str, Any]) -> int:
    return int(sample["id"].removeprefix("H"))


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[Finding, ...]]:
    """What is found in a briefing with each payload, by its number."""
    folder = tmp_path_factory.mktemp("alone") / "briefing"
    found = {}
    for sample in SAMPLES:
        write_briefing(folder, {_number(sample): sample["payload"]})
        found[_number(sample)] = assemble(folder).findings
    return found


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["id"])
def test_a_payload_is_refused_with_clean_findings_or_taken_as_text(
    sample: dict[str, Any], findings: dict[int, tuple[Finding, ...]]
) -> None:
    found = findings[_number(sample)]
    for finding in found:
        assert (finding.message + finding.hint).isprintable()
    if sample["expect"] == "reject":
        assert found, "let through"
    elif sample.get("also_ok") != "reject":
        assert found == ()


@pytest.fixture(scope="module")
def accepted(
    findings: dict[int, tuple[Finding, ...]], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[int, str]]:
    """The site of all payloads that are not refused, and those payloads."""
    folder = tmp_path_factory.mktemp("hostile") / "briefing"
    payloads = {_number(sample): sample["payload"] for sample in SAMPLES}
    kept = {number: payload for number, payload in payloads.items() if not findings[number]}
    assert len(kept) > 50
    write_briefing(folder, kept)
    assembly = assemble(folder)
    assert [f"{one.place} {one.message}" for one in assembly.findings] == []
    build_site(folder, assembly, folder / "site")
    return folder / "site", kept


@pytest.fixture
def guarded(
    browser: Browser,
    accepted: tuple[Path, dict[int, str]],
    serve_folder: Callable[[Path], AbstractContextManager[str]],
):  # type: ignore[no-untyped-def]
    """A page on which any script of a payload, and any request elsewhere, is a failure."""
    site, payloads = accepted
    page = browser.new_page()
    wrong: list[str] = []
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    with serve_folder(site) as address:
        host = urlsplit(address).netloc
        page.on(
            "request",
            lambda r: wrong.append(r.url) if urlsplit(r.url).netloc not in {host, ""} else None,
        )
        yield page, address, payloads
    page.close()
    assert wrong == []


def _texts(page: Page | Locator, selector: str) -> list[str]:
    return [folded(text) for text in page.locator(selector).all_text_contents()]


def test_the_ledger_shows_every_payload_as_text(guarded: Any) -> None:
    page, address, payloads = guarded
    page.goto(f"{address}/facts/")
    _only_own_parts(page)
    links = page.locator("tbody a.figure").evaluate_all("all => all.map((one) => one.href)")
    places = {link.partition("#")[2]: link.partition("#")[0] for link in links}
    for number, payload in payloads.items():
        place, text = f"#fact-{number}", folded(payload)
        if page.url != places[f"fact-{number}"]:
            page.goto(places[f"fact-{number}"])
            _only_own_parts(page)
        assert _texts(page, f"[data-figure=fact-{number}] summary h3") == [text]
        assert _texts(page, f"{place} .translation") == [text]
        assert f"Satz {text} vor" in _texts(page, f"{place} blockquote")[0]
        details = _texts(page, f"{place} dd")
        assert sum(text in detail for detail in details) >= 3
        assert text in _texts(page, f"{place} figcaption")[0]


def _only_own_parts(page: Page) -> None:
    """The page's own are the script and the field of its table."""
    own = "[src='../assets/facts.js'], #facts-find"
    strange = page.locator(":is(article script, article iframe, article img, article input)")
    assert strange.and_(page.locator(f":not({own})")).count() == 0
    assert page.locator(own).count() == strange.count()


def test_article_pages_and_titles_show_every_payload_as_text(guarded: Any) -> None:
    page, address, payloads = guarded
    for number, payload in payloads.items():
        page.goto(f"{address}/sources/article-{number}/")
        text = folded(payload)
        assert _texts(page, "article h1") == [text]
        assert folded(page.title()).startswith(f"{text} - ")
        assert text in _texts(page, "article .ignored")[0]
        assert text in _texts(page, "article > p")[0]


def test_charts_and_timelines_show_every_payload_as_text(guarded: Any) -> None:
    page, address, payloads = guarded
    page.goto(address)
    for number, payload in payloads.items():
        assert _texts(page, f"#chart-chart-{number} .chart-title") == [folded(payload)]
        title = page.locator(f"#chart-chart-{number} .chart-picture title").first
        assert folded(title.text_content()) == folded(payload)
    for group, numbers in enumerate(_groups(payloads)):
        figure = page.locator(f"#chart-group-{group}")
        figure.locator(".chart-explore").click()
        figure.locator(".chart-drawing svg.main-svg").first.wait_for()
        description = _texts(figure.locator(".chart-picture"), "desc")[0]
        names = _texts(figure, "tbody th")
        for number in numbers:
            assert folded(payloads[number]) in description
            assert any(folded(payloads[number]) in name for name in names)
    assert page.locator("figure.chart svg script").count() == 0
    links = page.locator("figure.chart svg a").all()
    assert all("/#fact-" in (link.get_attribute("href") or "") for link in links)
    drawn = folded(" ".join(page.locator(".chart-drawing").all_text_contents()))
    assert '<a href="javascript:' in drawn or "javascript" in drawn


def test_pages_of_charts_show_every_payload_as_text(guarded: Any) -> None:
    page, address, payloads = guarded
    for number, payload in payloads.items():
        page.goto(f"{address}/charts/chart-{number}/")
        text = folded(payload)
        assert _texts(page, "h1") == [text]
        assert folded(page.title()).startswith(f"{text} - ")
        assert text in folded(page.locator("#citation").input_value())
        assert page.locator("iframe, img, main script").count() == 0
    for group, _ in enumerate(_groups(payloads)):
        page.goto(f"{address}/charts/group-{group}/")
        assert page.locator("iframe, img, main script").count() == 0


def test_search_shows_results_as_text(guarded: Any) -> None:
    page, address, _ = guarded
    page.goto(address)
    for word in ("alert", "onerror", "bold", "config"):
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").fill(word)
        page.locator(".md-search-result__meta").wait_for()
        page.wait_for_timeout(300)
        assert page.locator(".md-search-result img, .md-search-result script").count() == 0


def test_downloads_hold_every_payload_and_no_markup(accepted: tuple[Path, dict[int, str]]) -> None:
    site, payloads = accepted
    raw = (site / "data/facts.json").read_text(encoding="utf-8")
    assert not set("<>&") & set(raw)
    rows = {row["id"]: row for row in json.loads(raw)}
    for number, payload in payloads.items():
        assert folded(rows[f"fact-{number}"]["note"]["en"]) == folded(payload)
    text = (site / "data/facts.csv").read_bytes().decode()
    assert not any(cell.startswith(("=", "+", "@", '"=', '"+', '"@')) for cell in text.split(","))
