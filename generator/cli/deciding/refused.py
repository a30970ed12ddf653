"""Why an answer cannot stand where it was asked for."""

import re

from generator.reading import RefusedError, parse_date

LONGEST = 1000
_WORD = re.compile(r"[^\W\d_]{2}")


def why_not(first: str, answer: str) -> str | None:
    """Words against the answer to a question of this field; None where it may stand."""
    if first != "date_published" and not _WORD.search(answer):
        return f"{answer} is neither a number of the list nor a sentence; say it in words"
    if not answer.isprintable() or len(answer) > LONGEST:
        return f"this is no line of plain text of at most {LONGEST} characters"
    try:
        if first == "date_published":
            parse_date(answer)
    except RefusedError as error:
        return f"{answer} {error.finding.message}: {error.finding.hint}"
    return None
