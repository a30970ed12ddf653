"""Hand-written pages that try to act, to hide a number, or to keep the program busy."""

import shutil
from pathlib import Path

import pytest

from generator.model import Finding
from generator.pages import check_documents
from generator.pages.handwritten.check import check_limits
from generator.reading import load_seeds

FRONT = "---\ntitle: A page\ndescription: What it says.\n---\n\n"


@pytest.fixture(scope="module")
def small(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small briefing."""
    return Path(shutil.copytree(root / "tests/golden/small", tmp_path_factory.mktemp("h") / "s"))


def findings(small: Path, body: str) -> list[Finding]:
    (small / "docs/page.md").write_text(FRONT + body, encoding="utf-8")
    return list(check_documents(load_seeds(small)))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        # addresses that act, wherever Markdown collects them
        ("> [a]: javascript:alert(1)\n\n[click][a]\n", "bad-url"),
        ("- x\n\n    [a]: javascript:alert(1)\n\n[click][a]\n", "bad-url"),
        ("!!! note\n    [a]: javascript:alert(1)\n\n[click][a]\n", "bad-url"),
        ("[\na]: javascript:alert(1)\n\n[click][a]\n", "bad-url"),
        ("> [a]: http://[\n\n[click][a]\n", "bad-url"),
        ("[x](https://localhost/a)\n", "bad-url"),
        ("[x](https://user:pw@www.mi.com/)\n", "bad-url"),
        ("[x](https:evil)\n", "bad-url"),
        ("[x](<javascript:alert(1)>)\n", "bad-url"),
        ("[x](java&Tab;script:alert(1))\n", "bad-url"),
        # numbers that hide from a rule about the source
        ("Xiaomi sold](#900000) vehicles\n", "unproven-number"),
        ("sold `](#900000` x\n", "unproven-number"),
        ("[sold]: #900000 vehicles were sold\n", "bad-url"),
        ("Full-width \N{FULLWIDTH DIGIT SEVEN} cars.\n", "unproven-number"),
        ("Arabic \N{ARABIC-INDIC DIGIT SEVEN} cars.\n", "unproven-number"),
        ("\N{KEYCAP TEN} cars and \N{HUNDRED POINTS SYMBOL}.\n", "unproven-number"),
        ("\N{SQUARED CJK UNIFIED IDEOGRAPH-7981}\n".replace("\N{SQUARED CJK UNIFIED IDEOGRAPH-7981}", "\u3358"), "unproven-number"),
        ("![seven 7](x.svg)\n", "unproven-number"),
        ('{{ count("facts") }}{{ count("facts") }} articles\n', "bad-call"),
        ('{{ figure("plan-2024") }}x\n', "bad-call"),
        # headings that take the place of the theme's or a chart's parts
        ("## __config\n", "reserved-path"),
        ('## Chart plans\n\n{{ chart("plans") }}\n', "reserved-path"),
        # boxes of the theme's own
        ('!!! md-overlay "x"\n    y\n', "raw-html"),
    ],
)  # fmt: skip
def test_a_page_that_tries_is_refused(small: Path, body: str, code: str) -> None:
    found = findings(small, body)
    assert code in {finding.code for finding in found}
    assert {finding.place.path for finding in found} == {"docs/page.md"}


@pytest.mark.parametrize(
    "body",
    [
        "The gas is CO₂, the volume in m³, the dust in µg/m³.\n",
        "Code `<b>bold</b>` and `a < b` is shown as it is.\n",
        "Five &lt; six, a & b, C++, x < y.\n",
        '!!! warning "Careful"\n    A box.\n\n| a | b |\n|---|--:|\n| c | d |\n',
        "## A heading of ours\n\nText under it, [there](#a-heading-of-ours).\n",
        'It rose to {{ figure("plan-2024") }}, ({{ period("plan-2024") }}).\n',
        "An address with [brackets](https://www.nordwerk.de/news_(x)?a=b#c).\n",
    ],
)
def test_ordinary_pages_pass_the_last_look_too(small: Path, body: str) -> None:
    assert findings(small, body) == []


@pytest.mark.parametrize(
    "body",
    [
        "a" * 60_000,
        "![a" * 20_000,
        "[" * 1900 + "\n",
        ("[" * 1900 + "\n") * 40,
        "{{}} " * 20_000,
        ("{{}} " * 300 + "\n") * 60,
        '{{ chart("plans") }}\n\n' * 2_000,
        '{{ figure("nosuch") }}\n' * 590,
        "5 " * 40_000,
        ("5 " * 900 + "\n") * 50,
        "<b " * 900 + "\n",
        "- " * 900 + "x\n",
        "> " * 900 + "x\n",
        "".join("    " * depth + "- x\n" for depth in range(300)),
        ("a" * 1900 + "\n") * 50,
        ("`" * 50 + "\n") * 900,
        ("*a " * 600 + "\n") * 50,
    ],
    ids=range(17),
)
def test_large_and_nested_pages_end_soon_with_few_findings(small: Path, body: str) -> None:
    assert len(findings(small, body)) <= 700


def test_limits_leave_a_long_ordinary_page_alone() -> None:
    page = ("A sentence with a [link](share.md) and some words. " * 20 + "\n\n") * 60
    assert list(check_limits(page)) == []
