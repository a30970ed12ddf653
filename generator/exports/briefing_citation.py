"""How to cite the briefing as a whole, for programs: `citation.bib`, `citation.json` (CSL).

In: the site. Out: bytes. The year is that of the newest article. Never the clock.
"""

from typing import Any

from generator.exports.facts import to_json
from generator.pages import Site, bibtex, describe_briefing, newest_day, title_of


def citation_bib(site: Site) -> bytes:
    """One BibTeX entry; braces around the title keep its capitals."""
    note = site.wording.say("chart-known-as-of", date=site.wording.period(site.newest))
    fields = {
        "title": f"{{{bibtex(title_of(site))}}}",
        "year": str(newest_day(site).year),
        "note": bibtex(note),
        "url": site.address,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return ("\n".join([f"@misc{{{_key(site)},", *lines, "}"]) + "\n").encode()


def citation_json(site: Site) -> bytes:
    """A list of one CSL item."""
    day = newest_day(site)
    item: dict[str, Any] = {
        "id": _key(site),
        "type": "dataset",
        "title": title_of(site),
        "abstract": describe_briefing(site),
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "language": site.wording.lang,
    }
    return to_json([item | ({"URL": site.address} if site.address else {})])


def _key(site: Site) -> str:
    subject = site.seeds.briefing.subject.id if site.seeds.briefing else "briefing"
    return f"{subject}-{newest_day(site)}"
