"""The places within pages that a link can name: headings, figures, sentences.

In: hand-written pages, the seeds. Out: for each page its anchors, as the engine will make them.
Never fewer than there are: if a heading cannot be predicted, every anchor of its page is accepted.
"""

import re
from collections.abc import Iterable, Mapping

from markdown import Markdown
from markdown.extensions.toc import slugify, unique

from generator.model import SECTIONS, Seeds
from generator.pages.handwritten.documents import ReadDocument
from generator.pages.links import known_folder
from generator.wording import languages, load_messages

_FENCE = re.compile(
    r"^ {0,3}(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^ {0,3}(?P=fence)|\Z)", re.MULTILINE | re.DOTALL
)
_HEADING = re.compile(
    r"^ {0,3}#{1,6}[ \t]*(?P<marked>[^\n]+?)[ \t]*#*$|^(?P<ruled>[^\n]+)\n(?:=+|-+)[ \t]*$",
    re.MULTILINE,
)

Anchors = Mapping[str, frozenset[str] | None]
"""By path of a page or file what stands after # in a link to it; None where that is unknown."""


def document_anchors(pages: Iterable[ReadDocument]) -> Anchors:
    """The headings of hand-written pages, by path."""
    return {page.document.path: _headings(page) for page in pages}


def generated_anchors(seeds: Seeds) -> Anchors:
    """Figures on their page, sentences on the pages of articles, and the headings of all."""
    lang = seeds.briefing.languages[0] if seeds.briefing else ""
    messages = load_messages(lang) if lang in languages() else {}
    headings = {slugify(text, "-") for text in messages.values()}
    ids = seeds.known["fact"].ids
    facts = {*ids, *(f"fact--{name}" for name in ids)}
    facts |= {f"indicator--{name}" for name in seeds.indicators}
    on_index = {
        "headings": frozenset(headings),
        "figures": frozenset(headings | facts | {"facts--withdrawn"}),
        "unknown": None,
    }
    anchors = {row.path: on_index[row.anchors] for row in SECTIONS.values() if row.title}
    for article in seeds.articles.values():
        anchors[f"{known_folder(article.date_published)}/index.md"] = None
    for identifier in seeds.known["article"].ids:
        named = seeds.articles.get(identifier)
        titles = named.title.values() if named else ()
        # Which fact quotes which article may still be wrong in the seeds, with its own finding.
        own = {*seeds.known["fact"].ids, *(slugify(title, "-") for title in titles)}
        anchors[f"sources/{identifier}.md"] = frozenset(headings | own)
    return anchors


def _headings(page: ReadDocument) -> frozenset[str] | None:
    text = _FENCE.sub("", page.document.text[page.body_start :])
    typed = [match["marked"] or match["ruled"] for match in _HEADING.finditer(text)]
    if any("{" in heading for heading in typed):
        return None  # a call in a heading: its words are not known before the page is composed
    markdown = Markdown(extensions=["toc"])
    found: set[str] = set()
    for heading in typed:
        markdown.reset().convert(f"# {heading}")
        for token in getattr(markdown, "toc_tokens", ()):
            unique(token["id"], found)
    return frozenset(found)
