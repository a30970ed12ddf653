"""`briefing check`: read, validate, prove; all findings, sorted by place."""

import argparse
import sys

from generator.cli.terminal import say, working
from generator.cli.unchanged import Answer, Sources, answer_of, keep, look
from generator.kept import Cache


def run(options: argparse.Namespace) -> int:
    """1 when there is a finding, else 0; what is unchanged is not proven again."""
    sources = None if options.fresh else look(options.root, "check", options.format)
    answer = answer_of(sources) if sources else None
    answer = answer or _check(options, sources)
    sys.stdout.write(answer.out)
    if answer.err:
        say(answer.err)
    return answer.code


def _check(options: argparse.Namespace, sources: Sources | None) -> Answer:
    """All of it; what proves is imported once there is something to prove."""
    from generator.cli.findings import findings_text, summary
    from generator.cli.spreading import cluster_of, spread_of
    from generator.pipeline import assemble

    cache = Cache(None if options.fresh else options.root)
    is_forking = options.jobs != 1
    with cluster_of(options) as cluster, working("reading and proving", at_once=is_forking):
        assembly = assemble(options.root, cache, spread_of(options), cluster)
    cache.save()
    said = "" if options.format == "json" else summary(assembly)
    out = findings_text(assembly, options.format)
    answer = Answer(1 if assembly.findings else 0, out, said)
    if sources:
        keep(sources, answer)
    return answer
