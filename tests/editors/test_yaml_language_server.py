"""What an editor sees in the seeds: the schemas, as the real YAML language server uses them.

Comes in: a copy of the example with the schemas that `briefing schema` writes. Goes out: what is
underlined, offered and shown at a place.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.model import MEANINGS

sys.path.insert(0, str(Path(__file__).parent))
from language_server import Editor, opened

HEAD = "# yaml-language-server: $schema=../schemas/facts.schema.json\nfacts:\n"
CHARTS = "# yaml-language-server: $schema=schemas/charts.schema.json\ncharts:\n"
FACT = "- id: passengers-2030\n  indicator: passengers\n"
QUOTE = "  quote: {article: hohenufer-2025-01-21, exact: 861.400 Fahrgäste}\n"

pytestmark = pytest.mark.command

Look = Callable[..., Any]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, copy_example: Callable[[Path], Path]) -> Path:
    """A briefing with its schemas."""
    folder = copy_example(tmp_path_factory.mktemp("editors") / "briefing")
    assert main(["schema", "--root", str(folder), str(folder / "seeds/schemas")]) == 0
    return folder


@pytest.fixture(scope="module")
def editor(language_server: Path, project: Path) -> Iterator[Editor]:
    """The project, opened."""
    with opened(language_server, project) as started:
        yield started


@pytest.fixture
def underlined(editor: Editor, project: Path) -> Look:
    """Line, column, message of all that is underlined in each of some files of facts."""

    def look(*texts: str) -> list[list[tuple[int, int, str]]]:
        file = project / "seeds/facts/new.yaml"
        return [
            [(*one["range"]["start"].values(), one["message"]) for one in found]
            for found in editor.diagnostics(*((file, HEAD + text) for text in texts))
        ]

    return look


@pytest.fixture
def offered(editor: Editor, project: Path) -> Look:
    """By label, what explains each word that is offered in such a file where `|` stands."""

    def look(text: str) -> dict[str, str]:
        found = editor.complete(project / "seeds/facts/new.yaml", HEAD + text)
        return {one["label"]: one.get("documentation", "") for one in found}

    return look


def test_nothing_is_underlined_in_a_sound_briefing(editor: Editor, project: Path) -> None:
    files = sorted((project / "seeds").rglob("*.yaml"))
    found = editor.diagnostics(*((file, file.read_text("utf-8")) for file in files))
    assert len(files) > 5
    assert found == [[] for _ in files]


@pytest.mark.parametrize(
    ("typed", "column", "message"),
    [
        ("  period: Q4 2024\n", 10, "no period: write 2024, 2021-10, 2025-08-07, 2024-Q4"),
        ("  period: 18.03.2025\n", 10, "no period: write"),
        ("  value: 109,5e9\n", 9, "no number: write a plain number such as 109e9"),
        ("  unit: Yuan\n", 8, "no unit: write a currency such as EUR, %, pp"),
        ("  hedge: ca.\n", 9, 'Value is not accepted. Valid values: "exact", "about"'),
        ("  about: nobody\n", 9, "no entity of seeds/briefing.yaml, which has aldersund-ferry"),
        ("  revision_of: Passengers 2024\n", 15, "an id is small letters a-z"),
        ("  valeu: 5\n", 2, "Property valeu is not allowed."),
    ],
)
def test_a_mistake_is_underlined_where_it_is(
    underlined: Look, typed: str, column: int, message: str
) -> None:
    [[found]] = underlined(FACT + typed + QUOTE)
    assert found[:2] == (4, column)
    assert found[2].startswith(message)


@pytest.mark.parametrize(
    "typed",
    [
        "  period: 2024-Q4\n  value: 350_000\n  unit: passenger\n",
        "  period: 2021-03/..\n  value: 109e9\n  unit: EUR/month\n",
        '  period: 2024\n  value: -3.5\n  unit: "%"\n',
        "  period: ../2024~\n  revision_of: an-id-that-is-new\n  unit: CNY\n",
    ],
)
def test_nothing_is_underlined_that_may_stand(underlined: Look, typed: str) -> None:
    assert underlined(FACT + typed + QUOTE) == [[]]


def test_ids_that_no_record_has_are_underlined_and_the_message_names_some(underlined: Look) -> None:
    [indicator], [undecided], [article] = underlined(
        f"- id: a\n  indicator: pasengers\n{QUOTE}",
        f'- id: a\n  indicator: "?"\n{QUOTE}',
        FACT + "  quote: {article: nobody, exact: said}\n",
    )
    assert indicator[:2] == (3, 13)
    assert "no indicator of seeds/indicators.yaml, which has passengers, " in indicator[2]
    assert undecided[:2] == (3, 13)
    assert article[:2] == (4, 19)
    assert "no article of seeds/articles.yaml, which has hohenufer-2025-01-21, " in article[2]


def test_a_fact_without_its_proof_is_underlined(underlined: Look) -> None:
    proof = "a fact needs quote: with the sentence that says it, or formula: with what computes it"
    without = ("", "  status: target\n", "  value: 5\n")
    proven = ("  status: withdrawn\n", '  formula: "{a} / {b}"\n', QUOTE)
    found = underlined(*(FACT + typed for typed in (*without, *proven)))
    assert found == [[(2, 2, proof)]] * 3 + [[]] * 3


def test_the_ids_of_the_briefing_are_offered_and_no_example(offered: Look) -> None:
    indicators = offered("- id: a\n  indicator: |\n")
    assert len(indicators) == 16
    assert indicators["revenue"] == "Revenue (flow; EUR, USD)"
    articles = offered(FACT + "  quote:\n    article: |\n")
    assert next(iter(articles)) == "hohenufer-2025-01-21", "the newest comes first"
    label = "The lower target was reached, Hohenufer Bote (invented), 21 January 2025"
    assert articles["hohenufer-2025-01-21"] == label
    assert offered(FACT + "  about: |\n") == {
        "aldersund-ferry": "Aldersund ferry",
        "bridge-bus": "Bus over the bridge",
    }
    units = offered(FACT + "  unit: |\n")
    assert {"passenger": "passengers", "EUR": "Euro", "pp": "percentage points"}.items() <= (
        units.items()
    )
    assert offered("- id: |\n") == {}


def test_facts_are_offered_with_what_they_say(offered: Look, editor: Editor, project: Path) -> None:
    label = "Passengers carried, 2024: 861,400 passengers"
    assert offered(FACT + "  revision_of: |\n")["passengers-2024"] == label
    assert offered(FACT + "  formula: |\n")["{passengers-2024}"] == label
    for typed in ("  facts: [|]\n", "  facts:\n  - |\n"):
        text = f"{CHARTS}- id: a\n  kind: bars\n{typed}"
        found = editor.complete(project / "seeds/charts.yaml", text)
        assert {one["label"]: one["documentation"] for one in found}["passengers-2024"] == label


def test_a_unit_is_inserted_as_yaml_wants_it(editor: Editor, project: Path) -> None:
    found = editor.complete(project / "seeds/facts/new.yaml", f"{HEAD}{FACT}  unit: |\n")
    assert '"%"' in {one["insertText"] for one in found}


def test_the_words_of_a_vocabulary_are_offered_with_their_meaning(offered: Look) -> None:
    assert offered(FACT + "  hedge: |\n") == MEANINGS["hedge"]
    assert offered(FACT + "  status: |\n") == MEANINGS["status"]


def test_records_are_offered_to_be_filled_in(offered: Look, editor: Editor, project: Path) -> None:
    assert {"fact, quoted", "fact, derived", "fact, an event"} <= offered("|\n").keys()
    found = editor.complete(project / "seeds/charts.yaml", f"{CHARTS}|\n")
    assert {"chart: bars", "chart: timeline"} <= {one["label"] for one in found}
    keys = editor.complete(project / "seeds/facts/new.yaml", f"{HEAD}{FACT}  |\n")
    assert not [one for one in keys if "Shape" in one["label"]]


def test_a_key_and_a_word_are_explained(editor: Editor, project: Path) -> None:
    facts = project / "seeds/facts/new.yaml"
    for text in ("  sta|tus: target\n", "  status: tar|get\n"):
        shown = editor.hover(facts, f"{HEAD}{FACT}{text}")
        assert shown.startswith("#### Fact\n")
        assert "Left out: reported" in shown
        assert f"* `target`: {MEANINGS['status']['target']}" in shown
    assert "Shape" not in editor.hover(facts, f"{HEAD}{FACT}  quo|te: {{exact: a}}\n")


def test_a_new_id_is_known_once_the_schemas_are_renewed(
    editor: Editor, project: Path, underlined: Look
) -> None:
    indicators = project / "seeds/indicators.yaml"
    before = indicators.read_text("utf-8")
    text = f"- id: a\n  indicator: delay\n{QUOTE}"
    [before_it] = underlined(text)
    assert len(before_it) == 1
    indicators.write_text(f"{before}  delay: {{label: {{en: Delay}}, kind: level}}\n", "utf-8")
    try:
        schemas = project / "seeds/schemas"
        assert main(["schema", "--root", str(project), str(schemas)]) == 0
        editor.tell_changed(schemas / "facts.schema.json")
        assert underlined(text) == [[]]
    finally:
        indicators.write_text(before, "utf-8")
