"""The line of a new indicator, and what the proof would say of a fact with it.

In: its id, label and word, a question. Out: the line as the file has it; verdicts, nothing written.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from generator.cli.adding.choices import mention_in
from generator.cli.adding.facts_yaml import quoted_text
from generator.cli.adding.units import INDICATORS
from generator.cli.deciding.called import unit_counted
from generator.cli.deciding.desk import Desk
from generator.cli.deciding.trial import Verdict, verdicts_of
from generator.reading import Question, UsageError, load_bytes, with_field, with_indicator

_MONEY = re.compile(r"[A-Z]{3}")
_PROMISED = {"target", "planned"}
"""What is to be followed up, on the page of promises."""


def line_of(name: str, label: str, words: list[str], question: Question, desk: Desk) -> str:
    """The entry as the file has it."""
    unit, briefing = str(question.record.get("unit", "")), desk.seeds.briefing
    language = briefing.languages[0] if briefing else "en"
    mention = mention_in(question.record, desk.lang(question), desk.seeds.units)
    is_change = mention is not None and mention.kind == "percent" and mention.direction is not None
    is_price = mention is not None and mention.kind == "price"
    kind = "flow" if _MONEY.fullmatch(unit) and not is_price else "level"
    kind = "change" if is_change else kind
    units = f", units: [{quoted_text(unit)}]" if unit else ""
    listed = ", ".join(map(quoted_text, words))
    named = f", words: {{{desk.lang(question)}: [{listed}]}}" if words else ""
    promise = ", promise: {}" if question.record.get("status") in _PROMISED else ""
    label = f"{{{language}: {quoted_text(label)}}}"
    return f"{name}: {{label: {label}, kind: {kind}{units}{named}{promise}}}"


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
