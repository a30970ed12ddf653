"""A page says each thing once: a table of what it has said is folded, and can be taken away."""

from collections.abc import Callable
from pathlib import Path

import pytest

FRONT = "---\ntitle: T\ndescription: D.\n---\n\n# Title\n\n"
TABLE = '{{ table("revenue-2023-q2", "plan-2024") }}\n'
ONE, OTHER = '{{ figure("revenue-2023-q2") }}', '{{ figure("plan-2024") }}'


@pytest.mark.parametrize(
    ("said", "is_folded"),
    [
        (f"Both {ONE} and {OTHER}.\n\n", True),
        (f"Only {ONE}.\n\n", False),
        ("Neither.\n\n", False),
        (f"{TABLE}\n", False),  # another table says nothing in words
    ],
)
def test_a_table_that_repeats_its_page_is_folded(
    small: Path, composed: Callable[[str], str], said: str, *, is_folded: bool
) -> None:
    (small / "docs/page.md").write_text(f"{FRONT}{said}{TABLE}", encoding="utf-8")
    page = composed("page.md")
    assert ('<details class="folded">' in page) == is_folded
    if is_folded:
        _, _, behind = page.partition("</details>")
        assert ".csv" in behind.partition('<p class="table-download">')[2]
    assert '<table class="figures">' in page
