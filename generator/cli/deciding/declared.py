"""An indicator that a person declares while deciding what a figure measures.

In: its label, and words of the sentence where the label's are not the article's. Out: a line more
in the file of indicators, with the unit of the figure.
"""

import re

from generator.cli.adding.choices import figure_in, mention_in, sentence_of
from generator.cli.adding.facts_yaml import quoted_text
from generator.cli.adding.files import write_together
from generator.cli.deciding.asking import print_lines, read
from generator.cli.deciding.desk import Desk
from generator.model import Finding
from generator.reading import Question, UsageError, kebab, load_bytes, with_indicator

_PATH = "seeds/indicators.yaml"
_SHORTEST = 4
_MONEY = re.compile(r"[A-Z]{3}")
_WORD = re.compile(r"[^\W\d_]{2,}")


def declare(said: str, question: Question, desk: Desk) -> str | None:
    """The id of the new indicator; None where nothing was declared."""
    sentence = sentence_of(question.record, desk.lang(question), desk.seeds.units)
    counted = _counted(question, desk, sentence)
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
    line = _line(name, label, found, question, desk)
    data = load_bytes(desk.root, _PATH)
    try:
        content = with_indicator(_PATH, data, line)
    except UsageError as error:
        print_lines(f"  {error.message}")
        return None
    before = b"" if isinstance(data, Finding) else data
    write_together({}, desk.root / _PATH, content.encode())
    desk.reload()
    if name not in desk.seeds.indicators:
        write_together({}, desk.root / _PATH, before)
        wrong = next((one for one in desk.seeds.findings if one.subject == name), None)
        desk.reload()
        print_lines(f"  not declared: {wrong.message if wrong else 'its line cannot be read'}")
        return None
    print_lines(f"  {_PATH}: {line}")
    return name


def _line(name: str, label: str, words: list[str], question: Question, desk: Desk) -> str:
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


def _counted(question: Question, desk: Desk, sentence: str) -> str:
    """The word behind the figure of the sentence that is marked, or the last of its own."""
    if "]" not in sentence or question.record.get("unit"):
        return ""
    own = _WORD.findall(figure_in(question.record, desk.lang(question), desk.seeds.units))
    behind = _WORD.findall(sentence.partition("]")[2])
    return str((own or behind or [""])[-1 if own else 0])


def _shared(label: str, sentence: str) -> list[str]:
    """Words of the label that the sentence has, in whatever form."""
    own, said = _WORD.findall(label), {one.lower() for one in _WORD.findall(sentence)}
    long = [one.lower() for one in own if len(one) >= _SHORTEST]
    return [
        one for one in long if any(word.startswith(one[: max(4, len(one) - 2)]) for word in said)
    ]
