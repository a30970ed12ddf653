"""A site that stays warm: after an edit the pages that somebody looks at are ready first.

In: a project's root. Out: a folder of HTML that is always whole, and what to say of each build.
What the engine was set up with stays as long as it holds; what an edit did not touch is taken over.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.atomic import replace_file
from generator.kept import Cache
from generator.model import Finding
from generator.pages import compose_page, keep_templates, page_address
from generator.pipeline import Assembly, assemble, assemble_pages, default_site, settings_of
from generator.publish.address import site_address
from generator.publish.build import TREE, check_inside, engine_run, finish_site, write_composed
from generator.publish.engines import EngineError
from generator.publish.engines.mkdocs import run_mkdocs
from generator.publish.engines.page_by_page import PageBuild
from generator.publish.pictures.chart_pictures import Pictures
from generator.publish.site_gate import account_site, unexplained_lines
from generator.publish.tree import page_file, pictures_of, write_tree
from generator.publish.walk import files_below
from generator.reading import UsageError
from generator.spread import Batches, Results


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build so far."""

    assembly: Assembly | None = None
    messages: tuple[Finding | str, ...] = ()
    """What is wrong: findings, or what the engine said."""
    pages: tuple[str, ...] = ()
    """Addresses below the root of pages that changed, with a slash in front."""
    is_last: bool = True
    """Nothing more comes of this build."""

    def as_event(self) -> dict[str, Any]:
        """As the script of the preview takes it."""
        return {
            "pages": list(self.pages),
            "messages": [_as_message(one) for one in self.messages],
        }


def _as_message(one: Finding | str) -> dict[str, str]:
    if isinstance(one, str):
        return {"place": "", "message": one, "hint": ""}
    return {"place": str(one.place), "message": one.message, "hint": one.hint}


class _StaleError(Exception):
    """Something was typed meanwhile: what is being made is no longer wanted."""


class WarmSite:
    """The site of one project, as it was when nothing was wrong with it."""

    def __init__(self, root: Path, folder: Path) -> None:
        """Works in `folder`, which is its own."""
        self._root, self._cache = root, Cache(root, memory={})
        keep_templates(self._cache)
        self.folder = folder / "site"
        self.folder.mkdir(parents=True)
        self._rendered = folder / "rendered"
        self._engine: PageBuild | None = None
        self._before: Assembly | None = None
        """The last outcome without a finding."""
        self._seeds: Mapping[str, object] | None = None
        """The files that it came from, besides its pages."""
        self._pictures: Pictures | None = None
        self._untold: set[str] = set()
        """Addresses of pages that changed since an outcome told of some."""

    def rebuild(
        self, viewed: Sequence[str], is_stale: Callable[[], bool] = lambda: False
    ) -> Iterator[Outcome]:
        """Builds what changed, pages at the addresses `viewed` before all others.

        It ends early once it `is_stale`: of what was typed meanwhile the pages in view come first.
        """
        self._is_stale = is_stale
        try:
            assembly = self._assemble()
            if assembly.findings:
                yield self._refused(assembly)
                return
            address = site_address(self._root)
            pictures = self._pictures_of(assembly)
            check_inside(self._root)
            shown = tuple(self._render_viewed(assembly, pictures, address, viewed))
            yield Outcome(assembly, pages=shown, is_last=False)
            yield self._render_all(assembly, pictures, address)
        except EngineError as error:
            yield Outcome(messages=tuple(error.messages))
        except UsageError as error:
            yield Outcome(messages=(f"{error.message}; {error.hint}",))
        except OSError as error:
            yield Outcome(messages=(f"{error.filename} cannot be read: {error.strerror}",))
        except _StaleError:
            return

    def _go_on(self) -> None:
        if self._is_stale():
            raise _StaleError

    def _in_steps(self, function: Callable[[Any], Any], batches: Batches, /) -> Results:
        """The result of each batch, as long as it is wanted."""
        results = []
        for batch in batches:
            self._go_on()
            results.append(function(batch))
        return results

    def _assemble(self) -> Assembly:
        """What the project says now; where only its pages were edited, only they are read."""
        found, before = _seeds_on_disk(self._root), self._before
        if before and found and found == self._seeds:
            assembly = assemble_pages(before, self._root)
        else:
            self._pictures = None
            assembly = assemble(self._root, self._cache)
        if not assembly.findings:
            self._before, self._seeds = assembly, found
        return replace(assembly, spread=self._in_steps)

    def _pictures_of(self, assembly: Assembly) -> Pictures:
        """The pictures of its charts; the same charts have the same pictures."""
        if self._pictures is None:
            self._pictures = pictures_of(assembly, self._cache)
        return self._pictures

    def _refused(self, assembly: Assembly) -> Outcome:
        """Findings; before there is any page, on an empty one."""
        if not (self.folder / "index.html").exists():
            empty = "<!doctype html><meta charset=utf-8><title>Findings</title><body></body>"
            (self.folder / "index.html").write_text(empty, encoding="utf-8", newline="\n")
        return Outcome(assembly, tuple(assembly.findings))

    def _render_viewed(
        self, assembly: Assembly, pictures: Pictures, address: str, viewed: Sequence[str]
    ) -> Iterator[str]:
        """The pages that are looked at, with all that others show of them as it was."""
        settings = settings_of(assembly, self._root)
        if self._engine is None or self._engine.settings != settings.text:
            return
        site = default_site(assembly, pictures.pictures, address)
        for path in self._engine.paths:
            if f"/{page_address(path)}" not in viewed:
                continue
            source = self._root / TREE / path
            if (page := compose_page(path, site)) is None:
                continue
            content = page_file(page, site)
            if source.is_file() and source.read_bytes() == content:
                continue
            replace_file(source, content)
            replace_file(self.folder / page_address(path) / "index.html", self._engine.render(path))
            yield f"/{page_address(path)}"

    def _render_all(self, assembly: Assembly, pictures: Pictures, address: str) -> Outcome:
        """The whole site, its numbers accounted for."""
        self._go_on()
        write_composed(assembly, pictures, self._root / TREE, address)
        engine = run_mkdocs(engine_run(self._root, assembly, self._rendered, address, self._cache))
        finish_site(self._root, self._rendered)
        there = files_below(self._rendered)
        rendered = {
            file.relative_to(self._rendered).as_posix(): file.read_bytes() for file in there
        }
        written = write_tree(rendered, self.folder)
        pages = (path for path in written if path.endswith(".html"))
        self._untold |= {f"/{path.removesuffix('index.html')}" for path in pages}
        self._engine = engine
        account = account_site(assembly, self.folder, address, self._cache)
        self._cache.save(is_whole=False)  # what did not change was not asked for
        changed, self._untold = tuple(sorted(self._untold)), set()
        return Outcome(assembly, tuple(unexplained_lines(account)), changed)


def _seeds_on_disk(root: Path) -> Mapping[str, tuple[int, ...]] | None:
    """The files of seeds/ and the lock, with what changes when one is written; None on a fault."""
    try:
        files = [root / "briefing.lock", root / "seeds", *(root / "seeds").rglob("*")]
        states = {str(file): file.lstat() for file in files if os.path.lexists(file)}
    except OSError:
        return None
    return {
        name: (one.st_ino, one.st_size, one.st_mtime_ns, one.st_ctime_ns)
        for name, one in states.items()
    }
