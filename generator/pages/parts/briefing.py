"""The briefing as a whole in words: its title, what it is about, how it is cited, its columns.

In: the site. Out: plain text, not yet escaped.
"""

from generator.pages.site import Site
from generator.wording import Column, LanguageWording


def title_of(site: Site) -> str:
    """What the briefing is called."""
    return site.wording.text(site.seeds.briefing.title) if site.seeds.briefing else ""


def cite_briefing(site: Site) -> str:
    """The briefing as a whole in one sentence, with its address where that is known."""
    said = {"site": title_of(site), "date": site.wording.period(site.newest)}
    if not site.address:
        return site.wording.say("data-cited-here", **said)
    return site.wording.say("data-cited", **said, address=site.address)


def describe_briefing(site: Site) -> str:
    """What the figures are about and how many there are, as a whole sentence or two."""
    briefing, wording = site.seeds.briefing, site.wording
    return wording.say(
        "data-about",
        description=wording.text(briefing.description) if briefing else "",
        facts=wording.count("fact-count", len(site.book.entries)),
        articles=wording.count("article-count", len(site.book.articles)),
    ).strip()


def meaning(column: str, wording: LanguageWording) -> str:
    """What a column means."""
    return wording.say(f"column-{column}-meaning")


def kind_words(column: Column, wording: LanguageWording) -> str:
    """What a column's cells are, and whether one may be empty."""
    kind = wording.say(f"kind-{column.kind}")
    if column.words:
        return wording.say("data-words", kind=kind, words=", ".join(column.words))
    return wording.say("data-required", kind=kind) if column.is_required else kind
