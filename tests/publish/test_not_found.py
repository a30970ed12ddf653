"""The page for an address that does not exist says so in the site's words and leads on."""

import re
from pathlib import Path

from generator.wording.language import load_messages


def test_a_lost_reader_finds_the_search_and_every_entry_of_the_menu(
    built_site: Path,
) -> None:
    page = (built_site / "404.html").read_text("utf-8")
    words = load_messages("en")
    content = page.split("<article")[1].split("</article>")[0]
    assert f"<h1>{words['not-found-title']}</h1>" in content
    assert words["not-found-lead"] in content
    assert 'for="__search"' in content
    links = re.findall(r'<a href="/([^"]*)">([^<]+)</a>', content)
    assert [text for _, text in links][:2] == ["Home", "Passengers"]
    assert {"facts/", "sources/", "data/"} <= {target for target, _ in links}
    lost = [path for path, _ in links if not (built_site / path / "index.html").is_file()]
    assert lost == []
