"""No word, ending or article of a language stands in the code that reads texts.

Comes in: the room's source files, as syntax trees, and the packaged lexicons. Goes out: words that
stand in a string and are on no list, each with its file. Docstrings are no strings of the code.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.evidence.lexicon.cues import CUES
from generator.evidence.lexicon.lexicon import load_files

GENERATOR = Path(__file__).resolve().parents[3] / "generator"
EVIDENCE = GENERATOR / "evidence"
READING = sorted(
    [*(file for room in ("text", "lexicon", "numbers", "dates") for file in EVIDENCE.glob(f"{room}/*.py")),
     *(file for file in EVIDENCE.glob("second/*.py") if file.name != "check.py"),
     EVIDENCE / "annotate.py"]
)  # fmt: skip
RULES = sorted(
    file for file in EVIDENCE.rglob("*.py") if file not in READING and file.name != "__init__.py"
)

TOKENS = "kinds of tokens"
UNITS = "kinds of units, and codes of ratios and durations, which facts hold too"
MENTIONS = "kinds of mentions"
PATTERNS = "names of the patterns of dates, and of their groups"
TABLES = "keys of a lexicon file, filled from the locale data"
CLDR = "names that Babel has for forms of its data"
MESSAGE = "what is said of a mistake in a lexicon file"
ROLES = "what a word may be in a number"
LISTED: Mapping[str, Mapping[str, str]] = {
    "annotate.py": {
        "type variables": "Found",
        TOKENS: "mark number",
        MENTIONS: "count date duration money multiple name ordinal percent price",
        UNITS: "bp pp sign x",
        "the hedge that is none": "exact",
        "a type code of arrays": "I",
        "parts of addresses": "A Fa f ftp http https www ai at be ch cn co com de eu fr hk info io net nl "
        "org uk us",
    },
    "dates/calendar.py": {
        PATTERNS: "after before clock count day decade edge first fiscal from half iso last mid month months old "
        "named next numeric ordinal part quarter season second split spread start to turned two week whole word "
        "year years",
        "EDTF": "X XX XXXX",
        "a format of numbers": "d",
    },
    "dates/moments.py": {
        UNITS: "day decade half hour month night quarter week weekend year",
        "what a phrase of the lexicon means": "autumn before date easter loose now season since spring summer then to trailing",
        "EDTF": "XXXX",
        "a format of numbers": "d",
    },
    "dates/old_years.py": {"a cue of verbs": "settled"},
    "dates/patterns.py": {
        PATTERNS: "clock day decade first fiscal half iso last month months numeric old part quarter season split "
        "spread to two week word year years",
        "marks of a time and of a week in ISO 8601": "T W Z w",
        "capitals of a name": "A",
    },
    "dates/relations.py": {
        "relations of a date to a period": "coarser contradicts fits overlaps states unknown",
        "EDTF": "X XX XXXX",
        "a format of numbers": "d",
    },
    "lexicon/keys.py": {MESSAGE: "is key no such", "type variables": "Record Value"},
    "lexicon/files.py": {
        "where the files lie": "any evidence generator lexicons toml utf",
        "by what they are kept": "tables",
    },
    "lexicon/lexicon.py": {
        "by what number words are kept": "numbers in",
        TABLES: "cldr codes dates decimal every group lang measures money months named names numerals "
        "powers scales short weekdays words",
        CLDR: "abbreviated alone decimal format group latn long short stand wide",
        MESSAGE: "lexicons toml",
        "the tag that is read in place of one that names no language": "en",
    },
    "lexicon/phrases.py": {"type variables": "Meaning"},
    "lexicon/cues.py": {"names of cues, which rules ask for": re.sub(r"[-_]", " ", " ".join(CUES))},
    "numbers/directions.py": {TOKENS: "mark number word", "directions": "down up"},
    "numbers/fractions.py": {TOKENS: "number", UNITS: "ratio"},
    "numbers/ellipsis.py": {TOKENS: "mark word", UNITS: "declared noun"},
    "numbers/neighbours.py": {TOKENS: "mark number word", UNITS: "declared noun ratio"},
    "numbers/grammar.py": {TOKENS: "number word", UNITS: "ratio"},
    "numbers/ambiguity.py": {
        TOKENS: "mark number word",
        UNITS: "noun ratio",
        "what words beside a figure may be": "broken group length loss row scale script sign sum",
        "names and categories of Unicode": "ARMENIAN CHEROKEE COPTIC CYRILLIC FULLWIDTH GREEK LATIN Lm "
        "MATHEMATICAL Sk Sm",
    },
    "numbers/digits.py": {TOKENS: "mark number word", UNITS: "noun", "a sign of multiplication": "x", "raised digits": "⁰¹²³⁴⁵⁶⁷⁸⁹"},
    "numbers/figures.py": {
        TOKENS: "number word",
        UNITS: "declared measure money",
        "directions": "down up",
    },
    "numbers/hedges.py": {
        TOKENS: "mark number word",
        UNITS: "money permille",
        "hedges": "about at exact just least most nearly over under",
        "ends of a range": "high low",
        "what begins the meaning of a moment": "before",
    },
    "numbers/measures.py": {
        UNITS: "cent declared measure money noun penny pp rappen ratio sign",
        "codes of currencies": "AUD CAD CHF EUR GBP HKD NZD SGD TWD USD ZAR",
    },
    "numbers/money.py": {
        TOKENS: "mark number word",
        UNITS: "money sign",
        "the category of signs of currencies": "Sc",
    },
    "numbers/names.py": {TOKENS: "mark number word", UNITS: "declared noun"},
    "numbers/nouns.py": {TOKENS: "number word", UNITS: "bp permille pp"},
    "numbers/numerals.py": {"names and categories of Unicode": "FRACTION No"},
    "numbers/quantities.py": {TOKENS: "mark number word", UNITS: "measure money noun pp ratio"},
    "numbers/ranges.py": {
        UNITS: "declared noun ratio",
        "ends of a range, and how two numbers are joined": "back change high low range",
    },
    "numbers/shares.py": {
        TOKENS: "mark number word",
        UNITS: "declared measure money noun permille pp ratio sign",
        "names and categories of Unicode": "FRACTION No",
    },
    "numbers/units.py": {TOKENS: "word", UNITS: "declared noun"},
    "numbers/written.py": {
        TOKENS: "number word",
        UNITS: "bp measure money pp ratio x",
        "directions": "down up",
    },
    "second/beside.py": {
        "letters that look like a zero": "oO",
        "categories of Unicode": "No Sc",
    },
    "second/digits.py": {"groups of a pattern": "part whole"},
    "second/numbers.py": {
        TOKENS: "digits mark sign word",
        ROLES: "half joined one part point share",
    },
    "second/neighbours.py": {TOKENS: "mark word", "a sign between factors": "x"},
    "second/tokens.py": {TOKENS: "word"},
    "second/vocabulary.py": {
        "a form of Unicode": "NFD",
        "fields of the record": "betweens coins currencies joints ratios throughs",
        "what num2words is asked for": "ordinal",
    },
    "text/folding.py": {
        "an apostrophe that Unicode counts among the letters": "\u02bc",
        "a form of Unicode, and a type code of arrays": "I NFC",
        "ligatures and their letters": "ﬀﬁﬂﬃﬄﬅﬆ ff ffi ffl fi fl st",
    },
    "text/tokens.py": {
        TOKENS: "mark note number word", "raised digits": "⁰¹²³⁴ ⁹",
        "groups of a pattern": "field first",
    },
}  # fmt: skip
NAMES_IN_RULES = {
    "USD": "a code of a currency",
    "X": "EDTF",
    "clause": "a group of a pattern",
    "en": "the language of messages",
    "f": "a format of numbers",
    **dict.fromkeys(
        ("after", "before", "ends", "nothing", "once", "several", "stands"), "said in a message"
    ),
    **dict.fromkeys(("Cf", "Cn", "Co", "e"), "categories of Unicode, and an exponent"),
    **dict.fromkeys(("day", "month", "week", "year", "bp", "pp", "x"), "units"),
}
"""Words of the lexicons that are names of ours in the rules."""
NO_WORDS = {
    "XXXX": "EDTF without a year",
    "d": "a format of numbers",
    "inner": "how the matcher names marks within a word",
    "since": "what a phrase of the lexicon means",
    "then": "what a phrase of the lexicon means",
    "toml": "the ending of lexicon files",
}
"""What is cut off or compared and is no word of a text."""
SYNTAX = re.compile(r"\\u[0-9a-f]{4}|\\[A-Za-z]|\(\?P[<=]\w+[>)]|\(\?[a-z]+:")
"""Of regular expressions: escapes, named groups, flags."""
WORD = re.compile(r"[^\W\d_]+")
CUTTING = {"startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition", "strip",
           "lstrip", "rstrip", "replace", "maketrans", "split"}  # fmt: skip


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def name_of(file: Path) -> str:
    return file.relative_to(EVIDENCE).as_posix()


def strings_of(node: ast.AST) -> Iterator[str]:
    docstrings = {id(one.value) for one in ast.walk(node) if isinstance(one, ast.Expr)}
    for one in ast.walk(node):
        if (
            isinstance(one, ast.Constant)
            and isinstance(one.value, str)
            and id(one) not in docstrings
        ):
            yield one.value


def words_of(strings: Iterable[str]) -> set[str]:
    return {word for text in strings for word in WORD.findall(SYNTAX.sub(" ", text))}


def words_in(table: Any) -> Iterator[str]:
    """Every word of a lexicon file, keys included."""
    if isinstance(table, str):
        yield from (word.lower() for word in WORD.findall(table))
    elif isinstance(table, Mapping):
        for key, value in table.items():
            yield from words_in(key)
            yield from words_in(value)
    elif isinstance(table, list):
        for value in table:
            yield from words_in(value)


def names_of(file: Path) -> Iterator[str]:
    """The values of a file's closed vocabularies, and the fields of its records."""
    for node in ast.walk(tree_of(file)):
        if (
            isinstance(node, ast.Subscript)
            and isinstance(node.value, ast.Name)
            and node.value.id == "Literal"
        ):
            yield from strings_of(node.slice)
        elif isinstance(node, ast.ClassDef):
            yield from (
                one.target.id
                for one in node.body
                if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
            )


@pytest.mark.parametrize("file", READING, ids=name_of)
def test_every_word_in_the_code_that_reads_is_listed_with_its_reason(file: Path) -> None:
    listed = {word for words in LISTED.get(name_of(file), {}).values() for word in words.split()}
    assert words_of(strings_of(tree_of(file))) == listed - {"http"}


def test_the_list_names_no_file_that_is_gone() -> None:
    assert LISTED.keys() <= {name_of(file) for file in READING}


def test_the_rules_hold_no_word_of_a_lexicon() -> None:
    words = {word for table in load_files().values() for word in words_in(table)}
    files = [*EVIDENCE.rglob("*.py"), *(GENERATOR / "model").glob("*.py")]
    names = {*CUES, *NAMES_IN_RULES, *(name for file in files for name in names_of(file))}
    found = defaultdict(set)
    for file in RULES:
        for text in strings_of(tree_of(file)):
            if text.lower() in words and text not in names:
                found[name_of(file)].add(text)
    assert not found


def test_no_word_of_a_text_is_compared_with_a_word_in_the_code() -> None:
    found = defaultdict(set)
    for file in [*READING, *RULES]:
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.Compare) and _is_of_text(node):
                found[name_of(file)] |= words_of(strings_of(node))
            elif isinstance(node, ast.Call) and _cuts(node):
                arguments = (text for one in node.args for text in strings_of(one))
                found[name_of(file)] |= words_of(arguments)
    assert not {file: words for file, words in found.items() if words - NO_WORDS.keys()}


def _cuts(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and node.func.attr in CUTTING


def _is_of_text(node: ast.Compare) -> bool:
    """Whether a side is a token's text, or a text in small letters."""
    sides = (node.left, *node.comparators)
    return any(
        isinstance(one, ast.Attribute) and one.attr in {"lower", "text"}
        for side in sides
        for one in ast.walk(side)
    )


@pytest.mark.parametrize(
    "line",
    [
        'THE = frozenset({"het"})',
        'END = re.compile(r"(?<=m )(?:st|nd)")',
        'x = f"{word}ste"',
        'x = "ü"',
    ],
)
def test_the_list_would_find_a_word(line: str) -> None:
    assert words_of(strings_of(ast.parse(line)))


def test_only_the_lexicon_reads_the_files_of_words() -> None:
    importing = {
        name_of(file)
        for file in EVIDENCE.rglob("*.py")
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Import | ast.ImportFrom) and "load_files" in ast.unparse(node)
    }
    assert importing == {"lexicon/lexicon.py"}
