"""Where a reader says that a figure is wrong: the forge's form, with what is known filled in.

In: a figure, how the site prints it, the address of the forge. Out: an address. Nothing is asked of
the forge before somebody follows it.
"""

from urllib.parse import quote, urlencode, urlsplit

from generator.model import Fact
from generator.pages.parts.parts import PageParts

FORM = "wrong-figure.yml"
"""Of .github/ISSUE_TEMPLATE/, whose fields are named here by their ids."""


def report_address(fact: Fact, parts: PageParts, printed: str = "") -> str:
    """The forge's page for a new issue about the figure; empty where no forge is known.

    Args:
        fact: the figure.
        parts: of the page.
        printed: its name and value, as the site prints them.
    """
    site = parts.site
    if not site.repository:
        return ""
    title = site.wording.say("panel-report-title", id=fact.id)
    address = f"{site.address}f/{fact.id}/" if site.address else ""
    known = {"figure": fact.id, "address": address, "printed": printed}
    fields = {name: said for name, said in known.items() if said}
    if _is_gitlab(site.repository):  # it has no forms: title and text
        text = "\n\n".join(fields.values())
        return _page(
            site.repository, "/-/issues/new", {"issue[title]": title, "issue[description]": text}
        )
    return _page(site.repository, "/issues/new", {"template": FORM, "title": title, **fields})


def _is_gitlab(repository: str) -> bool:
    return "gitlab" in (urlsplit(repository).hostname or "").split(".")


def _page(repository: str, path: str, fields: dict[str, str]) -> str:
    return f"{repository}{path}?{urlencode(fields, quote_via=quote)}"
