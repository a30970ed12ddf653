"""What came of a site: the pictures of its charts, and what stands behind its numbers.

In: results of publish/. Out: lines for a person on standard error.
"""

from generator.cli.terminal import say
from generator.pages import KINDS, NumberAccount
from generator.publish import Pictures

FIGURES = ("quoted", "derived")
EXEMPT = {
    "date": "in dates",
    "count": "counts of the ledger",
    "axis": "on axes",
    "place": "places in articles",
    "corrected": "in corrections",
    "code": "in code and citations",
    "spelling": "hidden for the search",
    "editor": "in the editor's words",
    "own": "in the generator's words",
}
"""What of a page's numbers is no figure, in words."""


def tell_of_pictures(pictures: Pictures) -> None:
    """One line that says where the charts' pictures are from, and why one is missing."""
    if pictures.how:
        took = f" in {pictures.seconds:.1f} s" if pictures.seconds else ""
        say(f"pictures of charts: {pictures.how}{took}")
    if pictures.warning:
        hint = "the site is whole: in readers' browsers Plotly draws a chart that has no picture"
        say(f"a chart is without picture: {pictures.warning}", hint)
    if drawn := len(pictures.cards.pngs) - pictures.cards.kept:
        say(f"pictures for sharing: {drawn} drawn in {pictures.cards.seconds:.1f} s")
    # Why charts have none was said; there is one browser for both.
    if pictures.cards.trouble and not pictures.without:
        hint = "the site is whole: where a page is shared it shows its title and description alone"
        say(f"a page is without picture for sharing: {pictures.cards.trouble}", hint)


def tell_of_numbers(explained: NumberAccount) -> None:
    """One line: how many numbers the pages show, and what stands behind them."""
    kinds = explained.kinds
    exempt = {kind: kinds[kind] for kind in KINDS if kind not in FIGURES and kinds[kind]}
    figures = ", ".join(f"{kinds[kind]} {kind}" for kind in FIGURES)
    shown = sum(kinds[kind] for kind in FIGURES)
    said = f"{shown} figures: {figures}, {len(explained.unexplained)} unexplained"
    listed = ", ".join(f"{number} {EXEMPT[kind]}" for kind, number in exempt.items())
    rest = f"; {sum(exempt.values())} other numbers need no sentence ({listed})" if exempt else ""
    say(f"{said}; on {explained.pages} pages{rest}")
