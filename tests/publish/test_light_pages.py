"""Blanks of templates leave no page otherwise than it was, and each page is seen to."""

from pathlib import Path

import pytest

from generator.publish.light_pages import lighten_pages, without_indents


@pytest.mark.parametrize(
    ("page", "light"),
    [
        ("<p>\n    <b>x</b>\n\n  </p>\n", "<p>\n<b>x</b>\n</p>\n"),
        ("<p> <b>x</b>  <i>y</i></p>", "<p> <b>x</b>  <i>y</i></p>"),
        ("<p>x\n    y\n    <b>z</b></p>", "<p>x\n    y\n    <b>z</b></p>"),
        ("<pre><b>x</b>\n    <b>y</b></pre>\n\n<p>", "<pre><b>x</b>\n    <b>y</b></pre>\n<p>"),
        ("<script>a =>\n\n<b</script>", "<script>a =>\n\n<b</script>"),
        ("<STYLE>a>\n\n<b</STYLE >", "<STYLE>a>\n\n<b</STYLE >"),
        ("<textarea><p>\n  <p></textarea>", "<textarea><p>\n  <p></textarea>"),
        ("<preface>\n  <p>", "<preface>\n<p>"),
    ],
)
def test_only_blanks_between_tags_of_different_lines_go(page: str, light: str) -> None:
    assert without_indents(page) == light


def test_every_page_of_a_site_is_seen_to(tmp_path: Path) -> None:
    for place in ("index.html", "one/index.html", "404.html"):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text("<html>\n  <body></body></html>", encoding="utf-8")
    lighten_pages(tmp_path)
    pages = [file.read_text("utf-8") for file in tmp_path.rglob("*.html")]
    assert pages == ["<html>\n<body></body></html>"] * 3
