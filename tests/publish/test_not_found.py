"""The page for an address that does not exist says so in the site's words and leads on."""

import re
from pathlib import Path

import yaml


def test_a_lost_reader_finds_the_search_and_every_entry_of_the_menu(
    example: Path, built_site: Path
) -> None:
    page = (built_site / "404.html").read_text("utf-8")
    settings = (example / "mkdocs.yml").read_text("utf-8")
    said = yaml.safe_load(settings)["extra"]["not_found"]
    content = page.split("<article")[1].split("</article>")[0]
    assert f"<h1>{said['title']}</h1>" in content
    assert said["lead"] in content
    assert 'for="__search"' in content
    links = re.findall(r'<a href="/([^"]*)">([^<]+)</a>', content)
    assert [text for _, text in links][:2] == ["Home", "Passengers"]
    assert {"facts/", "sources/", "data/"} <= {target for target, _ in links}
    lost = [path for path, _ in links if not (built_site / path / "index.html").is_file()]
    assert lost == []
