"""What is searched of a page and not shown where it is found.

In: the search index of a built site. Out: the same index, in which unseen words of a page stand in
fields of their own: other spellings of its figures, and what readers ask for when they mean it.
The theme's search reads each field that the index names, and shows only title and text.
"""

import json
import re
from pathlib import Path

from generator.pages import UNSEEN

SPELLED, ASKED = "spelled", "asked"
_BOOSTS = {SPELLED: {"boost": 1.0}, ASKED: {"boost": 10_000.0}}
"""Of text a word has one, of a title a thousand: a word that means a page leads to that page."""
_PARAGRAPH = re.compile(rf"\s*<p>{UNSEEN}(?P<asked>{UNSEEN}?)(?P<words>[^<]*)</p>")


def part_fields(file: Path) -> None:
    """Writes the index again, if there is one whose fields are named."""
    if not file.is_file():
        return
    index = json.loads(file.read_bytes())
    if "fields" not in index.get("config", {}):
        return
    for entry in index["docs"]:
        found = {SPELLED: list[str](), ASKED: list[str]()}
        for paragraph in _PARAGRAPH.finditer(entry["text"]):
            found[ASKED if paragraph["asked"] else SPELLED].append(paragraph["words"].strip())
        entry["text"] = _PARAGRAPH.sub("", entry["text"])
        entry.update({name: " ".join(words) for name, words in found.items() if words})
    index["config"]["fields"] |= _BOOSTS
    content = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    file.write_text(content, encoding="utf-8", newline="\n")
