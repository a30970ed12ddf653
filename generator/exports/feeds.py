"""Changes of figures as feeds: `feed.xml` (Atom) and `feed.json` (JSON Feed 1.1).

In: the site. Out: bytes, the same for the same site. The id and the date of an item depend on
neither clock nor address, so that a site that moves repeats no news.
"""

import re
from collections.abc import Mapping
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from generator.exports.facts import to_json
from generator.pages import FigureChange, Site, figure_changes, newest_day, title_of

_MOST = 200
"""Changes in a feed; readers keep the older ones."""
_NAMESPACE = UUID("0d5b7a52-5b5b-5d0e-9c57-6b1e3d8f2a41")
_NO_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even encoded."""


def atom_feed(site: Site) -> bytes:
    """The newest changes as Atom (RFC 4287)."""
    changes = figure_changes(site)[:_MOST]
    say, newest = site.wording.say, max((one.day for one in changes), default=newest_day(site))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_quoted(site.wording.lang)}>',
        f"  <id>{_urn('feed', site)}</id>",
        f"  <title>{_text(say('feed-title', title=title_of(site)))}</title>",
        f"  <subtitle>{_text(say('feed-subtitle'))}</subtitle>",
        f"  <updated>{newest}T00:00:00Z</updated>",
        f"  <author><name>{_text(title_of(site))}</name></author>",
        f'  <link rel="alternate" type="text/html" href={_quoted(f"{site.address}changes/")}/>',
    ]
    if site.address:
        own = _quoted(f"{site.address}feed.xml")
        lines.append(f'  <link rel="self" type="application/atom+xml" href={own}/>')
    for one in changes:
        lines += _entry(one, site)
    return ("\n".join([*lines, "</feed>"]) + "\n").encode()


def json_feed(site: Site) -> bytes:
    """The same as JSON Feed; without an address it has no links, which must be absolute."""
    say = site.wording.say
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": say("feed-title", title=title_of(site)),
        "description": say("feed-subtitle"),
        "language": site.wording.lang,
        "authors": [{"name": title_of(site)}],
        "items": [_item(one, site) for one in figure_changes(site)[:_MOST]],
    }
    if site.address:
        feed["home_page_url"] = f"{site.address}changes/"
        feed["feed_url"] = f"{site.address}feed.json"
    return to_json(feed)


def _entry(one: FigureChange, site: Site) -> list[str]:
    moment = f"{one.day}T00:00:00Z"
    return [
        "  <entry>",
        f"    <id>{_urn(one.key, site)}</id>",
        f"    <title>{_text(one.title)}</title>",
        f"    <published>{moment}</published>",
        f"    <updated>{moment}</updated>",
        f'    <link rel="alternate" type="text/html" href={_quoted(_permalink(one, site))}/>',
        f"    <category term={_quoted(one.what)}/>",
        f'    <content type="text">{_text(one.text)}</content>',
        "  </entry>",
    ]


def _item(one: FigureChange, site: Site) -> Mapping[str, object]:
    item = {
        "id": _urn(one.key, site),
        "title": one.title,
        "content_text": one.text,
        "date_published": f"{one.day}T00:00:00Z",
        "tags": [one.what],
    }
    return item | ({"url": _permalink(one, site)} if site.address else {})


def _permalink(one: FigureChange, site: Site) -> str:
    return f"{site.address}f/{one.fact}/"


def _urn(key: str, site: Site) -> str:
    """A name for ever, made of the subject and the change."""
    subject = site.seeds.briefing.subject.id if site.seeds.briefing else ""
    return f"urn:uuid:{uuid5(_NAMESPACE, f'{subject}/{key}')}"


def _text(text: str) -> str:
    return escape(_NO_XML.sub("\N{REPLACEMENT CHARACTER}", text))


def _quoted(text: str) -> str:
    return quoteattr(_NO_XML.sub("\N{REPLACEMENT CHARACTER}", text))
