"""The tree on disk is exactly what was composed, and only what changed is written."""

import hashlib
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs_version

from generator.model import ASSETS, PLOTLY
from generator.pipeline import assemble
from generator.publish import tree_files, write_tree
from generator.publish.styles.assets import PLOTLY_SHA256, load_asset


def test_stale_files_and_empty_folders_go(tmp_path: Path) -> None:
    write_tree({"a.md": b"1", "old/b.md": b"2"}, tmp_path)
    write_tree({"a.md": b"1", "new/c.md": b"3"}, tmp_path)
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")) == [
        "a.md",
        "new",
        "new/c.md",
    ]


def test_unchanged_files_are_not_touched(tmp_path: Path) -> None:
    write_tree({"a.md": b"1", "b.md": b"2"}, tmp_path)
    before = (tmp_path / "a.md").stat().st_ino, (tmp_path / "a.md").stat().st_mtime_ns
    write_tree({"a.md": b"1", "b.md": b"changed"}, tmp_path)
    assert ((tmp_path / "a.md").stat().st_ino, (tmp_path / "a.md").stat().st_mtime_ns) == before
    assert (tmp_path / "b.md").read_bytes() == b"changed"


def test_the_typefaces_are_small_and_their_licence_lies_beside_them() -> None:
    faces = [load_asset(f"fonts/briefing-{name}.woff2") for name in ("serif", "sans")]
    assert all(face.startswith(b"wOF2") for face in faces)
    assert sum(map(len, faces)) <= 40_000
    assert b"SIL OPEN FONT LICENSE Version 1.1" in load_asset("fonts/OFL.txt")


def test_scripts_come_without_remarks_and_do_the_same(root: Path) -> None:
    for name in ASSETS:
        file = root / "generator/publish/assets" / name
        if file.suffix != ".js" or name == PLOTLY:
            continue
        written = file.read_text("utf-8")
        # A text over several lines would lose its blanks.
        assert not [line for line in written.splitlines() if line.count("`") % 2], file.name
        kept = [line.strip() for line in written.splitlines()]
        kept = [line for line in kept if line and not line.startswith("//")]
        assert load_asset(file.name).decode().splitlines() == kept, file.name


def test_the_vendored_plotly_is_the_one_that_python_draws_for() -> None:
    content = load_asset(PLOTLY)
    assert hashlib.sha256(content).hexdigest() == PLOTLY_SHA256
    assert f"plotly.js (basic - minified) v{get_plotlyjs_version()}".encode() in content[:200]
    assert b"new Function" not in content


def test_a_tampered_asset_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.publish.styles.assets.PLOTLY_SHA256", "0" * 64)
    with pytest.raises(RuntimeError, match="not the file that was vendored"):
        load_asset(PLOTLY)


def test_a_faulty_assembly_is_never_composed(copied_briefing: Path) -> None:
    (copied_briefing / "docs/index.md").write_text("---\ntitle: x\ndescription: y\n---\n\n7\n")
    assembly = assemble(copied_briefing)
    assert [p.code for p in assembly.findings] == ["unproven-number"]
    with pytest.raises(ValueError, match="faultless"):
        tree_files(assembly)
