"""Hand-written pages and assets: plain files of known kinds, and drawings that only draw."""

import pytest

from generator.model import Document

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def test_pages_and_assets_are_read_in_order(project):
    project.write("docs/z.md", "z\r\n\ttab\r\n").write("docs/about/us.md", "us")
    project.write("docs/assets/logo.svg", SVG.format("<path d='M0 0'/>"))
    project.write("docs/assets/photo.jpg", b"\xff\xd8").write("docs/style.css", "a {}")
    seeds = project.load()
    assert seeds.findings == ()
    assert seeds.documents == (
        Document(path="about/us.md", text="us"),
        Document(path="index.md", text="# Acme\n"),
        Document(path="z.md", text="z\n\ttab\n"),
    )
    assert list(seeds.assets) == ["assets/logo.svg", "assets/photo.jpg", "style.css"]
    assert seeds.assets["assets/photo.jpg"] == b"\xff\xd8"


def test_there_need_not_be_pages(project):
    (project.root / "docs/index.md").unlink()
    (project.root / "docs").rmdir()
    seeds = project.load()
    assert (seeds.findings, seeds.documents) == ((), ())


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("CNAME", "is no page and no asset of a known kind", "move it elsewhere"),
        ("main.html", "is no page and no asset of a known kind", "move it elsewhere"),
        ("script.js", "is no page and no asset of a known kind", "move it elsewhere"),
        ("About Us.md", "the file's name is not plain", "rename it to about-us.md"),
        ("page.MD", "the file's name is not plain", "rename it to page.md"),
        ("a_b.png", "the file's name is not plain", "rename it to a-b.png"),
        ("a.min.css", "the file's name is not plain", "rename it to a-min.css"),
        (".hidden.md", "the file's name is not plain", "rename it to hidden.md"),
        ("readme.txt", "is a text whose figures nothing would prove", "write it as a page (.md)"),
        ("Images/a.png", "the folder's name is not plain", "rename it to images"),
    ],
)
def test_another_name_is_one_finding(project, name, message, hint):
    [finding] = project.write(f"docs/{name}", "x").load().findings
    assert (finding.code, finding.message) == ("bad-file", message)
    assert hint in finding.hint


@pytest.mark.parametrize("name", ["licence.txt", "license-inter.txt", "ofl.txt"])
def test_the_licence_of_an_asset_is_published_as_it_stands(project, name):
    seeds = project.write(f"docs/fonts/{name}", b"Version 1.1").load()
    assert (seeds.findings, [*seeds.assets]) == ((), [f"fonts/{name}"])


@pytest.mark.parametrize(
    ("data", "at", "says"),
    [
        (b"a\n\xff", "2:1", "no UTF-8"),
        (b"\xef\xbb\xbfa", "1:1", "byte order mark"),
        (b"a\rb", "1:2", "carriage return"),
        ("a\nb\u202ec".encode(), "2:2", "U+202E"),
        (b"a\0", "1:2", "U+0000"),
        (b"x\n<<<<<<< HEAD\ny\n=======\nz\n>>>>>>> a\n", "2:1", "merge conflict"),
        (b"x" * 100_001, "1:1", "larger than 100 kB"),
    ],
)
def test_a_page_of_hostile_bytes_is_one_finding(project, data, at, says):
    seeds = project.write("docs/page.md", data).load()
    [finding] = seeds.findings
    assert str(finding.place) == f"docs/page.md:{at}"
    assert says in finding.message
    assert [document.path for document in seeds.documents] == ["index.md"]


def test_an_underlined_heading_is_no_merge_conflict(project):
    assert project.write("docs/page.md", "Title\n=======\n\ttext\n").load().findings == ()


def test_a_large_asset_is_refused(project):
    [finding] = project.write("docs/a.png", b"x" * 2_000_001).load().findings
    assert "larger than 2 MB" in finding.message


@pytest.mark.parametrize(
    ("drawn", "says"),
    [
        ("<script>alert(1)</script>", "script"),
        ("<svg:script xmlns:svg='http://www.w3.org/2000/svg'/>", "script"),
        ("<SCRIPT/>", "element SCRIPT"),
        ("<foreignObject/>", "element foreignObject"),
        ("<iframe/>", "iframe"),
        ("<path onclick='a()'/>", "event handler"),
        ("<path ONLOAD='a()'/>", "event handler"),
        ("<a href='https://evil.test'/>", "element a"),
        ("<use xlink:href='javascript:a()'/>", "outside itself"),
        ("<use href='//evil.test/a.svg#b'/>", "outside itself"),
        ("<image href='data:image/svg+xml;base64,AAAA'/>", "outside itself"),
        ("<image href='https://evil.test/a.png'/>", "outside itself"),
        ("<use href=' #ok'/>", "outside itself"),
        ("<animate attributeName='href' values='javascript:a()'/>", "element animate"),
        ("<set attributeName='xlink:href' to='javascript:a()'/>", "element set"),
        ("<style>@import 'https://evil.test/a.css'</style>", "style"),
        ("<style>a { fill: url(https://evil.test/a) }</style>", "style"),
        ("<style>a { fill: u\\72l(https://evil.test/a) }</style>", "style"),
        ("<path style='fill:url(https://evil.test/a)'/>", "outside itself"),
        ("<path style='fill:u\\72l(x)'/>", "outside itself"),
        ("<path style='fill:image-set(\"x\" 1x)'/>", "outside itself"),
        ("<h:img xmlns:h='http://www.w3.org/1999/xhtml' srcset='x'/>", "element h:img"),
        ("<g xmlns='http://www.w3.org/1999/xhtml'/>", "more than a drawing"),
        ("<img src='x'/>", "element img"),
        ("<path fill='url( \"https://evil.test/a\" )'/>", "outside itself"),
        ("<?xml-stylesheet href='a.css'?>", "processing instruction"),
        ("<path>", "no well-formed SVG"),
        ("&lol;", "no well-formed SVG"),
    ],
)
def test_a_drawing_that_does_more_than_draw_is_refused(project, drawn, says):
    seeds = project.write("docs/a.svg", SVG.format(drawn)).load()
    [finding] = seeds.findings
    assert (finding.place.path, finding.code) == ("docs/a.svg", "bad-file")
    assert says in finding.message
    assert dict(seeds.assets) == {}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "document type"),
        (b"<?xml version='1.0' encoding='utf-7'?><svg/>", "another encoding"),
        ("<svg/>".encode("utf-16"), "no UTF-8"),
        (b"", "no well-formed SVG"),
    ],
)
def test_a_drawing_in_disguise_is_refused(project, data, says):
    [finding] = project.write("docs/a.svg", data).load().findings
    assert says in finding.message


@pytest.mark.parametrize(
    "drawn",
    [
        "<linearGradient id='g'/><path fill='url(#g)' style='stroke:url(#g)'/>",
        "<use href='#a'/><use xlink:href='#a'/>",
        "<image href='data:image/png;base64,iVBORw0KGgo='/>",
        "<text style='font: 12px sans-serif'>5 &lt; 6 &amp; more</text>",
        "<title>On the road</title>",
    ],
)
def test_a_plain_drawing_is_an_asset(project, drawn):
    seeds = project.write("docs/a.svg", SVG.format(drawn)).load()
    assert seeds.findings == ()
    assert list(seeds.assets) == ["a.svg"]


@pytest.mark.parametrize(
    ("css", "column", "says"),
    [
        ("@import 'x.css';", 1, "imports another"),
        ("@\\69mport 'x.css';", 1, "imports another"),
        ("a { background: url(https://evil.test/a.png) }", 17, "another host"),
        ("a { background: URL( 'HTTPS://evil.test/a.png' ) }", 22, "another host"),
        ("a { background: u\\72l(//evil.test/a.png) }", 17, "another host"),
        ("a { background: url(/\\\\evil.test/a.png) }", 17, "another host"),
        ("@media print { a { b: image-set('//evil.test/a.png' 1x) } }", 33, "another host"),
        ("@font-face { src: src('https://evil.test/a') }", 23, "another host"),
    ],
)
def test_a_style_sheet_that_loads_from_elsewhere_is_refused(project, css, column, says):
    (finding,) = project.write("docs/a.css", css).load().findings
    assert (finding.code, finding.place.column) == ("bad-file", column)
    assert says in finding.message


def test_a_style_sheet_may_load_what_lies_beside_it(project):
    css = "/* https://a.eu */ a { b: url(x.png) url('data:image/png;base64,A'); content: 'a: //b' }"
    assert project.write("docs/a.css", css).load().findings == ()
