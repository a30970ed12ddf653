"""What a figure measures, and why its claim is held: asked, proven, and only then written.

In: a question of a fact, answers of a person. Out: the file with the answer, where the fact is
proven with it or a reason is all that lacks; else what the proof says, and the same question again.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from generator.cli.adding.choices import (
    claim_of,
    indicator_choices,
    mention_in,
    reason_choices,
)
from generator.cli.adding.facts_yaml import quoted_text
from generator.cli.deciding.asking import print_lines, read
from generator.cli.deciding.called import (
    add_alias,
    add_word,
    alias_for,
    declare_parts,
    is_unit,
    name_of,
    offer_word,
    proposed,
)
from generator.cli.deciding.declared import declare, follow, whose
from generator.cli.deciding.desk import Desk, article_in
from generator.cli.deciding.dropped import ask_no_fact
from generator.cli.deciding.offered import cure_of, offered, said_near
from generator.cli.deciding.refused import why_not
from generator.cli.deciding.retyped import KINDS, menu, parse_line
from generator.cli.deciding.trial import Verdict, fitting, reasons_of, try_fact, with_reasons
from generator.model import UNDECIDED
from generator.reading import (
    LONGEST_ID,
    Question,
    SeedFile,
    answered,
    is_id,
    with_field,
)
from generator.text import shown

_ALSO = "n new, x no fact, ? help"
_ELSEWHERE = ("n", "x", "w", "c")
"""What answers another question than the one for a reason."""
_MADE_UP = re.compile(r"(?:count|money|percent|multiple|price|duration)-[a-z0-9-]+-\d+")
_MOST = 99


def ask_indicator(question: Question, desk: Desk) -> bool:
    """Whether it was said what the figure measures, or that it is no fact."""
    while True:
        question = desk.again(question)
        fine: list[str] = []
        fitting = indicator_choices(
            question, desk.seeds, partial(_proven, question=question, desk=desk, found=fine)
        )
        default = _suggested(question, desk, fine)
        choices = _choices(fitting, fine, question, desk)
        answer = read("  What does it measure", list(choices), _ALSO, choices, default)
        if not answer:
            return False
        if answer == "x":
            return ask_no_fact(question, desk)
        if answer == "n" or answer.startswith("n "):
            answer = declare(answer[1:].strip(), question, desk) or ""
        elif answer == "w" or answer.startswith("w "):
            answer = _with_word(answer, question, desk)
            question = desk.again(question)
        elif retype(answer, question, desk):
            continue
        if answer and (known := _known(answer, desk)) and _take(known, question, desk):
            return True


def _choices(
    known: Sequence[str], fine: Sequence[str], question: Question, desk: Desk
) -> Mapping[str, str]:
    """What to choose from, each with its label: where no indicator fits, new ones come first."""
    labels = {one: _label(desk, one) for one in known}
    if fine:
        return labels
    mended = {desk.cure: "as the text says"} if desk.cure else {}
    return {**mended, **offered(question, desk), **labels}


def ask_reason(question: Question, desk: Desk) -> bool:
    """Whether a reason was given with which the fact is proven, or lacks another one."""
    name, field = str(question.record.get("id")), str(question.field[-1])
    while True:
        question = desk.again(question)
        of = f"inferred {field}"
        near = said_near(question, desk) if field == "period" else ("", "")
        own = tuple(proposed(field, question, desk, near))
        choices = reason_choices(question, desk.seeds, (*own, *desk.given.get(of, ())))
        # What another figure's period was inferred from is not what this one's is.
        default = "".join(own[:1]) if field == "period" else desk.last.get(of, "")
        alias = alias_for(question, desk) if field == "subject" else ""
        also = "o NAME it is another’s, ? help" if field == "subject" else "? help"
        also = f"c the article calls it “{shown(alias)}”, {also}" if alias else also
        if field == "measure":
            file = desk.files[question.path]
            verdict = try_fact(desk.root, file, name, desk.articles)
            offer_word(verdict, str(question.record.get("indicator")), question, desk, file)
        answer = read(f"  Why do you hold its {field}", choices, also, None, default)
        if not answer:
            return False
        if _is_called(answer, alias, question, desk) or retype(answer, question, desk):
            if reasons_of(desk.files[question.path], name).get(field) != UNDECIDED:
                return True
        elif answer[:1] in _ELSEWHERE and answer[1:2] in {"", " "}:
            print_lines(f"  {answer[:1]} answers “What does it measure”; write the reason")
        elif why := why_not("inferred", answer):
            print_lines(f"  {why}")
        else:
            file = answered(desk.files[question.path], question, quoted_text(answer), answer)
            if _keep(file, name, desk, indicator=""):
                desk.note(of, answer)
                if field == "subject" and answer in own:
                    record = question.record
                    desk.whose[article_in(record), record.get("about")] = answer
                return True


def _is_called(line: str, alias: str, question: Question, desk: Desk) -> bool:
    """Whether the line adds a word to what articles call the measure, or whom the fact is about."""
    key, word = line[:1], line[1:].strip() if line[1:2] in {"", " "} else None
    field, name = question.field[-1], str(question.record.get("id"))
    if word is None or (field, key) not in {("measure", "w"), ("subject", "c")}:
        return False
    if key == "w":
        is_added = add_word(line, question, desk) is not None
    else:
        is_added = bool(word or alias) and add_alias(word or alias, question, desk)
    if is_added:
        _keep(desk.files[question.path], name, desk, indicator="")
    return True


def retype(line: str, question: Question, desk: Desk) -> bool:
    """Whether the line was a change of a field, or asked for help; what came of it is told."""
    if line == "?":
        print_lines("\n".join(f"    {one}" for one in menu()))
        return True
    if line[:1] == "k" and line[1:2] in {"", " "}:
        return _set_kind(line[1:].strip(), question, desk)
    if line[:2] == "o ":
        entity = whose(line[2:].strip(), desk)
        return not entity or _change(f"o {entity}", question, desk)
    return _change(line, question, desk)


def _set_kind(typed: str, question: Question, desk: Desk) -> bool:
    """Of the indicator that is declared next for the figure."""
    found = [one for one in KINDS if typed and one.startswith(typed)]
    if len(found) == 1:
        desk.kinds[question.record.get("id")] = found[0]
    else:
        print_lines(f"  the kind of a new indicator is one of {' · '.join(KINDS)}")
    return True


def _change(line: str, question: Question, desk: Desk) -> bool:
    """Whether the line was a change of a field; what came of it is told."""
    change = parse_line(line)
    if change is None:
        return False
    if isinstance(change, str):
        print_lines(f"  {change}")
        return True
    is_new = change.key == "unit" and (code := line[1:].strip()) and not is_unit(code, desk)
    if is_new and not declare_parts(code, question, desk):
        return True
    desk.cure = ""
    name, was = str(question.record["id"]), desk.files[question.path]
    file = with_field(was, name, change.key, change.scalar)
    name = change.scalar or name if change.key == "id" else name
    if change.key == "id" and name in desk.seeds.known["fact"].ids:
        print_lines(f"  {name} is the id of another fact")
        return True
    record = next(one for one in file.typed() if one.get("id") == name)
    if record.get("indicator") != UNDECIDED:  # a reason is all that lacks: prove it at once
        _keep(file, name, desk, indicator="")
    else:
        desk.save(file)
    print_lines(f"  {_claim(replace(question, record=record), desk)}")
    return True


def with_unit(question: Question, desk: Desk) -> Question:
    """The question of the fact in the unit that its noun has by now, where it has none."""
    file, units, record = desk.files[question.path], desk.seeds.units, question.record
    if question.field[0] != "indicator" or "unit" in record or "quote" not in record:
        return question
    mention = mention_in(record, desk.lang(question), units)
    if mention is None or mention.unit not in units:
        return question
    desk.save(with_field(file, str(record["id"]), "unit", mention.unit))
    return desk.again(question)


def introduced(question: Question, desk: Desk) -> str:
    """The claim of a fact, with the period that it takes."""
    return _claim(question, desk)


def _claim(question: Question, desk: Desk) -> str:
    said = f"{claim_of(question.record)}, about {name_of(question, desk)}"
    if "period" in question.record:
        return said
    day = desk.article(question).get("date_published", "")
    return f"{said}, period: none, so the article’s day, {day} (p 2024 changes it)"


def _proven(
    indicators: Sequence[str], question: Question, desk: Desk, found: list[str]
) -> Sequence[str]:
    """Those with which the fact is proven, but for a reason; noted in `found` as well."""
    file, name = desk.files[question.path], str(question.record["id"])
    found += fitting(desk.root, file, name, desk.articles, indicators)
    return found


def _suggested(question: Question, desk: Desk, fine: Sequence[str]) -> str:
    """What Enter takes: what was suggested, or alone fits, where the fact is proven with it."""
    suggested = question.beside.removeprefix("suggested: ")
    if suggested == question.beside or suggested not in desk.seeds.indicators:
        return fine[0] if len(fine) == 1 else ""
    if suggested in fine:
        return suggested
    file = answered(desk.files[question.path], question, suggested, suggested)
    verdict = try_fact(desk.root, file, str(question.record["id"]), desk.articles)
    if not verdict.is_fine:
        print_lines(f"  {_said(verdict)}")
        offer_word(verdict, suggested, question, desk, file)
    return suggested if verdict.is_fine else ""


def _with_word(line: str, question: Question, desk: Desk) -> str:
    """The indicator to try again, once a word is added to it or to a unit; else empty."""
    wanted = desk.wanted
    added = add_word(line, question, desk)
    if added is None:
        return ""
    kind, name = added
    if kind == "units":
        was, fact = desk.files[question.path], str(question.record["id"])
        desk.save(with_field(was, fact, "unit", name))
        return wanted
    return name


def _take(indicator: str, question: Question, desk: Desk) -> bool:
    file, name = desk.files[question.path], str(question.record["id"])
    file = answered(file, question, indicator, indicator)
    is_kept = _keep(file, name, desk, indicator=indicator, of=question)
    if is_kept:
        follow(indicator, question, desk)
    return is_kept


def _keep(
    file: SeedFile, name: str, desk: Desk, indicator: str, *, of: Question | None = None
) -> bool:
    """Writes the file where the fact is proven, or lacks but a reason, which is asked next."""
    verdict = try_fact(desk.root, file, name, desk.articles)
    if verdict.reason == "subject" and (why := _why_about(file, name, desk)):
        file = with_reasons(file, name, {**reasons_of(file, name), "subject": why})
        verdict = try_fact(desk.root, file, name, desk.articles)
        print_lines(f"  its subject: {shown(why, 200)}")
    if not verdict.is_fine:
        print_lines(f"  {_said(verdict)}")
        desk.cure = cure_of(verdict)
        if of is not None:
            offer_word(verdict, indicator, of, desk, file)
        return False
    desk.offered, desk.cure = None, ""
    reasons = {key: why for key, why in reasons_of(file, name).items() if why != UNDECIDED}
    if verdict.reason:
        reasons[verdict.reason] = UNDECIDED
    file = with_reasons(file, name, reasons)
    new = name if verdict.finding else _better_id(verdict, desk)
    desk.save(file if new == name else with_field(file, name, "id", new))
    desk.rename(name, new)
    desk.kept.add(new)
    desk.decided += 1
    what = f" as {indicator}" if indicator else ""
    said = f"review: {verdict.finding.message}" if verdict.finding else f"proven{what}: {new}"
    print_lines(f"  {shown(said, 300)}")
    return True


def _why_about(file: SeedFile, name: str, desk: Desk) -> str:
    """What was answered for another figure of the article about the same; else empty."""
    record = next(one for one in file.typed() if one.get("id") == name)
    return desk.whose.get((article_in(record), record.get("about")), "")


def _better_id(verdict: Verdict, desk: Desk) -> str:
    """Measure and period in place of an id that `add` made up; one that a person chose stays."""
    fact = verdict.fact
    if fact is None or not _MADE_UP.fullmatch(fact.id):
        return fact.id if fact else ""
    said = re.sub(r"[^0-9a-z]+", "-", str(fact.period or "").lower()).strip("-")
    period = f"-{said}" if said else ""
    base = f"{fact.indicator}{period}"[: LONGEST_ID - 4]
    typed = (one.get("id") for file in desk.files.values() for one in file.typed())
    taken, number, name = {*typed, *desk.seeds.known["fact"].ids}, 1, base
    while name in taken or not is_id(name):
        number += 1
        name = f"{base}-{number}"
        if number > _MOST:
            return fact.id
    return name


def _said(verdict: Verdict) -> str:
    """What the proof says, in one line, with what to do."""
    if verdict.finding is None:
        return "not proven: its article is not whole; answer what is open of that first"
    hint = f" — {verdict.finding.hint}" if verdict.finding.hint else ""
    return shown(f"not proven: {verdict.finding.message}{hint}", 400)


def _known(answer: str, desk: Desk) -> str | None:
    """The one indicator that is meant; else what is wrong is told."""
    known = [one for one in desk.seeds.indicators if one == answer]
    known = known or [one for one in desk.seeds.indicators if one.startswith(answer)]
    if len(known) == 1:
        return known[0]
    several = f"{answer} begins several: {', '.join(known[:5])}"
    none = f"no indicator is called {answer}; n LABEL makes a new one"
    none = f"the list has no {answer}" if answer.isdecimal() else none
    print_lines(f"  {several if known else none}")
    return None


def _label(desk: Desk, indicator: str) -> str:
    return next(iter(desk.seeds.indicators[indicator].label.values()), indicator)
