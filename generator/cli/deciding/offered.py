"""Answers that one number gives in place of many letters: a new indicator, a period.

In: a question of a fact. Out: lines as a person would type them, each with what it rests on. A new
indicator is offered only where the fact would be proven with it; whether it is one, a person says.
"""

import re
from collections.abc import Iterator, Mapping

from generator.cli.adding.choices import quoted_in
from generator.cli.deciding.called import calls
from generator.cli.deciding.desk import Desk, article_of
from generator.cli.deciding.lines import tried
from generator.cli.deciding.retyped import FIELDS
from generator.cli.deciding.trial import Verdict
from generator.evidence import Called, dates_near, is_of_measure
from generator.model import AHEAD, Period
from generator.reading import Question, kebab

_SHARE = {"en": "share of {}", "de": "Anteil: {}", "nl": "aandeel: {}"}
_SHARE_DOING = {"en": "share of {} that {}"}
_SHARE_OF_THEM = {"en": "share{} that {}"}
_DOING = {"en": "{} that {}"}
_AIM = {"en": "{} to {}"}
_DONE = {"en": "{} {}"}
_LASTING = {"en": "time {}"}
"""Only of a language whose clauses keep the order of their words."""
_PARTICIPLE = {"en": re.compile(r"\w+ed")}
"""Verbs that stand behind what was done as they do before it: `calls answered`."""
_WITH_ARTICLE = {"en"}
_CURE = re.compile(r"(?:write|add) (period|status|hedge|unit|attribution): ([\w/%.-]+)")
_LETTERS = {key: letter for letter, (key, _) in FIELDS.items()}
_MOST_TRIED, _MOST = 5, 3
_WHERE = {
    "own": "the sentence goes on",
    "before": "the sentence before",
    "yearless": "the last one before the article",
}


def offered(question: Question, desk: Desk) -> Mapping[str, str]:
    """Lines to choose from, and what each rests on: new indicators, then other fields."""
    labels = _labels(question, desk)
    verdicts = tried(labels, question, desk)
    lines = {
        f"n {labels[name][0]} / {labels[name][1]}": "new"
        for name, one in verdicts.items()
        if one.is_measured
    }
    lines = dict(list(lines.items())[:_MOST])
    # Where the likeliest lacks but another field, a word that fits as things stand misleads.
    likely = list(verdicts.values()) if not lines else list(verdicts.values())[:1]
    lines = dict.fromkeys(filter(None, map(cure_of, likely)), "as the text says") | lines
    if "period" not in question.record:
        dates = _dates(question, desk)
        lines |= {f"p {edtf}": f"{_WHERE[where]}: {text}" for edtf, text, where in dates}
    return lines


def cure_of(verdict: Verdict) -> str:
    """The line that types what the proof says is to be written; empty where it names nothing."""
    finding = verdict.finding
    if finding is None or verdict.is_fine or is_of_measure(finding):
        return ""
    found = _CURE.search(finding.hint or "")
    return f"{_LETTERS[found[1]]} {found[2]}" if found and "X" not in found[2] else ""


def said_near(question: Question, desk: Desk) -> tuple[str, str]:
    """The words near the quotation that say the period of the fact, and where they stand."""
    period = str(question.record.get("period", ""))
    found = ((text, where) for edtf, text, where in _dates(question, desk) if edtf == period)
    return next(found, ("", ""))


def _dates(question: Question, desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Each as a period has it, in its words, and where it stands.

    None to come of what is so, and none that was over of what is to come.
    """
    article, exact = desk.whole_article(article_of(question)), quoted_in(question.record)
    if article is None or not exact:
        return
    is_ahead, told = question.record.get("status", "reported") in AHEAD, article.date_published
    for edtf, text, where in dates_near(exact, article, desk.seeds.units):
        time = Period.parse(edtf)
        if is_ahead and time.end and told.end and time.end <= told.end:
            continue
        if is_ahead or edtf <= str(told):
            yield edtf, text, where


def _labels(question: Question, desk: Desk) -> dict[str, tuple[str, str]]:
    """By the id that it would have: the label of a new indicator, and its word."""
    briefing = desk.seeds.briefing
    language = briefing.languages[0] if briefing else "en"
    found: dict[str, tuple[str, str]] = {}
    if desk.lang(question).partition("-")[0] != language:
        return found
    for one in calls(question, desk):
        label = _label_of(one, language)
        name = kebab(label)
        if name and name not in desk.seeds.indicators:
            found.setdefault(name, (label, one.word))
    return dict(list(found.items())[:_MOST_TRIED])


def _label_of(one: Called, language: str) -> str:
    """As a heading has it; empty where the language has no such heading."""
    form = {language: "{}"}
    if one.is_share:
        of_them = _SHARE_DOING if one.label else _SHARE_OF_THEM
        form = of_them if one.doing else _SHARE
    elif one.doing or one.aim:
        form = _DOING if one.doing else _AIM
    elif one.is_lasting:
        form = _LASTING
    elif one.done:
        is_both = language in _PARTICIPLE and _PARTICIPLE[language].fullmatch(one.done)
        form = _DONE if is_both else {}
    of = one.whole if language in _WITH_ARTICLE and one.whole else one.label
    said = form.get(language, "").format(of, one.doing or one.aim or one.done)
    return said[:1].upper() + said[1:]
