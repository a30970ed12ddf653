"""A menu names sections; the pages that these part into are found through them."""

import re
from pathlib import Path

import pytest

from generator.pipeline import assemble
from generator.publish import build_site
from generator.publish.engines.menu import menu_faults, missed_by_menu

MADE = (
    "facts/2024/index.md",
    "known/2024-03-04/index.md",
    "sources/a.md",
    "sources/2024--all/index.md",
)


def test_a_menu_need_name_no_page_of_a_section_but_its_first() -> None:
    settings = {"nav": ["index.md"], "validation": {"nav": {"omitted_files": "warn"}}}
    pages = {"index.md", "more.md", "facts/index.md", *MADE}
    assert menu_faults(settings, pages) == [
        missed_by_menu("facts/index.md"),
        missed_by_menu("more.md"),
    ]
    own = {**settings, "not_in_nav": "/more.md\n"}
    assert menu_faults(own, pages) == [missed_by_menu("facts/index.md")]


@pytest.mark.command
def test_without_a_menu_of_its_own_a_site_has_one_of_sections(small_briefing: Path) -> None:
    settings = small_briefing / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^nav: .*\n", "", text).replace("not_in_nav: |\n", "").replace("  /", "# /")
    settings.write_text(text, encoding="utf-8")
    build_site(small_briefing, assemble(small_briefing), small_briefing / "site")
    home = (small_briefing / "site/index.html").read_text(encoding="utf-8")
    named = {*re.findall(r'<a href="([^"#]+)" class="md-nav__link', home)}
    assert {"facts/", "known/", "sources/"} <= named
    assert not [one for one in named if re.match(r"(facts|known|sources)/.", one)]
