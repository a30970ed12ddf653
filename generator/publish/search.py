"""The search index of a large site in parts, of which a browser fetches those that a query needs.

In: the index as the theme's plug-in writes it. Out: files below `search/`: words in their order
with where they stand, what stands there, and an index that lists these parts in place of the pages.
`assets/search-split.js` reads them; it folds and parts words as it is done here.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from html import unescape
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

from generator.publish.search_fields import ASKED, SPELLED

FOLDER = "search"
INDEX = f"{FOLDER}/search_index.json"
MOST_PAGES = 200
"""Whose index is fetched whole."""
WORD_BYTES = 32_768
"""Of one file of words; a query needs one a word."""
PAGE_BYTES = 8_192
"""Of one file of pages; a query needs as many as its results stand in."""
TITLE, HEADING, TEXT = 3, 2, 1
"""How much a word weighs: of a page's title, of a heading in it, of text."""
_WEIGHT_BITS = 2
_MOST_TEXT = 200
_MOST_TITLE = 200
_MOST_LETTERS = 60
"""Of a word; what is longer begins the same."""
_PROGRAM = "assets/theme-later.js"
_WORD = re.compile(r"(?:[^\W_]*[0-9][.,:](?=[0-9]))*[^\W_]+")
"""Letters and digits; within a number also its marks."""
_MARKS = re.compile("[\u0300-\u036f]")
_THOUSANDS = re.compile(r"[.,](?=[0-9]{3}(?![0-9]))")
_INLINE = re.compile(r"</?(?:code|sub|sup)>")
_TAG = re.compile(r"<[^>]*>")


class SearchedText(NamedTuple):
    """A page up to its first heading, or what stands below a heading."""

    anchor: str
    """Behind the page's address, with its #; empty for the page."""
    title: str
    text: str
    more: str
    """Words that are found and not shown, such as the tags of a page."""
    spelled: str = ""
    """Other spellings of what stands in the text."""


class SearchedPage(NamedTuple):
    """A page, or some of the sections of a very long one, which is then told by several."""

    location: str
    title: str
    sections: tuple[SearchedText, ...]


def split_search(site: Path, most: int = MOST_PAGES) -> None:
    """Splits the search index of a built site that has more than `most` searched pages.

    Left whole is that of another theme, and that of a site whose pages load the theme's own search
    at once, which cannot read the parts.
    """
    file, home = site / INDEX, site / "index.html"
    if not (file.is_file() and home.is_file()) or _PROGRAM not in home.read_text(encoding="utf-8"):
        return
    index = json.loads(file.read_bytes())
    pages = {_page_of(entry) for entry in index["docs"]}
    if "fields" not in index["config"] or len(pages) <= most:
        return
    for name, content in split_index(index).items():
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_bytes(content)


def split_index(
    index: Mapping[str, Any], word_bytes: int = WORD_BYTES, page_bytes: int = PAGE_BYTES
) -> dict[str, bytes]:
    """The files of an index by their path below the site's root, each of at most so many bytes."""
    within = page_bytes - len("[]")
    pages = [part for page in _pages(index["docs"]) for part in _cut(page, within)]
    by_page = list(_blocks(pages, page_bytes))
    by_word = list(_shards(_places(pages), word_bytes))
    files = {f"{FOLDER}/pages/{at}.json": _json(shown) for at, (_, shown) in enumerate(by_page)}
    files |= {f"{FOLDER}/words/{at}.json": _json(found) for at, found in enumerate(by_word)}
    told = sha256()
    for name, content in files.items():
        told.update(f"{name} {len(content)}\n".encode() + content)
    split = {
        "version": told.hexdigest()[:12],
        "words": [next(iter(found)) for found in by_word],
        "pages": [first for first, _ in by_page],
    }
    config = {**index["config"], "split": split}
    return files | {INDEX: _json({"config": config, "docs": []})}


def words_of(text: str) -> list[str]:
    """The words of a text in their order, each as whoever looks for it may spell it.

    Without capitals, accents and umlauts; a number without marks between its thousands, its
    decimals behind a point.
    """
    folded = _MARKS.sub("", normalize("NFKD", text)).lower().replace("ß", "ss")
    return [
        (_as_number(word) if "." in word or "," in word else word)[:_MOST_LETTERS]
        for word in _WORD.findall(folded)
    ]


def _as_number(word: str) -> str:
    return _THOUSANDS.sub("", word).replace(",", ".")


def _page_of(entry: Mapping[str, Any]) -> str:
    return str(entry["location"]).partition("#")[0]


def _pages(docs: Iterable[Mapping[str, Any]]) -> Iterator[SearchedPage]:
    """The entries of each page; the first of a page tells the page."""
    for location, found in groupby(docs, _page_of):
        entries = list(found)
        texts = tuple(
            SearchedText(
                str(entry["location"]).removeprefix(location),
                _plain(entry["title"]),
                _plain(entry["text"]),
                " ".join([*entry.get("tags", ()), unescape(entry.get(ASKED, ""))]),
                unescape(entry.get(SPELLED, "")),
            )
            for entry in entries
        )
        yield SearchedPage(location, _short(texts[0].title, _MOST_TITLE), texts)


def _plain(text: str) -> str:
    """Text without the tags that the theme leaves in it."""
    return " ".join(unescape(_TAG.sub(" ", _INLINE.sub("", text))).split())


def _short(text: str, most: int) -> str:
    """The beginning of a text, up to the end of a word."""
    if len(text) <= most:
        return text
    head = text[:most]
    return f"{head.rpartition(' ')[0] or head}…"


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _shown(page: SearchedPage) -> list[object]:
    """A page as the browser shows it."""
    sections = [
        [one.anchor, _short(one.title, _MOST_TITLE), _short(one.text, _MOST_TEXT)]
        for one in page.sections
    ]
    return [page.location, page.title, sections]


def _cut(page: SearchedPage, most: int) -> Iterator[SearchedPage]:
    """The page, or as many as it takes to tell it in so many bytes each."""
    if len(_json(_shown(page))) <= most or len(page.sections) == 1:
        yield page
        return
    middle = len(page.sections) // 2
    for sections in (page.sections[:middle], page.sections[middle:]):
        yield from _cut(page._replace(sections=sections), most)


def _blocks(pages: Sequence[SearchedPage], most: int) -> Iterator[tuple[int, list[object]]]:
    """Neighbouring pages in lists of so many bytes, each with the number of its first."""
    shown, first, size = list[object](), 0, 0
    for number, page in enumerate(pages):
        one = _shown(page)
        more = len(_json(one)) + 1
        if shown and size + more > most - len("[]"):
            yield first, shown
            shown, first, size = [], number, 0
        shown.append(one)
        size += more
    if shown:
        yield first, shown


def _places(pages: Sequence[SearchedPage]) -> dict[str, list[list[int]]]:
    """Where each word stands: a list a page, as the browser reads it.

    A number below zero leads on by so many pages, one above is a section with a weight. The first
    list of several leads on from before the first page.
    """
    found: dict[str, list[list[int]]] = defaultdict(list)
    last: dict[str, int] = {}
    for number, page in enumerate(pages):
        for place, section in enumerate(page.sections):
            for word, weight in _weights(section).items():
                if last.get(word) != number:
                    found[word].append([last.get(word, -1) - number])
                    last[word] = number
                found[word][-1].append((place << _WEIGHT_BITS) + weight)
    return found


def _weights(section: SearchedText) -> dict[str, int]:
    """The words of a section, each with the most that it weighs there."""
    weights = dict.fromkeys(words_of(f"{section.text} {section.spelled}"), TEXT)
    weights |= dict.fromkeys(words_of(section.title), HEADING if section.anchor else TITLE)
    return weights | dict.fromkeys(words_of(section.more), TITLE)


def _shards(places: Mapping[str, list[list[int]]], most: int) -> Iterator[dict[str, list[int]]]:
    """The words in their order in files of so many bytes; what is too long for one goes on."""
    shard: dict[str, list[int]] = {}
    size = 0
    # As the browser compares texts.
    for word in sorted(places, key=lambda one: one.encode("utf-16-be")):
        around = len(f'{{"{word}":,}}'.encode())
        for piece, length in _pieces(places[word], most - around):
            more = around + length
            if shard and (size + more > most or word in shard):
                yield shard
                shard, size = {}, 0
            shard[word] = piece
            size += more
    if shard:
        yield shard


def _pieces(lists: Sequence[list[int]], most: int) -> Iterator[tuple[list[int], int]]:
    """The places of a word in lists of so many bytes, each read without those before it."""
    whole = [number for one in lists for number in one]
    if (length := len(_json(whole))) <= most:
        yield whole, length
        return
    piece, size, page = list[int](), 0, -1
    for steps, *sections in lists:
        page -= steps
        more = len(_json([-page - 1, *sections]))
        if piece and size + more > most:
            yield piece, size
            piece, size = [], 0
        piece += [steps if piece else -page - 1, *sections]
        size += more
    yield piece, size
