"""Answers that one number gives in place of many letters: a new indicator, a period.

In: a question of a fact. Out: lines as a person would type them, each with what it rests on. A new
indicator is offered only where the fact would be proven with it; whether it is one, a person says.
"""

import re
from collections.abc import Iterator, Mapping

from generator.cli.adding.choices import mention_in, quoted_in
from generator.cli.deciding.called import calls
from generator.cli.deciding.desk import Desk, article_of
from generator.cli.deciding.lines import kind_of, tried
from generator.cli.deciding.retyped import FIELDS
from generator.cli.deciding.trial import Verdict
from generator.evidence import Called, base_form, dates_near, is_of_done, is_of_measure
from generator.model import AHEAD, Period
from generator.reading import Question, kebab

_SHARE = {"en": "share of {}", "de": "Anteil: {}", "nl": "aandeel: {}"}
_SHARE_DOING = {"en": "share of {} that {}"}
_SHARE_OF_THEM = {"en": "share{} that {}"}
_DOING = {"en": "{} that {}"}
_AIM = {"en": "{} to {}"}
_DONE = {"en": "{} {}"}
_MOVED = {"en": "change in {}", "de": "Änderung: {}", "nl": "verandering: {}"}
_LASTING = {"en": "time {}"}
_OF_MONEY: Mapping[str, Mapping[str, str]] = {
    "cost": {"en": "cost of {of}", "de": "Kosten: {of}", "nl": "kosten: {of}"},
    "price": {"en": "price of {of}", "de": "Preis: {of}", "nl": "prijs: {of}"},
    "money": {"en": "money {done} {of}"},
    "money_by": {"en": "money {done} by {of}"},
    "money_ahead": {"en": "money to be {done} {of}"},
}
"""Only of a language whose clauses keep the order of their words."""
_PARTICIPLES = {
    "en": {
        **dict.fromkeys(("cut", "put", "read", "let", "hit", "shed", "set"), ""),
        "sell": "sold",
        "make": "made",
        "build": "built",
        "buy": "bought",
        "pay": "paid",
        "spend": "spent",
        "lose": "lost",
        "win": "won",
        "hold": "held",
        "keep": "kept",
        "feed": "fed",
        "teach": "taught",
        "find": "found",
        "catch": "caught",
        "send": "sent",
        "bring": "brought",
        "lend": "lent",
        "meet": "met",
        "hear": "heard",
        "leave": "left",
        "lead": "led",
        "take": "taken",
        "give": "given",
        "drive": "driven",
        "eat": "eaten",
        "throw": "thrown",
        "drink": "drunk",
        "grow": "grown",
        "draw": "drawn",
        "see": "seen",
        "write": "written",
        "break": "broken",
        "choose": "chosen",
        "ride": "ridden",
        "weave": "woven",
        "bear": "borne",
        "breed": "bred",
        "lay": "laid",
        "grind": "ground",
        "ground": "",
        "run": "run",
        "have": "-",
        "be": "-",
        "get": "-",
        "come": "-",
        "go": "-",
        "become": "-",
    }
}
"""By their base; empty is as the base, a hyphen none that stands behind a noun."""
_WITH_ARTICLE = {"en"}
_CURE = re.compile(r"(?:write|add) (period|status|hedge|unit|attribution): ([\w/%.-]+)")
_LETTERS = {key: letter for letter, (key, _) in FIELDS.items()}
_MOST_TRIED, _MOST = 8, 3
_WHERE = {
    "own": "the sentence goes on",
    "before": "the sentence before",
    "yearless": "the last one before the article",
}


def offered(question: Question, desk: Desk) -> Mapping[str, str]:
    """Lines to choose from, and what each rests on: new indicators, then other fields."""
    labels = _labels(question, desk)
    verdicts = tried(labels, question, desk)
    known = [one for one in verdicts.values() if one.is_measured]
    fine = dict(
        labels[name]
        for name, one in reversed(list(verdicts.items()))
        if one.is_measured or (not known and _is_undated(one))
    )
    ordered = [one for one in dict.fromkeys(label for label, _ in labels.values()) if one in fine]
    kind = kind_of(question, desk)
    new = "new" if kind == "level" else f"new, {kind}"
    lines = {f"n {label} / {fine[label]}": new for label in ordered[:_MOST]}
    # Where the likeliest lacks but another field, a word that fits as things stand misleads.
    likely = list(verdicts.values()) if not lines else list(verdicts.values())[:1]
    lines = dict.fromkeys(filter(None, map(cure_of, likely)), "as the text says") | lines
    if "period" not in question.record:
        found = list(_dates(question, desk))
        said = {f"p {edtf}": f"{_WHERE[where]}: {text}" for edtf, text, where in found}
        closed = {edtf for edtf, _, where in found if where == "before" and "/" not in edtf}
        # What happened at a time that the sentence before names is rarely of the article's day.
        is_first = len(closed) == len(found) == 1 and _is_past(question, desk)
        lines = said | lines if is_first else lines | said
    return lines


def _is_undated(verdict: Verdict) -> bool:
    """The text says a time of the figure that it does not date, so a person has to."""
    finding = verdict.finding
    return finding is not None and finding.code == "period-unseen"


def _is_past(question: Question, desk: Desk) -> bool:
    lang, units = desk.lang(question), desk.seeds.units
    mention = mention_in(question.record, lang, units)
    return mention is not None and is_of_done(mention, quoted_in(question.record), lang, units)


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
        if where == "before" and edtf == str(told):
            continue  # the line of date and place, or what holds without a period
        if is_ahead or edtf <= str(told):
            yield edtf, text, where


def _labels(question: Question, desk: Desk) -> dict[str, tuple[str, str]]:
    """By an id: the label of a new indicator, and its word; more words of a label behind it."""
    briefing = desk.seeds.briefing
    language = briefing.languages[0] if briefing else "en"
    found: dict[str, tuple[str, str]] = {}
    if desk.lang(question).partition("-")[0] != language:
        return found
    for one in calls(question, desk):
        label = _label_of(one, language)
        name = kebab(label)
        if name and name not in desk.seeds.indicators and (label, one.word) not in found.values():
            number = sum(known == label for known, _ in found.values())
            found[f"{name}-{number}" if number else name] = label, one.word
    return dict(list(found.items())[:_MOST_TRIED])


def _label_of(one: Called, language: str) -> str:
    """As a heading has it; empty where the language has no such heading."""
    form, done = {language: "{}"}, ""
    if one.form:
        return _label_of_money(one, language)
    if one.is_share:
        of_them = _SHARE_DOING if one.label else _SHARE_OF_THEM
        form = of_them if one.doing else _SHARE
    elif one.doing or one.aim:
        form = _DOING if one.doing else _AIM
    elif one.is_lasting or one.is_moved:
        form = _LASTING if one.is_lasting else _MOVED
    elif one.done:
        done = _participle(one.done, language)
        form = _DONE if done else {}
    of = one.whole if language in _WITH_ARTICLE and one.whole else one.label
    said = form.get(language, "").format(of, one.doing or one.aim or done)
    return said[:1].upper() + said[1:]


def _label_of_money(one: Called, language: str) -> str:
    """What it costs, what it is the price of, what was moved; empty where it cannot be said."""
    done = _participle(one.done, language)
    if one.done and not done:
        return ""
    of = one.whole if language in _WITH_ARTICLE and one.whole else one.label
    said = _OF_MONEY[one.form].get(language, "").format(done=done, of=of).strip()
    return said[:1].upper() + said[1:]


def _participle(done: str, language: str) -> str:
    """The verb as it stands behind what was done: `calls answered`; empty where it cannot."""
    verb, space, particle = done.partition(" ")
    known = _PARTICIPLES.get(language)
    if known is None or not verb:
        return ""
    base = base_form(verb, language)
    regular = base + ("d" if base.endswith("e") else "ed")
    said = known.get(base, verb if verb.endswith("ed") else regular) or base
    return "" if said == "-" else f"{said}{space}{particle}"
