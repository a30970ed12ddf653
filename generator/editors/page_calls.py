"""The calls of hand-written pages as snippets, in the form that VS Code reads.

In: the one table of calls, the ids of a briefing. Out: the bytes of a `.code-snippets` file. `$1`
is the first place that the tab key visits, `${1|a,b|}` one with a choice.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from generator.editors.known_ids import facts_by_news, newest_first
from generator.model import Fact, Seeds
from generator.pages import CALLS, CallKind

_MOST = 100
"""Ids of a choice: a longer menu helps nobody."""

Ids = Mapping[str, Sequence[str]]


def snippets_file(seeds: Seeds) -> bytes:
    """A snippet for each call, and one for each of its options; in Markdown only."""
    made = {
        f"briefing: {title}": {
            "scope": "markdown",
            "prefix": [title, f"{{{{ {title}"],
            "body": [f"{{{{ {name}({', '.join(said)}) }}}}"],
            "description": kind.usage or _usage(name, kind),
        }
        for name, kind in CALLS.items()
        for title, said in _ways(name, kind, seeds)
    }
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def _ways(name: str, kind: CallKind, seeds: Seeds) -> Iterable[tuple[str, list[str]]]:
    """How a call may be written: plainly, and with each option."""
    argument = [_choice(1, kind.words or _shown(kind, seeds))]
    fewest = argument if kind.takes[0] else []
    yield name, fewest
    for option, words in kind.options.items():
        # An indicator stands in place of ids, any other option behind them.
        before = fewest if words else []
        choice = _choice(len(before) + 1, words or [*seeds.indicators])
        yield f"{name} {option}", [*before, f"{option}={choice}"]


def _shown(kind: CallKind, seeds: Seeds) -> Iterable[str]:
    if kind.shows == "article":
        return (one.id for one in newest_first(seeds.articles.values()))
    if kind.shows == "chart":
        return seeds.charts
    return (one.id for one in facts_by_news(seeds) if _has(one, kind))


def _has(fact: Fact, kind: CallKind) -> bool:
    """The fact has what the call shows of it."""
    if fact.status == "withdrawn":
        return False
    return {
        "amount": fact.basis != "event",
        "sentence": fact.basis != "derived",
        None: True,
    }[kind.needs]


def _choice(number: int, words: Iterable[str]) -> str:
    """A place with a menu, in double quotes; no id holds what such a menu has to escape."""
    listed = ",".join(islice(words, _MOST))
    return f'"${{{number}|{listed}|}}"' if listed else f'"${number}"'


def _usage(name: str, kind: CallKind) -> str:
    argument = '"…"' if kind.takes[0] else ""
    return f"{{{{ {name}({argument}) }}}}"
