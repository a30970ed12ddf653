"""`briefing verify DIR|URL`: a published site against its manifest and its chain of releases."""

import argparse
import json
from pathlib import Path

from generator.cli.terminal import print_lines, progress, say
from generator.ledger import Difference
from generator.model import MANIFEST
from generator.publish import (
    Verdict,
    attested,
    commit_of,
    compare_rebuilt,
    published_at,
    verify_site,
)
from generator.reading import UsageError


def run(options: argparse.Namespace) -> int:
    """1 when something differs, else 0."""
    site = published_at(options.site)
    progress(f"reading {options.site}")
    verdict = verify_site(site, _earlier(options.since))
    found, more = [*verdict.differences], dict[str, str]()
    if options.checkout:
        progress(f"building {options.checkout}")
        unlike = compare_rebuilt(verdict.manifest, options.checkout)
        found += unlike
        more["commit"] = _equals(unlike, verdict, options.checkout)
    if options.repo:
        is_signed, said = attested(site, options.repo)
        more["attestation"] = said
        found += [] if is_signed else [Difference(MANIFEST, f"has no valid attestation: {said}")]
    _tell(verdict, found, more, options)
    return 1 if found else 0


def _earlier(file: Path | None) -> bytes | None:
    try:
        return file.read_bytes() if file else None
    except OSError as error:
        raise UsageError(
            f"{file} cannot be read: {error.strerror}", "name a releases.json"
        ) from error


def _equals(unlike: list[Difference], verdict: Verdict, checkout: Path) -> str:
    """How a site compares with a checkout, in a line."""
    commit = commit_of(checkout)
    which = f"commit {commit}" if commit else str(checkout)
    count = len({one.subject for one in unlike} & verdict.manifest.files.keys())
    how = "differs from" if unlike else "equals"
    return f"site {how} {which}: {count} of {len(verdict.manifest.files)} files differ"


def _tell(
    verdict: Verdict, found: list[Difference], more: dict[str, str], options: argparse.Namespace
) -> None:
    files, how = len(verdict.manifest.files), "difference" if len(found) == 1 else "differences"
    if options.format == "json":
        told = {
            "ok": not found,
            "files": files,
            "releases": verdict.releases,
            "figures": verdict.figures,
            **more,
            "differences": [{"subject": one.subject, "message": one.message} for one in found],
        }
        print_lines([json.dumps(told, ensure_ascii=False)])
        return
    print_lines([f"{one.subject}: {one.message}" for one in found])
    for line in more.values():
        say(line)
    say(
        f"{files} files, {verdict.figures} figures, a chain of {verdict.releases} releases: "
        f"{len(found)} {how}"
    )
