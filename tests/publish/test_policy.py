"""Policies allow the scripts of the theme as they were read once, never what a page holds."""

import re
import shutil
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.publish import policy
from generator.publish.policy import THEMES, faces, place_policies, policy_of, theme_scripts
from generator.reading import UsageError

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
PLACES = ("index.md", "one.md", "one/two.md", "one/two/three.md")


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the theme alone, with pages at several depths."""
    root = tmp_path_factory.mktemp("bare")
    for place in PLACES:
        page = root / "pages" / place
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("# A page\n", encoding="utf-8")
    palette = [{"scheme": "default", "toggle": {"icon": "material/eye", "name": "other"}}]
    config = load_config(
        config_file_path=None,
        site_name="Bare",
        site_url="https://site.example/below/",
        docs_dir=str(root / "pages"),
        site_dir=str(root / "site"),
        theme={"name": "material", "font": False, "palette": palette},
    )
    build(config)
    return root / "site"


def test_the_scripts_of_a_clean_build_are_those_that_are_allowed(bare: Path) -> None:
    pages = sorted(bare.rglob("*.html"))
    held = {page: SCRIPT.findall(page.read_text(encoding="utf-8")) for page in pages}
    assert len(pages) == len(PLACES) + 1
    assert all(len(scripts) == 3 for scripts in held.values())
    place_policies(
        bare,
        bare / "no-tree",
        {},
        engine="mkdocs",
        base=None,
        address="https://site.example/below/",
    )
    for page, scripts in held.items():
        text = page.read_text(encoding="utf-8")
        assert all(hashed(script) in text for script in scripts), page


def test_a_script_that_a_page_holds_is_not_allowed_for_that(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    text = '<!doctype html><html><head><meta charset="utf-8"></head><script>brought()</script>'
    (site / "index.html").write_text(text, encoding="utf-8")
    place_policies(site, tmp_path / "tree", {}, engine="mkdocs", base=None, address="")
    page = (site / "index.html").read_text(encoding="utf-8")
    assert "script-src 'self' 'sha256-" in page
    assert hashed("brought()") not in page


@pytest.mark.parametrize("engine", THEMES)
def test_another_script_of_the_theme_stops_the_build(
    engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(theme_scripts(engine)) >= 3
    theme = THEMES[engine]
    changed = theme._replace(files={**theme.files, "palette": "0" * 64})
    monkeypatch.setitem(THEMES, engine, changed)
    with pytest.raises(UsageError, match=re.escape("palette.html")) as caught:
        theme_scripts(engine)
    assert "lock" in caught.value.hint


def test_a_policy_without_anything_of_a_page_lets_nothing_stand_within_it() -> None:
    told = policy_of()
    assert "script-src 'self';" in told
    assert "style-src 'self';" in told
    assert "default-src 'none'" in told


def test_the_page_names_its_faces_as_the_policy_knows_them(built_site: Path) -> None:
    for path, lead in (("index.html", ""), ("facts/index.html", "../"), ("404.html", "/")):
        page = (built_site / path).read_text(encoding="utf-8")
        assert f"<style>{faces(lead)}</style>" in page
        assert hashed(faces(lead)) in page


def test_the_policy_stands_once_and_before_all_else(tmp_path: Path, built_site: Path) -> None:
    page = (built_site / "index.html").read_text(encoding="utf-8")
    assert policy.with_policy(page, "x").count('content="x"') == 1
    shutil.copy(built_site / "index.html", tmp_path)
    head = page[: page.index("Content-Security-Policy")]
    assert "<script" not in head
    assert "<style" not in head
    assert "<link" not in head
