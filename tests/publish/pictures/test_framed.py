"""A chart that is taken away takes its title, its sources and its address along."""

from xml.etree import ElementTree as ET

import pytest

from generator.model import DrawnChart
from generator.publish.pictures.framed import framed

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 120" width="720" height="120" '
    'role="img" aria-labelledby="a-title a-desc" font-family="inherit"><title id="a-title">T</title>'
    '<desc id="a-desc">D</desc><path d="M0,0L9,9"/></svg>'
)
SPACE = "{http://www.w3.org/2000/svg}"


def chart(title: str = "Sales rose", subtitle: str = "Per year") -> DrawnChart:
    return DrawnChart(
        id="a",
        title=title,
        subtitle=subtitle,
        figure={},
        narrow={},
        columns=(),
        rows=(),
        description="",
        articles=(),
    )


def test_the_words_stand_above_and_below_the_picture_and_within_the_whole() -> None:
    credit = ("Sources: The Paper, 1 May 2024", "Ferry · https://example.org/charts/a/")
    made = framed(PICTURE, chart(), credit)
    root = ET.fromstring(made.svg)
    texts = {text.text: float(text.attrib["y"]) for text in root.findall(f"{SPACE}text")}
    (inner,) = root.findall(f"{SPACE}svg")
    top, bottom = float(inner.attrib["y"]), float(inner.attrib["y"]) + 120
    assert texts["Sales rose"] < texts["Per year"] < top
    assert bottom < texts[credit[0]] < texts[credit[1]] < made.height
    assert root.attrib["viewBox"] == f"0 0 {made.width} {made.height}"
    assert root.attrib["aria-labelledby"] == "a-title a-desc"
    assert len({one.attrib["id"] for one in root.iter() if "id" in one.attrib}) == 2


def test_a_long_title_makes_the_whole_higher_and_no_line_wider() -> None:
    low = framed(PICTURE, chart(), ())
    high = framed(PICTURE, chart("A title of many words " * 8), ())
    assert high.height > low.height
    assert high.width == low.width
    lines = [text.text or "" for text in ET.fromstring(high.svg).findall(f"{SPACE}text")]
    assert max(map(len, lines)) <= 88


def test_words_are_text() -> None:
    hostile = '</text><script>alert(1)</script> & "x"'
    root = ET.fromstring(framed(PICTURE, chart(hostile, hostile), (hostile,)).svg)
    assert {one.tag for one in root.iter()} <= {
        f"{SPACE}{name}" for name in ("svg", "title", "desc", "text", "path")
    }


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="no picture"):
        framed("<svg></svg>", chart(), ())
