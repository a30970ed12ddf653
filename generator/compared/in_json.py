"""A comparison for machines.

In: a comparison. Out: JSON. Figures are rows as `data/facts.json` has them; a figure that a side
could not prove has the row `null` there, and stands under `not_proven`.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from generator.compared.changes import Change
from generator.compared.comparison import Comparison
from generator.compared.figures import FigureDifference, FigureDifferences
from generator.compared.shown_parts import ShownChanges
from generator.compared.sides import Side, View, displayed, sentences_of
from generator.compared.sources import SourceChange
from generator.exports import fact_rows
from generator.model import Finding

_Rows = Mapping[str, dict[str, Any]]


def comparison_json(found: Comparison) -> str:
    """All of it, in the fixed shape that CONTRIBUTING describes."""
    answer: dict[str, Any] = {"base": _side(found.base), "head": _side(found.head)}
    answer |= _of_figures(found)
    for name in (
        "articles",
        "ignored",
        "exempt_numbers",
        "inferred",
        "corrections",
        "lock",
        "definitions",
    ):
        answer[name] = _sources(getattr(found, name))
    answer["findings"] = {
        "appeared": [_finding(one) for one in found.appeared],
        "vanished": [_finding(one) for one in found.vanished],
    }
    drawn = {name: [*one.figures] for name, one in found.charts.charts.items()}
    answer["charts"] = _shown(found.charts) | {"figures": drawn}
    answer["pages"] = _shown(found.pages) | {"composed": found.pages.is_whole}
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _of_figures(found: Comparison) -> dict[str, Any]:
    """What to look at first, and the lists of figures."""
    rows = _rows(found.base), _rows(found.head)
    attention = [
        {
            "id": one.figure.id,
            "why": [*one.why],
            "old": displayed(one.figure.old, found.base),
            "new": displayed(one.figure.new, found.head),
        }
        for one in found.attention
    ]
    lists = {
        one.name: [_figure(figure, found, *rows) for figure in getattr(found.figures, one.name)]
        for one in fields(FigureDifferences)
    }
    return {"attention": attention, **lists}


def _rows(side: Side) -> _Rows:
    rows = fact_rows(side.assembly.book, [side.wording], side.assembly.seeds.corrections)
    return {row["id"]: row for row in rows}


def _side(side: Side) -> dict[str, Any]:
    problems = [_finding(one) for one in side.assembly.findings]
    return {"revision": side.revision, "commit": side.commit, "problems": problems}


def _finding(one: Finding) -> dict[str, Any]:
    """As `check --format json` has it."""
    return {
        "code": one.code,
        "severity": one.severity,
        "path": one.place.path,
        "line": one.place.line,
        "column": one.place.column,
        "subject": one.subject,
        "message": one.message,
        "hint": one.hint,
    }


def _figure(one: FigureDifference, found: Comparison, old: _Rows, new: _Rows) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": one.id,
        "old_display": displayed(one.old, found.base),
        "new_display": displayed(one.new, found.head),
        "changes": _changes(one.changes),
        "sentence": {"old": sentences_of(one.old), "new": sentences_of(one.new)},
        "old": _row(one.old, old),
        "new": _row(one.new, new),
    }
    if one.was:
        row |= {"was": one.was, "announced": one.is_announced}
    if one.not_proven:
        row["not_proven"] = [*one.not_proven]
    if one.through and one.new:
        row |= {"through": [*one.through], "with": [*one.roots], "formula": one.new.fact.formula}
    return row


def _row(view: View | None, rows: _Rows) -> dict[str, Any] | None:
    return rows.get(view.fact.id) if view else None


def _changes(changes: Iterable[Change]) -> list[dict[str, str | None]]:
    return [{"aspect": one.aspect, "old": one.old, "new": one.new} for one in changes]


def _sources(changes: Iterable[SourceChange]) -> list[dict[str, Any]]:
    return [
        {"kind": one.kind, "id": one.id, "what": one.what, "changes": _changes(one.changes)}
        for one in changes
    ]


def _shown(shown: ShownChanges) -> dict[str, Any]:
    return {name: [*getattr(shown, name)] for name in ("added", "changed", "removed")}
