"""Findings for people and machines: as text, as JSON, or as GitHub annotations.

In: an assembly. Out: lines on standard output, and a summary on standard error.
"""

import json
from pathlib import Path
from typing import Any

from generator.cli.terminal import printable, say, working
from generator.kept import Cache
from generator.ledger import count_aspects
from generator.model import Finding
from generator.pipeline import Assembly, assemble
from generator.spread import Spread
from generator.text import markdown_code, markdown_text

_MOST_ROWS = 200
_LONGEST_CELL = 400


def faultless(
    root: Path,
    cache: Cache | None = None,
    spread: Spread | None = None,
    cluster: Spread | None = None,
) -> Assembly | None:
    """What `assemble` gives; None, with its findings printed, when there are any.

    Raises:
        UsageError: there are no seeds below `root`, or the cluster reads others.
    """
    with working("reading and proving", at_once=spread is not None):
        assembly = assemble(root, cache, spread, cluster)
    if assembly.findings:
        print_findings(assembly)
        return None
    return assembly


def print_findings(assembly: Assembly) -> None:
    """All findings of a run for a person, and the line that counts them."""
    print(findings_text(assembly, "text"), end="")
    say(summary(assembly))


def findings_text(assembly: Assembly, style: str) -> str:
    """All findings of a run in one of the FORMATS of `check`, sorted by place."""
    if style == "json":
        return findings_json(assembly) + "\n"
    write = _annotation if style == "github" else finding_text
    return "".join(f"{write(finding)}\n" for finding in assembly.findings)


def finding_text(finding: Finding) -> str:
    """`path:line:column: code [subject] message`, and the hint on a line of its own."""
    subject = f" [{finding.subject}]" if finding.subject else ""
    head = f"{finding.place}: {finding.code}{subject} {finding.message}"
    return f"{printable(head)}\n    hint: {printable(finding.hint)}"


def findings_markdown(assembly: Assembly) -> str:
    """All findings as a table for the summary of a step, where annotations are cut at ten."""
    title = markdown_text(summary(assembly), _LONGEST_CELL)
    if not assembly.findings:
        return f"### Every figure is proven\n\n{title}\n"
    rows = [_row(one) for one in assembly.findings[:_MOST_ROWS]]
    more = len(assembly.findings) - len(rows)
    rest = f"\n… and {more} more; run `briefing check`.\n" if more else ""
    head = "| where | what | what is wrong | what to do |\n|---|---|---|---|"
    table = "\n".join([head, *rows])
    return f"### Not proven: nothing is published\n\n{title}\n\n{table}\n{rest}"


def _row(finding: Finding) -> str:
    place, subject = markdown_code(str(finding.place)), markdown_code(finding.subject or "–")
    said = (markdown_text(one, _LONGEST_CELL) for one in (finding.message, finding.hint))
    return f"| {place} | {subject} | {' | '.join(said)} |"


def findings_json(assembly: Assembly) -> str:
    """The machine form: ok, statistics, problems."""
    answer = {
        "ok": not assembly.findings,
        "statistics": statistics(assembly),
        "problems": [
            {
                "code": finding.code,
                "severity": finding.severity,
                "path": finding.place.path,
                "line": finding.place.line,
                "column": finding.place.column,
                "subject": finding.subject,
                "message": finding.message,
                "hint": finding.hint,
            }
            for finding in assembly.findings
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def statistics(assembly: Assembly) -> dict[str, Any]:
    """How many facts are in the book, by how they are held, and how many are not; their aspects."""
    bases = [entry.fact.basis for entry in assembly.book.entries.values()]
    return {
        "facts": len(assembly.book.entries) + assembly.unproven,
        "quoted": len(bases) - bases.count("derived"),
        "derived": bases.count("derived"),
        "unproven": assembly.unproven,
        "aspects": count_aspects(assembly.book.entries.values()),
    }


def summary(assembly: Assembly) -> str:
    """One line that counts findings and facts."""
    numbers = statistics(assembly)
    events = sum(entry.fact.basis == "event" for entry in assembly.book.entries.values())
    facts = (
        f"{numbers['facts']} fact{'s' if numbers['facts'] != 1 else ''}: "
        f"{numbers['quoted'] - events} quoted, {numbers['derived']} derived, "
        f"{events} event{'s' if events != 1 else ''}"
    )
    if not assembly.findings:
        counted = ", ".join(f"{number} {how}" for how, number in numbers["aspects"].items())
        return f"{facts}, all proven; aspects: {counted}"
    count = len(assembly.findings)
    return f"{count} finding{'s' if count != 1 else ''}; {facts}, {numbers['unproven']} unproven"


def _annotation(finding: Finding) -> str:
    place = finding.place
    subject = f" [{finding.subject}]" if finding.subject else ""
    text = f"{finding.code}{subject} {finding.message}. {finding.hint}"
    return (
        f"::error file={_property(place.path)},line={place.line},col={place.column},"
        f"title={_property(finding.code)}::{_data(printable(text))}"
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
