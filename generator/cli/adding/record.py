"""The draft of a record as YAML, in the order of the records that are there.

In: a draft, the numbers that remain. Out: lines. Every text from outside stands in double quotes;
what a person must decide is `"?"`, with what is known beside it as a comment.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.cli.adding.draft import Draft
from generator.cli.adding.facts_yaml import quoted_text
from generator.evidence import Remaining
from generator.model import UNDECIDED
from generator.reading import RefusedError, parse_ignored
from generator.text import shown

_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_MOST_IGNORED = 100
_OPEN = quoted_text(UNDECIDED)
_LONGEST_COMMENT = 160


def record_yaml(
    draft: Draft, language: str, remaining: Sequence[Remaining], left: Mapping[str, str]
) -> list[str]:
    """The lines of the record, its first with a dash.

    Args:
        draft: what the record says.
        language: of its title and summary.
        remaining: numbers that no suggested fact accounts for.
        left: by the text of a figure why no fact was suggested for it.
    """
    first, *others = (*_lines(draft, language), *_ignored(remaining, left))
    return [f"- {first}", *(f"  {line}" for line in others)]


def _lines(draft: Draft, language: str) -> Iterator[str]:
    yield f"id: {draft.id}"
    is_plain = re.fullmatch(r"[A-Za-z0-9_./-]+", draft.path)
    yield f"path: {draft.path if is_plain else quoted_text(draft.path)}"
    yield f"sha256: {draft.sha256}"
    yield f"lang: {draft.lang}"
    own = f"  # the page’s own: {shown(draft.own_title, _LONGEST_COMMENT)}"
    yield f"title: {{{language}: {quoted_text(draft.title)}}}{own if draft.own_title else ''}"
    yield f"producer: {quoted_text(draft.producer)}"
    if draft.author:
        yield f"author: {quoted_text(draft.author)}"
    date = str(draft.date) if draft.date else UNDECIDED
    yield f"date_published: {date if _PLAIN_DATE.fullmatch(date) else quoted_text(date)}"
    yield f"date_basis: {'stated' if draft.is_stated else 'inferred'}"
    if not draft.is_stated:
        yield f"reason: {_OPEN}  # {draft.why_inferred}"
    if draft.url:
        yield f"url_main: {quoted_text(draft.url)}"
    yield f"summary: {{{language}: {_OPEN}}}"


def _ignored(remaining: Sequence[Remaining], left: Mapping[str, str]) -> Iterator[str]:
    """Numbers that no fact accounts for, each without its reason yet."""
    if remaining:
        yield "ignored:"
        yield "# Each with the reason why it is no fact; delete the line where you make one of it."
    for one in remaining[:_MOST_IGNORED]:
        try:
            parse_ignored(one.exact)
        except RefusedError as error:
            why = shown(error.finding.message, _LONGEST_COMMENT)
            yield f"# left out: {shown(one.exact)}: {why}"
            continue
        why = left.get(one.text, "")
        beside = f"{one.kind}; no fact was suggested: {shown(why, _LONGEST_COMMENT)}"
        beside = beside if why else one.kind
        yield f"- {{exact: {quoted_text(one.exact)}, reason: {_OPEN}}}  # {beside}"
    if len(remaining) > _MOST_IGNORED:
        yield f"# and more than these {_MOST_IGNORED}: `briefing check` names them"
