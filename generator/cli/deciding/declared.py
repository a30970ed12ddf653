"""An indicator that a person declares while deciding what a figure measures.

In: its label, and words of the sentence where the label's are not the article's. Out: a line more
in the file of indicators, with the unit of the figure.
"""

import re
from contextlib import suppress
from functools import partial

from generator.cli.adding.choices import sentence_of
from generator.cli.adding.facts_yaml import quoted_text
from generator.cli.adding.units import INDICATORS
from generator.cli.deciding.asking import print_lines, read
from generator.cli.deciding.called import (
    BRIEFING,
    calls,
    counted_in,
    is_written,
    unit_counted,
)
from generator.cli.deciding.desk import Desk
from generator.cli.deciding.lines import is_followed, line_of, tried
from generator.reading import (
    Question,
    UsageError,
    kebab,
    load_bytes,
    with_empty,
    with_entity,
    with_field,
    with_indicator,
)

_UNFOLLOWED = {"change", "event"}
_SHORTEST, _MOST_TRIED = 4, 6
_WORD = re.compile(r"[^\W\d_]{2,}")


def declare(said: str, question: Question, desk: Desk) -> str | None:
    """The id of the new indicator; None where nothing was declared."""
    sentence = sentence_of(question.record, desk.lang(question), desk.seeds.units)
    counted = "" if question.record.get("unit") else counted_in(question, desk)
    label, _, words = (part.strip() for part in said.partition("/"))
    label = label or read("  Its label", (), "", None, counted.capitalize())
    if not label or not (name := kebab(label)):
        return None
    if name in desk.seeds.indicators:
        print_lines(f"  {name} is there already")
        return name
    found = [one.strip() for one in words.split(",") if one.strip()]
    found = found or _proven(name, label, [*_shared(label, sentence), counted], question, desk)
    if not found:
        typed = read("  The words of the sentence that name it", (), "")
        found = [one.strip() for one in typed.split(",") if one.strip()]
    question = _measured(question, desk)
    line = line_of(name, label, found, question, desk)
    return name if is_written(INDICATORS, line, desk, with_indicator) else None


def _proven(name: str, label: str, likely: list[str], question: Question, desk: Desk) -> list[str]:
    """The word of the label or sentence with which the fact is proven; else what is likeliest."""
    said = (one.word for one in calls(question, desk))
    words = [one for one in (*likely, *said) if one][:_MOST_TRIED]
    labels = {f"{name}-{number}": (label, one) for number, one in enumerate(words)}
    verdicts = tried(labels, question, desk)
    fine = [labels[key][1] for key, one in verdicts.items() if one.is_measured]
    return fine[:1] or [one for one in likely if one]


def _measured(question: Question, desk: Desk) -> Question:
    """The question of the fact in the unit that its noun is, which is declared where it is new."""
    if not (counted := unit_counted(question, desk)):
        return question
    code, line = counted
    edited = partial(with_indicator, section="units")
    if code in desk.seeds.units or is_written(INDICATORS, line, desk, edited):
        file, name = desk.files[question.path], str(question.record["id"])
        desk.save(with_field(file, name, "unit", code))
        return desk.again(question)
    return question


def follow(name: str, question: Question, desk: Desk) -> None:
    """A promise of an indicator that had none yet is followed up from now on."""
    indicator = desk.seeds.indicators.get(name)
    if indicator is None or indicator.promise is not None or indicator.kind in _UNFOLLOWED:
        return
    if not is_followed(question, desk):
        return
    keys = ("indicators", indicator.id, "promise")
    with suppress(UsageError):
        content = with_empty(INDICATORS, load_bytes(desk.root, INDICATORS), keys)
        if desk.declare(INDICATORS, content) is None:
            print_lines(f"  {INDICATORS}: {indicator.id}: promise: {{}}, so it is followed up")


def whose(name: str, desk: Desk) -> str:
    """The id of the entity of that name, which is declared where none has it; else empty."""
    briefing = desk.seeds.briefing
    if briefing is None or not (new := kebab(name)):
        return ""
    for one in briefing.all_entities.values():
        if new == one.id or name in {*one.names, *one.name.values()}:
            return one.id
    line = f"{{id: {new}, name: {{{briefing.languages[0]}: {quoted_text(name)}}}}}"
    return new if is_written(BRIEFING, line, desk, with_entity) else ""


def _shared(label: str, sentence: str) -> list[str]:
    """Words of the label that the sentence has, in whatever form."""
    own, said = _WORD.findall(label), {one.lower() for one in _WORD.findall(sentence)}
    long = [one.lower() for one in own if len(one) >= _SHORTEST]
    return [
        one for one in long if any(word.startswith(one[: max(4, len(one) - 2)]) for word in said)
    ]
