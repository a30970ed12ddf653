"""The line of a new indicator, and what the proof would say of a fact with it.

In: its id, label and word, a question. Out: the line as the file has it; verdicts, nothing written.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from generator.cli.adding.choices import mention_in, quoted_in
from generator.cli.adding.facts_yaml import quoted_text
from generator.cli.adding.units import INDICATORS
from generator.cli.deciding.called import unit_counted
from generator.cli.deciding.desk import Desk
from generator.cli.deciding.trial import Verdict, verdicts_of
from generator.evidence import is_of_event
from generator.model import TIME_UNITS, IndicatorKind, Period
from generator.reading import Question, UsageError, load_bytes, with_field, with_indicator

_MONEY = re.compile(r"[A-Z]{3}")
_PROMISED = {"target", "planned"}
"""What is to be followed up, on the page of promises."""


def line_of(name: str, label: str, words: list[str], question: Question, desk: Desk) -> str:
    """The entry as the file has it."""
    unit, briefing = str(question.record.get("unit", "")), desk.seeds.briefing
    language = briefing.languages[0] if briefing else "en"
    kind = kind_of(question, desk)
    units = f", units: [{quoted_text(unit)}]" if unit else ""
    listed = ", ".join(map(quoted_text, words))
    named = f", words: {{{desk.lang(question)}: [{listed}]}}" if words else ""
    is_promise = kind != "change" and is_followed(question, desk)
    promise = ", promise: {}" if is_promise else ""
    label = f"{{{language}: {quoted_text(label)}}}"
    return f"{name}: {{label: {label}, kind: {kind}{units}{named}{promise}}}"


def is_followed(question: Question, desk: Desk) -> bool:
    """Whether the fact is a promise of a time that was still to come."""
    period, day = question.record.get("period"), desk.article(question).get("date_published")
    if question.record.get("status") not in _PROMISED or not period:
        return False
    with suppress(ValueError):
        end, told = Period.parse(str(period)).end, Period.parse(str(day)).end
        return told is not None and (end is None or end > told)
    return False


def kind_of(question: Question, desk: Desk) -> IndicatorKind:
    """What moves, what adds up over a period, or what stands so: as typed, else the likeliest."""
    return desk.kinds.get(question.record.get("id")) or _likeliest(question, desk)


def _likeliest(question: Question, desk: Desk) -> IndicatorKind:
    record, lang, units = question.record, desk.lang(question), desk.seeds.units
    mention, unit = mention_in(record, lang, units), str(record.get("unit", ""))
    if mention is None:
        return "flow" if _MONEY.fullmatch(unit) else "level"
    if mention.kind == "percent" and mention.direction is not None:
        return "change"
    if _MONEY.fullmatch(unit):
        return "level" if mention.kind == "price" else "flow"
    is_amount = mention.kind == "count" and "/" not in unit and unit not in TIME_UNITS
    is_long = False
    with suppress(ValueError):
        period = Period.parse(str(record.get("period", "")))
        is_long = bool(period.start and period.end and period.start < period.end)
    is_sum = is_amount and is_long and is_of_event(mention, quoted_in(record), lang, units)
    return "flow" if is_sum else "level"


def tried(
    labels: Mapping[str, tuple[str, str]], question: Question, desk: Desk
) -> Mapping[str, Verdict]:
    """What the proof would say of the fact with each, were it declared."""
    file, fact = desk.files[question.path], str(question.record["id"])
    content, counted = load_bytes(desk.root, INDICATORS), unit_counted(question, desk)
    if counted:
        file = with_field(file, fact, "unit", counted[0])
        question = replace(question, record={**question.record, "unit": counted[0]})
        if counted[0] not in desk.seeds.units:
            content = with_indicator(INDICATORS, content, counted[1], "units").encode()
    for name, (label, word) in labels.items():
        line = line_of(name, label, [word], question, desk)
        with suppress(UsageError):
            content = with_indicator(INDICATORS, content, line).encode()
    if not isinstance(content, bytes):
        return {}
    return verdicts_of(
        desk.root, file, fact, desk.articles, list(labels), instead={INDICATORS: content}
    )
