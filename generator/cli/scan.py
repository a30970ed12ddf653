"""`briefing scan ARTICLE…`: every figure of a text, with the facts that cover it.

In: files, inside or outside a briefing, or standard input. Out: a line a figure, JSON, or facts
ready to paste. Needs no briefing; without one nothing is covered. What cannot be read is wrong use,
never a finding.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.cli.adding.facts_yaml import accepted, facts_yaml
from generator.cli.terminal import print_lines
from generator.evidence import (
    LeftOut,
    Suggestion,
    cover,
    is_readable,
    languages,
    prove_all,
    show,
    suggest_facts,
    write_amount,
)
from generator.model import NO_NAMES, Article, CoveredMention, Marks, Mention, Period, Place, Seeds
from generator.reading import UsageError, crowd_of_numbers, kebab, load_seeds
from generator.text import shown

_LISTED = 200
_STANDARD_INPUT = "-"
_LIMIT = 5_000_000
_LONGEST_NAME = 60
_LONGEST_PATH = 200


def run(options: argparse.Namespace) -> int:
    """0, also when figures are open; wrong use when a text cannot be read."""
    root: Path = options.root
    seeds = load_seeds(root) if (root / "seeds").is_dir() else None
    scans = [_scan(name, options.lang, root, seeds) for name in options.articles]
    if options.format == "json":
        answers = [_answer(scan) for scan in scans]
        answer = answers[0] if len(answers) == 1 else answers
        print(_visible(json.dumps(answer, ensure_ascii=False, indent=2)))
    elif options.format == "yaml":
        print_lines(list(facts_yaml(_suggested(scans, seeds))))
    else:
        print_lines([line for scan in scans for line in _lines(scan)])
    return 0


@dataclass(frozen=True, slots=True)
class _Scan:
    """One text with what was found in it."""

    name: str
    """The article's id, or the path as given."""
    path: str
    article: Article
    covered: tuple[CoveredMention, ...]


def _scan(name: str, lang: str | None, root: Path, seeds: Seeds | None) -> _Scan:
    text, path = _load_text(name), _printable_name(name)
    own = _find_article(name, root, seeds) if seeds else None
    if seeds is None or own is None:
        known = _choose_language(path, lang, seeds)
        article = _foreign_article(name, text, known)
        return _Scan(path, path, article, cover(article, {}, {}, seeds.units if seeds else {}))
    _choose_language(path, own.lang, seeds)
    facts = {
        fact.id: fact
        for fact in seeds.facts.values()
        if any(quote.article == own.id for quote in fact.quotes)
    }
    proofs = prove_all(
        facts,
        indicators=seeds.indicators,
        articles=seeds.articles,
        units=seeds.units,
        named=seeds.named,
    )
    article = replace(own, text=text)
    return _Scan(own.id, path, article, cover(article, facts, proofs, seeds.units))


def _load_text(name: str) -> str:
    """The text as delivered, newlines untouched.

    Raises:
        UsageError: it cannot be read, is too large, or is no UTF-8.
    """
    path = _printable_name(name)
    try:
        if name == _STANDARD_INPUT:
            data = sys.stdin.buffer.read(_LIMIT + 1)
        else:
            with Path(name).open("rb") as stream:
                data = stream.read(_LIMIT + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no name of a file"
        raise UsageError(f"{path} cannot be read: {reason}", "name a text file, or -") from None
    if len(data) > _LIMIT:
        raise UsageError(f"{path} is larger than 5 MB", "scan a part of it")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"{path} is not UTF-8: byte 0x{data[error.start]:02x} at {error.start}"
        raise UsageError(message, "save it as UTF-8") from None
    if crowd := crowd_of_numbers(text):
        raise UsageError(f"{path} {crowd}", "scan a part of it")
    return text


def _find_article(name: str, root: Path, seeds: Seeds) -> Article | None:
    """The article of the briefing whose file this is."""
    if name == _STANDARD_INPUT:
        return None
    here = os.path.realpath(name)
    articles = seeds.articles.values()
    return next((one for one in articles if os.path.realpath(root / one.path) == here), None)


def _choose_language(path: str, lang: str | None, seeds: Seeds | None) -> str:
    """The language that was said, or the only one of the briefing's articles.

    Raises:
        UsageError: neither, or one that no lexicon reads.
    """
    *others, last = languages()
    hint = f"say --lang {', '.join(others)} or {last}"
    if lang is None:
        known = {article.lang for article in seeds.articles.values()} if seeds else set()
        if len(known) != 1:
            raise UsageError(f"the language of {path} is not known", hint)
        lang = known.pop()
    if not is_readable(lang):
        raise UsageError(f"no lexicon reads {shown(lang)}, the language of {path}", hint)
    return lang


def _foreign_article(name: str, text: str, lang: str) -> Article:
    """A text of no briefing; its day is not known, so nothing can be later than it."""
    stem = "standard-input" if name == _STANDARD_INPUT else kebab(Path(name).stem)
    path = _printable_name(name)
    return Article(
        id=stem[:_LONGEST_NAME].strip("-") or "text-1",
        path=path,
        sha256="",
        lang=lang,
        title={},
        producer="",
        date_published=Period.parse("2200"),
        date_basis="inferred",
        text=text,
        marks=Marks(Place(path)),
    )


def _printable_name(name: str) -> str:
    """The name as typed, bytes that are no text escaped."""
    return shown(name.encode("utf-8", "backslashreplace").decode(), _LONGEST_PATH)


def _suggested(scans: Sequence[_Scan], seeds: Seeds | None) -> Iterator[Suggestion | LeftOut]:
    """Suggestions for all texts, every id once."""
    taken = seeds.known["fact"].ids if seeds else frozenset[str]()
    for scan in scans:
        for one in suggest_facts(
            scan.article,
            scan.covered,
            indicators=seeds.indicators if seeds else {},
            units=seeds.units if seeds else {},
            named=seeds.named if seeds else NO_NAMES,
            taken=taken,
        ):
            if isinstance(one, Suggestion):
                taken |= {one.fact.id}
            yield accepted(one)


def _lines(scan: _Scan) -> Iterator[str]:
    text = scan.article.text.replace("\r\n", " \n").replace("\r", "\n")
    line, counted = 1, 0
    for one in scan.covered:
        start = one.mention.start
        line, counted = line + text.count("\n", counted, start), start
        column = start - text.rfind("\n", 0, start)
        yield f"{scan.path}:{line}:{column}: {_words(one.mention)} [{_state(one)}]"


def _words(mention: Mention) -> str:
    """Kind and text, and what they were read as."""
    said = f"{mention.kind} {show(mention.text)}"
    if mention.value is not None:
        said += f" = {write_amount(mention.value, mention.unit)}"
    elif mention.edtf:
        said += f" = {mention.edtf}"
    return said if mention.hedge == "exact" else f"{said}, {mention.hedge}"


def _state(one: CoveredMention) -> str:
    if one.covered_by:
        return f"covered by {', '.join(one.covered_by)}"
    return "open" if one.ignored is None else f"ignored: {shown(one.ignored, _LISTED)}"


def _answer(scan: _Scan) -> dict[str, object]:
    """The machine form of one text; offsets count code points of the file as delivered."""
    return {
        "article": scan.name,
        "lang": scan.article.lang,
        "mentions": [one.as_json() for one in scan.covered],
    }


def _visible(text: str) -> str:
    """JSON whose strings hold nothing that a terminal would act on."""
    # Nearly every line is printable as a whole; only the others are gone through by character.
    return "\n".join(
        line if line.isprintable() else "".join(c if c.isprintable() else _escape(c) for c in line)
        for line in text.split("\n")
    )


def _escape(character: str) -> str:
    data = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{data[at : at + 2].hex()}" for at in range(0, len(data), 2))
