"""MkDocs over a tree on disk, strictly.

In: settings, and a tree. Out: a folder of HTML, or what MkDocs said.
"""

from importlib.resources import files

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.publish.engines import EngineError, EngineRun, reproducible_environment
from generator.publish.engines.page_by_page import PageBuild
from generator.reading import UsageError
from generator.settings import HINT, collecting, engine_config, found_elsewhere


def run_mkdocs(run: EngineRun) -> PageBuild:
    """Builds the tree with MkDocs, strictly; what did it can render a page again.

    Raises:
        UsageError: mkdocs.yml is wrong.
        EngineError: MkDocs warned or failed.
    """
    warnings: list[str] = []
    with reproducible_environment(run.day), collecting(warnings):
        config = _load(run, warnings)
        pages = PageBuild(config, run.cache, run.settings.text, run.spread)
        config.theme.dirs.insert(0, str(files("generator.publish") / "assets" / "theme"))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            pages.run()
        except (Abort, MkDocsException) as error:
            raise EngineError(warnings or [str(error)]) from error
        finally:
            config.plugins.on_shutdown()
    if warnings:
        raise EngineError(warnings)
    pages.keep()
    return pages


def _load(run: EngineRun, warnings: list[str]) -> MkDocsConfig:
    """The configuration; `warnings` gets what the engine only logs of it."""
    try:
        config = engine_config(
            run.settings.values,
            run.root,
            docs_dir=str(run.root / run.tree),
            site_dir=str(run.target),
            site_url=run.address,
        )
    except MkDocsException as error:
        raise UsageError(f"mkdocs.yml: {'; '.join(warnings) or error}", HINT) from error
    listed = str(run.settings.values.get("not_in_nav") or "")
    config.not_in_nav = found_elsewhere(listed.splitlines())
    return config
