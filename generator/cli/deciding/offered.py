"""Answers that one number gives in place of many letters: a new indicator, a period.

In: a question of a fact. Out: lines as a person would type them, each with what it rests on. A new
indicator is offered only where the fact would be proven with it; whether it is one, a person says.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from generator.cli.adding.choices import mention_in, quoted_in
from generator.cli.deciding.called import INDICATORS, phrases, unit_counted
from generator.cli.deciding.declared import line_of
from generator.cli.deciding.desk import Desk, article_of
from generator.cli.deciding.retyped import FIELDS
from generator.cli.deciding.trial import Verdict, verdicts_of
from generator.evidence import dates_before, is_of_measure
from generator.model import Mention
from generator.reading import Question, UsageError, kebab, load_bytes, with_field, with_indicator

_SHARE = {"en": "Share of {}", "de": "Anteil: {}", "nl": "Aandeel: {}"}
_CURE = re.compile(r"(?:write|add) (period|status|hedge|unit|attribution): ([\w/%.-]+)")
_LETTERS = {key: letter for letter, (key, _) in FIELDS.items()}
_MOST_TRIED, _MOST = 5, 3


def offered(question: Question, desk: Desk) -> Mapping[str, str]:
    """Lines to choose from, and what each rests on: new indicators, then other fields."""
    labels = _labels(question, desk)
    verdicts = _tried(labels, question, desk)
    lines = {
        f"n {labels[name][0]} / {labels[name][1]}": "new"
        for name, one in verdicts.items()
        if one.is_fine
    }
    lines = dict(list(lines.items())[:_MOST])
    cures = filter(None, map(cure_of, verdicts.values())) if not lines else ()
    lines |= dict.fromkeys(cures, "as the text says")
    if "period" not in question.record:
        lines |= {
            f"p {edtf}": f"the sentence before: {one.text}" for edtf, one in _dates(question, desk)
        }
    return lines


def cure_of(verdict: Verdict) -> str:
    """The line that types what the proof says is to be written; empty where it names nothing."""
    finding = verdict.finding
    if finding is None or verdict.is_fine or is_of_measure(finding):
        return ""
    found = _CURE.search(finding.hint or "")
    return f"{_LETTERS[found[1]]} {found[2]}" if found else ""


def said_before(question: Question, desk: Desk) -> str:
    """The words of the sentence before that say the period of the fact; empty where none do."""
    period = str(question.record.get("period", ""))
    return next((one.text for edtf, one in _dates(question, desk) if edtf == period), "")


def _dates(question: Question, desk: Desk) -> Iterator[tuple[str, Mention]]:
    article, exact = desk.whole_article(article_of(question)), quoted_in(question.record)
    if article is not None and exact:
        yield from ((str(one.edtf), one) for one in dates_before(exact, article, desk.seeds.units))


def _labels(question: Question, desk: Desk) -> dict[str, tuple[str, str]]:
    """By the id that it would have: the label of a new indicator, and its word."""
    lang, units, briefing = desk.lang(question), desk.seeds.units, desk.seeds.briefing
    mention = mention_in(question.record, lang, units)
    language = briefing.languages[0] if briefing else "en"
    exact = quoted_in(question.record)
    found: dict[str, tuple[str, str]] = {}
    if mention is None or lang.partition("-")[0] != language:
        return found
    behind = exact.partition(mention.text)[2]
    for phrase in phrases(question, desk):
        is_of = re.match(rf" (?:\w+ ){{1,2}}{re.escape(phrase)}\b", behind) is not None
        is_share = mention.kind == "percent" and is_of
        label = _SHARE.get(language, "{}").format(phrase) if is_share else phrase
        label = label[:1].upper() + label[1:]
        name = kebab(label)
        if name and name not in desk.seeds.indicators:
            found.setdefault(name, (label, phrase))
    return dict(list(found.items())[:_MOST_TRIED])


def _tried(
    labels: Mapping[str, tuple[str, str]], question: Question, desk: Desk
) -> Mapping[str, Verdict]:
    """What the proof would say of the fact with each, were it declared."""
    file, fact = desk.files[question.path], str(question.record["id"])
    content, counted = load_bytes(desk.root, INDICATORS), unit_counted(question, desk)
    if counted:
        file = with_field(file, fact, "unit", counted[0])
        question = replace(question, record={**question.record, "unit": counted[0]})
        if counted[0] not in desk.seeds.units:
            content = with_indicator(INDICATORS, content, counted[1], "units").encode()
    for name, (label, word) in labels.items():
        line = line_of(name, label, [word], question, desk)
        with suppress(UsageError):
            content = with_indicator(INDICATORS, content, line).encode()
    if not isinstance(content, bytes):
        return {}
    return verdicts_of(
        desk.root, file, fact, desk.articles, list(labels), instead={INDICATORS: content}
    )
