"""An indicator that a person declares while deciding what a figure measures.

In: its label, and words of the sentence where the label's are not the article's. Out: a line more
in the file of indicators, with the unit of the figure.
"""

import re
from functools import partial

from generator.cli.adding.choices import mention_in, sentence_of
from generator.cli.adding.facts_yaml import quoted_text
from generator.cli.deciding.asking import print_lines, read
from generator.cli.deciding.called import BRIEFING, INDICATORS, counted_in, is_written, unit_counted
from generator.cli.deciding.desk import Desk
from generator.reading import Question, kebab, with_entity, with_field, with_indicator

_SHORTEST = 4
_MONEY = re.compile(r"[A-Z]{3}")
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
    found = found or _shared(label, sentence) or ([counted.split()[-1]] if counted else [])
    if not found:
        typed = read("  The words of the sentence that name it", (), "")
        found = [one.strip() for one in typed.split(",") if one.strip()]
    question = _measured(question, desk)
    line = line_of(name, label, found, question, desk)
    return name if is_written(INDICATORS, line, desk, with_indicator) else None


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
    return f"{name}: {{label: {{{language}: {quoted_text(label)}}}, kind: {kind}{units}{named}}}"


def _shared(label: str, sentence: str) -> list[str]:
    """Words of the label that the sentence has, in whatever form."""
    own, said = _WORD.findall(label), {one.lower() for one in _WORD.findall(sentence)}
    long = [one.lower() for one in own if len(one) >= _SHORTEST]
    return [
        one for one in long if any(word.startswith(one[: max(4, len(one) - 2)]) for word in said)
    ]
