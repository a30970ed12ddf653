"""Where the sentence of a figure stands: as links for readers, as a target for programs.

In: a located quotation. Out: markup; a target of the W3C Web Annotation model.
"""

from typing import Any

from markupsafe import Markup

from generator.model import Article, Entry, Located
from generator.pages.parts.parts import Parts
from generator.pages.parts.text_fragment import passage_address
from generator.pages.templating import fill

_CONTEXT = 32
"""Characters before and after a quotation, by which it is found again."""


def source_at(located: Located, entry: Entry, parts: Parts) -> Markup:
    """The article's page at the sentence, who wrote it, the publisher's page at the sentence."""
    article = parts.site.book.articles[located.quote.article]
    original = ""
    if article.url_main:
        original = passage_address(article.url_main, article.text, located.start, located.end)
    return fill(
        "door_source.html.jinja",
        href=parts.links.article(article.id, entry.fact.id),
        byline=parts.dated_byline(article),
        author=article.author,
        original=original,
        say=parts.site.wording.say,
    ).strip()


def annotation_target(located: Located, article: Article, parts: Parts) -> dict[str, Any]:
    """The passage by its words and by its place, and the text in which both hold."""
    text, start, end = article.text, located.start, located.end
    return {
        "type": "SpecificResource",
        "source": article.url_main or str(parts.links.article(article.id)),
        "sha256": article.sha256,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": located.text,
                "prefix": text[max(0, start - _CONTEXT) : start],
                "suffix": text[end : end + _CONTEXT],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }
