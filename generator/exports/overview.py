"""What this site is and what it holds, for programs that read text: `llms.txt`.

In: the site. Out: bytes, Markdown in the form of llmstxt.org. Everything comes from records.
"""

import re

from generator.model import DATA_FILES, FEEDS, SECTIONS
from generator.pages import (
    Site,
    cite_briefing,
    describe_briefing,
    page_address,
    read_document,
    title_of,
)

_ACTIVE = re.compile(r"[\\\[\]<>`]")


def overview(site: Site) -> bytes:
    """Title, what it is, its pages, its files, and how to cite it."""
    say, date = site.wording.say, site.wording.period(site.newest)
    example = next(iter(site.book.entries), "id")
    lines = [
        f"# {_line(title_of(site))}",
        f"> {_line(describe_briefing(site))}",
        _line(say("llms-lead", date=date)),
        f"## {say('llms-pages')}",
        "\n".join(_pages(site)),
        f"## {say('llms-made')}",
        "\n".join(_made(site)),
        f"## {say('llms-data')}",
        "\n".join(_files(site)),
        f"## {say('llms-cite')}",
        _line(cite_briefing(site)),
        say("llms-permalinks", example=f"{site.address}f/{example}/"),
    ]
    return ("\n\n".join(lines) + "\n").encode()


def _pages(site: Site) -> list[str]:
    """The hand-written ones, as their front matter names them."""
    read = {one.path: read_document(one).fields for one in site.seeds.documents}
    return [
        _link(fields["title"], page_address(path) or "./", fields["description"], site)
        for path, fields in read.items()
    ]


def _made(site: Site) -> list[str]:
    """Those that the ledger makes."""
    say = site.wording.say
    return [
        _link(say(f"{row.title}-title"), f"{row.folder}/", say(f"{row.title}-description"), site)
        for row in SECTIONS.values()
        if row.title and row.in_menu
    ]


def _files(site: Site) -> list[str]:
    paths = {f"data/{name}": name for name in DATA_FILES} | {name: name for name in FEEDS}
    return [
        _link(name, path, site.wording.say(f"file-{name}"), site) for path, name in paths.items()
    ]


def _link(title: str, path: str, said: str, site: Site) -> str:
    address = f"{site.address}{path.removeprefix('./')}" if site.address else path
    return f"- [{_line(title)}]({address}): {_line(said)}"


def _line(text: str) -> str:
    """One line without Markdown syntax."""
    return _ACTIVE.sub(r"\\\g<0>", " ".join(text.split()))
