"""`briefing scan ARTICLE…`: every figure of a text, with the facts that cover it.

In: files, inside or outside a briefing, or standard input. Out: a line a figure, JSON, or facts
ready to paste. Needs no briefing; without one nothing is covered.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.cli.scan_input import (
    choose_language,
    find_article,
    foreign_article,
    load_text,
    printable_name,
)
from generator.cli.scan_yaml import facts_yaml
from generator.cli.terminal import print_lines
from generator.evidence import (
    LeftOut,
    Suggestion,
    cover,
    prove_all,
    show,
    suggest_facts,
    write_amount,
)
from generator.model import Article, CoveredMention, Mention, Seeds
from generator.reading import RefusedError, load_seeds, parse_passage
from generator.text import shown

_LISTED = 200


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
    text, path = load_text(name), printable_name(name)
    own = find_article(name, root, seeds) if seeds else None
    if seeds is None or own is None:
        known = choose_language(path, lang, seeds)
        article = foreign_article(name, text, known)
        return _Scan(path, path, article, cover(article, {}, {}, seeds.units if seeds else {}))
    choose_language(path, own.lang, seeds)
    facts = {
        fact.id: fact
        for fact in seeds.facts.values()
        if any(quote.article == own.id for quote in fact.quotes)
    }
    proofs = prove_all(
        facts, indicators=seeds.indicators, articles=seeds.articles, units=seeds.units
    )
    article = replace(own, text=text)
    return _Scan(own.id, path, article, cover(article, facts, proofs, seeds.units))


def _suggested(scans: Sequence[_Scan], seeds: Seeds | None) -> Iterator[Suggestion | LeftOut]:
    """Suggestions for all texts, every id once."""
    taken = seeds.known["fact"].ids if seeds else frozenset[str]()
    for scan in scans:
        for one in suggest_facts(
            scan.article,
            scan.covered,
            indicators=seeds.indicators if seeds else {},
            units=seeds.units if seeds else {},
            taken=taken,
        ):
            if isinstance(one, Suggestion):
                taken |= {one.fact.id}
            yield _acceptable(one)


def _acceptable(one: Suggestion | LeftOut) -> Suggestion | LeftOut:
    """The suggestion, unless its quotation holds what seeds refuse."""
    if isinstance(one, Suggestion):
        exact = one.fact.quotes[0].exact
        try:
            parse_passage(exact)
        except RefusedError as error:
            return LeftOut(exact, error.finding.message)
    return one


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
