"""The small briefing's files, with and without an address, and a briefing of hostile titles."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pipeline import assemble
from generator.publish import tree_files

ADDRESS = "https://example.org/briefing/"
HOSTILE = "</script><script>alert(1)</script> & <!-- ]]> \" ' = \\u003c"


@pytest.fixture(scope="session")
def small_tree(root: Path) -> dict[str, bytes]:
    """Nobody says where the site stands."""
    return tree_files(assemble(root / "tests/golden/small"))


@pytest.fixture(scope="session")
def placed_tree(root: Path) -> dict[str, bytes]:
    """The site stands below a host's root."""
    return tree_files(assemble(root / "tests/golden/small"), address=ADDRESS)


@pytest.fixture(scope="session")
def hostile_root(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small briefing, its title, a label, a reason and an article's title hostile."""
    copy = Path(shutil.copytree(root / "tests/golden/small", tmp_path_factory.mktemp("h") / "s"))
    quoted = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    changes = [
        ("briefing.yaml", '"Nordwerk & wheels"', f'"{quoted}"'),
        # The digits of the code are no figures.
        ("briefing.yaml", r"'ISO \d+'", r"'ISO \d+|alert.1.|u003c'"),
        ("facts/all.yaml", '"The plan | for 2024."', f'"{quoted}"'),
        ("indicators.yaml", "Wheels delivered", f'"{quoted}"'),
    ]
    for name, old, new in changes:
        file = copy / "seeds" / name
        text = file.read_text(encoding="utf-8")
        assert old in text, name
        file.write_text(text.replace(old, new), encoding="utf-8")
    return copy


@pytest.fixture(scope="session")
def hostile_tree(hostile_root: Path) -> dict[str, bytes]:
    """Its files."""
    assembly = assemble(hostile_root)
    assert [f"{p.place} {p.message}" for p in assembly.findings] == []
    return tree_files(assembly, address=ADDRESS)


@pytest.fixture
def written(tmp_path: Path) -> Callable[[dict[str, bytes]], Path]:
    """The data package of a tree on disk, for libraries that read files."""

    def write(tree: dict[str, bytes]) -> Path:
        for path, content in tree.items():
            if path.startswith("data/"):
                (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / path).write_bytes(content)
        return tmp_path / "data"

    return write
