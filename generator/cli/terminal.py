"""Printing: findings as text, JSON or GitHub annotations; complaints; progress.

In: findings and results. Out: lines on standard output and standard error. Every line is printable:
what came from data was made so where the message was written, and is escaped once more here.
"""

import json
import sys
from collections.abc import Sequence

from generator.model import Finding
from generator.pages import KINDS, NumberAccount
from generator.pipeline import Assembly
from generator.publish import Pictures

FORMATS = ("text", "json", "github")
FIGURES = ("quoted", "derived")
EXEMPT = {
    "date": "in dates",
    "count": "counts of the ledger",
    "axis": "on axes",
    "place": "places in articles",
    "corrected": "in corrections",
    "code": "in code and citations",
    "example": "in invented examples",
    "spelling": "hidden for the search",
    "editor": "in the editor's words",
    "own": "in the generator's words",
}
"""What of a page's numbers is no figure, in words."""


def print_findings(assembly: Assembly, style: str) -> None:
    """All findings of a run in one of `FORMATS`, sorted by place."""
    findings = assembly.findings
    if style == "json":
        print(findings_json(assembly))
    elif style == "github":
        for finding in findings:
            print(_annotation(finding))
    else:
        for finding in findings:
            print(finding_text(finding))
    if style != "json":
        complain(summary(assembly))


def finding_text(finding: Finding) -> str:
    """`path:line:column: code [subject] message`, and the hint on a line of its own."""
    subject = f" [{finding.subject}]" if finding.subject else ""
    head = f"{finding.place}: {finding.code}{subject} {finding.message}"
    return f"{_line(head)}\n    hint: {_line(finding.hint)}"


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


def statistics(assembly: Assembly) -> dict[str, int]:
    """How many facts are in the book, by how they are held, and how many are not."""
    bases = [entry.fact.basis for entry in assembly.book.entries.values()]
    return {
        "facts": len(assembly.seeds.known["fact"].ids),
        "quoted": len(bases) - bases.count("derived"),
        "derived": bases.count("derived"),
        "unproven": assembly.unproven,
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
        return f"{facts}, all proven"
    count = len(assembly.findings)
    return f"{count} finding{'s' if count != 1 else ''}; {facts}, {numbers['unproven']} unproven"


def complain(message: str, hint: str = "") -> None:
    """A line for a person, on standard error."""
    print(f"briefing: {_line(message)}", file=sys.stderr)
    if hint:
        print(f"    hint: {_line(hint)}", file=sys.stderr)


def tell_of_pictures(pictures: Pictures) -> None:
    """One line that says where the charts' pictures are from, and why one is missing."""
    if pictures.how:
        took = f" in {pictures.seconds:.1f} s" if pictures.seconds else ""
        complain(f"pictures of charts: {pictures.how}{took}")
    if pictures.warning:
        hint = "the site is whole: in readers' browsers Plotly draws a chart that has no picture"
        complain(f"a chart is without picture: {pictures.warning}", hint)


def tell_of_numbers(numbers: NumberAccount) -> None:
    """One line: how many numbers the pages show, and what stands behind them."""
    kinds = numbers.kinds
    exempt = {kind: kinds[kind] for kind in KINDS if kind not in FIGURES and kinds[kind]}
    figures = ", ".join(f"{kinds[kind]} {kind}" for kind in FIGURES)
    shown = sum(kinds[kind] for kind in FIGURES)
    said = f"{shown} figures: {figures}, {len(numbers.unexplained)} unexplained"
    listed = ", ".join(f"{number} {EXEMPT[kind]}" for kind, number in exempt.items())
    rest = f"; {sum(exempt.values())} other numbers need no sentence ({listed})" if exempt else ""
    complain(f"{said}; on {numbers.pages} pages{rest}")


def progress(message: str) -> None:
    """A line about long work; silent when nobody looks at a terminal."""
    if sys.stderr.isatty():
        print(f"briefing: {_line(message)}", file=sys.stderr, flush=True)


def print_lines(lines: Sequence[str]) -> None:
    """Lines on standard output, each printable."""
    for line in lines:
        print(_line(line))


def _annotation(finding: Finding) -> str:
    place = finding.place
    subject = f" [{finding.subject}]" if finding.subject else ""
    text = f"{finding.code}{subject} {finding.message}. {finding.hint}"
    return (
        f"::error file={_property(place.path)},line={place.line},col={place.column},"
        f"title={_property(finding.code)}::{_data(_line(text))}"
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _line(text: str) -> str:
    """The text with whatever cannot be printed escaped; spaces of all kinds stay."""
    return "".join(
        c
        if c.isprintable() or c in "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
        else c.encode("unicode_escape").decode("ascii")
        for c in text
    )
