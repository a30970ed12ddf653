"""The plain tree of Markdown and assets that any engine can build.

In: a faultless assembly. Out: files by path, and those files on disk: written only where they
changed, stale ones removed. Knows no engine.
"""

import hashlib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from generator.exports import export_files
from generator.pages import compose_pages
from generator.publish.assembly import Assembly, site_of

PLOTLY = "plotly-basic-4.1.1.min.js"
PLOTLY_SHA256 = "99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba"
"""Of the vendored bundle: npm package plotly.js-basic-dist-min 4.1.1, MIT licence."""
ASSETS = ("briefing.css", "briefing.js", "favicon.svg", PLOTLY)


def tree_files(assembly: Assembly) -> dict[str, bytes]:
    """Every file of the tree by its path: pages, downloads, assets of ours and of docs/."""
    briefing = assembly.seeds.briefing
    if briefing is None or assembly.problems:
        raise ValueError("only a faultless assembly can be composed")
    site = site_of(assembly, briefing.languages[0])
    tree = {page.path: page.text.encode() for page in compose_pages(site)}
    tree |= export_files(
        assembly.book, site.charts.values(), [site.wording], assembly.seeds.corrections
    )
    tree |= assembly.seeds.assets
    return tree | {f"assets/{name}": load_asset(name) for name in ASSETS}


def load_asset(name: str) -> bytes:
    """One of our own assets; the vendored bundle is checked against its recorded hash."""
    content = (files("generator.publish") / "assets" / name).read_bytes()
    if name == PLOTLY and hashlib.sha256(content).hexdigest() != PLOTLY_SHA256:
        raise RuntimeError(f"{name} is not the file that was vendored")
    return content


def write_tree(tree: Mapping[str, bytes], folder: Path) -> None:
    """Makes `folder` hold exactly `tree`; files whose bytes did not change are not touched."""
    for file in sorted(folder.rglob("*"), reverse=True):
        # A link is never followed: what it leads to is not ours to write or remove.
        if file.is_symlink() or not file.is_dir():
            if file.is_symlink() or file.relative_to(folder).as_posix() not in tree:
                file.unlink()
        elif not any(file.iterdir()):
            file.rmdir()
    for path, content in tree.items():
        file = folder / path
        if file.is_file() and file.read_bytes() == content:
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
