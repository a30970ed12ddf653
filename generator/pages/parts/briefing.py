"""The briefing as a whole in words: its title, what it is about, how it is cited.

In: the site. Out: plain text, not yet escaped.
"""

from generator.pages.site import Site


def title_of(site: Site) -> str:
    """What the briefing is called."""
    return site.wording.text(site.seeds.briefing.title) if site.seeds.briefing else ""


def cite_briefing(site: Site) -> str:
    """The briefing as a whole in one sentence, with its address where that is known."""
    if not site.book.articles:  # nothing dates it yet
        return f"{title_of(site)}. {site.address}".rstrip(". ")
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
