"""The index of a large site in parts: each small, together whole, the same each time."""

import json
import random
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.publish.build import TREE, finish_site
from generator.publish.search import (
    HEADING,
    INDEX,
    MOST_PAGES,
    TEXT,
    TITLE,
    split_index,
    split_search,
    words_of,
)

CONFIG = {"lang": ["en"], "separator": r"[\s]+", "pipeline": [], "fields": {"title": {}}}
WORDS = ("Umsatz", "größte", "één", "revenue", "the", "350.000", "15,09", "SU7", "naïve", "Straße")
SMALL = {"word_bytes": 700, "page_bytes": 900}


def made_index(pages: int, seed: int = 3) -> dict[str, Any]:
    """Pages with sections; a word stands in all of them, some in one alone."""
    dice = random.Random(seed)  # noqa: S311 - the same index every time is the point
    docs = []
    for at in range(pages):
        location = f"sources/article-{at}/"
        docs.append({"location": location, "title": f"Page {at}", "text": "<p>everywhere</p>"})
        for part in range(dice.randint(0, 30)):
            words = " ".join(dice.choices(WORDS, k=dice.randint(1, 60)))
            docs.append(
                {
                    "location": f"{location}#part-{part}",
                    "title": f"Section {part} of {dice.choice(WORDS)}",
                    "text": f"<p>{words} only{at}x{part}</p><p>A &lt;b&gt; &amp; c.</p>",
                }
            )
    return {"config": CONFIG, "docs": docs}


def parts_of(files: Mapping[str, bytes], kind: str) -> list[Any]:
    """The files of one kind in the order of their numbers."""
    names = [name for name in files if name.startswith(f"search/{kind}/")]
    assert names == [f"search/{kind}/{at}.json" for at in range(len(names))]
    return [json.loads(files[name]) for name in names]


def split_of(files: Mapping[str, bytes]) -> dict[str, Any]:
    found = json.loads(files[INDEX])["config"]["split"]
    assert isinstance(found, dict)
    return found


class Reader:
    """The files, read as a browser reads them."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        split = split_of(files)
        self.firsts = [first.encode("utf-16-be") for first in split["words"]]
        self.shards, blocks = parts_of(files, "words"), parts_of(files, "pages")
        assert split["pages"] == [sum(map(len, blocks[:at])) for at in range(len(blocks))]
        self.pages = [page for block in blocks for page in block]

    def look_up(self, word: str) -> Iterator[tuple[str, int]]:
        """Where a word stands, and how much it weighs."""
        encoded = word.encode("utf-16-be")
        start = max(0, sum(first < encoded for first in self.firsts) - 1)
        end = sum(first <= encoded for first in self.firsts)
        for shard in self.shards[start:end]:
            page = -1
            for number in shard.get(word, ()):
                if number < 0:
                    page -= number
                else:
                    location, _, sections = self.pages[page]
                    yield location + sections[number >> 2][0], number & 3


def look_up(files: Mapping[str, bytes], word: str) -> Iterator[tuple[str, int]]:
    return Reader(files).look_up(word)


@pytest.mark.parametrize("sizes", [{}, SMALL])
def test_every_word_of_every_entry_is_found_there(sizes: dict[str, int]) -> None:
    index = made_index(12)
    files = split_index(index, **sizes)
    wanted: dict[str, set[str]] = {}
    for entry in index["docs"]:
        for text in (entry["title"], entry["text"].replace("<p>", " ").replace("</p>", " ")):
            for word in words_of(text.replace("&lt;", "<").replace("&gt;", ">")):
                if word != "amp":
                    wanted.setdefault(word, set()).add(entry["location"])
    reader = Reader(files)
    found = {word: {location for location, _ in reader.look_up(word)} for word in wanted}
    assert found == wanted


def test_every_entry_is_shown_once_in_its_order() -> None:
    index = made_index(12)
    files = split_index(index, **SMALL)
    shown = [
        page[0] + anchor
        for block in parts_of(files, "pages")
        for page in block
        for anchor, _, _ in page[2]
    ]
    assert shown == [entry["location"] for entry in index["docs"]]


def test_no_file_is_larger_than_it_may_be() -> None:
    files = split_index(made_index(120))
    assert len(files) > 20
    assert {name for name, one in files.items() if len(one) > 32_768} == set()
    files = split_index(made_index(120), **SMALL)
    bounds = {"words": SMALL["word_bytes"], "pages": SMALL["page_bytes"]}
    for name, content in files.items():
        if name != INDEX:
            assert len(content) <= bounds[name.split("/")[1]], name


def test_a_word_that_stands_everywhere_goes_on_in_further_files() -> None:
    files = split_index(made_index(400), **SMALL)
    holding = [shard for shard in parts_of(files, "words") if "everywhere" in shard]
    assert len(holding) > 1
    assert len({location for location, _ in look_up(files, "everywhere")}) == 400


def test_the_same_index_is_split_into_the_same_bytes() -> None:
    one, other = split_index(made_index(12)), split_index(made_index(12))
    assert one == other
    moved = split_of(split_index(made_index(12, seed=4)))
    assert moved["version"] != split_of(one)["version"]


def test_the_index_keeps_what_the_theme_starts_with_and_no_page() -> None:
    index = made_index(12)
    left = json.loads(split_index(index)[INDEX])
    assert left["docs"] == []
    assert {key: left["config"][key] for key in CONFIG} == CONFIG
    assert "split" not in index["config"]


def test_a_title_weighs_more_than_a_heading_and_that_more_than_text() -> None:
    docs = [
        {"location": "a/", "title": "Ferry", "text": "<p>a ferry</p>", "tags": ["Sea"]},
        {"location": "a/#b", "title": "The ferry", "text": ""},
        {"location": "a/#c", "title": "Else", "text": "Ferry <code>ferry</code>"},
    ]
    files = split_index({"config": CONFIG, "docs": docs})
    assert dict(look_up(files, "ferry")) == {"a/": TITLE, "a/#b": HEADING, "a/#c": TEXT}
    assert dict(look_up(files, "sea")) == {"a/": TITLE}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Umsätze Größe STRASSE Straße", ["umsatze", "grosse", "strasse", "strasse"]),
        ("één naïve reünie", ["een", "naive", "reunie"]),
        ("350.000 350,000 350000", ["350000"] * 3),
        ("1.234.567 and 3.5 or 15,09.", ["1234567", "and", "3.5", "or", "15.09"]),
        ("e.g. 12:30, v.2", ["e", "g", "12:30", "v", "2"]),
        ("Xiaomi’s SU7-Max (2024-Q4)", ["xiaomi", "s", "su7", "max", "2024", "q4"]),
        ("no_space “quoted”; 5%", ["no", "space", "quoted", "5"]),
        ("x" * 99, ["x" * 60]),
        ("İstanbul Ωmega ﬁn", ["istanbul", "ωmega", "fin"]),
    ],
)
def test_words_are_as_anybody_may_spell_them(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_text_is_shown_without_tags_and_cut_between_words() -> None:
    text = "<p>1 &lt; 2 &amp; CO<sub>2</sub></p><p>" + "word " * 100 + "</p>"
    docs = [{"location": "a/", "title": "A <code>b</code>", "text": text}]
    page = parts_of(split_index({"config": CONFIG, "docs": docs}), "pages")[0][0]
    assert page[:2] == ["a/", "A b"]
    shown = page[2][0][2]
    assert shown.startswith("1 < 2 & CO2 word word")
    assert shown.endswith(" word…")
    assert len(shown) <= 201


def a_site(folder: Path, index: object, home: str) -> Path:
    (folder / "search").mkdir()
    (folder / INDEX).write_text(json.dumps(index), encoding="utf-8")
    (folder / "index.html").write_text(home, encoding="utf-8")
    return folder


OURS = '<script src="assets/theme-later.js"></script>'


@pytest.mark.parametrize(
    ("pages", "config", "home", "is_split"),
    [
        (5, CONFIG, OURS, False),
        (6, CONFIG, OURS, True),
        (6, CONFIG, "", False),
        (6, {"lang": ["en"]}, OURS, False),
    ],
)
def test_only_an_index_of_many_pages_that_its_pages_can_read_is_split(
    tmp_path: Path, pages: int, config: object, home: str, is_split: bool
) -> None:
    index = made_index(pages) | {"config": config}
    site = a_site(tmp_path, index, home)
    split_search(site, most=5)
    assert (json.loads((site / INDEX).read_text(encoding="utf-8")) != index) == is_split
    assert (site / "search/words/0.json").exists() == is_split


def test_a_build_splits_the_index_of_a_large_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / TREE).mkdir(parents=True)
    (tmp_path / TREE / "sitemap.xml").write_text("<urlset/>", encoding="utf-8")
    docs = [{"location": f"{at}/", "title": "A page", "text": ""} for at in range(MOST_PAGES + 1)]
    a_site(site, {"config": CONFIG, "docs": docs}, OURS)
    finish_site(tmp_path, site)
    assert json.loads((site / INDEX).read_text(encoding="utf-8"))["docs"] == []


def test_a_site_without_search_is_left_alone(tmp_path: Path) -> None:
    split_search(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_terms_and_what_is_said_of_them_are_words_of_their_own(built_site: Path) -> None:
    docs = json.loads((built_site / INDEX).read_text(encoding="utf-8"))["docs"]
    texts = [entry["text"] for entry in docs if "#fact--" in entry["location"]]
    assert texts
    assert all(re.search(r"\bFirst reported \d", text) for text in texts)


def test_a_site_without_a_first_page_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / INDEX).parent.mkdir()
    (tmp_path / INDEX).write_text(json.dumps(made_index(3)))
    split_search(tmp_path, 0)
    assert [file.name for file in (tmp_path / "search").iterdir()] == ["search_index.json"]
