"""A menu names sections; what is wrong with it is known before anything is built."""

import re
from pathlib import Path

import pytest

from generator.model import Marks, Place
from generator.pipeline import assemble
from generator.publish import build_site
from generator.settings.menu import check_menu

GONE = "nav names passenger.md, and there is no such page"
NOWHERE = Marks(Place("mkdocs.yml"))
ASKED = {"nav": {"omitted_files": "warn"}}
SECTIONS = [
    *("facts/index.md", "promises/index.md", "known/index.md", "open-questions/index.md"),
    *("changes/index.md", "sources/index.md", "data/index.md"),
]
MADE = ["facts/2024/index.md", "known/2024-03-04/index.md", "sources/a.md"]


def said(settings: dict[str, object], written: list[str]) -> list[str]:
    return [finding.message for finding in check_menu(settings, NOWHERE, written)]


def test_a_menu_need_name_no_page_of_a_section_but_its_first() -> None:
    menu = ["index.md", *SECTIONS[1:], *MADE]
    settings: dict[str, object] = {"nav": menu, "validation": ASKED}
    assert said(settings, ["index.md", "more.md"]) == [
        "no entry of nav names the page facts/index.md",
        "no entry of nav names the page more.md",
    ]
    settings["not_in_nav"] = "/more.md\n"
    assert said(settings, ["index.md", "more.md"]) == [
        "no entry of nav names the page facts/index.md"
    ]
    assert said({**settings, "validation": {"nav": {"omitted_files": "info"}}}, ["index.md"]) == []


def written(briefing: Path, text: str) -> list[str]:
    (briefing / "mkdocs.yml").write_text(text, encoding="utf-8")
    return [
        f"{one.place}: {one.code} {one.message}; {one.hint}" for one in assemble(briefing).findings
    ]


def test_an_entry_without_a_page_and_a_page_without_an_entry_have_their_places(
    copied_briefing: Path,
) -> None:
    for name in ("newer", "new"):
        (copied_briefing / f"docs/{name}.md").write_text(
            "---\ntitle: New\ndescription: A page without a menu.\n---\n\n# New\n"
        )
    menu = "site_name: Ferry\nnav:\n- index.md\n- Group:\n  - Gone: passenger.md\n- charts.md\n"
    assert written(copied_briefing, menu) == [
        *(
            f"mkdocs.yml:2:1: bad-menu no entry of nav names the page {name}.md; "
            f"add `- {name}.md` below nav, or list /{name}.md under not_in_nav"
            for name in ("new", "newer")
        ),
        f"mkdocs.yml:5:5: bad-menu {GONE}; write passengers.md",
    ]


def shown_menu(briefing: Path) -> list[tuple[str, str]]:
    build_site(briefing, assemble(briefing), briefing / "site")
    page = (briefing / "site/404.html").read_text(encoding="utf-8")
    content = page.split("<article")[1].split("</article>")[0]
    return [(path, text) for path, text in re.findall(r'<a href="/([^"]*)">([^<]+)</a>', content)]


MADE_MENU = [("facts/", "Figures"), ("sources/", "Sources"), ("data/", "Data")]


@pytest.mark.command
def test_without_a_menu_of_its_own_a_site_has_its_pages_and_sections(small_briefing: Path) -> None:
    (small_briefing / "docs/more.md").write_text(
        "---\ntitle: R&D\ndescription: A page without a menu.\n---\n\n# More\n"
    )
    settings = small_briefing / "mkdocs.yml"
    settings.write_text("site_name: Nordwerk\n")
    pages = [(".", "Home"), ("more/", "R&#38;D")]
    assert shown_menu(small_briefing) == [*pages, *MADE_MENU]
    home = (small_briefing / "site/index.html").read_text(encoding="utf-8")
    assert 'aria-label="Next: R&#38;D"' in home
    drawer = home.split('class="drawer"')[1].split("</nav>")[0]
    named = {*re.findall(r'<a href="([^"#]+)"', drawer)}
    assert {"facts/", "known/", "sources/"} <= named
    assert not [one for one in named if re.match(r"(facts|known|sources)/.", one)]


@pytest.mark.command
def test_behind_a_menu_of_hand_written_pages_stand_the_sections(small_briefing: Path) -> None:
    (small_briefing / "mkdocs.yml").write_text("nav: [{Start: index.md}]\n")
    assert shown_menu(small_briefing) == [(".", "Start"), *MADE_MENU]
