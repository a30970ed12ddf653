"""MkDocs, page by page: what renders to the same HTML as before is taken over.

In: settings of MkDocs, a cache. Out: the site that `mkdocs build` makes of them, byte for byte, but
for faults of its theme. A page is kept by its Markdown and by all that it shows of others:
settings, menu, where links lead. This file alone knows how MkDocs builds a page; that release is
the last of its kind. With plug-ins whose ways are unknown, all is rendered.
"""

import errno
import json
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page, build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import clean_directory, get_build_date, write_file

from generator.kept import Cache, digest, is_self_contained, made_by, recall
from generator.pages import decode_harmless, keep_templates
from generator.publish.engines import encoded_once
from generator.publish.engines.pages_apart import as_rendered, hearing, take_plain, take_rendered
from generator.publish.walk import files_below
from generator.spread import Spread, in_order

_SEARCH = "material/search"
_OF_ITS_OWN = {"description", "dataset", "image"}
"""Metadata of a page that no other page shows."""
_KIND = "pages"
_PAGES_A_BATCH = 8
_FILES = "files"
_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
"""Only fields that hold text can be completed; drawer and search are switched by checkboxes."""
_ORDER = re.compile(r'(<label [^>]*?) tabindex(?:="")?(?=[ >])')
"""`tabindex` needs a number."""
_LABEL = re.compile(r'(<label [^>]*?) for="(__\w+)"')
"""A menu that does not name the page labels a switch that is not there."""


class PageBuild:
    """One build, and what it made that may be kept once nothing is wrong with it."""

    def __init__(
        self, config: MkDocsConfig, cache: Cache, settings: bytes, spread: Spread = in_order
    ) -> None:
        """`settings` is the text that the configuration is from; `spread` does work on pages."""
        self._config, self._cache, self.settings = config, cache, settings
        self._spread = spread
        self._keys: dict[str, str] = {}
        self._unread: set[str] = set()
        """Pages of which only that is known which others show."""
        self._results: dict[str, Any] = {}
        self._made: dict[str, bytes] = {}
        self._used: set[str] = set()
        """The files of this build, among all that are kept."""
        self._documents: Sequence[File] = ()
        self._warm: tuple[Files, Navigation, Environment] | None = None

    @property
    def paths(self) -> tuple[str, ...]:
        """The pages that can be rendered again; none while a plug-in has its own ways."""
        return tuple(self._keys) if self._warm else ()

    def render(self, path: str) -> bytes:
        """The HTML of one page whose Markdown has changed since, and nothing around it."""
        file = self._warm[0].get_file_from_path(path) if self._warm else None
        if self._warm is None or file is None or file.page is None:
            raise KeyError(path)
        self._unread.add(path)
        return self._render(file.page, *self._warm).partition(b"\n")[2]

    def run(self) -> None:
        """Builds the site into its folder.

        Raises:
            MkDocsException: as MkDocs does.
        """
        config, plugins = self._config, self._config.plugins
        if {*plugins} - {_SEARCH} or not is_self_contained(self.settings):
            build(config)
            _mend(files_below(Path(config.site_dir), ".html"))
            return
        config = plugins.on_config(config)
        plugins.on_pre_build(config=config)
        clean_directory(config.site_dir)
        files = _all_files(config)
        env = config.theme.get_env()
        keep_templates(self._cache, env)
        self._list_theme(env)
        files.add_files_from_theme(env, config)
        files = plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = plugins.on_nav(get_navigation(files, config), config=config, files=files)
        around = self._around(files)
        self._documents = files.documentation_pages()
        pages = [file.page or Page(None, file, config) for file in self._documents]
        self._read([page for page in pages if not self._recall(page, files, around)], files)
        env = plugins.on_env(env, config=config, files=files)
        files.copy_static_files()
        shown = digest(around, [*_shown(nav.items)])
        for template in config.theme.static_templates:
            self._write_template(template, shown, files, nav, env)
        self._write(pages, shown, partial(self._render, files=files, nav=nav, env=env))
        for page in pages:
            page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        plugins.on_post_build(config=config)
        self._warm = (files, nav, env)

    def keep(self) -> None:
        """Keeps what was made, once it is known that MkDocs had nothing to warn of.

        What the build before this one had kept, and this one did not use, goes.
        """
        kept = self._cache.of(_KIND)
        for key in {*kept.get(_FILES, ())} - self._used:
            self._cache.drop(_KIND, key)
        kept[_FILES] = sorted(self._used)
        for key, result in self._results.items():
            kept[key] = result
        for key, content in self._made.items():
            self._cache.keep(_KIND, key, content)

    def _list_theme(self, env: Environment) -> None:
        """Lets the theme's files be asked for as they were listed: thousands of icons are no page.

        Only names come from there; each file is looked for where it lies.
        """
        whole, kept = env.list_templates, self._cache.of(_KIND)
        key = digest(
            "theme", made_by(), self._config.theme.dirs, self._config.theme.static_templates
        )

        def listed(
            extensions: Collection[str] | None = None,
            filter_func: Callable[[str], bool] | None = None,
        ) -> list[str]:
            return recall(kept, key, lambda: whole(extensions, filter_func))

        env.list_templates = listed  # type: ignore[method-assign] # MkDocs asks once, with its filter

    def _around(self, files: Files) -> str:
        """A digest of what each page is rendered with.

        A link that leads somewhere goes on doing so until a file is taken away.
        """
        paths = sorted(file.src_uri for file in files)
        made = digest(made_by(), self.settings, self._config.site_url, get_build_date())
        base, before = self._cache.of(_KIND).get(made) or (digest(made, paths), [])
        if not {*paths}.issuperset(before):
            base = digest(made, paths)
        self._results[made] = [base, paths]
        return str(base)

    def _recall(self, page: Page, files: Files, around: str) -> bool:
        """Recalls what others need to know of the page, if it is known."""
        name = page.file.src_uri
        key = self._keys[name] = digest(around, name, page.file.content_bytes)
        known = self._cache.of(_KIND).get(key)
        if known is None:
            return False
        self._unread.add(name)
        take_plain(page, known, files)
        return True

    def _read(self, pages: Sequence[Page], files: Files) -> None:
        """Renders the Markdown."""

        def populate(page: Page) -> list[Any] | None:
            _populate_page(page, self._config, files)
            return as_rendered(page)

        for page, found in zip(pages, self._of_each(populate, pages), strict=True):
            rendered = populate(page) if found is None and page.content is None else found
            if rendered is None:
                continue
            if page.content is None:
                take_rendered(page, rendered, files)
            self._results[self._keys[page.file.src_uri]] = rendered[0]

    def _write(self, pages: Sequence[Page], shown: str, render: Callable[[Page], bytes]) -> None:
        """Writes each page's HTML, as it was kept or rendered now, and adds what is searched."""
        entries, new = dict[str, bytes](), list[Page]()
        for page in pages:
            key = self._shown_key(page, shown)
            self._used.add(key)
            found = self._cache.load(_KIND, key)
            if found is None:
                new.append(page)
            else:
                entries[page.file.src_uri] = _written(page, found)
        made = self._of_each(lambda page: render(page).decode(), new)
        for page, text in zip(new, made, strict=True):
            name, html = page.file.src_uri, render(page) if text is None else text.encode()
            if self._keys[name] in self._results or name in self._unread:
                self._made[self._shown_key(page, shown)] = html
            entries[name] = _written(page, html)
        if search := self._config.plugins.get(_SEARCH):
            for page in pages:
                search.search_index.entries += json.loads(entries[page.file.src_uri])

    def _shown_key(self, page: Page, shown: str) -> str:
        return digest(shown, self._keys[page.file.src_uri], page.title)

    def _of_each(self, function: Callable[[Page], Any], pages: Sequence[Page]) -> Iterator[Any]:
        """What a function makes of each page; None where MkDocs warned out of hearing."""
        here = os.getpid()

        def work(batch: Sequence[Page]) -> list[Any]:
            made = []
            for page in batch:
                with hearing() as heard:
                    one = function(page)
                made.append(None if heard and os.getpid() != here else one)
            return made

        batches = [pages[at : at + _PAGES_A_BATCH] for at in range(0, len(pages), _PAGES_A_BATCH)]
        return chain.from_iterable(self._spread(work, batches))

    def _render(self, page: Page, files: Files, nav: Navigation, env: Environment) -> bytes:
        """A line of what is searched of the page, and its HTML."""
        if page.file.src_uri in self._unread:
            title = page.title
            _populate_page(page, self._config, files)
            page.title = title
        search = self._config.plugins.get(_SEARCH)
        entries = search.search_index.entries if search else []
        before = len(entries)
        _build_page(page, self._config, self._documents, nav, env)
        said = json.dumps(entries[before:]).encode()
        del entries[before:]
        html = Path(page.file.abs_dest_path).read_text(encoding="utf-8")
        return said + b"\n" + finished(html).encode()

    def _write_template(
        self, name: str, shown: str, files: Files, nav: Navigation, env: Environment
    ) -> None:
        """Writes a page of the theme's own, such as the one for addresses that lead nowhere."""
        target = Path(self._config.site_dir) / name
        key = digest(shown, name)
        self._used.add(key)
        found = self._cache.load(_KIND, key)
        if found is None:
            _build_theme_template(name, env, files, self._config, nav)
            if not target.is_file():
                return
            _mend([target])
            found = self._made[key] = target.read_bytes()
        write_file(found, str(target))


def _all_files(config: MkDocsConfig) -> Files:
    """The files of the tree; MkDocs itself passes over a folder that it cannot list.

    Raises:
        OSError: a folder cannot be listed.
    """
    folder, found = Path(config.docs_dir), get_files(config)
    listed = {file.src_uri for file in found}
    for file in files_below(folder):
        # Of a README and an index MkDocs takes one, and says so.
        if file.relative_to(folder).as_posix() not in listed and file.stem != "README":
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(file.parent))
    return found


def _written(page: Page, found: bytes) -> bytes:
    """What is searched of a page whose HTML is now written."""
    entries, _, html = found.partition(b"\n")
    write_file(html, page.file.abs_dest_path)
    return entries


def _shown(items: Iterable[StructureItem]) -> Iterator[object]:
    """What the menu shows, in its order."""
    for item in items:
        meta = getattr(item, "meta", {})
        said = sorted((name, repr(meta[name])) for name in meta.keys() - _OF_ITS_OWN)
        children = getattr(item, "children", None) or ()
        yield item.title, getattr(item, "url", ""), said, [*_shown(children)]


def _mend(files: Iterable[Path]) -> None:
    """Finishes built pages where they lie."""
    for file in files:
        html = file.read_text(encoding="utf-8")
        if (valid := finished(html)) != html:
            file.write_text(valid, encoding="utf-8", newline="\n")


def finished(html: str) -> str:
    """A page without faults of the theme, its letters and marks as they are."""
    return decode_harmless(encoded_once(without_theme_faults(html)))


def without_theme_faults(html: str) -> str:
    """The page without attributes of the theme that no browser uses and HTML does not allow."""
    html = _ORDER.sub(r"\1", _SWITCH.sub(r"\1", html))

    def kept(label: re.Match[str]) -> str:
        return label[0] if f'id="{label[2]}"' in html else label[1]

    return _LABEL.sub(kept, html)
