"""Articles: the file is the one whose hash was recorded, and every file has its record."""

import hashlib
import re
from pathlib import Path

import pytest
import yaml

ARTICLES = "seeds/articles.yaml"
SLIPS = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/slips_in_articles.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip['typed']!a} {slip['message']}")
def test_one_slip_is_one_finding(project, slip):
    [finding] = project.replace(ARTICLES, slip["stands"], slip["typed"]).load().findings
    assert (str(finding.place), finding.code) == (f"{ARTICLES}:{slip['at']}", slip["code"])
    assert finding.subject == "daily-2025-03-18"
    assert slip["message"] in finding.message
    assert slip["hint"] in finding.hint


def test_another_file_than_recorded_is_a_finding_that_gives_the_hash(project):
    recorded = project.load().articles["daily-2025-03-18"].sha256
    actual = hashlib.sha256(b"edited").hexdigest()
    seeds = project.write("seeds/articles/000.txt", "edited").load()
    [finding] = seeds.findings
    assert (str(finding.place), finding.code) == (f"{ARTICLES}:4:11", "hash-mismatch")
    assert actual[:12] in finding.message
    assert recorded[:12] in finding.message
    assert f"sha256: {actual}" in finding.hint
    assert "never edited" in finding.hint
    assert dict(seeds.articles) == {}
    assert "daily-2025-03-18" in seeds.known["article"].ids
    assert dict(seeds.facts) == {}
    assert "takings-2024-q4" in seeds.known["fact"].ids


@pytest.mark.parametrize("digit", [0, 11, 12, 15, 40, 63])
def test_a_mistyped_digit_of_a_hash_is_shown_and_the_text_stays(project, digit):
    right = project.load().articles["daily-2025-03-18"].sha256
    wrong = f"{right[:digit]}{'0' if right[digit] != '0' else '1'}{right[digit + 1 :]}"
    seeds = project.replace(ARTICLES, right, wrong).load()
    [finding] = seeds.findings
    assert (str(finding.place), finding.code) == (f"{ARTICLES}:4:11", "hash-mismatch")
    actual, recorded = re.findall("…?[0-9a-f]{6,}…?", finding.message)
    assert actual != recorded
    assert actual.strip("…") in right
    assert recorded.strip("…") in wrong
    assert "daily-2025-03-18" in seeds.articles


def test_a_hash_in_capitals_is_the_same_hash(project):
    digest = project.load().articles["daily-2025-03-18"].sha256
    seeds = project.replace(ARTICLES, digest, digest.upper()).load()
    assert seeds.findings == ()
    assert seeds.articles["daily-2025-03-18"].sha256 == digest


def test_a_file_without_a_record_is_a_finding_that_gives_the_hash(project):
    [finding] = project.write("seeds/articles/new.txt", "new").load().findings
    assert (str(finding.place), finding.code) == ("seeds/articles/new.txt:1:1", "bad-file")
    assert f"sha256: {hashlib.sha256(b'new').hexdigest()}" in finding.hint


def test_an_article_that_is_no_text_is_a_finding_in_its_file(project):
    data = b"ok\n\xff\n"
    digest = project.load().articles["daily-2025-03-18"].sha256
    project.write("seeds/articles/000.txt", data)
    project.replace(ARTICLES, digest, hashlib.sha256(data).hexdigest())
    [finding] = project.load().findings
    assert (str(finding.place), finding.code) == ("seeds/articles/000.txt:2:1", "bad-file")


def test_an_empty_article_is_a_finding(project):
    digest = project.load().articles["daily-2025-03-18"].sha256
    project.write("seeds/articles/000.txt", " \n")
    project.replace(ARTICLES, digest, hashlib.sha256(b" \n").hexdigest())
    assert project.said() == [
        ("the file is empty", "put the article's text there, or delete its record")
    ]


@pytest.mark.parametrize(
    "text", ["a\u00ad\u200bb\ufeff\t\x0c", "\ufeffa", "e\u0301", "a\rb\r\nc\n"]
)
def test_the_text_of_an_article_is_never_changed(project, text):
    digest = project.load().articles["daily-2025-03-18"].sha256
    project.write("seeds/articles/000.txt", text)
    project.replace(ARTICLES, digest, hashlib.sha256(text.encode()).hexdigest())
    seeds = project.load()
    assert seeds.findings == ()
    assert seeds.articles["daily-2025-03-18"].text == text


def test_a_linked_article_is_refused(project, tmp_path):
    moved = (project.root / "seeds/articles/000.txt").rename(tmp_path / "000.txt")
    (project.root / "seeds/articles/000.txt").symlink_to(moved)
    [finding] = project.load().findings
    assert (str(finding.place), finding.code) == (f"{ARTICLES}:3:9", "bad-file")
    assert "symbolic link" in finding.message


def test_two_articles_have_two_files(project):
    text = project.read(ARTICLES)
    record = text[text.index("- id") :].replace("daily-2025-03-18", "copy")
    project.write(ARTICLES, text + record)
    [finding] = project.load().findings
    assert (str(finding.place), finding.code) == (f"{ARTICLES}:11:9", "bad-file")
    assert "is the file of daily-2025-03-18" in finding.message


def test_a_missing_folder_of_articles_is_one_finding(project):
    (project.root / "seeds/articles/000.txt").unlink()
    (project.root / "seeds/articles").rmdir()
    assert project.findings() == ["seeds/articles:1:1 bad-file"]


def test_nothing_is_read_through_a_linked_folder(project, tmp_path):
    moved = (project.root / "seeds/articles").rename(tmp_path / "moved")
    (project.root / "seeds/articles").symlink_to(moved)
    seeds = project.load()
    assert [(str(p.place), p.message) for p in seeds.findings] == [
        ("seeds/articles:1:1", "is a symbolic link")
    ]
    assert dict(seeds.articles) == {}


def test_nothing_is_read_through_a_linked_folder_further_down(project, tmp_path):
    (tmp_path / "moved").mkdir()
    (project.root / "seeds/articles/000.txt").rename(tmp_path / "moved/000.txt")
    (project.root / "seeds/articles/sub").symlink_to(tmp_path / "moved")
    project.replace(ARTICLES, "articles/000.txt", "articles/sub/000.txt")
    seeds = project.load()
    [finding] = seeds.findings
    assert "lies behind seeds/articles/sub, a symbolic link" in finding.message
    assert dict(seeds.articles) == {}
