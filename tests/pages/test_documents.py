"""Hand-written pages: what is refused, and exactly where."""

import pytest

from generator.model import Document, Exemption
from generator.pages.documents import read_document
from generator.pages.prose import check_prose

FRONT = "---\ntitle: A page\ndescription: What it says.\n---\n"
PATHS = frozenset({"index.md", "share.md", "sources/index.md", "picture.svg"})


def findings(body: str, *exempt: str, path: str = "page.md") -> list[tuple[str, int, int]]:
    page = read_document(Document(path=path, text=FRONT + body))
    exemptions = [Exemption(pattern=pattern, reason={"en": "r"}) for pattern in exempt]
    mistakes = [*page.mistakes, *check_prose(page, exemptions, PATHS)]
    places = [(mistake.code, page.place(mistake.offset)) for mistake in mistakes]
    return [(code, place.line - 4, place.column) for code, place in places]


@pytest.mark.parametrize(
    "body",
    [
        "Plain prose, **bold**, *slanted*, a [link](share.md) and another [one](sources/index.md#x).\n",
        "The target is {{ figure(\"target-raised\") }}, up from {{ figure('target-first') }}.\n",
        '{{ chart("targets") }}\n\n{{ table(indicator="revenue") }}\n\n{{ timeline() }}\n',
        "An address: [the body](https://www.iso.org/standard/70907.html?x=1#y).\n",
        "AT&T, R&D, C++, five < six, «quotes», 中国, Ελλάδα, ½-inch is not here but a \\< b.\n".replace(
            "½-inch", "inch"
        ),
        "![what it shows](picture.svg)\n",
        "> A quoted line.\n\n- one\n- two\n",
    ],
)
def test_ordinary_prose_is_never_refused(body: str) -> None:
    assert findings(body) == []


@pytest.mark.parametrize(
    ("body", "code", "line", "column"),
    [
        ("Deliveries reached 350,000 cars.\n", "unproven-number", 1, 20),
        ("First.\nIn 2024 it rose.\n", "unproven-number", 2, 4),
        ("About ½ of it.\n", "unproven-number", 1, 7),
        ("A circled ① number.\n", "unproven-number", 1, 11),
        ("An entity &#51; hides it.\n", "unproven-number", 1, 11),
        ("A <b>bold</b> word.\n", "raw-html", 1, 3),
        ("<script>alert()</script>\n", "raw-html", 1, 1),
        ("An <https://host.example> autolink.\n", "raw-html", 1, 4),
        ("A [link](javascript:alert) here.\n", "bad-url", 1, 10),
        ("A [link](&#106;avascript:alert) here.\n", "bad-url", 1, 10),
        ("A [link](/absolute/) here.\n", "bad-url", 1, 10),
        ("A [link](http://[) here.\n", "bad-url", 1, 10),
        ("A [link](shares.md) here.\n", "bad-url", 1, 10),
        ("A [link][r].\n\n[r]: data:text/html,x\n", "bad-url", 3, 6),
        ("![x](https://host.test/a.png)\n", "bad-url", 1, 1),
        ("![x][r]\n", "bad-url", 1, 1),
        ("{{ config }}\n", "bad-call", 1, 1),
        ("{{ figure.__class__ }}\n", "bad-call", 1, 1),
        ('{{ figure("a") | upper }}\n', "bad-call", 1, 1),
        ("{{ figure(a) }}\n", "bad-call", 1, 1),
        ('{{ cycler.__init__.__globals__.os.popen("id") }}\n', "bad-call", 1, 1),
        ("{% for i in range(9) %}x{% endfor %}\n", "bad-call", 1, 1),
        ("word {: onclick=x }\n", "bad-call", 1, 6),
        ('See {{ chart("a") }} here.\n', "bad-call", 1, 5),
    ],
)
def test_a_mistake_is_found_at_its_place(body: str, code: str, line: int, column: int) -> None:
    assert (code, line, column) in findings(body)


def test_an_exempted_number_passes_and_only_that() -> None:
    assert findings("ISO 8601 and 42.\n", r"ISO \d+") == [("unproven-number", 1, 14)]


def test_numbers_in_addresses_are_no_figures() -> None:
    assert findings("[a](https://www.w3.org/TR/2017/REC-1/)\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "No front matter.\n",
        "---\ntitle: x\n---\n",
        "---\ntitle: x\ndescription: y\nhide: [nav]\n---\n",
    ],
)
def test_front_matter_is_title_and_description(text: str) -> None:
    page = read_document(Document(path="page.md", text=text))
    assert [mistake.code for mistake in page.mistakes] == ["bad-value"]


def test_a_page_in_a_folder_links_relative_to_itself() -> None:
    assert findings("[up](../share.md) [no](share.md)\n", path="deep/page.md") == [
        ("bad-url", 1, 24)
    ]
