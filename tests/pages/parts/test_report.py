"""A reader says that a figure is wrong: the link holds all that is known, and the form has its fields."""

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
import yaml

from generator.kept import Cache
from generator.pipeline import assemble
from generator.publish import tree_files

GITHUB = "https://github.com/nordwerk/figures"


def tree_of(briefing: Path, repository: str, address: str = "") -> dict[str, bytes]:
    (briefing / "mkdocs.yml").write_text(f"extra: {{repository: '{repository}'}}\n")
    assembly = assemble(briefing)
    assert not assembly.findings
    return tree_files(assembly, address=address)


def panel(tree: dict[str, bytes], fact: str) -> str:
    return str(json.loads(tree[f"f/{fact}.json"])["html"])


def report(html: str) -> tuple[str, dict[str, str]]:
    """The only link that reports an error: its page, and what it fills in."""
    (found,) = re.findall(
        r'<a href="([^"]*)" rel="nofollow noopener external">Report an error', html
    )
    parts = urlsplit(unescape(found))
    return f"https://{parts.netloc}{parts.path}", dict(parse_qsl(parts.query, strict_parsing=True))


def test_a_panel_leads_to_the_form_with_what_is_known_filled_in(small_briefing: Path) -> None:
    tree = tree_of(small_briefing, GITHUB, "https://nordwerk.org/b/")
    page, fields = report(panel(tree, "revenue-2023-q2"))
    assert page == f"{GITHUB}/issues/new"
    assert fields == {
        "template": "wrong-figure.yml",
        "title": "Wrong figure: revenue-2023-q2",
        "figure": "revenue-2023-q2",
        "address": "https://nordwerk.org/b/f/revenue-2023-q2/",
        "printed": fields["printed"],
    }
    assert re.fullmatch(r"Revenue.*: about 2\.5.billion.EUR", fields["printed"]), fields["printed"]


@pytest.mark.parametrize("form", [".github/ISSUE_TEMPLATE", "generator/scaffold/starter/issues"])
def test_the_form_has_every_field_that_is_filled_in(
    root: Path, small_briefing: Path, form: str
) -> None:
    tree = tree_of(small_briefing, GITHUB, "https://nordwerk.org/b/")
    _, fields = report(panel(tree, "revenue-2023-q2"))
    body = yaml.safe_load((root / form / fields["template"]).read_text("utf-8"))["body"]
    assert {*fields} - {"template", "title"} <= {one["id"] for one in body}


def test_the_ledger_says_the_same_without_a_script(small_briefing: Path) -> None:
    tree = tree_of(small_briefing, GITHUB)
    page = tree["facts/2023/index.md"].decode()
    section = page.partition('id="revenue-2023-q2"')[2].partition("</section>")[0]
    assert report(section) == report(panel(tree, "revenue-2023-q2"))
    assert "address" not in report(panel(tree, "revenue-2023-q2"))[1]


def test_a_withdrawn_figure_can_be_wrong_too(small_briefing: Path) -> None:
    _, fields = report(panel(tree_of(small_briefing, GITHUB), "rival-plan"))
    assert fields["figure"] == "rival-plan"
    assert "printed" not in fields


@pytest.mark.parametrize("host", ["gitlab.com", "gitlab.nordwerk.org"])
def test_gitlab_has_an_issue_of_its_own_kind(small_briefing: Path, host: str) -> None:
    page, fields = report(panel(tree_of(small_briefing, f"https://{host}/a/b/c"), "rival-plan"))
    assert page == f"https://{host}/a/b/c/-/issues/new"
    assert fields == {
        "issue[title]": "Wrong figure: rival-plan",
        "issue[description]": "rival-plan",
    }


def test_what_browsers_add_to_the_address_is_left_out(small_briefing: Path) -> None:
    assert report(panel(tree_of(small_briefing, f"{GITHUB}.git/"), "rival-plan"))[0] == (
        f"{GITHUB}/issues/new"
    )


def test_without_a_repository_nothing_links_anywhere(small_briefing: Path) -> None:
    tree = tree_files(assemble(small_briefing))
    assert not [path for path, data in tree.items() if b"Report an error" in data]
    assert not [path for path, data in tree.items() if b"issues/new" in data]


def test_what_was_kept_of_another_repository_is_not_shown(small_briefing: Path) -> None:
    folder, cache = small_briefing / "build", Cache(small_briefing)
    for name in ("one", "two"):
        (small_briefing / "mkdocs.yml").write_text(f"extra: {{repository: {GITHUB}{name}}}\n")
        tree = tree_files(assemble(small_briefing, cache), before=folder)
        assert report(panel(tree, "rival-plan"))[0] == f"{GITHUB}{name}/issues/new"
