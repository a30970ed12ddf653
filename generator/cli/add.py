"""`briefing add FILE…`: a text becomes an article: its file, its record, and facts to be decided.

In: text files, pages, or standard input. Out: the file in seeds/articles, the record at the end of
seeds/articles.yaml, and the facts that `scan` finds, printed or in a file of seeds/facts. Of each
text all is written or nothing. What only a person knows is `?`, which `check` refuses.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from generator.cli.adding.draft import Draft, draft_record
from generator.cli.adding.facts_yaml import accepted, facts_yaml
from generator.cli.adding.files import write_together
from generator.cli.adding.record import record_yaml
from generator.cli.adding.units import INDICATORS, new_units
from generator.cli.schema import renew
from generator.cli.terminal import print_lines, say
from generator.evidence import LeftOut, Suggestion, cover, find_remaining, suggest_facts
from generator.model import Seeds
from generator.reading import (
    ARTICLES,
    Delivered,
    Register,
    UsageError,
    append_record,
    load_bytes,
    load_register,
    load_seeds,
    read_delivered,
    with_indicator,
)

_OF_ONE = ("title", "date", "url", "id")
"""Options that say something of one article."""
_MOST_REMAINING = 101
_FACTS_HEAD = "# yaml-language-server: $schema=../schemas/facts.schema.json\n"
_FINE, _WRONG_USE = 0, 2

_Suggested = list[Suggestion | LeftOut]


def run(options: argparse.Namespace) -> int:
    """0 when every text is an article now, or was one already; else wrong use."""
    names: list[str] = options.files
    said = next((one for one in _OF_ONE if getattr(options, one) is not None), None)
    if len(names) > 1 and said:
        raise UsageError(f"--{said} can be said of one article only", "add the files one by one")
    suggested: _Suggested = []
    code = _FINE
    for name in names:
        try:
            suggested += _add(name, options, _ids(suggested))
        except UsageError as error:
            say(error.message, error.hint)
            code = _WRONG_USE
    # Of the pages nothing is new, and loading them takes longer than all else.
    renew(options.root, with_snippets=False)
    if not options.write and suggested:
        print_lines(list(facts_yaml(suggested, decided=False)))
    return code


def _ids(suggested: _Suggested) -> frozenset[str]:
    """Of the facts that were suggested before: no id is printed twice."""
    return frozenset(one.fact.id for one in suggested if isinstance(one, Suggestion))


def _add(name: str, options: argparse.Namespace, taken: frozenset[str]) -> _Suggested:
    """Writes one article; the facts that were suggested for it.

    Raises:
        UsageError: it is no text, or cannot be recorded; nothing was written.
    """
    root: Path = options.root
    seeds = load_seeds(root)
    delivered = read_delivered(name, root, sys.stdin.buffer)
    register = load_register(root)
    draft = draft_record(delivered, options, register)
    if known := register.holder("sha256", draft.sha256):
        say(f"{delivered.name} is the article {known} already; nothing was written")
        return []
    if delivered.path and (known := register.holder("path", delivered.path.lower())):
        message = f"{delivered.name} is the file of the article {known}, with another sha256"
        raise UsageError(message, "run `briefing check`, which says what differs")
    declared, units = _declared(delivered, draft, seeds, root) if options.write else (b"", ())
    seeds = load_seeds(root, None, {INDICATORS: declared}) if units else seeds
    suggested, record = _record(delivered, draft, seeds, taken | seeds.known["fact"].ids)
    new: dict[Path, bytes] = {}
    if not delivered.path:
        new[root / "seeds" / draft.path] = delivered.data
    facts = _facts_file(draft, suggested, register) if options.write else {}
    new |= {root / path: text.encode() for path, text in facts.items()}
    replaced = [(root / ARTICLES, append_record(register, record).encode())]
    write_together(new, *([(root / INDICATORS, declared)] if units else []), *replaced)
    _tell(delivered, draft, suggested, facts)
    if units:
        are = "is a unit" if len(units) == 1 else "are units"
        say(f"{', '.join(units)} {are} in {INDICATORS} now, since the text measures in it")
    return suggested


def _declared(
    delivered: Delivered, draft: Draft, seeds: Seeds, root: Path
) -> tuple[bytes, Sequence[str]]:
    """The file of indicators with the units in which the text measures, and their ids."""
    label = seeds.briefing.languages[0] if seeds.briefing else "en"
    lines = new_units(delivered.text, draft.lang, seeds.units, label)
    content = load_bytes(root, INDICATORS)
    try:
        for line in lines.values():
            content = with_indicator(INDICATORS, content, line, "units").encode()
    except UsageError:
        return b"", ()  # what stands in the file is refused by `check`, in its own words
    return (content, tuple(lines)) if isinstance(content, bytes) else (b"", ())


def _record(
    delivered: Delivered, draft: Draft, seeds: Seeds, taken: frozenset[str]
) -> tuple[_Suggested, list[str]]:
    """Facts for the article's figures, and its record with what remains of its numbers."""
    article = draft.article(delivered.text)
    covered = cover(article, {}, {}, seeds.units)
    indicators, units, named = seeds.indicators, seeds.units, seeds.named
    found = suggest_facts(
        article,
        covered,
        indicators=indicators,
        units=units,
        named=named,
        taken=taken,
        by_rate=True,
    )
    suggested = [accepted(one) for one in found]
    remaining = find_remaining(article, suggested, indicators=indicators, units=units, named=named)
    language = seeds.briefing.languages[0] if seeds.briefing else "en"
    listed = list(islice(remaining, _MOST_REMAINING))
    left = {one.text: one.reason for one in suggested if isinstance(one, LeftOut)}
    return suggested, record_yaml(draft, language, listed, left)


def _facts_file(draft: Draft, suggested: _Suggested, register: Register) -> Mapping[str, str]:
    """By its path the file that holds the facts, each to be decided; none without facts."""
    if not any(isinstance(one, Suggestion) for one in suggested):
        return {}
    number, name = 1, f"{draft.id}.yaml"
    while name in register.fact_files:
        number += 1
        name = f"{draft.id}-{number}.yaml"
    lines = facts_yaml(suggested, decided=False)
    return {f"seeds/facts/{name}": _FACTS_HEAD + "".join(f"{line}\n" for line in lines)}


def _tell(
    delivered: Delivered, draft: Draft, suggested: _Suggested, facts: Mapping[str, str]
) -> None:
    """What was written, and what is to be done now."""
    taken = "" if delivered.page is None else ", the main text of the page"
    say(f"{draft.id}: seeds/{draft.path}{taken}; its record is the last of {ARTICLES}")
    count = sum(isinstance(one, Suggestion) for one in suggested)
    where = f", in {next(iter(facts))}" if facts else ""
    words = f"{count} fact{'s' if count != 1 else ''} suggested{where}"
    left = len(suggested) - count
    say(
        f"{words}; {left} figure{'s' if left != 1 else ''} left out",
        "write what stands as ? in its place; `briefing check` names each",
    )
