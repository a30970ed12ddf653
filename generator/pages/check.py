"""Every finding about the pages themselves: prose, calls, ids, paths, languages.

In: the seeds, and which ids the ledger holds. Out: Problems, each once. Never raises for bad data.
"""

import difflib
from collections.abc import Iterator

from generator.model import Known, Place, Problem, Seeds, shown
from generator.pages.calls import Call
from generator.pages.catalogue import languages
from generator.pages.data_page import FILES
from generator.pages.documents import ReadDocument, read_document
from generator.pages.prose import check_prose

GENERATED = ("sources/", "facts/", "data/", "charts/", "f/", "overrides/", "assets/briefing")
COUNTS = ("facts", "articles", "quoted", "derived", "events")
_ARGUMENTS = {
    "figure": (1, 1),
    "period": (1, 1),
    "source": (1, 1),
    "known_as_of": (0, 0),
    "count": (1, 1),
    "chart": (1, 1),
    "quotation": (1, 1),
    "table": (0, 40),
    "timeline": (0, 40),
}
_OPTIONS = {"table": {"indicator"}, "figure": {"form"}}
_FORMS = {"size", "signed"}


def check_documents(seeds: Seeds) -> Iterator[Problem]:
    """All that is wrong in docs/ and in what the pages need of the seeds."""
    if seeds.briefing:
        for index, lang in enumerate(seeds.briefing.languages):
            if lang not in languages():
                yield Problem(
                    "bad-value",
                    seeds.briefing.marks.at("languages", index),
                    "",
                    f"there is no message catalogue for {shown(lang)}",
                    f"choose from {', '.join(languages())}",
                )
    exemptions = seeds.briefing.exempt_numbers if seeds.briefing else ()
    paths = _linkable(seeds)
    for document in seeds.documents:
        page = read_document(document)
        yield from _reserved(page)
        for mistake in (*page.mistakes, *check_prose(page, exemptions, paths)):
            yield Problem(
                mistake.code, page.place(mistake.offset), "", mistake.message, mistake.hint
            )
        for call in page.calls:
            yield from _check_call(call, page, seeds)
    yield from _assets(seeds)


def _reserved(page: ReadDocument) -> Iterator[Problem]:
    path = page.document.path
    if path.startswith(GENERATED) or path in {"facts.md", "sources.md", "data.md"}:
        yield Problem(
            "reserved-path",
            page.place(0),
            "",
            f"docs/{path} stands where a page is generated",
            "give the file another name or folder",
        )


def _linkable(seeds: Seeds) -> frozenset[str]:
    """Every page and file that prose may link to."""
    generated = ["facts/index.md", "sources/index.md", "data/index.md"]
    generated += [f"data/{name}" for name in FILES]
    generated += [f"sources/{article_id}.md" for article_id in seeds.known["article"].ids]
    return frozenset([*generated, *seeds.assets, *(d.path for d in seeds.documents)])


def _assets(seeds: Seeds) -> Iterator[Problem]:
    for path in seeds.assets:
        if path.startswith(GENERATED):
            yield Problem(
                "reserved-path",
                Place(f"docs/{path}"),
                "",
                f"docs/{path} stands where a file is generated",
                "give the file another name or folder",
            )


def _check_call(call: Call, page: ReadDocument, seeds: Seeds) -> Iterator[Problem]:
    place = page.place(call.start)
    least, most = _ARGUMENTS[call.name]
    unknown = set(call.options) - _OPTIONS.get(call.name, set())
    form = call.options.get("form", "size")
    if not least <= len(call.arguments) <= most or unknown or form not in _FORMS:
        yield Problem(
            "bad-call",
            place,
            "",
            f"{call.name} does not take these arguments",
            _usage(call.name),
        )
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
    for name, bearers in wanted:
        if bearers.lacks(name):
            yield _unknown(name, bearers, page, call)
        elif call.name == "figure" and name in seeds.facts and seeds.facts[name].basis == "event":
            yield Problem(
                "bad-call",
                place,
                name,
                "an event has no figure to print",
                'print its date with {{ period("…") }}',
            )


def _unknown(name: str, known: Known, page: ReadDocument, call: Call) -> Problem:
    near = difflib.get_close_matches(name[:60], sorted(known.ids), n=1)
    hint = f"did you mean {near[0]}?" if near else f"use an id of {known.home}"
    return Problem(
        "unknown-id",
        page.place(call.start),
        "",
        f"{call.name} asks for {shown(name)}, which nothing bears",
        hint,
    )


def _usage(name: str) -> str:
    usages = {
        "figure": 'write {{ figure("fact-id") }}, with form="size" after the id to omit its sign',
        "table": 'write {{ table("fact-id", "fact-id") }} or {{ table(indicator="…") }}',
        "timeline": "write {{ timeline() }} for all events, or name their ids",
        "known_as_of": "write {{ known_as_of() }}",
        "count": f'write {{{{ count("…") }}}} with one of {", ".join(COUNTS)}',
    }
    return usages.get(name, f'write {{{{ {name}("id") }}}} with one id')
