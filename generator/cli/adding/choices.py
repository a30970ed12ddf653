"""What an editor may answer to a question of the seeds, the likeliest first.

In: a question, what the seeds hold, reasons that were given. Out: answers to choose from, and the
figure's sentence with the figure marked. Nothing is chosen for anybody.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from itertools import islice

from generator.evidence import find, is_readable
from generator.model import Mention, Seeds, Unit
from generator.reading import Question

_SUGGESTED = "suggested: "
_KINDS = {"date": "a date", "name": "part of a name", "ordinal": "a rank"}
"""What a number of the kind is that is no fact."""
_REASONED = {
    "somebody’s age": "an age",
    "part of the words of a time": "a date",
    "said again in a sentence": "a heading; the text says it again",
}
"""By what the reason says for which no fact is suggested."""
_TELEPHONE = re.compile(r"(?:\+|00?)\d[\d /()-]{5,}\d")
_MOST_INDICATORS, _MOST_REASONS = 9, 5
_TYPED = ("period", "status", "hedge", "attribution")
_AMOUNT = ("value", "min_value", "max_value", "unit")


def indicator_choices(
    question: Question, seeds: Seeds, proven: Callable[[Sequence[str]], Sequence[str]] | None = None
) -> Sequence[str]:
    """Ids of indicators that have the figure's unit: the suggested, the proven, then the others."""
    unit = question.record.get("unit")
    fitting = [
        one.id
        for one in seeds.indicators.values()
        if one.kind != "event" and (not one.units or unit in one.units)
    ]
    # A noun that no unit has may be one more word for a unit.
    counted = () if unit else (one for one in seeds.indicators.values() if one.kind != "event")
    others = [one.id for one in counted if any(of in seeds.units for of in one.units)]
    suggested = question.beside.removeprefix(_SUGGESTED)
    first = [suggested] if suggested in seeds.indicators else []
    first += proven(fitting) if proven else []
    return list(dict.fromkeys((*first, *fitting, *others)))[:_MOST_INDICATORS]


def reason_choices(question: Question, seeds: Seeds, given: Iterable[str]) -> Sequence[str]:
    """Reasons in one order: of its kind, given now, first first, those of the seeds most often."""
    *_, name = (one for one in question.field if isinstance(one, str))
    typed = Counter(_reasons(name, seeds, is_ignored=question.field[0] == "ignored"))
    known = [one for one, _ in typed.most_common(3)]
    own = filter(None, [own_kind(question)])
    return list(dict.fromkeys([*own, *given, *known]))[:_MOST_REASONS]


def own_kind(question: Question) -> str:
    """What a number is that is no fact, where the reading tells; else empty."""
    for said, kind in _REASONED.items():
        if said in question.beside:
            return kind
    kind = _KINDS.get(question.beside, "")
    return "a telephone number" if kind and _is_telephone(question) else kind


def sentence_of(record: Mapping[str, object], lang: str, units: Mapping[str, Unit]) -> str:
    """The quotation of a fact, its figure in square brackets where it is found."""
    exact = quoted_in(record)
    figure = figure_in(record, lang, units)
    return exact.replace(figure, f"[{figure}]", 1) if figure else exact


def figure_in(record: Mapping[str, object], lang: str, units: Mapping[str, Unit]) -> str:
    """The words of the quotation that are the fact's figure; empty where none is found."""
    mention = mention_in(record, lang, units)
    return mention.text if mention else ""


def mention_in(
    record: Mapping[str, object], lang: str, units: Mapping[str, Unit]
) -> Mention | None:
    """The fact's figure as it is read in the quotation."""
    if not is_readable(lang):
        return None
    values = {_amount(record.get(key)) for key in ("value", "min_value")} - {None}
    for mention in find(quoted_in(record), lang, units):
        if mention.value is not None and abs(mention.value) in values:
            return mention
    return None


def claim_of(record: Mapping[str, object]) -> str:
    """What the fact says, as it is typed."""
    amount = " ".join(str(record[key]) for key in _AMOUNT if key in record)
    others = (f"{key} {record[key]}" for key in _TYPED if key in record)
    return ", ".join([amount, *others])


def _reasons(name: str, seeds: Seeds, *, is_ignored: bool) -> Iterator[str]:
    if is_ignored:
        found = [one.reason for each in seeds.articles.values() for one in each.ignored]
    else:
        found = [fact.inferred[name] for fact in seeds.facts.values() if name in fact.inferred]
    yield from (text for words in found for text in islice(words.values(), 1))


def _is_telephone(question: Question) -> bool:
    return _TELEPHONE.fullmatch(ignored_text(question)) is not None


def ignored_text(question: Question) -> str:
    """The words of the article that are listed as no fact."""
    listed = question.record.get("ignored")
    at = question.field[1] if len(question.field) > 1 else None
    entry = listed[at] if isinstance(listed, list) and isinstance(at, int) else {}
    return str(entry.get("exact", ""))


def quoted_in(record: Mapping[str, object]) -> str:
    """The words of the first quotation."""
    quote = record.get("quote")
    first = quote[0] if isinstance(quote, list) and quote else quote
    exact = first.get("exact") if isinstance(first, dict) else None
    return exact if isinstance(exact, str) else ""


def _amount(typed: object) -> Decimal | None:
    try:
        return abs(Decimal(str(typed)))
    except InvalidOperation:
        return None
