"""What is known of a figure beside its sentence, as terms and details: times, speaker, caveats.

In: an entry, the parts of a page. Out: rows by the key of their term, those that say something.
"""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from generator.ledger import stale_inputs
from generator.model import Entry, Fact
from generator.pages.escape import encode
from generator.pages.parts.counted import dated, dated_period
from generator.pages.parts.formulas import interval_words, is_wider_than_shown
from generator.pages.parts.parts import PageParts
from generator.pages.parts.references import corrected, reference, replaced
from generator.wording import status_word

Rows = list[tuple[str, Markup]]


def detail_rows(
    entry: Entry, parts: PageParts, afterwards: Iterable[tuple[str, Markup]] = ()
) -> Rows:
    """All rows of a figure, last what happened to it afterwards."""
    wording, fact = parts.site.wording, entry.fact
    whose = wording.text(entry.whose)
    rows: list[tuple[str, str | Markup]] = [
        *([("fact-whose", whose)] if whose else []),
        ("fact-period", dated_period(wording, entry)),
        ("fact-known-from", dated(wording, entry.known_from)),
    ]
    if fact.basis != "event" or fact.status != "reported":
        rows.append(("fact-status", status_word(entry, wording)))
    if fact.quotes:
        rows.append(("fact-attribution", wording.say(f"attribution-{fact.attribution}")))
    if entry.amount and entry.amount.hedge != "exact":
        rows.append(("panel-hedge", wording.say(f"hedge-word-{entry.amount.hedge}")))
    is_about = entry.amount is not None and entry.amount.hedge == "about"
    if (fact.formula or is_about) and is_wider_than_shown(entry):
        rows.append(("fact-interval", _interval(entry, parts)))
    if fact.revision_of in parts.site.book.entries:
        rows.append(("fact-revision-of", reference(fact.revision_of or "", parts)))
    if entry.revised_by:
        rows.append(("fact-revised-by", reference(entry.revised_by, parts)))
    rows += [*_remarks(fact, parts), *afterwards]
    return [(key, encode(value) if not isinstance(value, Markup) else value) for key, value in rows]


def afterwards_of(parts: PageParts) -> Mapping[str, Rows]:
    """By figure what happened to it afterwards: inputs that were replaced, our corrections."""
    rows: dict[str, Rows] = {}
    for name, inputs in stale_inputs(parts.site.book).items():
        rows[name] = [("fact-stale", replaced(one, parts)) for one in inputs]
    for made in sorted(parts.site.seeds.corrections, key=lambda one: one.date.sort_key):
        if made.fact in parts.site.book.entries:
            rows.setdefault(made.fact, []).append(("fact-corrected", corrected(made, parts)))
    return rows


def _remarks(fact: Fact, parts: PageParts) -> list[tuple[str, str | Markup]]:
    wording = parts.site.wording
    rows: list[tuple[str, str | Markup]] = []
    if fact.rank != "normal":
        rank = wording.say(f"rank-{fact.rank}")
        reason = wording.text(fact.reason)
        rows.append(
            ("fact-rank", wording.say("ranked", rank=rank, reason=reason) if reason else rank)
        )
    rows += [("fact-inferred", said) for said in inferences(fact, parts)]
    if fact.note:
        rows.append(("fact-note", wording.text(fact.note)))
    return rows


def inferences(fact: Fact, parts: PageParts) -> list[str]:
    """What a fact holds beyond its quotation, each with the editor's reason."""
    say, text = parts.site.wording.say, parts.site.wording.text
    return [
        say("inferred-item", field=say(f"inferred-{field}"), reason=text(reason))
        for field, reason in fact.inferred.items()
    ]


def aspect_rows(entry: Entry, parts: PageParts) -> Rows:
    """Each aspect of a quoted figure with the words that say so, or why it is held."""
    say, text = parts.site.wording.say, parts.site.wording.text
    rows = []
    for one in entry.evidence:
        if one.basis == "stated":
            article = entry.located[one.quote].quote.article
            said = Markup('<q data-article="{}">{}</q>').format(article, encode(one.words))
        else:
            reason = text(one.reason) or say("aspect-of-the-day")
            said = encode(say("aspect-inferred", reason=reason))
        rows.append((f"aspect-{one.aspect}", said))
    return rows


def _interval(entry: Entry, parts: PageParts) -> str:
    unit = entry.amount.unit if entry.amount else None
    return interval_words(entry.low, entry.high, unit, parts.site.wording)
