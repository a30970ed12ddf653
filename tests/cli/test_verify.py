"""`briefing verify`: from a folder, over the web, against a checkout, against an earlier chain."""

import json
import shutil
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

Serve = Callable[[Path], AbstractContextManager[str]]


@pytest.fixture
def site(built_site: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built_site, tmp_path / "copy")


def test_a_site_over_the_web_is_as_it_was_built(
    site: Path, run_briefing: Any, serve_folder: Serve
) -> None:
    with serve_folder(site) as address:
        done = run_briefing("verify", address)
        assert (done.code, done.out) == (0, "")
        assert "0 differences" in done.err
        (site / "index.html").write_text("5 million", encoding="utf-8")
        (site / "f" / "passengers-2023.json").unlink(missing_ok=True)
        done = run_briefing("verify", f"{address}/index.html", "--format", "json")
    told = json.loads(done.out)
    assert done.code == 1
    assert told["ok"] is False
    assert "index.html" in {one["subject"] for one in told["differences"]}


def test_what_was_taken_from_a_kept_chain_is_named(
    site: Path, run_briefing: Any, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.json"
    shutil.copy(site / "releases.json", kept)
    assert run_briefing("verify", str(site), "--since", str(kept)).code == 0
    chain = json.loads(kept.read_bytes())
    chain[0]["known_as_of"] = "2001-01-01"
    kept.write_text(json.dumps(chain), encoding="utf-8")
    done = run_briefing("verify", str(site), "--since", str(kept))
    assert done.code == 1
    assert "release 1: was another one" in done.out


@pytest.mark.parametrize("where", ["nowhere", "http://127.0.0.1:9/", "ftp://host/"])
def test_where_no_site_is_is_wrong_use(where: str, run_briefing: Any) -> None:
    done = run_briefing("verify", where)
    assert done.code == 2
    assert "hint: " in done.err


def test_a_folder_without_a_manifest_is_wrong_use(tmp_path: Path, run_briefing: Any) -> None:
    done = run_briefing("verify", str(tmp_path))
    assert done.code == 2
    assert "there is no MANIFEST.json" in done.err


def test_a_site_equals_the_commit_that_it_was_built_from(
    small_briefing: Path, run_briefing: Any, tmp_path: Path
) -> None:
    git = ["git", "-C", str(small_briefing), "-c", "user.name=a", "-c", "user.email=a@b.example"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "all"]):
        subprocess.run([*git, *words], check=True)
    site = tmp_path / "published"
    root = ("--root", str(small_briefing))
    assert run_briefing("build", *root, "--site-dir", str(site)).code == 0
    done = run_briefing("verify", str(site), "--checkout", str(small_briefing))
    assert done.code == 0, done.out + done.err
    assert "site equals commit " in done.err
    assert ": 0 of " in done.err
    page = next(small_briefing.joinpath("docs").glob("*.md"))
    page.write_text(page.read_text("utf-8") + "\nOne more sentence.\n", encoding="utf-8")
    done = run_briefing("verify", str(site), "--checkout", str(small_briefing))
    assert done.code == 1
    assert "with changes" in done.err
    assert f"docs/{page.name}: was made from another" in done.out


def test_an_attestation_that_is_not_there_is_wrong_use(site: Path, run_briefing: Any) -> None:
    done = run_briefing("verify", str(site), "--repo", "owner/name")
    assert done.code == 2
    assert "MANIFEST.json.sigstore.json" in done.err


def test_a_build_can_ask_that_all_is_on_record(copied_briefing: Path, run_briefing: Any) -> None:
    root = ("--root", str(copied_briefing))
    lock = copied_briefing / "briefing.lock"
    text = lock.read_text(encoding="utf-8")
    lock.write_text(text[: text.index("releases:\n")], encoding="utf-8")
    done = run_briefing("build", *root, "--strict-record")
    assert done.code == 1
    assert "briefing record" in done.err
    assert run_briefing("record", *root).code == 0
    assert run_briefing("build", *root, "--strict-record").code == 0


def test_a_chain_that_was_edited_is_a_finding(copied_briefing: Path, run_briefing: Any) -> None:
    root = ("--root", str(copied_briefing))
    run_briefing("record", *root)
    lock = copied_briefing / "briefing.lock"
    text = lock.read_text(encoding="utf-8")
    lock.write_text(text.replace("- previous: none", f"- previous: {'0' * 64}"), encoding="utf-8")
    done = run_briefing("check", *root)
    assert done.code == 1
    line = 1 + text[: text.index("releases:\n")].count("\n")
    assert f"briefing.lock:{line}:1: bad-value" in done.out
