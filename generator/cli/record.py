"""`briefing record`: notes which figures stand, and what each reason is given for."""

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Mapping

from generator.atomic import replace_file
from generator.cli.reports.findings import print_findings
from generator.cli.schema import renew
from generator.cli.terminal import say
from generator.evidence import record_reasons
from generator.exports import chain_of
from generator.ledger import breaks_of, corrected_fields, published_fields
from generator.model import Release
from generator.pipeline import assemble
from generator.reading import NOWHERE

_Fields = Mapping[str, Mapping[str, str]]
_WORD = re.compile("[A-Za-z][A-Za-z-]*")
_CONFIRMED = frozenset({"inferred-stale"})
_UNCORRECTED = "add an entry under corrections: of its file, or withdraw the figure with a reason"
_HEAD = """\
# Kept by `briefing record`; not to be edited by hand.
# published: ids that links and messages may use for ever, and what the site says there. A figure
# that comes to say something else needs an entry under `corrections`.
# corrected: what the site said before, where a correction took it back.
# settled: what each reason under `inferred` was given for. When the fact or its quotation changes,
# the reason has to be confirmed, or written anew.
# releases: what the ledger said each time, as hashes; each release holds that of the one before. In
# a conflict take those that were published, and run `briefing record`.
"""


def run(options: argparse.Namespace) -> int:
    """Writes briefing.lock, unless something is wrong that recording would not confirm."""
    assembly = assemble(options.root)
    if any(finding.code not in _CONFIRMED for finding in assembly.findings):
        print_findings(assembly)
        return 1
    earlier = assembly.seeds.lock.published
    published = dict(earlier)
    for name, fact in assembly.seeds.facts.items():
        published[name] = published_fields(fact, earlier.get(name))
    settled = record_reasons(assembly.seeds.facts)
    corrected = corrected_fields(assembly.seeds)
    releases = chain_of(assembly.seeds, assembly.book)
    if broken := breaks_of(releases):
        for one in broken:
            say(f"{one.subject} {one.message}", _UNCORRECTED)
        return 1
    lines = (*_lines(published, corrected, settled), *_chain(releases))
    lock = "".join(f"{line}\n" for line in lines)
    replace_file(options.root / "briefing.lock", (_HEAD + lock).encode())
    renew(options.root, assembly.seeds)
    say(
        f"{len(published)} ids, the reasons of {len(settled)} facts and {len(releases)} releases "
        "are in briefing.lock",
        "commit it with seeds/schemas, which may be renewed",
    )
    return 0


def _lines(
    published: _Fields, corrected: Mapping[str, Mapping[str, list[str]]], settled: _Fields
) -> Iterator[str]:
    """The lock as YAML, one line a change, so that a reviewer sees what moved."""
    yield "published:" if published else "published: {}"
    for name in sorted(published):
        typed = ", ".join(f"{key}: {_scalar(text)}" for key, text in published[name].items())
        yield f"  {name}: {{{typed}}}"
    if corrected:
        yield "corrected:"
    for name, fields in corrected.items():
        typed = ", ".join(f"{key}: {json.dumps(texts)}" for key, texts in fields.items())
        yield f"  {name}: {{{typed}}}"
    yield "settled:" if settled else "settled: {}"
    for fact, reasons in settled.items():
        yield f"  {fact}:"
        yield from (f'    {field}: "{bond}"' for field, bond in reasons.items())


def _chain(releases: Iterable[Release]) -> Iterator[str]:
    """The chain as YAML, a line a figure."""
    yield "releases:"
    for release in releases:
        yield f"- previous: {release.previous or NOWHERE}"
        yield f'  known_as_of: "{release.day}"'
        yield "  entries:" if release.entries else "  entries: {}"
        for name, entry in sorted(release.entries.items()):
            made = f" {entry.corrections}" if entry.corrections else ""
            off = " withdrawn" if entry.is_withdrawn else ""
            yield f"    {name}: {entry.says} {entry.rests_on}{made}{off}"
        if release.gone:
            yield "  gone:"
        yield from (f"    {old}: {new or NOWHERE}" for old, new in sorted(release.gone.items()))


def _scalar(text: str) -> str:
    """A word as it is, all else in quotes."""
    return text if _WORD.fullmatch(text) else json.dumps(text, ensure_ascii=False)
