"""Records ready to be filled in, which an editor offers where one may begin.

In: nothing. Out: by the section of a file, what the YAML language server takes as snippets.
`$1`, `${2:word}` and `${3|one,other|}` are the places that the tab key visits.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from generator.model import CHART_KINDS, MEANINGS

Snippet = dict[str, Any]


def _snippet(label: str, description: str, body: Mapping[str, Any]) -> Snippet:
    return {"label": label, "description": description, "body": body}


def _quote(first: int) -> Mapping[str, str]:
    return {"article": f"${first}", "exact": f"${{{first + 1}:the passage, letter for letter}}"}


def _chart(kind: str) -> Snippet:
    body: dict[str, Any] = {"id": "$1", "kind": kind, "title": {"en": "$2"}}
    body |= {} if kind == "coverage" else {"facts": ["$3"]}
    return _snippet(f"chart: {kind}", MEANINGS["kind of chart"][kind], body)


QUOTATION = _snippet("quotation", "The sentence that says it.", _quote(1))
"""Of a fact."""
SNIPPETS: Mapping[str, list[Snippet]] = MappingProxyType(
    {
        "articles": [
            _snippet(
                "article",
                "The record of a text; `briefing add FILE` writes text and record for you.",
                {
                    "id": "${1:daily-2025-03-18}",
                    "path": "articles/${2:file.txt}",
                    "sha256": "${3:`briefing check` prints it}",
                    "lang": "$4",
                    "title": {"en": "$5"},
                    "producer": "$6",
                    "date_published": "$7",
                    "date_basis": "${8|stated,inferred|}",
                    "summary": {"en": "$9"},
                },
            )
        ],
        "facts": [
            _snippet(
                "fact, quoted",
                "A figure that a sentence of an article states.",
                {
                    "id": "$1",
                    "indicator": "$2",
                    "period": "$3",
                    "value": "$4",
                    "unit": "$5",
                    "quote": _quote(6),
                },
            ),
            _snippet(
                "fact, derived",
                "A figure that a formula computes from other facts.",
                {
                    "id": "$1",
                    "indicator": "$2",
                    "period": "$3",
                    "unit": "$4",
                    "formula": '"{${5:fact-id}} / {${6:fact-id}}"',
                },
            ),
            _snippet(
                "fact, an event",
                "Something that happened: a period and a sentence, no value.",
                {
                    "id": "$1",
                    "label": {"en": "${2:what happened}"},
                    "indicator": "$3",
                    "period": "$4",
                    "quote": _quote(5),
                },
            ),
        ],
        "charts": [_chart(kind) for kind in CHART_KINDS],
        "indicators": [
            _snippet(
                "indicator",
                "What is measured, and the words by which articles name it.",
                {
                    "${1:id}": {
                        "label": {"en": "$2"},
                        "kind": "${3|level,flow,change,event|}",
                        "units": ["$4"],
                        "words": {"${5:en}": ["$6"]},
                    }
                },
            )
        ],
        "units": [
            _snippet(
                "unit",
                "A counted thing, and the nouns by which articles name it.",
                {
                    "${1:id}": {
                        "label": {"en": {"one": "$2", "other": "$3"}},
                        "words": {"${4:en}": ["$5"]},
                    }
                },
            )
        ],
    }
)
"""By section."""
