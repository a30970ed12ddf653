"""A published site against a checkout of what it was made from, and against who signed it.

In: what its manifest says, a folder. Out: each file that a build of that folder makes otherwise,
and the commit; what the tool of the host says of the attestation. Runs git and gh, nothing else.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.ledger import Difference
from generator.model import ATTESTATION, MANIFEST, PDF
from generator.pipeline import assemble
from generator.publish.build import build_site
from generator.publish.manifest import hashes_of_files, hashes_of_inputs
from generator.publish.verifying.published import Published
from generator.publish.verifying.verdict import Manifest
from generator.reading import UsageError


def compare_rebuilt(manifest: Manifest, checkout: Path) -> list[Difference]:
    """Each file of a site that a build of the checkout does not make, or makes otherwise.

    Raises:
        UsageError: the checkout cannot be built.
    """
    assembly = assemble(checkout)
    if assembly.findings:
        raise UsageError(f"{checkout} has findings", f"briefing check --root {checkout}")
    found = [*_unlike(manifest.inputs, hashes_of_inputs(checkout), "was made from another")]
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        site = Path(folder) / "site"
        has_pdf = PDF in manifest.files
        build_site(
            checkout,
            assembly,
            site,
            manifest.address or None,
            has_pdf=has_pdf,
            engine=manifest.engine,
        )
        found += _unlike(
            manifest.files, hashes_of_files(site), "is built otherwise from the checkout"
        )
    return found


def _unlike(said: Mapping[str, str], made: Mapping[str, str], how: str) -> Iterator[Difference]:
    for path in sorted(said.keys() | made.keys()):
        if said.get(path) != made.get(path):
            yield Difference(path, how)


def commit_of(checkout: Path) -> str:
    """The commit of a checkout, and whether files were changed since; empty where there is none."""
    try:
        name = _run(["git", "-C", str(checkout), "rev-parse", "HEAD"])
        changed = _run(["git", "-C", str(checkout), "status", "--porcelain", "-uno"])
    except (OSError, subprocess.CalledProcessError):
        return ""
    return f"{name.strip()[:12]} with changes" if changed.strip() else name.strip()[:12]


def attested(site: Published, repository: str) -> tuple[bool, str]:
    """Whether the manifest is signed by a workflow of a repository, and in what words gh says so.

    Raises:
        UsageError: there is no attestation, or no tool to read it.
    """
    manifest, bundle = site.read(MANIFEST), site.read(ATTESTATION)
    if manifest is None or bundle is None:
        raise UsageError(
            f"there is no {ATTESTATION}", "leave out --repo, or publish by the workflow"
        )
    if shutil.which("gh") is None:
        raise UsageError(
            "gh is not installed", "install GitHub's command line, or leave out --repo"
        )
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        for name, content in ((MANIFEST, manifest), (ATTESTATION, bundle)):
            (Path(folder) / name).write_bytes(content)
        words = [
            "gh",
            "attestation",
            "verify",
            MANIFEST,
            "--bundle",
            ATTESTATION,
            "--repo",
            repository,
        ]
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    said = (done.stderr or done.stdout).strip().splitlines()
    return not done.returncode, said[-1] if said else ""


def _run(words: Sequence[str]) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout  # noqa: S603
