"""Whether a published site is what it says that it is.

In: a site to read from. Out: each difference, by the file, figure or release that it is of. The
manifest says what each file was when the site was built; the chain of releases says what each
figure was, so that none can be edited or taken away in silence, not even with a new manifest.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.ledger import Difference, breaks_of, forked, releases_json, releases_of
from generator.model import ATTESTATION, MANIFEST, RELEASES
from generator.publish.verifying.published import Published, is_plain
from generator.reading import UsageError

_FACTS = "data/facts.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says."""

    files: Mapping[str, str]
    inputs: Mapping[str, str]
    address: str
    engine: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was looked at, and what is not as it should be."""

    manifest: Manifest
    releases: int
    figures: int
    differences: tuple[Difference, ...]


def verify_site(site: Published, earlier: bytes | None = None) -> Verdict:
    """Compares a site with its manifest, and its ledger with its chain of releases.

    Args:
        site: to read from.
        earlier: a `releases.json` that was taken from the site before.

    Raises:
        UsageError: there is no manifest that can be read, or the site cannot be reached.
    """
    raw = site.read(MANIFEST)
    if raw is None:
        raise UsageError(
            f"there is no {MANIFEST}", "build the site with this release or a later one"
        )
    manifest = _manifest_of(raw)
    found = [*_check_files(site, manifest)]
    try:
        releases, figures, broken = _check_chain(site, earlier)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        said = Difference(RELEASES, f"cannot be held against the ledger: {error}")
        return Verdict(manifest, 0, 0, (*found, said))
    return Verdict(manifest, releases, figures, (*found, *broken))


def _check_chain(site: Published, earlier: bytes | None) -> tuple[int, int, list[Difference]]:
    """How many releases and figures there are, and what is wrong with them.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: a file is not as we wrote it.
    """
    chain, rows = _load(site, RELEASES), _load(site, _FACTS)
    releases = releases_of(chain)
    broken = breaks_of(releases, rows)
    if chain != releases_json(releases):
        broken.append(Difference(RELEASES, "names another hash than its releases have"))
    if earlier:
        broken += forked(releases_of(json.loads(earlier)), releases)
    return len(releases), len(rows), broken


def _manifest_of(raw: bytes) -> Manifest:
    try:
        plain = json.loads(raw)
        files, inputs = _hashes(plain["files"]), _hashes(plain["inputs"])
        return Manifest(files, inputs, str(plain["address"]), str(plain["engine"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(
            f"{MANIFEST} cannot be read: {error}", "it is not as it was built"
        ) from error


def _hashes(plain: Mapping[Any, Any]) -> dict[str, str]:
    named = {str(path): str(one) for path, one in plain.items()}
    if strange := [path for path in named if not is_plain(path)]:
        raise ValueError(f"it names {strange[0]!r}, which is no path below the site")
    return named


def _check_files(site: Published, manifest: Manifest) -> Iterator[Difference]:
    for (path, said), content in zip(
        manifest.files.items(), site.read_all(manifest.files), strict=True
    ):
        if content is None:
            yield Difference(path, "is in the manifest and not on the site")
        elif hashlib.sha256(content).hexdigest() != said:
            yield Difference(path, "is not as the manifest says")
    names = site.names() or set()
    for path in sorted(names - manifest.files.keys() - {MANIFEST, ATTESTATION}):
        yield Difference(path, "is on the site and not in the manifest")


def _load(site: Published, path: str) -> Any:
    content = site.read(path)
    if content is None:
        raise ValueError(f"there is no {path}")
    return json.loads(content)
