"""Addresses within the site, relative to the page that they stand on.

In: paths below the site's root. Out: relative URLs, so that the site works under any prefix.
Knows nothing of disk or host.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses that one page uses."""

    page: str
    """The page's Markdown path, as `sources/index.md`."""

    @property
    def depth(self) -> int:
        """How many folders below the root the built page stands."""
        parts = self.page.removesuffix(".md").split("/")
        return len(parts) - 1 if parts[-1] == "index" else len(parts)

    def to(self, target: str) -> str:
        """The relative URL of a path below the site's root; the root itself is ''."""
        return "../" * self.depth + target or "./"

    def fact(self, fact_id: str) -> str:
        """Where a figure and its sentence stand."""
        return self.to(f"facts/#{fact_id}")

    def article(self, article_id: str, fact_id: str | None = None) -> str:
        """An article's page, or the sentence of a fact on it."""
        return self.to(f"sources/{article_id}/" + (f"#{fact_id}" if fact_id else ""))
