"""Every finding about the pages themselves: size, prose, calls, ids, paths, languages.

In: the seeds, which know the ids of the ledger. Out: findings, each once. No text keeps Markdown or
a check busy for long: of a page that is too large or too nested nothing else is read.
Never raises for bad data.
"""

import re
from collections.abc import Collection, Iterator, MutableMapping
from functools import partial
from typing import Any

from generator.kept import digest, unless_sound
from generator.model import (
    ATTESTATION,
    DATA_FILES,
    FEEDS,
    MANIFEST,
    RELEASES,
    SECTIONS,
    Document,
    Fact,
    Finding,
    Known,
    Offset,
    Place,
    Seeds,
)
from generator.pages.handwritten.addresses import Anchors, document_anchors, generated_anchors
from generator.pages.handwritten.calls import CALLS, Call, CallKind, usage_of
from generator.pages.handwritten.documents import ReadDocument, placed, read_document
from generator.pages.handwritten.prose import check_prose
from generator.pages.handwritten.rendered import check_rendered
from generator.text import did_you_mean, shown
from generator.wording import languages

GENERATED = (
    *(f"{folder}/" for row in SECTIONS.values() for folder in (row.folder, *row.also)),
    *("overrides/", "assets/briefing", "llms.txt", "search/"),
    *("proof/", RELEASES, MANIFEST, ATTESTATION),
)
"""What the paths of generated pages and files begin with."""
_TAKEN = {"404.md", *(f"{row.folder}.md" for row in SECTIONS.values() if row.title)}
_COUNTED = "the things that can be counted"
_MOST_NAMED = 5
"""So many ids a hint lists; more are no help."""
_MOST_FINDINGS = 50
"""The most findings of one page in one run."""
LONGEST_LINE = 2000
_MOST_BRACKETS = 200
"""In a paragraph: Markdown needs more than linear time for them, and recursion for nested lists."""
_MOST_BRACES = 600
_NESTED = re.compile(r"^(?:[ \t]{41}|(?:[ \t]*(?:[-+*>]|\w{1,9}[.)])(?=[ \t>])){11})", re.MULTILINE)
_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")


def check_documents(
    seeds: Seeds, own: Collection[str] = (), kept: MutableMapping[str, Any] | None = None
) -> Iterator[Finding]:
    """All that is wrong in docs/ and in what the pages need of the seeds.

    Args:
        seeds: what was read.
        own: paths of the files that every site is given.
        kept: digests of pages in which an earlier run found nothing wrong.
    """
    kept = {} if kept is None else kept
    if seeds.briefing:
        for index, lang in enumerate(seeds.briefing.languages):
            if lang not in languages():
                yield Finding(
                    "bad-value",
                    seeds.briefing.marks.at("languages", index),
                    "",
                    f"there is no message catalogue for {shown(lang)}",
                    f"choose from {', '.join(languages())}",
                )
    beyond = {d.path: list(check_limits(d.text)) for d in seeds.documents}
    pages = [read_document(d) for d in seeds.documents if not beyond[d.path]]
    typed = {**dict.fromkeys(beyond), **document_anchors(pages)}
    anchors = {**_linkable(seeds), **dict.fromkeys(seeds.unread_pages), **typed}
    around = _around(seeds, typed)
    for document in seeds.documents:
        if found := beyond[document.path][:_MOST_FINDINGS]:
            yield from (placed(one, document) for one in found)
            continue
        key, check = digest(document, around), partial(_check_page, document, seeds, anchors)
        yield from (placed(one, document) for one in unless_sound(kept, key, check))
    yield from _assets(seeds, own)


def _around(seeds: Seeds, typed: Anchors) -> str:
    """A digest of what every page is checked against; `typed` are the headings of all pages."""
    places = {path: found and sorted(found) for path, found in typed.items()}
    articles = [(one.id, one.date_published, one.title) for one in seeds.articles.values()]
    lang, assets = seeds.briefing and seeds.briefing.languages, sorted(seeds.assets)
    ids = {kind: sorted(known.ids) for kind, known in seeds.known.items()}
    facts = [(one.id, one.basis, one.status) for one in seeds.facts.values()]
    exemptions = seeds.briefing.exempt_numbers if seeds.briefing else ()
    return digest(
        sorted(seeds.unread_pages),
        places,
        articles,
        lang,
        assets,
        ids,
        facts,
        exemptions,
        seeds.moved,
    )


def _check_page(document: Document, seeds: Seeds, anchors: Anchors) -> Iterator[Finding]:
    page, path = read_document(document), document.path
    if path.startswith(GENERATED) or path in _TAKEN:
        yield _reserved(path, "page", Offset(0))
    yield from _of_text(page, seeds, anchors)[:_MOST_FINDINGS]
    for call in page.calls:
        yield from _check_call(call, seeds)


def _of_text(page: ReadDocument, seeds: Seeds, anchors: Anchors) -> list[Finding]:
    """What the source of a page shows to be wrong; only if nothing is, what its rendering shows."""
    exemptions = seeds.briefing.exempt_numbers if seeds.briefing else ()
    found = [*page.findings, *check_prose(page, exemptions, anchors)]
    if seeds.briefing is None:
        # Which numbers are exempt is not known; that file has its own finding.
        return [one for one in found if one.code != "unproven-number"]
    if found:
        return found
    charts = [call.arguments for call in page.calls if CALLS[call.name].shows == "chart"]
    taken = [f"chart-{name}{part}" for names in charts for name in names for part in ("", "-title")]
    return list(check_rendered(page, exemptions, taken))


def _reserved(path: str, what: str, at: Place | Offset) -> Finding:
    message = f"docs/{path} stands where a {what} is generated"
    return Finding("reserved-path", at, "", message, "give the file another name or folder")


def _linkable(seeds: Seeds) -> Anchors:
    """Every file and generated page that prose may link to, and the places in them."""
    files = [*(f"data/{name}" for name in DATA_FILES), *FEEDS, *seeds.assets]
    return {**dict.fromkeys(files), **generated_anchors(seeds)}


def _assets(seeds: Seeds, own: Collection[str]) -> Iterator[Finding]:
    for path in seeds.assets:
        if path.startswith(GENERATED) or path in own:
            yield _reserved(path, "file", Place(f"docs/{path}"))


def _check_call(call: Call, seeds: Seeds) -> Iterator[Finding]:
    kind, misfit = CALLS[call.name], _misfit(call)
    if misfit is not None:
        message = f"{call.name} does not take these arguments"
        yield Finding("bad-call", Offset(misfit), "", message, f"write {usage_of(call.name)}")
        return
    known = seeds.known.get(kind.shows, Known(frozenset(kind.words), _COUNTED))
    wanted = [(argument, known) for argument in call.arguments]
    if "indicator" in call.options:
        wanted.append((call.options["indicator"], seeds.known["indicator"]))
    for (name, bearers), place in zip(wanted, call.places, strict=False):
        if bearers.lacks(name):
            yield _unknown(name, bearers, Offset(place), (call, seeds))
        elif bearers is seeds.known["fact"] and name in seeds.facts:
            for message, hint in _unanswered(kind, seeds.facts[name]):
                yield Finding("bad-call", Offset(place), name, message, hint)


def _misfit(call: Call) -> int | None:
    """Where the first argument stands that the call does not take; its start when one lacks."""
    kind = CALLS[call.name]
    least, most = kind.takes
    if len(call.arguments) > most:
        return call.places[most]
    of_options = call.places[len(call.arguments) :]
    for place, (option, value) in zip(of_options, call.options.items(), strict=True):
        if option not in kind.options or value not in (kind.options[option] or (value,)):
            return place
    given = len(call.arguments) + ("indicator" in call.options)
    return call.start if given < least else None


def _unanswered(kind: CallKind, fact: Fact) -> Iterator[tuple[str, str]]:
    """What a call needs and a fact lacks: an event has no amount, a derived figure no sentence."""
    if fact.status == "withdrawn":
        yield "a withdrawn figure is shown on no page", "leave it out; facts/ shows its tombstone"
    elif kind.needs == "amount" and fact.basis == "event":
        yield "an event has no figure to print", 'print its date with {{ period("…") }}'
    elif kind.needs == "sentence" and fact.basis == "derived":
        yield (
            "a derived figure has no sentence",
            'print it with {{ figure("…") }} or {{ table("…") }}',
        )


def _unknown(name: str, known: Known, place: Offset, asked: tuple[Call, Seeds]) -> Finding:
    call, seeds = asked
    few = f": {', '.join(sorted(known.ids))}" if 0 < len(known.ids) <= _MOST_NAMED else ""
    hint = did_you_mean(name, known.ids) or f"use an id of {known.home}{few}"
    if known is seeds.known["fact"] and name in seeds.moved:
        hint = f"it moved: name {seeds.moved[name].to}"
    message = f"{call.name} asks for {shown(name)}, which is not in {known.home}"
    return Finding("unknown-id", place, "", message, hint)


def check_limits(text: str) -> Iterator[Finding]:
    """Lines, brackets, calls and nesting of a page that go beyond what a page needs."""
    for match in re.finditer(rf"[^\n]{{{LONGEST_LINE + 1},}}", text):
        yield _beyond(
            match.start(),
            f"a line of {len(match[0])} characters",
            f"break it; a line holds at most {LONGEST_LINE} characters",
        )
    for match in _PARAGRAPH.finditer(text):
        if match[0].count("[") > _MOST_BRACKETS:
            yield _beyond(
                match.start(),
                f"a paragraph with {match[0].count('[')} brackets",
                f"divide it; a paragraph holds at most {_MOST_BRACKETS}",
            )
    if (braces := text.count("{{")) > _MOST_BRACES:
        yield _beyond(
            0, f"a page with {braces} calls", f"divide it; a page makes at most {_MOST_BRACES}"
        )
    for match in _NESTED.finditer(text):
        yield _beyond(match.start(), "lists or quotations nested too deep", "use fewer levels")
        return


def _beyond(offset: int, message: str, hint: str) -> Finding:
    return Finding("bad-text", Offset(offset), "", message, hint)
