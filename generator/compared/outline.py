"""A comparison as sections of rows, the weightiest first: what its readable forms have in common.

In: a comparison. Out: plain text in pieces, not yet escaped for any form. Nothing is left out here;
a form that has less room says how much it leaves out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.compared.changes import Change
from generator.compared.comparison import Comparison
from generator.compared.figures import FigureDifference, is_edited
from generator.compared.shown_parts import HANDBOOK, ShownChanges, is_handbook
from generator.compared.sides import Side, View, displayed
from generator.compared.sources import SourceChange
from generator.model import Finding

_AROUND = 80
"""So many characters of a long sentence are shown on either side of the passage."""
SIGNS = {"added": "new", "changed": "", "removed": "gone"}
"""What is said beside a name; of what is listed because it changed, nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OutlineRow:
    """One thing that differs."""

    id: str
    sign: str = ""
    """Whether it is new, or gone, or how it came to be."""
    old: str | None = None
    new: str | None = None
    """The same as `old`, or neither, where something else differs."""
    why: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class OutlineSection:
    """Rows of one kind below a title."""

    title: str
    rows: tuple[OutlineRow, ...]
    note: str = ""
    is_first: bool = False
    """To be looked at first."""


def headline(found: Comparison) -> str:
    """What moved, in one line."""
    figures = found.figures
    rewritten = [one for one in found.articles if is_rewritten(one)]
    edited = [one for one in figures.not_proven if is_edited(one)]
    counted = [
        (len(figures.changed), "figure changed", "figures changed"),
        (len(figures.moved), "moves with that", "move with that"),
        (len(figures.added), "added", "added"),
        (len(figures.withdrawn), "withdrawn", "withdrawn"),
        (len(figures.removed), "removed", "removed"),
        (len(figures.renamed), "renamed", "renamed"),
        (len(edited), "edited figure is not proven", "edited figures are not proven"),
        (len(figures.not_proven) - len(edited), "more is not proven", "more are not proven"),
        (len(rewritten), "article has another text", "articles have another text"),
        (_number(found.charts), "chart differs", "charts differ"),
        (_number(found.pages), "page differs", "pages differ"),
    ]
    said = [f"{n} {one if n == 1 else many}" for n, one, many in counted if n]
    if (figures.moved or found.charts.changed) and not (figures.changed or edited):
        said.insert(0, "no figure was edited")
    reasons = (found.ignored, found.exempt_numbers, found.inferred, found.corrections)
    sources = (found.articles, *reasons, found.lock, found.definitions)
    others = sum(map(len, sources)) - len(rewritten)
    said += [f"{others} other change{'s' if others != 1 else ''} of the sources"] if others else []
    return ", ".join(said) or "nothing differs"


def is_rewritten(one: SourceChange) -> bool:
    """Another text stands under the id of an article."""
    return one.kind == "article" and any(change.aspect == "sha256" for change in one.changes)


def outline_of(found: Comparison) -> tuple[OutlineSection, ...]:
    """All sections that hold something."""
    sections = [*_of_figures(found), *_of_shown(found), *_of_sources(found), *_of_findings(found)]
    return tuple(one for one in sections if one.rows)


def place_of(finding: Finding, side: Side) -> str:
    """Where a finding is: in the working tree by its path, else below the revision's name."""
    return f"{finding.place}" if side.revision is None else f"{side.revision}:{finding.place}"


def _number(shown: ShownChanges) -> int:
    return sum(not is_handbook(path) for path in _paths(shown))


def _paths(shown: ShownChanges) -> Iterator[str]:
    yield from (*shown.added, *shown.changed, *shown.removed)


def _of_figures(found: Comparison) -> Iterator[OutlineSection]:
    figures, first = found.figures, found.attention
    why = {one.figure.id: one.why for one in first}
    rows = tuple(_figure_row(one.figure, found, why=one.why) for one in first)
    yield OutlineSection(title="Look at these first", rows=rows, is_first=True)
    # What stands above in full is not said again.
    told = (one for one in figures.changed if one.id not in why)
    title = "Also changed" if first else "Changed"
    yield OutlineSection(title=title, rows=_rows(told, found))
    moved = [one for one in figures.moved if one.id not in why]
    yield OutlineSection(title="Moved by a formula, not edited", rows=_rows(moved, found))
    added = (one for one in figures.added if one.id not in why)
    yield OutlineSection(title="Added", rows=_rows(added, found))
    yield OutlineSection(title="Withdrawn", rows=_rows(figures.withdrawn, found))
    for title, ones in (("Removed", figures.removed), ("Renamed", figures.renamed)):
        yield OutlineSection(title=title, rows=_rows((o for o in ones if o.id not in why), found))
    unproven = (one for one in figures.not_proven if one.id not in why)
    yield OutlineSection(title="Not proven", rows=_rows(unproven, found))


def _rows(ones: Iterable[FigureDifference], found: Comparison) -> tuple[OutlineRow, ...]:
    return tuple(_figure_row(one, found) for one in ones)


def _figure_row(one: FigureDifference, found: Comparison, why: tuple[str, ...] = ()) -> OutlineRow:
    before = one.replaced if why else None
    old, new = displayed(one.old or before, found.base), displayed(one.new, found.head)
    lines = [*_told(one, found), *_sentences(one)]
    lines += [f"before: {cited}" for cited in _cited(before)]
    if unproven := _unproven(one, found):
        why = (*why, unproven) if why else ()
        lines = lines if why else [unproven, *lines]
    if one.was and one.is_announced:
        lines.insert(0, f"was called {one.was}, whose address leads on")
    return OutlineRow(id=one.id, old=old, new=new, why=why, lines=tuple(lines))


def _unproven(one: FigureDifference, found: Comparison) -> str:
    """On which sides it could not be proven, with the codes of what was found there."""
    said = []
    for label, side in (("base", found.base), ("head", found.head)):
        if label in one.not_proven:
            codes = {f.code: None for f in side.assembly.findings if f.subject == one.id}
            said.append(f"{side.name}{' (' + ', '.join(codes) + ')' if codes else ''}")
    return f"not proven in {' and '.join(said)}" if said else ""


def _told(one: FigureDifference, found: Comparison) -> Iterator[str]:
    """What happened to a figure beside its value."""
    if one.through and one.new:
        yield f"moves with {', '.join(one.roots) or 'what it is computed from'}"
        between = [name for name in one.through if name not in one.roots]
        by_way = f", by way of {', '.join(between)}" if between else ""
        yield f"through {one.new.fact.formula}{by_way}"
    if one.new and one.new.state == "withdrawn":
        yield f"reason: {found.head.wording.text(one.new.fact.reason) or 'none'}"
        return
    # The line above and the sentences below show these.
    seen = set[str]()
    if displayed(one.old, found.base) != displayed(one.new, found.head):
        seen = {"value"}
    if [*_cited(one.old)] != [*_cited(one.new)]:
        seen |= {"quotation", "article"}
    yield from _change_lines([change for change in one.changes if change.aspect not in seen])


def _change_lines(changes: Sequence[Change]) -> Iterator[str]:
    for one in changes:
        if one.old is None:
            yield f"{one.aspect}, new: {one.new}"
        elif one.new is None:
            yield f"{one.aspect}, gone: {one.old}"
        else:
            yield f"{one.aspect}: {one.old} → {one.new}"


def _sentences(one: FigureDifference) -> Iterator[str]:
    """What the articles say now, and what they said before where that is another passage."""
    old, new = one.old, one.new
    if new and old and old.fact.quotes == new.fact.quotes:
        # Whole sentences are known of what is proven.
        yield from _cited(new if new.entry else old)
        return
    yield from _cited(new)
    if old and (not new or new.fact.quotes):
        yield from (f"before: {cited}" for cited in _cited(old))


def _cited(view: View | None) -> Iterator[str]:
    """Each passage with what stands around it in its sentence, and its article."""
    if view is None:
        return
    if view.entry is None:
        for quote in view.fact.quotes:
            yield f"“{' '.join(quote.exact.split())}” ({quote.article})"
        return
    for one in view.entry.located:
        before, text, after = (" ".join(part.split()) for part in (one.before, one.text, one.after))
        if len(before) > _AROUND:
            before = f"… {before[-_AROUND:].partition(' ')[2]}"
        if len(after) > _AROUND:
            after = f"{after[:_AROUND].rpartition(' ')[0]} …"
        joined = " ".join(f"{before} {text}".split())
        joined += after if after[:1] in {*",.;:!?"} else f" {after}"
        yield f"“{joined.strip()}” ({one.quote.article})"


def _of_shown(found: Comparison) -> Iterator[OutlineSection]:
    yield OutlineSection(title="Charts that differ", rows=(*_chart_rows(found),))
    pages = found.pages
    rows = [
        OutlineRow(id=path, sign=_page_sign(path, what, pages))
        for what in ("added", "changed", "removed")
        for path in getattr(pages, what)
        if not is_handbook(path)
    ]
    rows.sort(key=lambda row: (row.id not in pages.handwritten, row.id))
    note = (
        ""
        if pages.is_whole
        else ("with findings no page is composed: these were edited, or name what differs")
    )
    if count := sum(map(is_handbook, _paths(pages))):
        sign = f"{count} page{'s' if count > 1 else ''}, for editors"
        rows.append(OutlineRow(id=HANDBOOK, sign=sign))
    yield OutlineSection(title="Pages that differ", rows=tuple(rows), note=note)


def _page_sign(path: str, what: str, pages: ShownChanges) -> str:
    hand = "hand-written" if path in pages.handwritten else ""
    return ", ".join(filter(None, (hand, SIGNS[what])))


def _chart_rows(found: Comparison) -> Iterator[OutlineRow]:
    for what in ("added", "removed"):
        for name in getattr(found.charts, what):
            yield OutlineRow(id=name, sign=SIGNS[what])
    for name, one in found.charts.charts.items():
        shows = [f"shows otherwise: {', '.join(one.figures)}"] if one.figures else []
        absent = None in {one.old_title, one.new_title}
        lines = (*(["cannot be drawn on one side"] if absent else []), *shows)
        same = one.old_title == one.new_title
        lines = lines or (("is drawn otherwise",) if same else ())
        yield OutlineRow(id=name, old=one.old_title, new=one.new_title, lines=lines)


def _of_sources(found: Comparison) -> Iterator[OutlineSection]:
    titles: Mapping[str, tuple[SourceChange, ...]] = {
        "Corrections": found.corrections,
        "Reasons under inferred": found.inferred,
        "Articles": found.articles,
        "Numbers ignored in articles": found.ignored,
        "Exemptions from the number gate": found.exempt_numbers,
        "Definitions and settings": found.definitions,
        "briefing.lock": found.lock,
    }
    for title, changes in titles.items():
        yield OutlineSection(title=title, rows=tuple(map(_source_row, changes)))


_TITLED = {"article", "ignored", "exemption", "inferred", "correction", "lock"}
"""Kinds that a title of their own says."""


def _source_row(one: SourceChange) -> OutlineRow:
    kind = "" if one.kind in _TITLED else one.kind
    head = f"{kind} {one.id}".strip()
    texts = [change for change in one.changes if change.aspect == "text"]
    if texts:
        return OutlineRow(id=head, sign=SIGNS[one.what], old=texts[0].old, new=texts[0].new)
    lines = tuple(_change_lines(one.changes))
    if is_rewritten(one):
        lines = ("its text is another one: an article is never edited", *lines)
    if one.kind == "settings":
        lines = ("it is code: read it as code",)
    return OutlineRow(id=head, sign=SIGNS[one.what], lines=lines)


def _of_findings(found: Comparison) -> Iterator[OutlineSection]:
    lists: Iterable[tuple[str, Side, tuple[Finding, ...]]] = (
        (f"Findings that appear in {found.head.name}", found.head, found.appeared),
        (f"Findings that {found.head.name} no longer has", found.base, found.vanished),
    )
    for title, side, findings in lists:
        yield OutlineSection(title=title, rows=tuple(_finding_rows(findings, side)))


def _finding_rows(findings: Iterable[Finding], side: Side) -> Iterator[OutlineRow]:
    for one in findings:
        subject = f" [{one.subject}]" if one.subject else ""
        said = f"{one.code}{subject} {one.message}"
        yield OutlineRow(id=place_of(one, side), lines=(said, f"hint: {one.hint}"))
