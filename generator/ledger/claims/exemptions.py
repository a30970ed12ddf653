"""Numbers that editors exempt by a pattern: parts of names, never amounts.

In: `exempt_numbers`, a text with claims. Out: whether a claim is exempt; findings about patterns
that let amounts pass, or any number behind a common word. What has a unit or a scale is no part of
a name, whatever the pattern.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.evidence import function_words, languages
from generator.ledger.claims.numbers import Claim, claims_in
from generator.model import Briefing, Exemption, Finding, Unit
from generator.text import shown

_CLASS = re.compile(r"\\d|\[(?!\^)[^\]]*[0-9][^\]]*\]")
_REPEAT = re.compile(r"(?<!\\)(?:[*+?]|\{[0-9]*,?[0-9]*\})[?+]?")
_GROUP = re.compile(
    r"(?<!\\)\((?:\?[^:=!<>a-zA-Z(]*(?:P?<[^>=!]*>|<?[=!]|[:>]))?|(?<!\\)[()^$]|\\b"
)
_ESCAPE = re.compile(r"\\(.)")
_PROBE = "190"


def is_exempt(claim: Claim, text: str, exemptions: Sequence[Exemption]) -> bool:
    """A pattern covers the whole of a number that is no amount, or the digits of a name."""
    if claim.is_amount:
        return False
    spans = [m.span() for one in exemptions for m in re.finditer(one.pattern, text)]
    needed: Sequence[int] = range(claim.start, claim.end)
    if claim.is_name:
        needed = [at for at in needed if text[at].isdigit()]
    return all(any(start <= at < end for start, end in spans) for at in needed)


def check_exemptions(briefing: Briefing, units: Mapping[str, Unit]) -> Iterator[Finding]:
    """No pattern names an amount, or no more of a number than a word such as `was`."""
    for index, one in enumerate(briefing.exempt_numbers):
        message = _why_refused(one.pattern, units)
        if message:
            place = briefing.marks.at("exempt_numbers", index, "pattern")
            hint = "name the thing that bears the number; an amount is a fact of seeds/facts"
            yield Finding("bad-value", place, "", message, hint)


def _why_refused(pattern: str, units: Mapping[str, Unit]) -> str | None:
    for lang in languages():
        for sample in _samples(pattern):
            for claim in claims_in(sample, lang, units):
                if claim.is_amount:
                    return f"the pattern exempts {shown(claim.text)}, which is an amount"
        for word in function_words(lang):
            found = re.search(pattern, f"{word} {_PROBE}")
            if found and found.end() == len(word) + 1 + len(_PROBE):
                return f"the pattern exempts any number behind {shown(word)}"
    return None


def _samples(pattern: str) -> Iterator[str]:
    """Texts that the pattern would match, one a choice; each class of digits is a seven."""
    plain = _ESCAPE.sub(r"\1", _GROUP.sub("", _REPEAT.sub("", _CLASS.sub("7", pattern))))
    yield from plain.split("|")
