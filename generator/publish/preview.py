"""A live preview: each edit of seeds/ or docs/ shows in the browser, or as findings.

In: a project's root and a port. Out: a local server until interrupted. The last good page stays
while there are findings; they are handed to `report`.
"""

import html
import logging
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.kept import Cache
from generator.model import Finding
from generator.pipeline import Assembly, assemble
from generator.publish.build import TREE, compose_tree, render
from generator.publish.engines import EngineError
from generator.publish.settings import site_address

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

Report = Callable[[Assembly | EngineError], None]
HOST = "127.0.0.1"


def serve_site(root: Path, port: int, report: Report, ready: Callable[[str], None]) -> None:
    """Serves the site below `root` until interrupted, rebuilding it on each edit.

    `port` is on the loopback address, where 0 takes a free one. `report` gets the outcome of every
    build, `ready` the address once the server answers.
    """
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        site, cache = Path(folder) / "site", Cache(root)

        def rebuild() -> None:
            report(_rebuild(root, site, cache))

        rebuild()
        server = _server(rebuild, site, port, ready)
        for watched in ("seeds", "docs", "mkdocs.yml"):
            if (root / watched).exists():
                server.watch(str(root / watched))
        try:
            server.serve()  # type: ignore[no-untyped-call] # MkDocs leaves it untyped
        finally:
            server.shutdown()


def _server(
    rebuild: Callable[[], None], site: Path, port: int, ready: Callable[[str], None]
) -> "LiveReloadServer":
    """A server that says where it is once it answers, also when it was given port 0."""
    from mkdocs.livereload import LiveReloadServer

    class Server(LiveReloadServer):
        def serve_forever(self, poll_interval: float = 0.5) -> None:
            """Serves; starts after the watching, so that no edit after `ready` is missed."""
            ready(f"http://{HOST}:{self.server_address[1]}/")
            super().serve_forever(poll_interval)

    return Server(rebuild, HOST, port, str(site), polling_interval=0.2)


def _rebuild(root: Path, site: Path, cache: Cache) -> Assembly | EngineError:
    """Builds into `site`; with findings the last good pages stay, or findings are listed."""
    assembly = assemble(root, cache)
    if assembly.findings:
        if not (site / "index.html").exists():
            _list_findings(assembly.findings, site)
        return assembly
    address = site_address(root)
    compose_tree(assembly, root / TREE, cache, address)
    fresh = site.with_name("fresh")
    try:
        render(root, assembly, fresh, address, cache=cache)
    except EngineError as error:
        return error
    shutil.rmtree(site, ignore_errors=True)
    fresh.rename(site)
    return assembly


def _list_findings(findings: tuple[Finding, ...], site: Path) -> None:
    """A page that names what keeps the site from being built."""
    items = "".join(
        f"<li><code>{html.escape(str(p.place))}</code> {html.escape(p.message)}<br>"
        f"<small>{html.escape(p.hint)}</small></li>"
        for p in findings
    )
    site.mkdir(parents=True, exist_ok=True)
    head = "<!doctype html><meta charset=utf-8><title>Findings</title>"
    page = f"{head}<ol>{items}</ol><body></body>"
    (site / "index.html").write_text(page, encoding="utf-8")
