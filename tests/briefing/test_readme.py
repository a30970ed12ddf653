"""The README shows a fact of this briefing, and what the program says when it is broken."""

from pathlib import Path

import pytest

from generator.cli import main

pytestmark = pytest.mark.only_for("xiaomi")


def test_the_readme_shows_what_the_program_says(
    own_copy: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = own_copy / "seeds/facts/revenue.yaml"
    seeds = file.read_text(encoding="utf-8")
    file.write_text(seeds.replace("value: 109e9", "value: 190e9"), encoding="utf-8")
    assert main(["check", "--root", str(own_copy)]) == 1
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert f"```\n{capsys.readouterr().out}```" in readme
    fact = readme.partition("```yaml\n")[2].partition("```")[0]
    assert fact.partition("  inferred:")[0] in seeds.replace("  label: {en: Revenue}\n", "")


def test_the_readme_names_the_commands(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    for command in ("check", "build", "serve", "compose", "scan", "explain", "schema"):
        assert f"`{command}`" in readme
        assert command in said
