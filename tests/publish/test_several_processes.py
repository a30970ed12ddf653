"""A site that several processes render and judge is the one that a single process builds."""

import logging
import os
import shutil
import signal
import threading
from pathlib import Path
from typing import Any

import pytest

from generator.kept import Cache
from generator.pipeline import assemble
from generator.publish import EngineError, build_site, site_gate
from generator.publish.engines import page_by_page
from generator.spread import Processes
from tests.conftest import ROOT

pytestmark = pytest.mark.command


@pytest.fixture(autouse=True)
def many_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page is a batch; the threads of the test run hold nothing that a build asks for."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(page_by_page, "_PAGES_A_BATCH", 1)
    monkeypatch.setattr(site_gate, "_PAGES_A_BATCH", 1)
    monkeypatch.setenv("BROWSER_PATH", "/nonexistent")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "tests/golden/small", tmp_path / "small"))


def built(folder: Path, number: int, cache: Cache | None = None) -> tuple[Any, ...]:
    """The files of the site and the account of their numbers, or why there is none."""
    site, cache = folder.parent / f"site-{number}", cache or Cache()
    assembly = assemble(folder, cache, Processes(number))
    try:
        explained = build_site(folder, assembly, site, cache=cache).explained
    except EngineError as error:
        return (*error.messages,)
    cache.save()
    names = sorted(file for file in site.rglob("*") if file.is_file())
    return explained, {str(file.relative_to(site)): file.read_bytes() for file in names}


@pytest.mark.parametrize("number", [2, 3])
def test_the_bytes_are_the_same(small: Path, number: int) -> None:
    alone = built(small, 1)
    assert len(alone[1]) > 50
    assert built(small, number) == alone


def test_what_several_kept_is_taken_over_by_one_and_the_other_way_round(
    small: Path, tmp_path: Path
) -> None:
    alone = built(small, 1)
    for number in (2, 1, 3):
        assert built(small, number, Cache(small, tmp_path / "kept")) == alone


def test_a_killed_process_changes_no_byte(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone, here, done = built(small, 1), os.getpid(), []

    def dying(whole: Any) -> Any:
        def work(*given: Any) -> Any:
            done.append(given)
            if os.getpid() != here and len(done) == 3:
                os.kill(os.getpid(), signal.SIGKILL)
            return whole(*given)

        return work

    for name in ("_populate_page", "_build_page"):
        monkeypatch.setattr(page_by_page, name, dying(getattr(page_by_page, name)))
    monkeypatch.setattr(site_gate, "account_apart", dying(site_gate.account_apart))
    assert built(small, 3) == alone


@pytest.mark.parametrize("step", ["_populate_page", "_build_page"])
def test_what_mkdocs_warns_of_is_heard(
    small: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = getattr(page_by_page, step)

    def warning(page: Any, *given: Any) -> None:
        whole(page, *given)
        logging.getLogger("mkdocs.structure").warning("%s is odd", page.file.src_uri)

    monkeypatch.setattr(page_by_page, step, warning)
    alone = built(small, 1)
    assert len(alone) > 10
    assert "index.md is odd" in alone
    assert sorted(built(small, 3)) == sorted(alone)


def test_what_the_gate_refuses_is_the_same(small: Path) -> None:
    settings = small / "mkdocs.yml"
    settings.write_text(settings.read_text() + "\ncopyright: In 4711 words\n")
    alone = built(small, 1)
    assert "4711" in alone[0]
    assert built(small, 3) == alone
