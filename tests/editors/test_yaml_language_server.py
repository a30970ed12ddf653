"""What an editor sees in the seeds: the schemas, as the real YAML language server uses them.

Comes in: a copy of the example with the schemas that `briefing schema` writes. Goes out: what is
underlined, offered and shown at a place.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from generator.model import HEDGES

sys.path.insert(0, str(Path(__file__).parent))
from language_server import Editor, opened

HEAD = "# yaml-language-server: $schema=../schemas/facts.schema.json\nfacts:\n"
FACT = "- id: passengers-2030\n  indicator: passengers\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory, copy_example) -> Path:
    """A briefing with its schemas."""
    folder = copy_example(tmp_path_factory.mktemp("editors") / "briefing")
    assert main(["schema", str(folder / "seeds/schemas")]) == 0
    return folder


@pytest.fixture(scope="module")
def editor(language_server: Path, project: Path) -> Iterator[Editor]:
    """The project, opened."""
    with opened(language_server, project) as started:
        yield started


def test_nothing_is_underlined_in_a_sound_briefing(editor: Editor, project: Path) -> None:
    files = sorted((project / "seeds").rglob("*.yaml"))
    found = {file.name: editor.diagnostics(file, file.read_text("utf-8")) for file in files}
    assert len(files) > 5
    assert found == {file.name: [] for file in files}


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        ("- id: Passengers\n  indicator: passengers\n", 2),
        (f"{FACT}  hedge: ca.\n", 4),
        (f"{FACT}  valeu: 5\n", 4),
        (f"{FACT}  value: 109,5e9\n", 4),
    ],
)
def test_a_mistake_is_underlined_where_it_is(
    editor: Editor, project: Path, wrong: str, line: int
) -> None:
    found = editor.diagnostics(project / "seeds/facts/new.yaml", HEAD + wrong)
    assert [one["range"]["start"]["line"] for one in found] == [line]


def test_the_words_of_a_vocabulary_are_offered(editor: Editor, project: Path) -> None:
    offered = editor.complete(project / "seeds/facts/new.yaml", f"{HEAD}{FACT}  hedge: |\n")
    assert {one["label"] for one in offered} >= {*HEDGES}


def test_a_key_is_explained(editor: Editor, project: Path) -> None:
    text = f"{HEAD}{FACT}  sta|tus: target\n"
    shown = editor.hover(project / "seeds/facts/new.yaml", text)
    assert "Left out: reported" in shown
    assert "* `target`" in shown
