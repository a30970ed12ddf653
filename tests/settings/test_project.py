"""What mkdocs.yml leaves out is what every briefing shares; what is wrong in it has a place."""

from pathlib import Path

import pytest

from generator.pages.handwritten.rendered import EXTENSIONS
from generator.pipeline import assemble, settings_of
from generator.settings.defaults import merged


def findings(briefing: Path, text: str | bytes) -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    (briefing / "mkdocs.yml").write_bytes(data)
    return [
        f"{one.place}: {one.code} {one.message}; {one.hint}" for one in assemble(briefing).findings
    ]


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("a: b\n\tc: d\n", "2:1", "yaml-syntax"),
        ("- site_name\n", "1:1", "yaml-syntax the file holds no settings; write `site_name: …`"),
        (b"site_name: M\xfcller\n", "1:13", "bad-file byte 0xfc is no UTF-8"),
        ("x: 1\nsite_nam: A\n", "1:1", "bad-settings x is no setting; delete it"),
        ("docs_dir: a\nsite_nam: A\n", "2:1", "bad-settings site_nam is no setting; write site_name"),
        ("site_name: A\ntheme: {name: materiel}\n", "2:9", "theme: Unrecognised theme name"),
        ("theme: mkdocs\n", "1:1", "the pages are made for the theme material, not for mkdocs"),
        ("theme:\n  font: {text: Roboto}\n", "2:3", "theme: font loads letters from another host"),
        ("extra_css:\n- assets/door.css\n- assets/doors.css\n", "3:3", "extra_css names assets/doors.css"),
        ("extra_javascript:\n- path: https://evil.test/a.js\n", "2:3", "names https://evil.test/a.js"),
        ("markdown_extensions: [tabels]\n", "1:1", "markdown_extensions: Failed to load extension"),
        ("plugins: [nothing]\n", "1:1", 'plugins: The "nothing" plugin is not installed'),
        ("use_directory_urls: perhaps\n", "1:1", "use_directory_urls"),
        ("nav: index.md\n", "1:1", "nav: "),
        ("extra:\n  repository: http://github.com/a/b\n", "2:3", "extra.repository does not begin with https://; write https://github.com/a/b"),
        ("extra:\n  repository: github.com/a/b\n", "2:3", "write https://github.com/a/b"),
        ("extra:\n  repository: https://me:key@github.com/a/b\n", "2:3", "extra.repository holds a user name before the host; delete"),
        ("extra:\n  repository: https://github.com/a b\n", "2:3", "extra.repository holds a space"),
        ("extra:\n  repository: https://github.com/a\n", "2:3", "is no address of a repository; write it as https://github.com/owner/name"),
        ("extra:\n  repository: https://github.com/a/../b\n", "2:3", "is no address of a repository"),
        ("extra:\n  repository: https://github.com/a/b?tab=readme\n", "2:3", "holds ?; delete the ? and all behind it"),
        ("extra:\n  repository: 'javascript:alert(1)//a/b'\n", "2:3", "does not begin with https://"),
        ("extra:\n  repository: ''\n", "2:3", "does not begin with https://"),
        ("extra:\n  repository: [a]\n", "2:3", "extra.repository is no address; write it as"),
        ("extra:\n  repository: https://github.com/owner/name\n  other: 1\nuse_directory_urls: perhaps\n", "4:1", "use_directory_urls"),
        ("site_name: !ENV [NAME, {a: b}\n", "1:17", "yaml-syntax"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_finding_with_its_place(
    small_briefing: Path, text: str | bytes, place: str, says: str
) -> None:
    found = [one for one in findings(small_briefing, text) if "bad-menu" not in one]
    assert len(found) == (2 if "x: 1" in str(text) else 1), found
    assert found[0].startswith(f"mkdocs.yml:{place}: ")
    assert says in found[0]


def test_what_the_engine_can_read_alone_is_left_to_it(
    small_briefing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NAME", "Nordwerk")
    (small_briefing / "base.yml").write_text("copyright: nobody\n")
    assert findings(small_briefing, "INHERIT: base.yml\nsite_name: !ENV NAME\n") == []
    values = settings_of(assemble(small_briefing), small_briefing).values
    assert (values["site_name"], values["copyright"]) == ("Nordwerk", "nobody")


@pytest.mark.parametrize("text", [None, "", "# nothing\n", "theme:\nnav:\n"])
def test_a_project_may_leave_all_of_it_out(small_briefing: Path, text: str | None) -> None:
    file = small_briefing / "mkdocs.yml"
    file.unlink()
    if text is not None:
        file.write_text(text)
    assembly = assemble(small_briefing)
    assert not assembly.findings
    assert assembly.seeds.briefing
    title = assembly.seeds.briefing.title["en"]
    values = settings_of(assembly, small_briefing).values
    assert values["site_name"] == title
    assert values["theme"]["font"] is False
    assert [next(iter(one)) if isinstance(one, dict) else one
            for one in values["markdown_extensions"]] == [*EXTENSIONS]  # fmt: skip


def test_what_is_said_goes_over_the_defaults_and_adds_to_what_pages_need() -> None:
    defaults = {
        "theme": {"name": "material", "font": False, "features": ["a"]},
        "extra_css": ["ours.css"],
        "extra": {"polyfills": ["ours.js"], "generator": False},
        "plugins": [{"search": {"separator": "x"}}],
        "markdown_extensions": ["tables", {"toc": {"permalink": False}}],
        "site_name": "A",
    }
    said = {
        "theme": {"features": ["b"]},
        "extra_css": ["own.css", "ours.css"],
        "extra": {"polyfills": ["own.js"], "social": [1]},
        "plugins": ["search", "tags"],
        "markdown_extensions": [{"toc": {"permalink": True}}, "footnotes"],
        "site_name": "B",
        "nav": None,
    }
    assert merged(defaults, said) == {
        "theme": {"name": "material", "font": False, "features": ["b"]},
        "extra_css": ["ours.css", "own.css"],
        "extra": {"polyfills": ["ours.js", "own.js"], "generator": False, "social": [1]},
        "plugins": [{"search": {"separator": "x"}}, "tags"],
        "markdown_extensions": ["tables", {"toc": {"permalink": True}}, "footnotes"],
        "site_name": "B",
    }
    assert merged(defaults, {"theme": "mkdocs"})["theme"]["name"] == "mkdocs"


def test_what_is_kept_of_the_engine_is_what_it_says(small_briefing: Path) -> None:
    text = "site_nam: A\n"
    assert findings(small_briefing, text) == findings(small_briefing, text) != []
