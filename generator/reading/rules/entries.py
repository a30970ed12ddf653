"""What the keys of an article, indicator, unit, chart, check or the briefing must say together.

In: the tree of one record, and the declared units. Out: findings; none about what a shape has
refused already.
"""

from collections.abc import Collection, Iterator, Mapping

from generator.model import Finding, Place
from generator.reading.rules.facts import check_order
from generator.reading.rules.references import check_duplicates, find_leaves
from generator.reading.values.units import check_unit_name, is_unit
from generator.reading.yaml.nodes import Branch, Leaf, ListNode, Node, is_sound, leaf_text
from generator.text import shown

_SHOWN_TEXTS = {
    "description",
    "label",
    "name",
    "short",
    "subtitle",
    "summary",
    "title",
    "translation",
}


def check_article(article: Branch, subject: str) -> Iterator[Finding]:
    """An inferred date needs its reason."""
    if leaf_text(article, "date_basis") == "inferred" and "reason" not in article.keys:
        place = article.fields["date_basis"].place
        hint = "add reason: how the date was inferred; or write stated, if the article gives it"
        yield Finding("missing-key", place, subject, "the inferred date has no reason", hint)


def check_unit(unit: Branch, subject: str, place: Place) -> Iterator[Finding]:
    """A declared unit hides no other, and has the plural form that every language has."""
    if is_unit(subject, ()):
        message = f'"{shown(subject)}" is a unit already'
        yield Finding("bad-value", place, subject, message, "give it another id")
    labels = unit.fields.get("label")
    for language, forms in labels.fields.items() if isinstance(labels, Branch) else ():
        if isinstance(forms, Branch) and forms.fields and "other" not in forms.keys:
            message = f"the label in {shown(language)} has no other"
            hint = "add other: the form that stands with most numbers (in English the plural)"
            yield Finding("missing-key", forms.place, subject, message, hint)


def check_indicator(
    indicator: Branch, subject: str, declared: Collection[str] | None
) -> Iterator[Finding]:
    """Its units exist; an event has none."""
    units = indicator.fields.get("units")
    if not isinstance(units, ListNode):
        return
    if leaf_text(indicator, "kind") == "event" and units.items:
        hint = "delete units:, or choose another kind"
        yield Finding("bad-value", indicator.keys["units"], subject, "an event has no units", hint)
        return
    yield from check_repeats(units, subject, "units")
    for item in units.items:
        yield from _check_unit(item, subject, declared)


def check_promise(indicator: Branch, subject: str, kinds: Mapping[str, str]) -> Iterator[Finding]:
    """A promise is of an amount or an event, and what measures an amount is an amount.

    It is measured by something, or there is a reason why not.
    """
    promise = indicator.fields.get("promise")
    if not isinstance(promise, Branch):
        return
    kind = leaf_text(indicator, "kind")
    if kind == "change":
        hint = "delete promise:, and write it at the indicator whose level is promised"
        message = "a change is no promise that can be followed up"
        yield Finding("bad-value", indicator.keys["promise"], subject, message, hint)
        return
    measures = promise.fields.get("measured_by")
    yield from check_repeats(measures, subject, "measured_by")
    for leaf in measures.items if isinstance(measures, ListNode) and kind else ():
        if not isinstance(leaf, Leaf):
            continue
        other = kinds.get(leaf.text, "")
        # What is counted shows that an event has taken place; an event shows no amount.
        if other and (other == "change" or (other == "event" and kind != "event")):
            message = f'measured_by "{shown(leaf.text)}" is of kind {other}, the promise of {kind}'
            wanted = "events" if kind == "event" else "amounts"
            hint = f"name an indicator of {wanted}, or delete this one"
            yield Finding("bad-value", leaf.place, subject, message, hint)
    if measures is not None and "reason" in promise.keys:
        message = "measured_by says what measures the promise, reason why nothing does"
        yield Finding(
            "bad-value", promise.keys["reason"], subject, message, "delete one of the two"
        )


def check_chart(chart: Branch, subject: str, declared: Collection[str] | None) -> Iterator[Finding]:
    """A chart says which facts it shows in one way; coverage shows every article."""
    choices = [key for key in ("facts", "where") if key in chart.keys]
    kind = leaf_text(chart, "kind")
    if kind == "coverage" and choices:
        hint = f"delete {choices[0]}:, or choose another kind"
        message = f"a chart of coverage has no {choices[0]}"
        yield Finding("bad-value", chart.keys[choices[0]], subject, message, hint)
    elif len(choices) > 1:
        message, hint = "the chart has where as well as facts", "delete one of the two"
        yield Finding("bad-value", chart.keys["where"], subject, message, hint)
    elif not choices and kind not in {"coverage", None}:
        hint = "add facts: [ids], or where: {indicator: …}"
        yield Finding("missing-key", chart.place, subject, "the chart has no facts", hint)
    for key in ("facts", "annotations", "formerly"):
        yield from check_repeats(chart.fields.get(key), subject, key)
    where = chart.fields.get("where")
    if isinstance(where, Branch):
        if not where.fields:
            hint = "write which facts, for example {indicator: …}"
            yield Finding("bad-value", where.place, subject, "where is empty", hint)
        yield from _check_unit(where.fields.get("unit"), subject, declared)


def check_languages(node: Node, subject: str, language: str) -> Iterator[Finding]:
    """A text that is shown in every language has the one that stands in for the others."""
    if isinstance(node, ListNode):
        for item in node.items:
            yield from check_languages(item, subject, language)
    if not isinstance(node, Branch):
        return
    for key, value in node.fields.items():
        if key in _SHOWN_TEXTS and isinstance(value, Branch):
            if language not in value.keys:
                hint = f"add {language}: the briefing's default language"
                message = f"{key} has no {language}"
                yield Finding("missing-key", value.place, subject, message, hint)
        else:
            yield from check_languages(value, subject, language)


def check_repeats(series: Node | None, subject: str, name: str) -> Iterator[Finding]:
    """No text stands twice in a list."""
    seen: set[str] = set()
    for item in series.items if isinstance(series, ListNode) else ():
        if isinstance(item, Leaf) and item.text in seen:
            message = f'{name} lists "{shown(item.text)}" twice'
            yield Finding("bad-value", item.place, subject, message, "delete one of the two")
        elif isinstance(item, Leaf):
            seen.add(item.text)


def check_check(check: Branch, declared: Collection[str] | None) -> Iterator[Finding]:
    """A formula is compared with one thing only; the ends of a band are in order."""
    subject = shown(leaf_text(check, "id") or "")
    if "between" in check.keys and "against" in check.keys:
        message, hint = "the check has against as well as between", "delete one of the two"
        yield Finding("bad-value", check.keys["against"], subject, message, hint)
    elif not {"between", "against"} & set(check.keys):
        hint = "add between: with min_value: and max_value:, or against: a second formula"
        message = "the check has nothing to hold its formula against"
        yield Finding("missing-key", check.place, subject, message, hint)
    band = check.fields.get("between")
    if isinstance(band, Branch):
        yield from check_order(band, subject, "widen the band: its ends are the same")
        yield from _check_unit(band.fields.get("unit"), subject, declared)


def check_briefing(briefing: Node) -> Iterator[Finding]:
    """Every language, every constant and every entity, the subject among them, stands once."""
    if isinstance(briefing, Branch):
        yield from check_repeats(briefing.fields.get("languages"), "", "languages")
    constants = find_leaves(briefing, "constants", "id")
    entities = [*find_leaves(briefing, "subject", "id"), *find_leaves(briefing, "entities", "id")]
    for ids, noun in ((constants, "constant"), (entities, "entity")):
        yield from check_duplicates((leaf for leaf in ids if is_sound(leaf)), noun)


def _check_unit(
    node: Node | None, subject: str, declared: Collection[str] | None
) -> Iterator[Finding]:
    """Of a rate too; nothing is said while the declared units are not known."""
    if isinstance(node, Leaf) and is_sound(node) and declared is not None:
        finding = check_unit_name(node.text, node.place, subject, declared=declared)
        if finding:
            yield finding
