"""What is wrong with the pages as a whole: ids that nothing bears, reserved places, languages."""

import shutil
from html import unescape
from pathlib import Path

import pytest

from generator.pages import check_documents
from generator.pipeline import assemble
from generator.publish import tree_files
from generator.reading import load_seeds

FRONT = "---\ntitle: A page\ndescription: What it says.\n---\n\n"


@pytest.fixture
def briefing(root: Path, tmp_path: Path) -> Path:
    """A copy of the small briefing."""
    return Path(shutil.copytree(root / "tests/golden/small", tmp_path / "small"))


def findings(briefing: Path) -> list[tuple[str, str, str]]:
    findings = check_documents(load_seeds(briefing))
    return [(p.code, str(p.place), p.hint) for p in findings]


def test_the_small_briefing_is_faultless(briefing: Path) -> None:
    assert findings(briefing) == []


@pytest.mark.parametrize(
    ("call", "code", "at", "hint"),
    [
        ('{{ figure("plan-2025") }}', "unknown-id", "plan-2025", "did you mean plan-2024?"),
        ('{{ chart("plan") }}', "unknown-id", "plan", "did you mean plans?"),
        (
            '{{ source("nobody") }}',
            "unknown-id",
            "nobody",
            "use an id of seeds/articles.yaml: nordwerk-2023-08-21, nordwerk-2024-03-04",
        ),
        ('{{ table(indicator="revenues") }}', "unknown-id", "revenues", "did you mean revenue?"),
        (
            '{{ table("plan-2024", "plan-2025") }}',
            "unknown-id",
            "plan-2025",
            "did you mean plan-2024?",
        ),
        ('{{ count("fact") }}', "unknown-id", "fact", "did you mean facts?"),
        (
            '{{ figure("factory-opened") }}',
            "bad-call",
            "factory-opened",
            'print its date with {{ period("…") }}',
        ),
        (
            '{{ figure("rival-plan") }}',
            "bad-call",
            "rival-plan",
            "leave it out; facts/ shows its tombstone",
        ),
        (
            '{{ figure("revenue-q2") }}',
            "unknown-id",
            "revenue-q2",
            "it moved: name revenue-2023-q2",
        ),
        ('{{ figure("plan-2024", form="loud") }}', "bad-call", "loud", None),
        ('{{ figure("plan-2024", "plan-2024b") }}', "bad-call", "plan-2024b", None),
        ("{{ figure() }}", "bad-call", "{{", None),
        (
            '{{ key_figures("plan-2024", "factory-opened") }}',
            "bad-call",
            "factory-opened",
            'print its date with {{ period("…") }}',
        ),
        ('{{ key_figures("plan-2025") }}', "unknown-id", "plan-2025", "did you mean plan-2024?"),
        ('{{ proof("all") }}', "bad-call", 'all"', "write {{ proof() }}"),
        ('{{ latest_changes("3") }}', "bad-call", '3"', "write {{ latest_changes() }}"),
        (
            "{{ table() }}",
            "bad-call",
            "{{",
            'write {{ table("fact-id", "fact-id") }} or {{ table(indicator="…") }}',
        ),
        ('{{ codes("bad-file") }}', "bad-call", 'bad-file"', "write {{ codes() }}"),
        ('{{ known_as_of("now") }}', "bad-call", 'now"', "write {{ known_as_of() }}"),
        (
            "{{ timeline(indicator='x') }}",
            "bad-call",
            "x')",
            "write {{ timeline() }} for all events, or name their ids",
        ),
        (
            '{{ quotation("raise-2024") }}',
            "bad-call",
            "raise",
            'print it with {{ figure("…") }} or {{ table("…") }}',
        ),
        (
            '{{ timeline("factory-opened", "raise-2024") }}',
            "bad-call",
            "raise",
            'print it with {{ figure("…") }} or {{ table("…") }}',
        ),
    ],
)
def test_a_call_that_cannot_be_answered_is_found(
    briefing: Path, call: str, code: str, at: str, hint: str | None
) -> None:
    (briefing / "docs/page.md").write_text(FRONT + call + "\n", encoding="utf-8")
    [(found, place, said)] = findings(briefing)
    assert (found, place) == (code, f"docs/page.md:6:{call.index(at) + 1}")
    assert hint is None or said == hint


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        ('{{ table("factory-opened", "raise-2024") }}', ["May 2023</data>", "+25%</data>"]),
        ('{{ timeline("plan-2024") }}', ['datetime="2024"', "<blockquote"]),
        ('{{ quotation("factory-opened") }}', ["<blockquote"]),
        ('{{ period("raise-2024") }}', ["facts/2023/#raise-2024"]),
    ],
)
def test_a_call_shows_every_fact_that_it_takes(briefing: Path, call: str, shown: list[str]) -> None:
    (briefing / "docs/page.md").write_text(FRONT + call + "\n", encoding="utf-8")
    assert findings(briefing) == []
    page = unescape(tree_files(assemble(briefing))["page.md"].decode())
    assert [text for text in shown if text not in page] == []


@pytest.mark.parametrize(
    "path",
    [
        "facts/index.md",
        "sources/mine.md",
        "data.md",
        "f/plan-2024/index.md",
        "charts/x.md",
        "known/2024.md",
        "promises.md",
        "open-questions/index.md",
        "changes/index.md",
        "404.md",
    ],
)
def test_a_page_where_one_is_generated_is_refused(briefing: Path, path: str) -> None:
    page = briefing / "docs" / path
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(FRONT, encoding="utf-8")
    assert [(code, place) for code, place, _ in findings(briefing)] == [
        ("reserved-path", f"docs/{path}:1:1")
    ]


@pytest.mark.parametrize("path", ["data/licence.txt", "data/facts.png"])
def test_a_file_where_one_is_generated_is_refused(briefing: Path, path: str) -> None:
    file = briefing / "docs" / path
    file.parent.mkdir(exist_ok=True)
    file.write_text("mine", encoding="utf-8")
    assert [code for code, _, _ in findings(briefing)] == ["reserved-path"]


@pytest.mark.parametrize("name", ["home.css", "logo.svg"])
def test_a_file_that_every_site_is_given_is_refused(briefing: Path, name: str) -> None:
    (briefing / "docs/assets").mkdir()
    (briefing / "docs/assets" / name).write_text("<svg/>" if name == "logo.svg" else "a {}")
    (finding,) = assemble(briefing).findings
    assert (finding.code, finding.place.path) == ("reserved-path", f"docs/assets/{name}")


def test_a_language_without_catalogue_is_found_where_it_is_typed(briefing: Path) -> None:
    file = briefing / "seeds/briefing.yaml"
    file.write_text(
        file.read_text("utf-8").replace("languages: [en]", "languages: [en, tlh]"), "utf-8"
    )
    assert ("bad-value", "seeds/briefing.yaml:4:17", "choose from en") in findings(briefing)
