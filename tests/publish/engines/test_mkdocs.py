"""A site is swapped in whole or not at all, and its bytes know nothing of the machine."""

import filecmp
import shutil
from pathlib import Path

import pytest

from generator.pipeline import assemble
from generator.publish import EngineError, build_site
from generator.reading import UsageError

pytestmark = pytest.mark.command


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_two_builds_are_byte_identical_in_other_places_zones_and_locales(
    copied_briefing: Path, built_site: Path, run_briefing, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    site = tmp_path / "elsewhere" / "out"
    code, out, err = run_briefing(
        "build",
        "--site-dir",
        str(site),
        cwd=copied_briefing,
        env={"TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"},
    )
    assert code == 0, out + err
    assert bytes_of(site) == bytes_of(built_site)


def test_files_are_readable_by_a_web_server_whatever_the_mask(built_site: Path) -> None:
    modes = {file.stat().st_mode & 0o777 for file in built_site.rglob("*") if file.is_file()}
    folders = {file.stat().st_mode & 0o777 for file in built_site.rglob("*") if file.is_dir()}
    assert (modes, folders) == ({0o644}, {0o755})


def test_a_failing_engine_leaves_the_old_site_and_no_litter(small_briefing: Path) -> None:
    site = small_briefing / "site"
    build_site(small_briefing, assemble(small_briefing), site)
    before, assembly = bytes_of(site), assemble(small_briefing)
    settings = small_briefing / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("nav: [index.md", "nav: [no.md"))
    with pytest.raises(EngineError) as caught:
        build_site(small_briefing, assembly, site)
    assert any("no.md" in message for message in caught.value.messages)
    assert bytes_of(site) == before
    assert [p.name for p in small_briefing.iterdir() if p.name.startswith(".site")] == []


def test_a_second_build_removes_what_is_gone(small_briefing: Path) -> None:
    site = small_briefing / "site"
    build_site(small_briefing, assemble(small_briefing), site)
    (site / "stale.html").write_text("old")
    build_site(small_briefing, assemble(small_briefing), site)
    assert not (site / "stale.html").exists()


@pytest.mark.parametrize("target", ["", "seeds", "docs", "docs/site", "mine", "file"])
def test_a_folder_that_is_no_site_of_ours_is_never_replaced(
    copied_briefing: Path, target: str
) -> None:
    (copied_briefing / "mine").mkdir()
    (copied_briefing / "mine" / "letter.txt").write_text("dear")
    (copied_briefing / "file").write_text("x")
    before = bytes_of(copied_briefing)
    with pytest.raises(UsageError):
        build_site(copied_briefing, assemble(copied_briefing), copied_briefing / target)
    assert bytes_of(copied_briefing) == before


def test_comparing_finds_a_changed_byte(built_site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(built_site, copy)
    (copy / "index.html").write_bytes((copy / "index.html").read_bytes() + b" ")
    assert not filecmp.cmp(copy / "index.html", built_site / "index.html", shallow=False)
    assert bytes_of(copy) != bytes_of(built_site)
