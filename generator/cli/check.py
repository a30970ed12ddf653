"""`briefing check`: read, validate, prove; all findings, sorted by place."""

import argparse
import os
import sys
from pathlib import Path

from generator.cli.terminal import say, working
from generator.cli.unchanged import Answer, Sources, answer_of, keep, look
from generator.kept import Cache

_SUMMARY = "GITHUB_STEP_SUMMARY"
"""Where the host of a step takes its summary from; a page shows ten annotations of a step."""


def run(options: argparse.Namespace) -> int:
    """1 when there is a finding, else 0; what is unchanged is not proven again."""
    is_fresh = options.fresh or (options.format == "github" and _SUMMARY in os.environ)
    sources = None if is_fresh else look(options.root, "check", options.format)
    answer = answer_of(sources) if sources else None
    answer = answer or _check(options, sources)
    sys.stdout.write(answer.out)
    if answer.err:
        say(answer.err)
    return answer.code


def _check(options: argparse.Namespace, sources: Sources | None) -> Answer:
    """All of it; what proves is imported once there is something to prove."""
    from generator.cli.reports.findings import findings_markdown, findings_text, summary
    from generator.cli.spreading import cluster_of, spread_of
    from generator.pipeline import assemble

    cache = Cache(None if options.fresh else options.root)
    is_forking = options.jobs != 1
    with cluster_of(options) as cluster, working("reading and proving", at_once=is_forking):
        assembly = assemble(options.root, cache, spread_of(options), cluster)
    cache.save()
    said = "" if options.format == "json" else summary(assembly)
    out = findings_text(assembly, options.format)
    if options.format == "github":
        _add_to_summary(findings_markdown(assembly))
    answer = Answer(1 if assembly.findings else 0, out, said)
    if sources:
        keep(sources, answer)
    return answer


def _add_to_summary(markdown: str) -> None:
    """Adds to the summary of the step, where there is one.

    Raises:
        UsageError: the file that the host named cannot be written.
    """
    if not (name := os.environ.get(_SUMMARY)):
        return
    try:
        with Path(name).open("a", encoding="utf-8", newline="\n") as file:
            file.write(markdown)
    except OSError as error:
        from generator.reading import UsageError

        raise UsageError(f"{_SUMMARY} cannot be written: {error.strerror}", "unset it") from error
