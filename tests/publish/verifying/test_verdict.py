"""A hundred ways to tamper with a published site, each named by `verify`.

Two kinds of them: of who changes files alone, and of who makes a new manifest for them. The second
is told by the chain of releases, as long as it touches a figure.
"""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.model import MANIFEST, RELEASES
from generator.publish import published_at, verify_site
from generator.publish.manifest import hashes_of_files
from generator.reading import UsageError

FACTS = "data/facts.json"
Tamper = Callable[[Path, random.Random], str]


def names(site: Path, pattern: str) -> list[Path]:
    return sorted(file for file in site.glob(pattern) if file.is_file())


def a_byte(pattern: str) -> Tamper:
    def tamper(site: Path, chance: random.Random) -> str:
        file = chance.choice(names(site, pattern))
        content = bytearray(file.read_bytes())
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        file.write_bytes(content)
        return file.relative_to(site).as_posix()

    return tamper


def gone(site: Path, chance: random.Random) -> str:
    file = chance.choice(names(site, "**/*.html"))
    file.unlink()
    return file.relative_to(site).as_posix()


def added(site: Path, chance: random.Random) -> str:
    name = f"f/more-{chance.randrange(99)}.html"
    (site / name).write_text("5 million", encoding="utf-8")
    return name


def said_hash(site: Path, chance: random.Random) -> str:
    manifest = json.loads((site / MANIFEST).read_bytes())
    path = chance.choice([*manifest["files"]])
    manifest["files"][path] = "0" * 64
    (site / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    return path


def in_rows(change: Callable[[list[dict[str, Any]], random.Random], str]) -> Tamper:
    """Changes the ledger, in the file that all others are made of, and makes a new manifest."""

    def tamper(site: Path, chance: random.Random) -> str:
        rows = json.loads((site / FACTS).read_bytes())
        named = change(rows, chance)
        (site / FACTS).write_text(json.dumps(rows), encoding="utf-8")
        sign_anew(site)
        return named

    return tamper


def sign_anew(site: Path) -> None:
    manifest = json.loads((site / MANIFEST).read_bytes())
    manifest["files"] = hashes_of_files(site)
    (site / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


def a_value(rows: list[dict[str, Any]], chance: random.Random) -> str:
    row = chance.choice([one for one in rows if one["basis"] == "quoted" and one["value"]])
    row["value"] += "0"
    return str(row["id"])


def a_hedge(rows: list[dict[str, Any]], chance: random.Random) -> str:
    row = chance.choice([one for one in rows if one["basis"] == "quoted" and one["hedge"]])
    row["hedge"] = "about" if row["hedge"] == "exact" else "exact"
    return str(row["id"])


def a_formula(rows: list[dict[str, Any]], chance: random.Random) -> str:
    row = chance.choice([one for one in rows if one["basis"] == "derived"])
    row["formula"] += " * 2"
    return str(row["id"])


def an_entry(rows: list[dict[str, Any]], chance: random.Random) -> str:
    return str(rows.pop(chance.randrange(len(rows)))["id"])


def one_more(rows: list[dict[str, Any]], chance: random.Random) -> str:
    rows.append({**chance.choice(rows), "id": "brought-in"})
    return "brought-in"


def sentences(rows: list[dict[str, Any]], chance: random.Random) -> str:
    quoted = [one for one in rows if one["quotes"]]
    one, other = chance.sample(quoted, 2)
    while one["quotes"] == other["quotes"]:
        one, other = chance.sample(quoted, 2)
    one["quotes"], other["quotes"] = other["quotes"], one["quotes"]
    return str(one["id"])


def cut_chain(site: Path, _: random.Random) -> str:
    chain = json.loads((site / RELEASES).read_bytes())
    (site / RELEASES).write_text(json.dumps(chain[:-1]), encoding="utf-8")
    sign_anew(site)
    return str(next(iter(chain[-1]["entries"])))


def a_link(site: Path, chance: random.Random) -> str:
    chain = json.loads((site / RELEASES).read_bytes())
    name = chance.choice([*chain[-1]["entries"]])
    chain[-1]["entries"][name]["says"] = "0" * 64
    (site / RELEASES).write_text(json.dumps(chain), encoding="utf-8")
    sign_anew(site)
    return name


KINDS: dict[str, tuple[Tamper, int]] = {
    "a byte of a page": (a_byte("**/*.html"), 14),
    "a byte of a picture": (a_byte("charts/*.svg"), 6),
    "a byte of a script": (a_byte("assets/*.js"), 6),
    "a byte of a panel": (a_byte("f/*.json"), 8),
    "a byte of a table": (a_byte("data/*.csv"), 6),
    "a page that is gone": (gone, 6),
    "a page that was added": (added, 4),
    "a hash in the manifest": (said_hash, 6),
    "a value, with a new manifest": (in_rows(a_value), 10),
    "a hedge, with a new manifest": (in_rows(a_hedge), 6),
    "a formula, with a new manifest": (in_rows(a_formula), 4),
    "an entry that is gone": (in_rows(an_entry), 8),
    "an entry that was added": (in_rows(one_more), 3),
    "sentences that changed places": (in_rows(sentences), 6),
    "a chain that was cut": (cut_chain, 1),
    "a link of the chain": (a_link, 6),
}


def test_an_untouched_site_is_as_it_was_built(built_site: Path) -> None:
    verdict = verify_site(published_at(str(built_site)))
    assert verdict.differences == ()
    assert len(verdict.manifest.files) > 100
    assert verdict.figures > 10


def test_there_are_a_hundred_ways() -> None:
    assert sum(count for _, count in KINDS.values()) == 100


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_tampered_with_is_named(kind: str, built_site: Path, tmp_path: Path) -> None:
    tamper, count = KINDS[kind]
    chance = random.Random(kind)  # noqa: S311 - the same tries each time
    for number in range(count):
        site = shutil.copytree(built_site, tmp_path / str(number))
        named = tamper(site, chance)
        found = verify_site(published_at(str(site))).differences
        assert named in {one.subject for one in found}, (number, named)
        shutil.rmtree(site)


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"[]",
        b"{",
        b'{"files": 5}',
        b"[" * 100_000,
        b'{"files": {"../../etc/passwd": "0"}, "inputs": {}, "address": "", "engine": ""}',
        b'{"files": {"/etc/passwd": "0"}, "inputs": {}, "address": "", "engine": ""}',
    ],
)
def test_a_manifest_that_is_none_is_wrong_use(manifest: bytes, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(manifest)
    with pytest.raises(UsageError, match=MANIFEST):
        verify_site(published_at(str(tmp_path)))


@pytest.mark.parametrize("text", ["", "{}", "[5]", '[{"release": 1}]', "null"])
def test_a_chain_that_is_none_is_named(text: str, built_site: Path, tmp_path: Path) -> None:
    site = shutil.copytree(built_site, tmp_path / "site")
    (site / RELEASES).write_text(text, encoding="utf-8")
    assert RELEASES in {one.subject for one in verify_site(published_at(str(site))).differences}
