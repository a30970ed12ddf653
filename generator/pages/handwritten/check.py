"""Every finding about the pages themselves: prose, calls, ids, paths, languages.

In: the seeds, and which ids the ledger holds. Out: Problems, each once. Never raises for bad data.
"""

from collections.abc import Collection, Iterator, Sequence

from generator.model import DATA_FILES, FEEDS, Document, Fact, Finding, Known, Place, Seeds
from generator.pages.handwritten.anchors import Anchors, document_anchors, generated_anchors
from generator.pages.handwritten.calls import BARE_CALLS, Call, Mistake
from generator.pages.handwritten.documents import ReadDocument, place_in, read_document
from generator.pages.handwritten.limits import check_limits
from generator.pages.handwritten.prose import check_prose
from generator.pages.handwritten.rendered import check_rendered
from generator.text import find_nearest, shown
from generator.wording import languages

_FOLDERS = ("sources", "facts", "data", "known", "promises", "open-questions", "changes")
"""Of the pages that the ledger makes."""
GENERATED = (
    *(f"{folder}/" for folder in _FOLDERS),
    "charts/",
    "f/",
    "overrides/",
    "assets/briefing",
    "llms.txt",
)
COUNTS = ("facts", "articles", "quoted", "derived", "events")
_ARGUMENTS = {
    **dict.fromkeys(BARE_CALLS, (0, 0)),
    "figure": (1, 1),
    "period": (1, 1),
    "source": (1, 1),
    "count": (1, 1),
    "chart": (1, 1),
    "quotation": (1, 1),
    "table": (0, 40),
    "timeline": (0, 40),
    "key_figures": (1, 12),
}
_OPTIONS = {"table": {"indicator"}, "figure": {"form"}}
_FORMS = {"size", "signed"}
_MOST_FINDINGS = 50
"""Of one page in one run: nobody mends more before looking again."""
_AMOUNTS = {"figure", "key_figures"}
"""Calls that print how much it is: an event has no amount."""
_SENTENCES = {"quotation", "timeline"}
"""Calls that show the sentence of each fact; the others take events and derived figures too."""


def check_documents(seeds: Seeds, own: Collection[str] = ()) -> Iterator[Finding]:
    """All that is wrong in docs/ and in what the pages need of the seeds.

    Args:
        seeds: what was read.
        own: paths of the files that every site is given.
    """
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
    for document in seeds.documents:
        yield from _findings(beyond[document.path], document)
    pages = [read_document(d) for d in seeds.documents if not beyond[d.path]]
    anchors = {**dict.fromkeys(beyond), **_linkable(seeds, pages)}
    for page in pages:
        yield from _reserved(page)
        yield from _findings(_mistakes(page, seeds, anchors), page.document)
        for call in page.calls:
            yield from _check_call(call, page, seeds)
    yield from _assets(seeds, own)


def _mistakes(page: ReadDocument, seeds: Seeds, anchors: Anchors) -> list[Mistake]:
    """What the source of a page shows to be wrong; only if nothing is, what its rendering shows."""
    exemptions = seeds.briefing.exempt_numbers if seeds.briefing else ()
    found = [*page.mistakes, *check_prose(page, exemptions, anchors)]
    if found:
        return found
    charts = [name for call in page.calls if call.name == "chart" for name in call.arguments]
    taken = [f"chart-{name}{part}" for name in charts for part in ("", "-title")]
    return list(check_rendered(page, exemptions, taken))


def _findings(mistakes: Sequence[Mistake], document: Document) -> Iterator[Finding]:
    for mistake in mistakes[:_MOST_FINDINGS]:
        place = place_in(document, mistake.offset)
        yield Finding(mistake.code, place, "", mistake.message, mistake.hint)


def _reserved(page: ReadDocument) -> Iterator[Finding]:
    path = page.document.path
    taken = {"404.md", *(f"{folder}.md" for folder in _FOLDERS)}
    if path.startswith(GENERATED) or path in taken:
        yield Finding(
            "reserved-path",
            page.place(0),
            "",
            f"docs/{path} stands where a page is generated",
            "give the file another name or folder",
        )


def _linkable(seeds: Seeds, pages: Sequence[ReadDocument]) -> Anchors:
    """Every page and file that prose may link to, and the places in them."""
    files = [*(f"data/{name}" for name in DATA_FILES), *FEEDS, *seeds.assets]
    return {**dict.fromkeys(files), **generated_anchors(seeds), **document_anchors(pages)}


def _assets(seeds: Seeds, own: Collection[str]) -> Iterator[Finding]:
    for path in seeds.assets:
        if path.startswith(GENERATED) or path in own:
            yield Finding(
                "reserved-path",
                Place(f"docs/{path}"),
                "",
                f"docs/{path} stands where a file is generated",
                "give the file another name or folder",
            )


def _check_call(call: Call, page: ReadDocument, seeds: Seeds) -> Iterator[Finding]:
    misfit = _misfit(call)
    if misfit is not None:
        message = f"{call.name} does not take these arguments"
        yield Finding("bad-call", page.place(misfit), "", message, _usage(call.name))
        return
    kinds = {
        "source": seeds.known["article"],
        "chart": seeds.known["chart"],
        "count": Known(frozenset(COUNTS), "the things that can be counted"),
    }
    known = kinds.get(call.name, seeds.known["fact"])
    wanted = [(argument, known) for argument in call.arguments]
    if "indicator" in call.options:
        wanted.append((call.options["indicator"], seeds.known["indicator"]))
    for (name, bearers), offset in zip(wanted, call.places, strict=False):
        if bearers.lacks(name):
            yield _unknown(name, bearers, page.place(offset), (call, seeds))
        elif bearers is seeds.known["fact"] and name in seeds.facts:
            for message, hint in _unanswered(call.name, seeds.facts[name]):
                yield Finding("bad-call", page.place(offset), name, message, hint)


def _misfit(call: Call) -> int | None:
    """Where the first argument stands that the call does not take; its start when one lacks."""
    least, most = _ARGUMENTS[call.name]
    if len(call.arguments) > most:
        return call.places[most]
    for place, (option, value) in zip(
        call.places[len(call.arguments) :], call.options.items(), strict=True
    ):
        if option not in _OPTIONS.get(call.name, set()):
            return place
        if option == "form" and value not in _FORMS:
            return place
    is_empty_table = call.name == "table" and not (call.arguments or call.options)
    return call.start if len(call.arguments) < least or is_empty_table else None


def _unanswered(name: str, fact: Fact) -> Iterator[tuple[str, str]]:
    """What a call asks of a fact that has none: a figure of an event, a sentence of a formula."""
    if fact.status == "withdrawn":
        yield "a withdrawn figure is shown on no page", "leave it out; facts/ shows its tombstone"
    elif name in _AMOUNTS and fact.basis == "event":
        yield "an event has no figure to print", 'print its date with {{ period("…") }}'
    elif name in _SENTENCES and fact.basis == "derived":
        yield (
            "a derived figure has no sentence",
            'print it with {{ figure("…") }} or {{ table("…") }}',
        )


def _unknown(name: str, known: Known, place: Place, asked: tuple[Call, Seeds]) -> Finding:
    call, seeds = asked
    near = find_nearest(name, known.ids)
    hint = f"did you mean {near}?" if near else f"use an id of {known.home}"
    if known is seeds.known["fact"] and name in seeds.moved:
        hint = f"it moved: name {seeds.moved[name].to}"
    message = f"{call.name} asks for {shown(name)}, which nothing bears"
    return Finding("unknown-id", place, "", message, hint)


def _usage(name: str) -> str:
    usages = {
        "figure": 'write {{ figure("fact-id") }}, with form="size" after the id to omit its sign',
        "table": 'write {{ table("fact-id", "fact-id") }} or {{ table(indicator="…") }}',
        "timeline": "write {{ timeline() }} for all events, or name their ids",
        "key_figures": 'write {{ key_figures("fact-id", "fact-id") }} with at most twelve ids',
        "count": f'write {{{{ count("…") }}}} with one of {", ".join(COUNTS)}',
    }
    if name in BARE_CALLS:
        return f"write {{{{ {name}() }}}}"
    return usages.get(name, f'write {{{{ {name}("id") }}}} with one id')
