"""`briefing decide`: asks a person what stands as `?` in the seeds, one question after the other.

In: answers, a line each. Out: the seeds with each answer in its place, written as soon as it is
given, so that nothing is lost when somebody stops. What a figure measures is never chosen here.
"""

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.cli.adding.choices import (
    claim_of,
    figure_in,
    indicator_choices,
    reason_choices,
    sentence_of,
)
from generator.cli.adding.facts_yaml import quoted_text
from generator.cli.adding.files import write_together
from generator.cli.schema import renew
from generator.cli.terminal import printable, say
from generator.model import Seeds
from generator.reading import (
    Question,
    RefusedError,
    SeedFile,
    UsageError,
    answered,
    find_questions,
    is_ignored,
    load_seed_files,
    load_seeds,
    parse_date,
    parse_ignored,
    with_ignored,
    without_fact,
)
from generator.text import shown

_NO_FACT = "x"
_LONGEST = 1000
_WORD = re.compile(r"[^\W\d_]{2}")
_REASONS = frozenset({"inferred", "ignored", "reason"})
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
    desk = _Desk(root, seeds, {one.path: one for one in load_seed_files(root)})
    total = len(desk.open())
    if not total:
        say("nothing is undecided")
        return 0
    _print(f"{total} questions: a number or words answer, Enter leaves one open, Ctrl-D ends.")
    try:
        _ask_all(desk, total)
    except EOFError:
        print()
    renew(root, with_snippets=False)
    left = len(desk.open())
    say(
        f"{desk.decided} decided, {left} still open",
        "run `briefing check`: it proves what was decided, and names what is open",
    )
    return 0


@dataclass(slots=True)
class _Desk:
    """The files as they are now, and what was answered."""

    root: Path
    seeds: Seeds
    files: dict[str, SeedFile]
    passed: set[tuple[str, object, tuple[object, ...]]] = field(default_factory=set)
    """Questions that were left open."""
    given: dict[str, list[str]] = field(default_factory=dict)
    """Reasons by what they are for, the last first."""
    decided: int = 0

    def open(self) -> list[Question]:
        """All questions that are open, those too that were passed over."""
        return [one for file in self.files.values() for one in find_questions(file)]

    def next(self) -> Question | None:
        """The first that was not passed over."""
        return next((one for one in self.open() if _key(one) not in self.passed), None)

    def save(self, file: SeedFile) -> None:
        """Writes a file anew, beside it first."""
        write_together({}, self.root / file.path, file.content.encode())
        self.files[file.path] = file


def _key(question: Question) -> tuple[str, object, tuple[object, ...]]:
    return question.path, question.record.get("id"), question.field


def _ask_all(desk: _Desk, total: int) -> None:
    """Raises EOFError when there is nobody to answer any more."""
    about: object = None
    while question := desk.next():
        name = question.record.get("id")
        if name != about:
            about = name
            done = desk.decided + len(desk.passed)
            _print(f"\n{done + 1} of {total} · {name}")
            for line in _introduced(question, desk):
                _print(f"  {line}")
        try:
            if not _ask(question, desk):
                desk.passed.add(_key(question))
        except UsageError as error:
            say(error.message, error.hint)
            desk.passed.add(_key(question))


def _introduced(question: Question, desk: _Desk) -> Iterator[str]:
    """The sentence and the claim of a fact; of an article who published it."""
    if "quote" in question.record:
        lang = _lang(question, desk)
        yield f"“{shown(sentence_of(question.record, lang, desk.seeds.units), _LONGEST)}”"
        yield claim_of(question.record)
    else:
        yield f"{question.record.get('producer', '')}, {question.record.get('date_published', '')}"


def _ask(question: Question, desk: _Desk) -> bool:
    """Whether the question was answered."""
    first = question.field[0]
    if first == "indicator":
        return _ask_indicator(question, desk)
    of = " ".join(str(one) for one in question.field if isinstance(one, str))
    is_reason = first in _REASONS
    choices = reason_choices(question, desk.seeds, desk.given.get(of, ())) if is_reason else ()
    while answer := _read(f"  {_prompt(question)}", choices, ""):
        why = _why_not(str(first), answer)
        if why is None:
            desk.save(answered(desk.files[question.path], question, quoted_text(answer), answer))
            desk.decided += 1
            if is_reason:
                desk.given.setdefault(of, []).insert(0, answer)
            return True
        _print(f"  {why}")
    return False


def _prompt(question: Question) -> str:
    """What is asked, with what is known of it."""
    first, last = question.field[0], question.field[-1]
    if first == "inferred":
        return f"Why do you hold its {last}"
    if first == "ignored":
        listed = question.record.get("ignored")
        at = question.field[1]
        entry = listed[at] if isinstance(listed, list) and isinstance(at, int) else {}
        return f"“{shown(str(entry.get('exact', '')))}” is no fact, because"
    known = f" ({question.beside})" if question.beside else ""
    return f"{_PROMPTS.get(str(first), str(first))}{known}"


def _why_not(first: str, answer: str) -> str | None:
    """Why the answer cannot stand there."""
    if first != "date_published" and not _WORD.search(answer):
        return f"{answer} is neither a number of the list nor a sentence; say it in words"
    if not answer.isprintable() or len(answer) > _LONGEST:
        return f"this is no line of plain text of at most {_LONGEST} characters"
    try:
        if first == "date_published":
            parse_date(answer)
    except RefusedError as error:
        return f"{answer} {error.finding.message}: {error.finding.hint}"
    return None


def _ask_indicator(question: Question, desk: _Desk) -> bool:
    """Whether it was said what the figure measures, or that it is no fact."""
    choices = indicator_choices(question, desk.seeds)
    labels = {one: _label(desk.seeds, one) for one in choices}
    while answer := _read("  What does it measure", choices, f"{_NO_FACT} no fact", labels):
        if answer == _NO_FACT:
            return _ask_no_fact(question, desk)
        known = [one for one in desk.seeds.indicators if one == answer]
        known = known or [one for one in desk.seeds.indicators if one.startswith(answer)]
        if len(known) == 1:
            desk.save(answered(desk.files[question.path], question, known[0], known[0]))
            desk.decided += 1
            return True
        if answer.isdecimal():
            _print(f"  the list has no {answer}")
            continue
        several = f"{answer} begins several: {', '.join(known[:5])}"
        none = f"no indicator is called {answer}; declare it in seeds/indicators.yaml first"
        _print(f"  {several if known else none}")
    return False


def _ask_no_fact(question: Question, desk: _Desk) -> bool:
    """Takes the fact out and lists its figure as ignored, with a reason."""
    figure = figure_in(question.record, _lang(question, desk), desk.seeds.units)
    try:
        parse_ignored(figure)
    except RefusedError:
        raise UsageError(
            f"{question.record['id']}: which words are its figure is not clear",
            "delete the fact by hand and list its number below ignored: of the article",
        ) from None
    articles = next(one for one in desk.files.values() if one.key == "articles")
    article, name = _article_of(question), str(question.record["id"])
    if is_ignored(articles, article, figure):
        desk.save(without_fact(desk.files[question.path], name))
        desk.decided += 1
        return True
    entry = replace(question, field=("ignored", "reason"), beside="")
    choices = reason_choices(entry, desk.seeds, desk.given.get("ignored reason", ()))
    reason = _read(f"  “{shown(figure)}” is no fact, because", choices, "")
    if not reason:
        return False
    if why := _why_not("ignored", reason):
        _print(f"  {why}")
        return False
    typed = f"{{exact: {quoted_text(figure)}, reason: {quoted_text(reason)}}}"
    listed = with_ignored(articles, article, figure, typed)
    left = without_fact(desk.files[question.path], name)
    desk.save(listed)
    desk.save(left)
    desk.given.setdefault("ignored reason", []).insert(0, reason)
    desk.decided += 1
    return True


def _article_of(question: Question) -> str:
    quote = question.record.get("quote")
    first = quote[0] if isinstance(quote, list) and quote else quote
    return str(first.get("article", "")) if isinstance(first, dict) else ""


def _lang(question: Question, desk: _Desk) -> str:
    """Of the article, also where its record is not whole yet."""
    wanted = _article_of(question)
    records = next(one for one in desk.files.values() if one.key == "articles").typed()
    langs = (str(one.get("lang", "")) for one in records if one.get("id") == wanted)
    return next(langs, "")


def _label(seeds: Seeds, indicator: str) -> str:
    return next(iter(seeds.indicators[indicator].label.values()), indicator)


def _read(
    prompt: str, choices: Sequence[str], also: str, labels: Mapping[str, str] | None = None
) -> str:
    """What was typed or chosen by its number; empty to leave it open."""
    for number, choice in enumerate(choices, 1):
        label = f" ({labels[choice]})" if labels else ""
        _print(f"    {number} {shown(choice, 200)}{label}")
    more = f" [{also}]" if also else ""
    typed = input(printable(f"{prompt}{more}? ")).strip()
    is_number = typed.isascii() and typed.isdecimal() and 0 < int(typed[:9]) <= len(choices)
    return choices[int(typed) - 1] if is_number else typed


def _print(text: str) -> None:
    print("\n".join(printable(line) for line in text.split("\n")), flush=True)
