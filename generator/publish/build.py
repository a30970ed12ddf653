"""The tree becomes a site, with one of the engines, whole or not at all.

In: a project's root, and a tree on disk. Out: a folder of HTML, built beside
its target and swapped in at the end, so that the last good site stays when anything fails.
"""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.atomic import fresh_beside
from generator.kept import Cache
from generator.model import PDF
from generator.pages import NumberAccount, keep_templates, newest_day
from generator.pipeline import Assembly, default_site, settings_of
from generator.publish.address import site_address
from generator.publish.engines import EngineError, EngineRun
from generator.publish.folder_mark import check_apart, check_ours, leave_mark, terminable
from generator.publish.manifest import leave_manifest
from generator.publish.pdf.printing import make_pdf
from generator.publish.pictures.chart_pictures import Pictures
from generator.publish.search import INDEX, split_search
from generator.publish.search_fields import part_fields
from generator.publish.site_gate import account_site, unexplained_lines
from generator.publish.tree import package_files, pictures_of, tree_files, with_cards, write_tree
from generator.reading import UsageError, cure_of
from generator.text import listed

TREE = "build/docs"
ENGINES = ("mkdocs", "zensical")
"""What builds the tree; the first is the default."""


_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: the site's pictures, and what stands behind its numbers."""

    pictures: Pictures
    explained: NumberAccount


def build_site(
    root: Path,
    assembly: Assembly,
    site_dir: Path,
    site_url: str | None = None,
    *,
    has_pdf: bool = False,
    needs_pictures: bool = False,
    engine: str = ENGINES[0],
    cache: Cache | None = None,
) -> Built:
    """Composes and builds a faultless assembly, then swaps the result into `site_dir`.

    `site_url` is where it is published, if not where mkdocs.yml says; `engine` is one of ENGINES;
    of `cache` is taken over what has not changed (default: of the project's). A chart without a
    picture is drawn by the reader's browser, unless the site `needs_pictures`.

    Raises:
        UsageError: `site_dir` is no folder that a site may replace, there is no such engine here, a
            chart has no picture that needs one, or the PDF cannot be made; nothing is changed.
        EngineError: the engine failed, or a number is unexplained; nothing is changed.
    """
    root, site_dir = root.resolve(), site_dir.parent.resolve() / site_dir.name
    check_apart(root, site_dir, "--site-dir", "build")
    check_ours(site_dir, "--site-dir", is_usual=site_dir == root / "site")
    address = site_address(root, site_url)
    cache = cache or Cache(root)
    keep_templates(cache)
    with terminable(), _alone(root):
        pictures = compose_tree(assembly, root / TREE, cache, address, has_pdf=has_pdf)
        _check_pictured(pictures if needs_pictures else Pictures())
        with fresh_beside(site_dir) as fresh:
            explained = render(root, assembly, fresh, address, engine=engine, cache=cache)
            if has_pdf:
                _print_pdf(root, assembly, fresh, address)
            _dress(root, assembly, fresh, address, engine=engine, cache=cache)
            leave_manifest(fresh, root, engine, address)
            leave_mark(fresh)
    return Built(pictures, explained)


def _dress(
    root: Path, assembly: Assembly, folder: Path, address: str, *, engine: str, cache: Cache
) -> None:
    """Gives each page its style, then the policy that lets it have this style and no other.

    The theme's program is held back after the style, which it has a say in.
    """
    from generator.publish.light_pages import lighten_pages
    from generator.publish.policy import place_policies
    from generator.publish.styles.place import place_styles

    styles = place_styles(folder, cache, address)
    lighten_pages(folder)
    extra = settings_of(assembly, root).values.get("extra") or {}
    place_policies(
        folder, root / TREE, styles, engine=engine, base=extra.get("scope"), address=address
    )


def _print_pdf(root: Path, assembly: Assembly, folder: Path, address: str) -> None:
    """Prints a built site while its pages still name their whole style sheets."""
    menu = settings_of(assembly, root).values["nav"]
    pdf = make_pdf(folder, menu, default_site(assembly, address=address))
    (folder / PDF).write_bytes(pdf)


def _check_pictured(pictures: Pictures) -> None:
    if not pictures.without:
        return
    named = f"{listed(pictures.without[:_MOST_NAMED])} ({len(pictures.without)} in all)"
    why = pictures.warning or "there is no browser"
    hint = "install Chromium or set BROWSER_PATH, or leave out --strict-pictures"
    raise UsageError(f"without picture: {named}; {why}", hint)


def compose_tree(
    assembly: Assembly, folder: Path, cache: Cache, address: str = "", *, has_pdf: bool = False
) -> Pictures:
    """Makes `folder` hold the composed tree of a faultless assembly, and nothing else.

    Raises:
        UsageError: the folder cannot be written.
    """
    pictures = with_cards(pictures_of(assembly, cache), assembly, cache, address)
    write_composed(assembly, pictures, folder, address, has_pdf=has_pdf)
    return pictures


def write_composed(
    assembly: Assembly, pictures: Pictures, folder: Path, address: str, *, has_pdf: bool = False
) -> None:
    """What `compose_tree` does, its pictures being there.

    Raises:
        UsageError: the folder cannot be written.
    """
    try:
        tree = tree_files(assembly, pictures, address, has_pdf=has_pdf, before=folder)
        write_tree(tree, folder)
    except OSError as error:
        raise UsageError(
            f"{error.filename or folder} cannot be written: {error.strerror}",
            cure_of(error) or _cure(folder),
        ) from error


def export_tree(root: Path, assembly: Assembly, folder: Path) -> Pictures:
    """Composes a faultless assembly into a folder that its user takes away.

    Raises:
        UsageError: the folder cannot be written.
    """
    pictures = compose_tree(assembly, folder, Cache(root), site_address(root))
    leave_mark(folder)
    return pictures


def export_package(root: Path, assembly: Assembly, folder: Path) -> int:
    """Writes the data package, whole or not at all, and says how many files it has.

    Raises:
        UsageError: the folder holds what was not made here, or is among what a site is made
            from, or cannot be written.
    """
    folder = folder.parent.resolve() / folder.name
    check_apart(root, folder, "DIR")
    check_ours(folder, "DIR")
    files = package_files(assembly, site_address(root))
    with terminable(), fresh_beside(folder) as fresh:
        write_tree(files, fresh)
        leave_mark(fresh)
    return len(files)


def render(
    root: Path,
    assembly: Assembly,
    target: Path,
    address: str = "",
    *,
    engine: str = ENGINES[0],
    cache: Cache | None = None,
) -> NumberAccount:
    """Builds the tree below `root` into `target` and explains every number of its pages.

    Of sitemaps only that of the tree is left; the search index of a large site is split.

    Raises:
        UsageError: mkdocs.yml is wrong.
        EngineError: the engine warned or failed, or nothing explains a number.
    """
    _engine(engine)(engine_run(root, assembly, target, address, cache or Cache()))
    finish_site(root, target)
    explained = account_site(assembly, target, address, cache)
    if explained.unexplained:
        raise EngineError(unexplained_lines(explained))
    return explained


def engine_run(
    root: Path, assembly: Assembly, target: Path, address: str, cache: Cache
) -> EngineRun:
    """What an engine is told: the tree below `root`, and the day of its newest article."""
    return EngineRun(
        root=root,
        settings=settings_of(assembly, root),
        tree=TREE,
        target=target,
        address=address,
        day=newest_day(default_site(assembly)),
        cache=cache,
        spread=assembly.spread,
    )


def finish_site(root: Path, target: Path) -> None:
    """Does what an engine does not: dates each page in the sitemap, sets the search right."""
    part_fields(target / INDEX)
    split_search(target)
    # The engine's own gives every page the same date.
    shutil.copy(root / TREE / "sitemap.xml", target)
    (target / "sitemap.xml.gz").unlink(missing_ok=True)


def _engine(name: str) -> Callable[[EngineRun], object]:
    """How an engine runs; it is imported when it is asked for."""
    if name == "zensical":
        from generator.publish.engines.zensical import run_zensical

        return run_zensical
    from generator.publish.engines.mkdocs import run_mkdocs

    return run_mkdocs


def check_inside(root: Path) -> None:
    """What is built lies below the root.

    Raises:
        UsageError: its folder leads elsewhere: what is there is not ours to write or remove.
    """
    folder = root / "build"
    if folder.is_symlink() or (root / TREE).is_symlink():
        raise UsageError(f"{folder} leads elsewhere through a symbolic link", _cure(folder))


def _cure(folder: Path) -> str:
    return f"remove {folder}, which builds write to, or work in a copy that you may write to"


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """One build at a time in a project; a second one waits."""
    from filelock import FileLock

    check_inside(root)
    folder = root / "build"
    lock = FileLock(folder / ".lock", mode=0o644)
    try:
        folder.mkdir(exist_ok=True)
        # A link instead of the lock may be followed, and the file that it names emptied.
        if (folder / ".lock").is_symlink():
            raise UsageError(f"{folder} cannot be used: its lock is a link", _cure(folder))
        lock.acquire()
    except (OSError, NotImplementedError) as error:  # or a file system that knows no locks
        reason = getattr(error, "strerror", None) or str(error)
        cure = isinstance(error, OSError) and cure_of(error)
        raise UsageError(f"{folder} cannot be used: {reason}", cure or _cure(folder)) from error
    try:
        yield
    finally:
        lock.release()
