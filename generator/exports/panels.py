"""What a proof panel shows, and how a figure is cited, as small files a figure.

In: the panels, the citations. Out: bytes by path: `f/<id>.json`, beside the figure's permanent
address, and `cite/<id>.txt`, `.bib`, `.json`.
"""

from collections.abc import Mapping
from typing import Any

from generator.exports.facts import to_json
from generator.pages import ENDINGS


def panel_files(panels: Mapping[str, Mapping[str, Any]]) -> dict[str, bytes]:
    """A file a panel; a page asks for it when a reader nears the figure."""
    return {f"f/{fact}.json": to_json(panel) for fact, panel in panels.items()}


def citation_files(citations: Mapping[str, Mapping[str, str]]) -> dict[str, bytes]:
    """A file for each form of a citation, for reference managers that run no script."""
    return {
        f"cite/{fact}.{ENDINGS[form]}": f"{text}\n".encode()
        for fact, forms in citations.items()
        for form, text in forms.items()
    }
