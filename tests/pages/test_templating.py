"""A template that was compiled is not compiled again, and no other code is run in its place."""

from pathlib import Path

import pytest
from jinja2 import Environment

from generator.kept import Cache
from generator.pages import templating
from generator.pages.templating import fill, keep_templates


@pytest.fixture(autouse=True)
def _own_environment() -> None:
    templating._environment.cache_clear()


def forget(cache: Cache) -> None:
    templating._environment.cache_clear()
    keep_templates(cache)


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path, tmp_path / "kept")
    forget(cache)
    first = fill("parts/link", href="#a", text="A & B")
    forget(cache)
    monkeypatch.setattr(Environment, "_generate", lambda *_, **__: 1 / 0)
    assert fill("parts/link", href="#a", text="A & B") == first


def test_code_that_somebody_put_there_is_not_run(tmp_path: Path) -> None:
    cache = Cache(tmp_path, tmp_path / "kept")
    forget(cache)
    first = fill("parts/link", href="#a", text="A")
    forget(cache)
    other = fill("parts/time", is_plain=True, machine="2025", shown="2025")
    link, time = sorted(
        (tmp_path / "kept/templates").iterdir(), key=lambda one: one.stat().st_mtime
    )
    link.write_bytes(time.read_bytes())
    forget(cache)
    assert fill("parts/link", href="#a", text="A") == first != other
