"""What bytes are, by how they begin; what is text stays text, whatever it speaks of."""

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.formats import crowd_of_numbers, find_format, line_and_column


def archive(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.writestr(name, "x" * 200)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "noun"),
    [
        (archive("[Content_Types].xml", "_rels/.rels", "word/document.xml"), "a Word document"),
        (archive(*(f"media/{number}.png" for number in range(300)), "word/document.xml"), "a Word document"),
        (archive("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
        (archive("a.txt"), "an archive (zip)"),
        (gzip.compress(b"text", mtime=0), "a compressed file (gzip)"),
        (b"<!DOCTYPE html>\n<p>a", "an HTML page"),
        (b"\xef\xbb\xbf\n<!-- saved -->\n<HTML lang=de><body>", "an HTML page"),
        ("<html>ä".encode("cp1252"), "an HTML page"),
        ("Umsatz".encode("utf-16-be"), "text in UTF-16"),
        ("a" * 5_000 + "\0", "no text: it holds a NUL byte"),
        (b"a\xff", "no UTF-8: byte 0xff (it looks like Windows-1252 or Latin-1)"),
        ("caf\u00e9".encode()[:-1], "no UTF-8: byte 0xc3"),
    ],
)  # fmt: skip
def test_what_is_no_text_has_a_name(data: bytes | str, noun: str) -> None:
    found = find_format(data.encode() if isinstance(data, str) else data)
    assert found is not None
    assert found.noun == noun


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeffUmsatz",
        "a < b, c > d, <b>bold</b> and <html> in a sentence",
        "# Title\n\n<div>one</div>\n",
        "<p>: the sign of a paragraph",
        "PK is no archive, %PDF- no document",
        "\u202eabc\u00ad \x07",
    ],
)
def test_a_text_is_a_text(text: str) -> None:
    assert find_format(text.encode()) is None


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0<")))
def test_no_text_in_utf_8_is_refused_for_its_letters(text: str) -> None:
    found = find_format(text.encode())
    assert found is None or found.kind == "binary"


@pytest.mark.parametrize(
    ("data", "offset", "place"),
    [(b"a\xff", 1, (1, 2)), (b"a\r\nb\xff", 4, (2, 2)), ("ä\nöü".encode() + b"\xff", 7, (2, 3)), (b"", 0, (1, 1))],
)  # fmt: skip
def test_a_byte_is_found_by_line_and_column(
    data: bytes, offset: int, place: tuple[int, int]
) -> None:
    assert line_and_column(data, offset) == place


def test_a_text_of_numbers_alone_is_no_report() -> None:
    assert crowd_of_numbers("A report of 2024 with 5 numbers. " * 4000) is None
    for text in ("1-" * 500_000, "1. " * 330_000, "1 - " * 250_000):
        assert crowd_of_numbers(text) == "holds more than 20000 numbers, which no report does"
