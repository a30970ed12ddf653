"""The first figure of each section shows its sentence beside it, and a page says what it proves."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

FRONT = "---\ntitle: T\ndescription: D.\n---\n\n# Title\n\n"
FIGURE, OTHER = '{{ figure("revenue-2023-q2") }}', '{{ figure("plan-2024") }}'
DERIVED = '{{ figure("raise-2024") }}'
NOTED = re.compile(r'<div class="noted" markdown="1">\n\n(.*?)\n</div>', re.DOTALL)
Noted = Callable[[str], list[str]]


@pytest.fixture
def noted(small: Path, composed: Callable[[str], str]) -> Noted:
    """Per note of a page the words of its block before the first link, and the figure's id."""

    def answer(body: str) -> list[str]:
        (small / "docs/page.md").write_text(FRONT + body, encoding="utf-8")
        found = NOTED.findall(composed("page.md"))
        assert all(one.count("proof-note") == 1 for one in found)
        return [one.partition("<")[0].strip() for one in found]

    return answer


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        (f"First {FIGURE}, then {OTHER}.\n\nMore {OTHER}.\n", ["First"]),
        (f"First {FIGURE}.\n\n## Next\n\nWords.\n\nSecond {OTHER}.\n", ["First", "Second"]),
        (f"First {FIGURE}.\n\n### Deeper\n\nSecond {OTHER}.\n", ["First"]),
        (f"- First {FIGURE}.\n- Second {OTHER}.\n", ["- First"]),
        (f"Computed {DERIVED}.\n\nQuoted {FIGURE}.\n", ["Quoted"]),
        ('First {{ figure("plan-2024") }}.\n\n{{ quotation("plan-2024") }}\n', []),
        (f"| a |\n|---|\n| {FIGURE} |\n", []),
        (f'!!! note "Box"\n    Within {FIGURE}.\n', []),
        ("No figure at all.\n", []),
    ],
)
def test_a_section_has_one_note(noted: Noted, body: str, blocks: list[str]) -> None:
    assert noted(body) == blocks


def test_the_sentence_of_a_list_stands_behind_its_own_point(
    small: Path, composed: Callable[[str], str]
) -> None:
    body = f"- None.\n- First {FIGURE},\n  on two lines.\n- Second {OTHER}.\n"
    (small / "docs/page.md").write_text(FRONT + body, encoding="utf-8")
    before, _, behind = composed("page.md").partition('<figure class="quotation proof-note">')
    assert before.rstrip().endswith("on two lines.")
    assert "- Second" in behind.split("</div>")[0]


def test_a_page_says_below_its_lead_how_much_of_it_is_proven(
    small: Path, composed: Callable[[str], str]
) -> None:
    (small / "docs/page.md").write_text(f"{FRONT}Lead {FIGURE}, {FIGURE} and {DERIVED}.\n\nMore.\n")
    before, _, behind = composed("page.md").partition('<p class="proof">')
    assert "Lead" in before
    assert behind.split("</p>")[1].strip().startswith("More.")
    said = re.sub(r"<[^>]+>", "", behind.split("</p>")[0])
    assert said == "2 figures and events on this page, each proven: 1 quoted, 1 computed."


def test_a_page_without_figures_says_nothing_of_proof(
    small: Path, composed: Callable[[str], str]
) -> None:
    (small / "docs/page.md").write_text(f"{FRONT}Words alone.\n")
    assert 'class="proof"' not in composed("page.md")
