"""What other sites show of a page when somebody shares its address: title, words, a picture.

In: a page's folder, its words, the site. Out: values for the tags of Open Graph, which messengers
and forums read. A picture is named only where one was drawn for that very page.
"""

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import CARD_SIZE
from generator.pages.links import page_address, plain
from generator.pages.parts.parts import PageParts

CARD = "card.png"
"""The picture's name, in the folder of its page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shared:
    """The values of a page's tags."""

    title: str
    description: str
    address: str
    image: str
    """Empty without a picture; like the address whole where the site knows its own."""
    alt: str
    width: int = CARD_SIZE[0]
    height: int = CARD_SIZE[1]


def shared_page(folder: str, title: str, description: str, parts: PageParts) -> Shared:
    """Of a page in a folder below the site's root, as another or that very page names it.

    The folder ends with a slash; the root is ''.
    """
    site, links = parts.site, parts.links
    own = Markup("./") if page_address(links.page) == folder else links.to(folder)
    base = f"{site.address}{folder}" if site.address else own
    return Shared(
        title=title,
        description=description,
        address=base,
        image=plain(f"{base}{CARD}") if f"{folder}{CARD}" in site.cards else "",
        alt=f"{title}. {description}" if description else title,
    )
