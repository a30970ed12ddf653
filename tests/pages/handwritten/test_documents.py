"""Hand-written pages: what is refused, and exactly where."""

import pytest

from generator.model import Document, Exemption
from generator.pages.handwritten.documents import placed, read_document
from generator.pages.handwritten.prose import check_prose

FRONT = "---\ntitle: A page\ndescription: What it says.\n---\n"
PLACES = {
    "index.md": frozenset({"the-essence"}),
    "share.md": frozenset(),
    "sources/index.md": None,
    "picture.svg": None,
    "page.md": frozenset({"what-to-watch"}),
}


def findings(body: str, *exempt: str, path: str = "page.md") -> list[tuple[str, int, int]]:
    page = read_document(Document(path=path, text=FRONT + body))
    exemptions = [Exemption(pattern=pattern, reason={"en": "r"}) for pattern in exempt]
    found = [*page.findings, *check_prose(page, exemptions, PLACES)]
    places = [(one.code, placed(one, page.document).place) for one in found]
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
        "[a](index.md#the-essence) [b](#what-to-watch) [c](picture.svg#view) [d](index.md#)\n",
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
        ("A [link](index.md#essence) here.\n", "bad-url", 1, 10),
        ("A [link](#what-to-do) here.\n", "bad-url", 1, 10),
        ("A [link][r].\n\n[r]: data:text/html,x\n", "bad-url", 3, 1),
        ("![x](https://host.test/a.png)\n", "bad-url", 1, 1),
        ("![x][r]\n", "bad-url", 1, 1),
        ("{{ config }}\n", "bad-call", 1, 1),
        ("{{ figure.__class__ }}\n", "bad-call", 1, 1),
        ('{{ figure("a") | upper }}\n', "bad-call", 1, 1),
        ("{{ figure(a) }}\n", "bad-call", 1, 1),
        ('{{ figure("a", form="size", form="size") }}\n', "bad-call", 1, 1),
        ('{{ cycler.__init__.__globals__.os.popen("id") }}\n', "bad-call", 1, 1),
        ("{% for i in range(9) %}x{% endfor %}\n", "bad-call", 1, 1),
        ("word {: onclick=x }\n", "bad-call", 1, 6),
        ('See {{ chart("a") }} here.\n', "bad-call", 1, 5),
    ],
)
def test_what_is_wrong_is_found_at_its_place(body: str, code: str, line: int, column: int) -> None:
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
    assert [one.code for one in page.findings] == ["bad-value"]


def test_a_page_in_a_folder_links_relative_to_itself() -> None:
    assert findings("[up](../share.md) [no](share.md)\n", path="deep/page.md") == [
        ("bad-url", 1, 24)
    ]


@pytest.mark.parametrize(
    ("body", "column", "message", "hint"),
    [
        (
            'A {{ figur("plan-2024-q4") }} here.\n',
            3,
            "figur is no call that a page may make",
            "did you mean figure?",
        ),
        (
            "A {{ figure(“plan-2024-q4”) }} here.\n",
            3,
            "the id stands between typographic quotes",
            'write straight quotes: {{ figure("id") }}',
        ),
        (
            "A {{ figure(plan-2024-q4) }} here.\n",
            3,
            "the id plan-2024-q4 stands without quotes",
            'put the id in quotes: {{ figure("id") }}',
        ),
        (
            'A {{ period("plan-2024-q4" }} here.\n',
            3,
            "a parenthesis of the call is missing",
            'write {{ period("id") }}',
        ),
        (
            "{{ proof }}\n",
            1,
            "proof is called with nothing between its parentheses",
            "write {{ proof() }}",
        ),
        (
            "{{ latest_changes(5) }}\n",
            1,
            "latest_changes is called with nothing between its parentheses",
            "write {{ latest_changes() }}",
        ),
        (
            '{{ table "plan-2024-q4" }}\n',
            1,
            "a parenthesis of the call is missing",
            'write {{ table("id") }}',
        ),
        ('A {{ figure("plan-2024-q4") } here.\n', 3, None, 'write {{ figure("id") }}'),
        ('A { figure("plan-2024-q4") } here.\n', 3, None, 'write {{ figure("id") }}'),
        ('A {{ figure("plan-2024-q4") here.\n', 3, None, 'write {{ figure("id") }}'),
        ('A {{ figure("plan-2024-q4" here.\n', 3, None, 'write {{ figure("id") }}'),
        ('A figure("plan-2024-q4") }} here.\n', 3, None, 'write {{ figure("id") }}'),
        ('A {{{ figure("plan-2024-q4") }}} here.\n', 3, None, 'write {{ figure("id") }}'),
        (
            'A {{ figure(\n"plan-2024-q4") }} here.\n',
            3,
            "a call is broken over two lines",
            'write it in one line: {{ figure("id") }}',
        ),
        ("A {{ config }} here.\n", 3, "this is no call that a page may make", None),
        ("{% for i in range(9) %}x{% endfor %}\n", 1, None, None),
    ],
)
def test_a_broken_call_is_one_finding_that_says_what_is_wrong(
    body: str, column: int, message: str | None, hint: str | None
) -> None:
    assert findings(body) == [("bad-call", 1, column)]
    [finding] = read_document(Document(path="page.md", text=FRONT + body)).findings
    assert message is None or finding.message == message
    assert hint is None or finding.hint == hint


def test_two_broken_calls_are_two_findings_and_prose_beside_them_is_read() -> None:
    body = 'A {{ figure("a-1") } of 500 and {{ figur("b-2") }}.\n'
    assert sorted(findings(body)) == [
        ("bad-call", 1, 3),
        ("bad-call", 1, 33),
        ("unproven-number", 1, 25),
    ]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("A <b>bold</b> word.\n", [("raw-html", 1, 3)]),
        ("A <b class='x2'>bold</b> word.\n", [("raw-html", 1, 3)]),
        ("<script>alert(1)</script>\n", [("raw-html", 1, 1)]),
        ("<!-- 42 -->\n", [("raw-html", 1, 1)]),
        ("A <br> here.\n", [("raw-html", 1, 3)]),
        ("A </b> here.\n", [("raw-html", 1, 3)]),
        ("<b>one</b> <i>two</i>\n", [("raw-html", 1, 1), ("raw-html", 1, 12)]),
        ("<b>in <b>in</b></b>\n", [("raw-html", 1, 1), ("raw-html", 1, 7)]),
        ("A <b>42</b> here.\n", [("raw-html", 1, 3), ("unproven-number", 1, 6)]),
        ("A <b\n\n42 > 41\n", [("raw-html", 1, 3), *[("unproven-number", 3, c) for c in (1, 6)]]),
    ],
)
def test_an_element_is_one_finding(body: str, found: list[tuple[str, int, int]]) -> None:
    assert findings(body) == found


@pytest.mark.parametrize(
    ("fields", "lacking"),
    [
        ("description: y\n", "the front matter lacks a title"),
        ("title: x\n", "the front matter lacks a description"),
        ("", "the front matter lacks a title and a description"),
    ],
)
def test_what_the_front_matter_lacks_is_named(fields: str, lacking: str) -> None:
    page = read_document(Document(path="page.md", text=f"---\n{fields}---\n"))
    assert [one.message for one in page.findings] == [lacking]
