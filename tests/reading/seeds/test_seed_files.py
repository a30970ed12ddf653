"""What a file of seeds must be before it is read, and what YAML it may hold."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.reading.characters import decode_text
from generator.reading.records import FACTS as SECTION
from generator.reading.records import parse_envelope, parse_section
from generator.reading.yaml.tree import parse_tree

CASES = Path(__file__).parents[1] / "cases"
REFUSED = yaml.safe_load((CASES / "refused_files.yaml").read_text(encoding="utf-8"))
FACTS = "seeds/facts/other.yaml"


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["name"])
def test_a_broken_file_has_one_finding_at_its_place(project, case):
    [finding] = project.write(FACTS, case["typed"]).load().findings
    assert (f"{finding.place}", finding.code) == (f"{FACTS}:{case['at']}", case["code"])
    assert case["says"] in finding.message
    assert finding.hint


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["name"])
def test_both_readers_of_yaml_find_the_same(case, monkeypatch, project):
    project.write(FACTS, case["typed"])
    found = project.load().findings
    monkeypatch.setattr("generator.reading.yaml.tree.parse_tree.__defaults__", (yaml.SafeLoader,))
    assert project.load().findings == found


@pytest.mark.parametrize(
    ("data", "at", "says"),
    [
        (b"facts:\n- note: a\xffb\n", "2:10", "byte 0xff is no UTF-8"),
        ("facts: []\n".encode("utf-16"), "1:1", "no UTF-8"),
        (b"\xef\xbb\xbffacts: []\n", "1:1", "byte order mark"),
        ("# ä\r\n# \rfacts: []\n".encode(), "2:3", "carriage return"),
        (b"#" * 1_000_001, "1:1", "larger than 1 MB"),
        (b"[" * 100_000, "1:9", "nested"),
        (b"facts:\n" + b"- {}\n" * 5001, "5002:3", "more than 5000"),
        (b"facts:\n" + b"- [" + b"[a]," * 4999 + b"[a]]\n", "2:3", "wants a mapping"),
        (b"facts:\n" + (b"- [" + b"a," * 4999 + b"a]\n") * 40, None, "150000"),
        (b"\0" * 999_999, "1:1", "U+0000"),
    ],
)  # fmt: skip
def test_a_file_of_hostile_bytes_has_one_finding(project, data: bytes, at: str | None, says: str):
    [finding] = project.write(FACTS, data).load().findings
    assert says in finding.message
    assert at is None or f"{finding.place}" == f"{FACTS}:{at}"


def test_a_huge_file_is_not_read(project):
    with (project.root / FACTS).open("wb") as stream:
        stream.truncate(100_000_000)
    [finding] = project.load().findings
    assert "larger than 1 MB" in finding.message


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Turnover.yaml", "turnover.yaml"),
        ("turnover.yml", "turnover.yaml"),
        ("my facts.yaml", "my-facts.yaml"),
        ("$(id).yaml", "id.yaml"),
        ("größe.yaml", "grosse.yaml"),
        ("notes.txt", "notes.yaml"),
        ("noextension", "noextension.yaml"),
        (".hidden.yaml", "hidden.yaml"),
        ("a\nb.yaml", "a-b.yaml"),
    ],
)
def test_a_file_of_another_name_is_a_finding(project, name: str, hint: str):
    [finding] = project.write(f"seeds/facts/{name}", "facts: []\n").load().findings
    assert (finding.code, finding.place.line) == ("bad-file", 1)
    assert finding.place.path.startswith("seeds/facts/")
    assert finding.place.path.isprintable()
    assert hint in finding.hint


@pytest.mark.parametrize("name", [".revenue.yaml.swp", "revenue.yaml~", ".DS_Store", ".gitkeep"])
def test_hidden_files_and_backups_are_not_read(project, name: str):
    assert project.write(f"seeds/facts/{name}", b"\xff").load().findings == ()


@pytest.mark.parametrize(
    ("folder", "first", "second"),
    [
        ("seeds/facts", "B.yaml", "b.yaml"),
        ("seeds/facts", "a\u0301.yaml", "\u00e1.yaml"),
        ("seeds/articles", "B.txt", "b.txt"),
        ("docs", "B.md", "b.md"),
        ("docs", "a\u0301.md", "\u00e1.md"),
    ],
)
def test_names_that_differ_by_case_or_composition_collide(project, folder, first, second):
    for name in (first, second):
        project.write(f"{folder}/{name}", "facts: []\n")
    messages = [p.message for p in project.load().findings if p.place.path.endswith(second)]
    assert any(f"collides with {folder}/" in message for message in messages)


def test_links_folders_and_pipes_are_refused(project, tmp_path):
    target = tmp_path / "target.yaml"
    target.write_text("facts: []\n", encoding="utf-8")
    facts = project.root / "seeds/facts"
    (facts / "a-link.yaml").symlink_to(target)
    (facts / "b-folder.yaml").mkdir()
    found = [(finding.place.path, finding.message) for finding in project.load().findings]
    assert found == [
        ("seeds/facts/a-link.yaml", "is a symbolic link"),
        ("seeds/facts/b-folder.yaml", "is a folder"),
    ]


def test_a_linked_seed_file_is_refused(project, tmp_path):
    moved = (project.root / "seeds/charts.yaml").rename(tmp_path / "charts.yaml")
    (project.root / "seeds/charts.yaml").symlink_to(moved)
    [finding] = project.load().findings
    assert (finding.place.path, finding.message) == ("seeds/charts.yaml", "is a symbolic link")


def test_a_linked_folder_is_refused(project, tmp_path):
    moved = (project.root / "docs").rename(tmp_path / "moved")
    (project.root / "docs").symlink_to(moved)
    seeds = project.load()
    assert [(p.place.path, p.message) for p in seeds.findings] == [("docs", "is a symbolic link")]
    assert seeds.documents == ()


def test_an_unreadable_file_is_a_finding(project, monkeypatch):
    def refuse(path, *args, **kwargs):
        if str(path).endswith("revenue.yaml"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **kwargs)

    opened = __import__("os").open
    monkeypatch.setattr("generator.reading.disk.os.open", refuse)
    [finding] = project.load().findings
    assert finding.message == "the file cannot be read"


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("seeds/briefing.yaml", "there is no such file"),
        ("seeds/articles.yaml", "there is no such file"),
        ("seeds/indicators.yaml", "there is no such file"),
    ],
)
def test_a_missing_file_is_one_finding(project, missing: str, message: str):
    (project.root / missing).unlink()
    [finding] = project.load().findings
    assert (finding.place.path, finding.code, finding.message) == (missing, "bad-file", message)


def test_a_file_with_a_slip_in_its_name_is_one_finding(project):
    (project.root / "seeds/indicators.yaml").rename(project.root / "seeds/indicators.yml")
    [finding] = project.load().findings
    assert (finding.place.path, finding.hint) == (
        "seeds/indicators.yml",
        "rename it to indicators.yaml",
    )


def test_a_missing_folder_of_facts_is_one_finding(project):
    (project.root / "seeds/facts/revenue.yaml").unlink()
    (project.root / "seeds/facts").rmdir()
    [finding] = project.load().findings
    assert (finding.place.path, finding.code) == ("seeds/facts", "bad-file")


def test_findings_of_all_files_come_in_one_run_in_order(project):
    project.write("seeds/facts/a.yaml", "facts: [\n")
    project.write("seeds/facts/b.yaml", "facts:\n- note: a\u200bb\n  colour: red\n")
    project.replace("seeds/charts.yaml", "kind: bars", "kind: pie")
    project.write("docs/page.md", b"\xff")
    places = [finding.place for finding in project.load().findings]
    assert places == sorted(places)
    assert {place.path for place in places} == {
        "docs/page.md",
        "seeds/charts.yaml",
        "seeds/facts/a.yaml",
        "seeds/facts/b.yaml",
    }


VALID = """\
facts:
- id: takings-2024-q4
  indicator: revenue
  period: 2024-Q4
  value: 109e9
  unit: "%"
  quote: {article: a, exact: b, translation: {en: c}}
  note: >-
    text
    more
"""
CHARACTERS_OF_YAML = list("ab0:-[]{}\"'#|>&*!%@`,?\n \t~=\\.\u200b")


def read_facts(data: bytes):
    """All findings about a file of facts, as far as one can go without the other files."""
    decoded = decode_text("f.yaml", data, is_yaml=True)
    findings = [*decoded.findings]
    tree = parse_tree("f.yaml", decoded.text)
    findings += tree.findings
    if tree.root is not None:
        parse_section(parse_envelope(tree.root, "f.yaml", (SECTION,), findings), SECTION, findings)
    return findings


@given(st.text(st.sampled_from(CHARACTERS_OF_YAML), max_size=60))
def test_any_text_is_read_or_refused(text):
    for finding in read_facts(text.encode()):
        assert finding.message.isprintable()
        assert finding.hint.isprintable()


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    for finding in read_facts(data):
        assert finding.message.isprintable()


@given(
    st.integers(0, len(VALID)),
    st.integers(0, 8),
    st.text(st.sampled_from(CHARACTERS_OF_YAML), max_size=3),
)
def test_any_slip_of_the_keyboard_is_read_or_refused(start, length, typed):
    text = VALID[:start] + typed + VALID[start + length :]
    for finding in read_facts(text.encode()):
        assert finding.message.isprintable()
        assert finding.hint.isprintable()


# Of `?` and of a colon right before a bracket, between brackets, and of `|#` the readers think
# differently; both readings end in a finding or in the text that was typed.
@given(
    st.text(st.sampled_from([c for c in CHARACTERS_OF_YAML if c not in "?|>\t\u200b"]), max_size=30)
)
def test_both_readers_of_yaml_refuse_the_same(text):
    assume(not re.search(r":[][{},]", text))
    fast, slow = (parse_tree("f.yaml", text, one) for one in (yaml.CSafeLoader, yaml.SafeLoader))
    assert bool(fast.findings) == bool(slow.findings)
    if not fast.findings:
        assert fast == slow


@pytest.mark.parametrize(
    "path", ["seeds/briefing.yaml", "seeds/articles.yaml", "seeds/charts.yaml", "docs/index.md"]
)
def test_a_folder_in_place_of_a_file_is_one_finding(project, path):
    place = project.root / path
    place.unlink(missing_ok=True)
    place.mkdir(parents=True)
    found = [str(p.place) for p in project.load().findings]
    assert found
    assert {place.split(":")[0] for place in found} == {path}


def test_folders_without_end_are_refused(project):
    deep = project.root / "docs" / "/".join(["a"] * 300)
    deep.mkdir(parents=True)
    assert [p.code for p in project.load().findings] == ["bad-file"]
