"""What a reader's browser needs to prove a figure once more: a file beside each panel.

In: rows of the ledger, the site. Out: the fields of the row, as they were hashed for the chain of
releases, and what can be said of them, in the site's words. The script (`assets/prove.js`) reads
the sentence by itself: of how the generator reads, only the nouns of the briefing's own units go
along.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.exports.facts import FactRow, to_json
from generator.ledger import hashed_fields
from generator.pages import Site
from generator.text import plain_decimal

_ID = re.compile(r"\{([^{}]*)\}")
_SIGNS = {"*": "×", "/": "÷", "-": "−"}
_SAID = (
    *("quoted", "no-quoted", "number", "no-number", "fall", "no-fall", "unit", "no-unit"),
    *("exact", "hedge", "no-hedge", "inferred", "value", "computed", "no-computed"),
    *("shown", "no-shown", "on-record", "no-on-record", "broken", "no-hash"),
)
_OF_INPUT = ("value", "min_value", "max_value", "unit")


def proof_files(rows: Sequence[FactRow], site: Site) -> dict[str, bytes]:
    """A file for each figure that stands, by its path below the site's root."""
    by_id = {row["id"]: row for row in rows}
    words = {name: site.wording.verbatim(f"prove-{name}") for name in _SAID}
    words |= {f"{name}-name": site.wording.say(f"aspect-{name}") for name in ("unit", "hedge")}
    return {
        f"proof/{row['id']}.json": to_json(_proof(row, by_id, words, site))
        for row in rows
        if row["status"] != "withdrawn"
    }


def _proof(
    row: FactRow, rows: Mapping[str, FactRow], words: Mapping[str, str], site: Site
) -> dict[str, Any]:
    lang, fields = site.wording.lang, hashed_fields(row)
    kept = ("id", "basis", *fields["says"], *fields["rests_on"])
    return {
        "row": {name: row[name] for name in kept} | {"quotes": row["quotes"]},
        "hashed": fields,
        "lang": lang,
        "shown": row["display"].get(lang, ""),
        "unit": site.wording.unit_name(row["unit"]),
        "hedge": site.wording.say(f"hedge-word-{row['hedge'] or 'exact'}"),
        "units": {part: _nouns(part, site) for part in (row["unit"] or "").split("/") if part},
        "inferred": {
            one["aspect"]: one["reason"].get(lang, "")
            for one in row["evidence"]
            if one["basis"] == "inferred"
        },
        "inputs": _inputs(row, rows, site),
        "reckoning": _reckoning(row, rows, site),
        "words": dict(words),
    }


def _nouns(unit: str, site: Site) -> list[str]:
    """The nouns by which articles call a unit of the briefing."""
    known = site.seeds.units.get(unit)
    if known is None:
        return []
    labels = (name for forms in known.label.values() for name in forms.values())
    return sorted({*labels, *(noun for nouns in known.words.values() for noun in nouns)})


def _inputs(row: FactRow, rows: Mapping[str, FactRow], site: Site) -> dict[str, Any]:
    """What a formula names: figures, and constants of the briefing."""
    return {
        name: {key: rows[name][key] for key in _OF_INPUT}
        if name in rows
        else {**dict.fromkeys(_OF_INPUT), "value": _constant(name, site)}
        for name in _ID.findall(row["formula"] or "")
    }


def _constant(name: str, site: Site) -> str:
    constants = site.seeds.briefing.constants if site.seeds.briefing else {}
    return plain_decimal(constants[name].value)


def _reckoning(row: FactRow, rows: Mapping[str, FactRow], site: Site) -> str:
    """The formula as a person writes it down, with amounts in place of ids."""
    typed = re.sub(r"(?<=[\s(])[-*/](?=\s)", lambda sign: _SIGNS[sign[0]], row["formula"] or "")
    lang = site.wording.lang
    return _ID.sub(
        lambda found: (
            rows[found[1]]["display"][lang] if found[1] in rows else _constant(found[1], site)
        ),
        typed,
    )
