"""`briefing decide`: asks a person what stands as `?` in the seeds, one question after the other.

In: answers, a line each. Out: the seeds with each answer in its place, written as soon as it is
given, so that nothing is lost when somebody stops. A figure is written as decided once it is
proven; what it measures is never chosen here, only proposed.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.cli.adding.choices import ignored_text, own_kind, reason_choices, sentence_of
from generator.cli.adding.facts_yaml import quoted_text
from generator.cli.deciding.asking import print_lines, read
from generator.cli.deciding.desk import Desk, article_in
from generator.cli.deciding.figure import ask_indicator, ask_reason, introduced, with_unit
from generator.cli.deciding.refused import LONGEST, why_not
from generator.cli.deciding.reopened import reopen
from generator.cli.deciding.wanted import make_fact
from generator.cli.schema import renew
from generator.cli.terminal import say
from generator.reading import (
    Question,
    RefusedError,
    UsageError,
    answered,
    load_seed_files,
    load_seeds,
    parse_heading,
)
from generator.text import shown

_YES = "yes"
_OWN = "the page’s own: "
_MOST_LABELS = 4
_OF = {
    "en": "What it says of {}.",
    "de": "Was er dazu sagt: {}.",
    "nl": "Wat het zegt over {}.",
}
_PROMPTS = {
    "title": "Title of the article, in words of your own",
    "summary": "Summary, in words of your own",
    "date_published": "When it came out (2025-03-18)",
    "reason": "How the date is known",
}


def run(options: argparse.Namespace) -> int:
    """0 when all was asked, or somebody stopped; wrong use where the files cannot be read."""
    root: Path = options.root
    seeds = load_seeds(root)
    desk = Desk(root, seeds, {one.path: one for one in load_seed_files(root)})
    total = len(desk.open())
    if not total:
        say("nothing is undecided")
        return 0
    print_lines(
        f"{total} questions: a number or words answer, Enter takes what stands behind it or leaves "
        "one open, ? helps with a figure, Ctrl-D ends."
    )
    try:
        _ask_all(desk)
    except EOFError:
        print()
    renew(root, with_snippets=False)
    left = len(desk.open())
    say(
        f"{desk.decided} decided, {left} still open",
        "run `briefing check`: it proves what was decided, and names what is open",
    )
    return 0


def _ask_all(desk: Desk) -> None:
    """Raises EOFError when there is nobody to answer any more."""
    about: object = None
    while question := desk.next() or reopen(desk):
        name = question.record.get("id")
        if name != about:
            about = name
            question = with_unit(question, desk)
            number, total = desk.number_of(name)
            print_lines(f"\n{number} of {total} · {name}")
            for line in _introduced(question, desk):
                print_lines(f"  {line}")
        try:
            if not _ask(question, desk):
                desk.pass_over(question)
        except UsageError as error:
            say(error.message, error.hint)
            desk.pass_over(question)


def _introduced(question: Question, desk: Desk) -> Iterator[str]:
    """The sentence and the claim of a fact; of an article who published it."""
    if "quote" in question.record:
        lang = desk.lang(question)
        yield f"“{shown(sentence_of(question.record, lang, desk.seeds.units), LONGEST)}”"
        yield introduced(question, desk)
    else:
        yield f"{question.record.get('producer', '')}, {question.record.get('date_published', '')}"


def _ask(question: Question, desk: Desk) -> bool:
    """Whether the question was answered."""
    first = str(question.field[0])
    if first == "indicator":
        return ask_indicator(question, desk)
    if first == "inferred":
        return ask_reason(question, desk)
    alike = desk.alike(question) if own_kind(question) else [question]
    several = len(set(map(own_kind, alike))) > 1
    return _ask_each(alike, desk) if several else _ask_text(alike, desk)


def _ask_text(alike: Sequence[Question], desk: Desk) -> bool:
    """Whether the one text was given that a question wants, or several that are alike."""
    question = alike[0]
    first = str(question.field[0])
    of = " ".join(str(one) for one in question.field if isinstance(one, str))
    is_reason = first in {"ignored", "reason"}
    choices = (
        list(reason_choices(question, desk.seeds, desk.given.get(of, ()))) if is_reason else []
    )
    default = _default(question, desk.last.get(of, ""), desk)
    choices = choices if is_reason or not default else [default]
    keys = "e one by one" if len(alike) > 1 else "f a figure"
    also = keys if first == "ignored" else ""
    while answer := read(f"  {_prompt(alike)}", choices, also, None, default):
        if answer == "e" and len(alike) > 1:
            desk.apart.add(question.record.get("id"))
            return _ask(question, desk)
        if answer == "f" and also:
            if make_fact(question, desk):
                return True
            continue
        why = why_not(first, answer)
        if why is None:
            for one in map(desk.again, alike):
                desk.save(answered(desk.files[one.path], one, quoted_text(answer), answer))
                desk.decided += 1
            if first != "date_published":
                desk.note(of, answer)
            return True
        print_lines(f"  {why}")
    return False


def _ask_each(alike: Sequence[Question], desk: Desk) -> bool:
    """Whether it was said that none of them is a fact, each by what the reading tells of it."""
    by_kind = {
        kind: [one for one in alike if own_kind(one) == kind] for kind in map(own_kind, alike)
    }
    said = "; ".join(f"{_listed(several)} ({kind})" for kind, several in by_kind.items())
    while answer := read(f"  No facts: {said}", (), "e one by one", None, _YES):
        if answer == "e":
            desk.apart.add(alike[0].record.get("id"))
            return _ask(alike[0], desk)
        if answer == _YES:
            for one in map(desk.again, alike):
                why = own_kind(one)
                desk.save(answered(desk.files[one.path], one, quoted_text(why), why))
                desk.decided += 1
            return True
        print_lines("  Enter takes them all, e asks them one by one")
    return False


def _listed(alike: Sequence[Question]) -> str:
    return ", ".join(f"“{shown(ignored_text(one))}”" for one in alike)


def _default(question: Question, last: str, desk: Desk) -> str:
    """What Enter answers: the headline, how a day is known, of what kind a number is, a summary."""
    first, lang = str(question.field[0]), question.field[-1]
    if first == "reason":
        return question.beside
    if first == "ignored":
        is_left_out = "no fact was suggested" in question.beside
        return own_kind(question) or ("" if is_left_out else last)
    if (
        first == "title"
        and question.beside.startswith(_OWN)
        and lang == question.record.get("lang")
    ):
        own = question.beside.removeprefix(_OWN)
        try:
            return str(parse_heading(own))
        except RefusedError:
            return ""
    return _summary(question, desk) if first == "summary" else ""


def _summary(question: Question, desk: Desk) -> str:
    """What figures of it measure, in the words of the briefing; empty where none is decided."""
    name, lang = question.record.get("id"), str(question.field[-1])
    typed = (one for file in desk.files.values() if file.key == "facts" for one in file.typed())
    measured = (str(one.get("indicator")) for one in typed if article_in(one) == name)
    known = (one for one in dict.fromkeys(measured) if one in desk.seeds.indicators)
    labels = [desk.seeds.indicators[one].label.get(lang, "") for one in known]
    said = [f"{one[:1].lower()}{one[1:]}" if lang != "de" else one for one in filter(None, labels)]
    return _OF.get(lang, "{}").format(", ".join(said[:_MOST_LABELS])) if said else ""


def _prompt(alike: Sequence[Question]) -> str:
    """What is asked of one question or of several that are alike, with what is known of it."""
    question = alike[0]
    first = question.field[0]
    if first == "ignored":
        are = "is no fact" if len(alike) == 1 else "are no facts"
        return f"{_listed(alike)} {are}, because"
    known = f" ({question.beside})" if question.beside else ""
    return f"{_PROMPTS.get(str(first), str(first))}{known}"
