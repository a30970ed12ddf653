"""A build that takes over what has not changed makes the same bytes as one that keeps nothing."""

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.kept import Cache
from generator.pipeline import assemble
from generator.publish import EngineError, build_site, tree
from generator.publish.preview.warm_site import WarmSite
from generator.reading import UsageError
from tests.conftest import ROOT

pytestmark = pytest.mark.command

SMALL = ROOT / "tests/golden/small"
EDITS = int(os.environ.get("BRIEFING_EDITS", "4"))
"""How many edits are tried; more of them, longer, by hand."""
POISONED = 50


def built(folder: Path, site: Path, cache: Cache) -> dict[str, bytes] | list[str]:
    """The files of the site, or what stopped it."""
    assembly = assemble(folder, cache)
    if assembly.findings:
        return [f"{one.place} {one.code} {one.message}" for one in assembly.findings]
    try:
        build_site(folder, assembly, site, cache=cache)
    except EngineError as error:
        return error.messages
    except UsageError as error:
        return [error.message]
    cache.save()
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


def replace(name: str, pattern: str, by: str) -> Callable[[Path, random.Random], None]:
    """Changes one of the places where a pattern stands in a file."""

    def change(folder: Path, dice: random.Random) -> None:
        file = folder / name
        text = file.read_text()
        found = [*re.finditer(pattern, text)]
        if found:
            match = dice.choice(found)
            said = match.expand(by).replace("%", chr(97 + dice.randrange(26)))
            file.write_text(text[: match.start()] + said + text[match.end() :])

    return change


def another_page(folder: Path, dice: random.Random) -> None:
    """Adds a page to the menu, or takes one away."""
    page, settings = folder / "docs/more.md", folder / "mkdocs.yml"
    if page.exists():
        page.unlink()
        settings.write_text(settings.read_text().replace("index.md, more.md,", "index.md,"))
    else:
        page.write_text(
            "---\ntitle: More\ndescription: Of it.\n---\n\n# More\n\n[Home](index.md)\n"
        )
        text = settings.read_text().replace("nav: [index.md,", "nav: [index.md, more.md,")
        settings.write_text(text)


def another_asset(folder: Path, dice: random.Random) -> None:
    """Adds a file, changes it, or takes it away."""
    file = folder / "docs/assets/note.txt"
    file.parent.mkdir(exist_ok=True)
    if file.exists() and dice.random() < 0.3:
        file.unlink()
    else:
        file.write_text(dice.choice("abcdefgh"))


def swap_menu(folder: Path, dice: random.Random) -> None:
    """Another order of the menu."""
    settings = folder / "mkdocs.yml"
    names = re.search(r"nav: \[(.*)\]", settings.read_text())
    assert names
    order = names[1].split(", ")
    dice.shuffle(order)
    settings.write_text(settings.read_text().replace(names[1], ", ".join(order)))


ALL = "seeds/facts/all.yaml"
CHANGES: dict[str, Callable[[Path, random.Random], None]] = {
    "the text of a page": replace("docs/index.md", r"# Nordwerk\w*", r"# Nordwerk%"),
    "the title of a page": replace("docs/index.md", r"(title: Nordwerk\w*)", r"\1%"),
    "its description": replace("docs/index.md", "Every call", "Each call %"),
    "a heading less": replace("docs/index.md", "# Nordwerk", "Nordwerk"),
    "a link that leads nowhere": replace("docs/index.md", r"\{\{ proof", "[no](no.md)\n\n{{ proof"),
    "a note": replace(ALL, r"(?m)^  (period: .*)$", "  note: {en: A word %.}\n  \\1"),
    "a label": replace(ALL, r"label: \{en: \"?The plan", r"\g<0> %"),
    "a value without its words": replace(ALL, "value: 40_000", "value: 41_000"),
    "a value of two": replace(ALL, "hedge: about\n", "hedge: about\n  rank: preferred\n"),
    "a chart's title": replace("seeds/charts.yaml", "The plan is", "A plan % is"),
    "a chart less": replace("seeds/charts.yaml", "(?s)- id: accounted.*", ""),
    "an indicator's label": replace("seeds/indicators.yaml", r"(label: \{en: \"?\w+)", r"\1%"),
    "an article's title": replace("seeds/articles.yaml", r"(title: \"?\w+)", r"\1%"),
    "an article's text": replace("seeds/articles/nordwerk.txt", r"\.$", ". Und %."),
    "the site's name": replace("mkdocs.yml", r"(site_name: Nordwerk\w*)", r"\1%"),
    "the address": replace("mkdocs.yml", "theme:", "site_url: https://example.org/%/\ntheme:"),
    "a plug-in": replace("mkdocs.yml", "theme:", "plugins: [search, tags]\ntheme:"),
    "another menu": swap_menu,
    "a page more or less": another_page,
    "an asset": another_asset,
}


def test_incremental_is_fresh_byte_for_byte_after_any_edits(tmp_path: Path) -> None:
    project, own = tmp_path / "small", tmp_path / "kept"
    shutil.copytree(SMALL, project)
    dice = random.Random(11)  # noqa: S311 - the same edits every time
    left = list(CHANGES)
    dice.shuffle(left)
    outcomes = []
    for number in range(EDITS):
        name = left[number % len(left)]
        CHANGES[name](project, dice)
        kept = built(project, tmp_path / "site", Cache(project, own))
        for what in ("results", "pages"):
            shutil.rmtree(tmp_path / "fresh kept" / what, ignore_errors=True)
        # Only what a browser draws is kept: it is the same for the same chart.
        fresh = built(project, tmp_path / "fresh", Cache(project, tmp_path / "fresh kept"))
        assert kept == fresh, name
        outcomes.append(isinstance(fresh, dict))
        if isinstance(fresh, dict):
            pages = sum(name.endswith(".html") for name in fresh)
            assert len([*(own / "pages").iterdir()]) <= pages
        if not outcomes[-1] and dice.random() < 0.7:
            shutil.rmtree(project)
            shutil.copytree(SMALL, project)
    assert any(outcomes)


def shown_in(site: WarmSite) -> dict[str, bytes] | list[str]:
    """The files of a preview after one more build, or what it has to say."""
    outcome = [*site.rebuild(["/", "/facts/"])][-1]
    if outcome.messages:
        return [str(one) for one in outcome.messages]
    files = (file for file in sorted(site.folder.rglob("*")) if file.is_file())
    return {file.relative_to(site.folder).as_posix(): file.read_bytes() for file in files}


def test_a_preview_after_any_edits_is_one_that_begins_with_them(tmp_path: Path) -> None:
    project = tmp_path / "small"
    shutil.copytree(SMALL, project)
    dice = random.Random(5)  # noqa: S311 - the same edits every time
    left = [name for name in CHANGES if name != "a plug-in"]
    dice.shuffle(left)
    site = WarmSite(project, tmp_path / "warm")
    shown_in(site)
    for number in range(EDITS):
        # A build that is left for a newer edit, wherever it stands, leaves nothing behind.
        CHANGES["the text of a page"](project, dice)
        steps = iter(range(dice.randrange(1, 30)))
        for _ in site.rebuild(["/"], lambda steps=steps: next(steps, None) is None):
            pass
        name = left[number % len(left)]
        CHANGES[name](project, dice)
        warm = shown_in(site)
        assert warm == shown_in(WarmSite(project, tmp_path / f"cold-{number}")), name
        if isinstance(warm, list):
            shutil.rmtree(project)
            shutil.copytree(SMALL, project)


def test_a_poisoned_cache_changes_no_site(tmp_path: Path) -> None:
    project, own = tmp_path / "small", tmp_path / "kept"
    shutil.copytree(SMALL, project)
    fresh = built(project, tmp_path / "site", Cache(project, own))
    dice = random.Random(3)  # noqa: S311 - the same poisons every time
    files = [file for file in sorted(own.rglob("*")) if file.is_file()]
    for file, other in zip(dice.sample(files, POISONED), dice.sample(files, POISONED), strict=True):
        whole = file.read_bytes()
        at = dice.randrange(len(whole))
        flipped = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        file.write_bytes(dice.choice([flipped, whole[:at], b"", whole * 2, other.read_bytes()]))
    assert built(project, tmp_path / "site", Cache(project, own)) == fresh


def test_a_tree_that_somebody_touched_is_not_believed(tmp_path: Path) -> None:
    project, own = tmp_path / "small", tmp_path / "kept"
    shutil.copytree(SMALL, project)
    built(project, tmp_path / "site", Cache(project, own))
    tree = project / "build/docs"
    (tree / "facts/index.md").write_text("---\ntitle: No\ndescription: No\n---\n\n# 7\n")
    next((tree / "f").glob("*.json")).unlink()
    (tree / "llms.txt").unlink()
    (tree / "llms.txt").symlink_to(SMALL / "mkdocs.yml")
    CHANGES["the text of a page"](project, random.Random(1))  # noqa: S311
    again = built(project, tmp_path / "site", Cache(project, own))
    assert again == built(project, tmp_path / "fresh", Cache())


def test_the_edit_of_a_page_composes_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, own = tmp_path / "small", tmp_path / "kept"
    shutil.copytree(SMALL, project)
    built(project, tmp_path / "site", Cache(project, own))
    CHANGES["the text of a page"](project, random.Random(1))  # noqa: S311
    monkeypatch.setattr(tree, "compose_generated", lambda _: 1 / 0)
    monkeypatch.setattr(tree, "export_files", lambda _: 1 / 0)
    assert isinstance(built(project, tmp_path / "site", Cache(project, own)), dict)
    CHANGES["a note"](project, random.Random(1))  # noqa: S311
    with pytest.raises(ZeroDivisionError):
        built(project, tmp_path / "site", Cache(project, own))


def test_settings_that_read_another_file_are_not_kept(tmp_path: Path) -> None:
    project, own = tmp_path / "small", tmp_path / "kept"
    shutil.copytree(SMALL, project)
    settings, base = project / "mkdocs.yml", project / "base.yml"
    settings.write_text("INHERIT: base.yml\n" + settings.read_text())
    base.write_text("copyright: Alpha\n")
    built(project, tmp_path / "site", Cache(project, own))
    base.write_text("copyright: Beta\n")
    again = built(project, tmp_path / "site", Cache(project, own))
    assert isinstance(again, dict)
    assert b"Beta" in again["index.html"]


def test_a_preview_follows_no_link_out_of_the_project(tmp_path: Path) -> None:
    project, elsewhere = tmp_path / "small", tmp_path / "elsewhere/docs"
    shutil.copytree(SMALL, project)
    elsewhere.mkdir(parents=True)
    (elsewhere / "thesis.txt").write_text("years of work")
    (project / "build").symlink_to(elsewhere.parent)
    shown = shown_in(WarmSite(project, tmp_path / "warm"))
    assert isinstance(shown, list)
    assert "symbolic link" in shown[0]
    assert [file.name for file in elsewhere.iterdir()] == ["thesis.txt"]


def test_a_preview_shows_new_pictures_after_a_mistake_in_the_settings(tmp_path: Path) -> None:
    project = tmp_path / "small"
    shutil.copytree(SMALL, project)
    site = WarmSite(project, tmp_path / "warm")
    shown_in(site)
    settings, good = project / "mkdocs.yml", (project / "mkdocs.yml").read_text()
    settings.write_text(good + "site_url: no address\n")
    CHANGES["a chart's title"](project, random.Random(1))  # noqa: S311
    assert isinstance(shown_in(site), list)
    settings.write_text(good)
    assert shown_in(site) == shown_in(WarmSite(project, tmp_path / "cold"))
