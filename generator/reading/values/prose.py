"""Free text as typed becomes text that every page, table and download can hold.

In: a scalar's text. Out: one line, composed (NFC), without spaces at its ends; or `RefusedError`.
It refuses what hides, reorders or would be run by a spreadsheet; it never refuses or alters an
ordinary letter, sign, space or emoji: whatever writes a page escapes it.
"""

import re
import unicodedata

from generator.model import UNDECIDED
from generator.reading.characters import REFUSED, code_point
from generator.reading.errors import RefusedError

HEADING_LIMIT = 200
NAME_LIMIT = 120
NOTE_LIMIT = 1200
PASSAGE_LIMIT = 1000
_LONGEST_WORD, _LONGEST_IN_NOTE = 120, 200
_MOST_MARKS = 4
_NEWLINES = re.compile(r"[ ]*\n\s*")
_BREAKS = re.compile(
    r"[\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\uff00-\uffef\U00020000-\U0003ffff]"
)
"""Where a line may be broken: at spaces, and anywhere in scripts that are written without them."""


def parse_heading(text: str) -> str:
    """A label or title: at most 200 characters, no word that a narrow screen cannot show."""
    _refuse_undecided(text)
    return _begun(_breakable(_folded(text, HEADING_LIMIT), _LONGEST_WORD), "begin with a word")


def parse_name(text: str) -> str:
    """The name of a person, publisher or subject: at most 120 characters."""
    _refuse_undecided(text)
    return _begun(_folded(text, NAME_LIMIT), "begin with a word")


def parse_note(text: str) -> str:
    """A note, reason, summary or translation: at most 1200 characters."""
    _refuse_undecided(text)
    clean = _breakable(_folded(text, NOTE_LIMIT), _LONGEST_IN_NOTE)
    return _begun(clean, "begin with a word, for example minus")


def parse_passage(text: str) -> str:
    """Words of an article: at most 1000 characters; each newline counts as one space."""
    return _begun(parse_ignored(text), "begin the quotation at the next word")


def parse_suffix(text: str) -> str:
    """What follows a passage, where it stands more than once."""
    return _begun(parse_ignored(text), "write occurrence: 1, 2 … in place of it")


def parse_ignored(text: str) -> str:
    """Words of an article that no table shows: they may begin with a sign (`+49 30 …`)."""
    # One for one, as the article's own newlines are compared: a blank line is two spaces.
    return _checked(text.strip(" \n").replace("\n", " "), PASSAGE_LIMIT)


def parse_typed(text: str) -> str:
    """What was typed behind another key, numbers below zero included: at most 120 characters."""
    return _folded(text, NAME_LIMIT)


def parse_formula(text: str) -> str:
    """A formula on one line; its grammar is the ledger's business."""
    return _begun(_folded(text, PASSAGE_LIMIT), "put the whole formula in parentheses")


def _refuse_undecided(text: str) -> None:
    """A question mark stands where somebody has to write the text."""
    if text.strip() == UNDECIDED:
        raise RefusedError("is not decided yet", "write it in your own words", "undecided")


def _breakable(text: str, most: int) -> str:
    """The text, if a narrow screen can show each of its words."""
    for word in _BREAKS.split(text):
        if len(word) > most and "://" not in word:
            message = f"holds {len(word)} characters without a space"
            raise RefusedError(message, f"put a space into it; {most} is the most")
    return text


def _folded(text: str, limit: int) -> str:
    # The length first: normalising is the costly part.
    if len(text) > 2 * limit:
        raise _too_long(text, limit)
    return _checked(_NEWLINES.sub(" ", text.strip(" \n")), limit)


def _checked(text: str, limit: int) -> str:
    if len(text) > limit:
        raise _too_long(text, limit)
    if not text.strip():
        raise RefusedError("is empty", "write the text, or delete the line")
    if found := REFUSED.search(text):
        hint = "delete the character; retyping the word is the surest way"
        message = f"holds a character that cannot be seen: {code_point(found[0])}"
        raise RefusedError(message, hint, "bad-text")
    if "\t" in text:
        raise RefusedError("holds a tab", "write a space", "bad-text")
    clean = unicodedata.normalize("NFC", text).strip()
    _refuse_stacked_marks(clean)
    return clean


def _too_long(text: str, limit: int) -> RefusedError:
    return RefusedError(f"has {len(text)} characters; at most {limit}", "shorten it", "bad-text")


def _refuse_stacked_marks(text: str) -> None:
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks > _MOST_MARKS:
            hint = "delete the marks above and below the letter"
            message = f"has more than {_MOST_MARKS} marks on one letter"
            raise RefusedError(message, hint, "bad-text")


def _begun(text: str, hint: str) -> str:
    """Spreadsheets run a cell that begins with one of these; full-width forms count."""
    if unicodedata.normalize("NFKC", text[0])[:1] in {"=", "+", "-", "@"}:
        message = f"begins with {text[0]}, which a spreadsheet would run as a formula"
        raise RefusedError(message, hint, "bad-text")
    return text
