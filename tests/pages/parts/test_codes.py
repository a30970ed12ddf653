"""The table of findings says of every code what it means, shows an example and names the cure."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from generator.model import CODES
from generator.pages.parts.tables import CODE_TEXTS
from generator.pipeline import assemble
from generator.publish import tree_files
from generator.wording import languages, load_messages

KEYS = {f"code-{code}-{part}" for code in CODES for part in CODE_TEXTS}
ROW = re.compile(r"<tr>\s*<th scope=\"row\"><code>(.+?)</code></th>(.+?)</tr>", re.DOTALL)
CELL = re.compile(r"<td data-label=\"(.+?)\">(.*?)</td>", re.DOTALL)


@pytest.fixture
def table(root: Path, tmp_path: Path) -> str:
    """The table, as the first page of the small briefing shows it when it asks for it."""
    briefing = Path(shutil.copytree(root / "tests/golden/small", tmp_path / "small"))
    page = briefing / "docs/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n{{ codes() }}\n", encoding="utf-8")
    assembly = assemble(briefing)
    assert [f"{p.place} {p.message}" for p in assembly.findings] == []
    text = unescape(tree_files(assembly)["index.md"].decode())
    return text[text.index('aria-label="Table of findings"') :]


@pytest.mark.parametrize("lang", languages())
def test_every_code_has_its_texts_in_every_language_and_none_is_left_over(lang: str) -> None:
    texts = {key: text for key, text in load_messages(lang).items() if key.startswith("code-")}
    assert set(texts) == KEYS
    assert [key for key, text in texts.items() if not text.strip() or "\n" in text] == []


@pytest.mark.parametrize("lang", languages())
def test_every_example_is_one_of_its_own(lang: str) -> None:
    messages = load_messages(lang)
    for part in CODE_TEXTS[:2]:
        texts = [messages[f"code-{code}-{part}"] for code in CODES]
        assert len(set(texts)) == len(texts)


def test_the_table_has_a_row_for_every_code_with_every_cell_named(table: str) -> None:
    rows = {code: CELL.findall(cells) for code, cells in ROW.findall(table)}
    assert list(rows) == list(CODES)
    for code, cells in rows.items():
        messages = [load_messages("en")[f"code-{code}-{part}"] for part in CODE_TEXTS]
        assert [label for label, _ in cells] == ["Kind", "Meaning", "Example", "Cure"]
        assert [text for _, text in cells] == [CODES[code], *messages]


def test_braces_of_a_cure_are_shown_and_not_filled_in(table: str) -> None:
    assert 'Write {{ figure("pumps-sold") }}.' in table
