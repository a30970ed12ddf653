"""A browser's drawing becomes a safe picture: expected things are rewritten, all else is refused."""

import html
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import STYLE
from generator.publish.pictures.svg import Caption, SvgError, picture_of, rounded
from generator.publish.styles.assets import load_asset
from generator.publish.styles.colours import (
    palette_of,
    standing_alone,
    with_stand_ins,
)

COLOURS = {"rgb(1, 2, 1)": "var(--chart-1)", "rgb(1, 2, 0)": "none"}
CAPTION = Caption("sales-wide", "Sales", "Sales rose to 5.")
HEAD = '<svg class="main-svg" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 300">'
LINE = '<path d="M0,0L9,9" style="stroke: rgb(1, 2, 1);"/>'


def shown(body: str, caption: Caption = CAPTION) -> str:
    """The picture without its head."""
    picture = picture_of(f"{HEAD}{body}</svg>", COLOURS, caption)
    assert "\n" not in picture
    return picture.partition("</desc>")[2].removesuffix("</svg>")


def read(picture: str) -> ET.Element:
    return ET.fromstring(picture)


def texts_of(picture: str) -> list[str]:
    return ["".join(e.itertext()) for e in read(picture).iter() if e.tag.endswith("}text")]


def test_a_picture_has_a_name_a_description_and_a_size() -> None:
    assert picture_of(f"{HEAD}</svg>", COLOURS, CAPTION) == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 300" width="720" height="300" '
        'role="img" aria-labelledby="sales-wide-title sales-wide-desc" font-family="inherit">'
        '<title id="sales-wide-title">Sales</title>'
        '<desc id="sales-wide-desc">Sales rose to 5.</desc></svg>'
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            ('<path class="x" data-index="0" d="M7.12345,4v-0.001" '
            'style="opacity: 1; stroke: rgb(1, 2, 1); stroke-opacity: 1; stroke-width: 1.5px;"/>'),
            '<path d="M7.12,4v0" stroke="var(--chart-1)" stroke-width="1.5"/>',
        ),
        (
            ('<text x="0" y="441" style="font-family: inherit; white-space: pre; font-size: 12px; '
            'fill: rgb(1, 2, 1);"><tspan style="font-weight:bold">a</tspan> b</text>'),
            ('<text x="0" y="441" font-size="12" fill="var(--chart-1)" paint-order="stroke" '
            'stroke="var(--chart-paper)" stroke-linejoin="round" stroke-width="4"><tspan font-weight="bold">a</tspan> b</text>'),
        ),
        (
            ('<defs><clipPath id="clipf3ec79xy"><rect width="5" height="6"/></clipPath>'
            '<clipPath id="unused"><rect width="5" height="6"/></clipPath></defs>'
            f'<g clip-path="url(#clipf3ec79xy)">{LINE}</g>'),
            ('<defs><clipPath id="sales-wide-1"><rect width="5" height="6"/></clipPath></defs>'
            '<g clip-path="url(#sales-wide-1)"><path d="M0,0L9,9" stroke="var(--chart-1)"/></g>'),
        ),
        (f'<g class="a"><g transform="translate(0,0)"><g/>{LINE}</g></g>', "PATH"),
        (f'<g opacity="1" transform="rotate(0,129.5,29.5)">{LINE}</g>', "PATH"),
        (f'<g transform="translate(7, 4.126)">{LINE}</g>', '<g transform="translate(7,4.13)">PATH</g>'),
        (f'{LINE}<rect width="7" height="3" style="fill: rgb(1, 2, 0);"/>', "PATH"),
        (f'{LINE}<rect width="7" height="3" style="fill: rgb(9, 9, 9); fill-opacity: 0;"/>', "PATH"),
        (f'{LINE}<rect width="0" height="0" style="fill: rgb(9, 9, 9);"/>', "PATH"),
        (f'{LINE}<path d="M3,4" style="stroke: rgb(9, 9, 9);"/><text x="1"/>', "PATH"),
        ('<rect width="7" height="3" style="fill: rgb(9, 9, 254);"/>',
         '<rect width="7" height="3" fill="#0909fe"/>'),
    ],
)  # fmt: skip
def test_what_is_drawn_stays_and_what_is_not_seen_goes(body: str, expected: str) -> None:
    line = '<path d="M0,0L9,9" stroke="var(--chart-1)"/>'
    assert shown(body) == expected.replace("PATH", line)


def test_a_style_that_an_element_inherits_is_not_lost_by_one_in_between() -> None:
    body = (
        '<g style="stroke-width: 3px;"><path d="M0,0L9,9" style="stroke: rgb(1, 2, 1); '
        'stroke-width: 1px;"/></g>'
    )
    assert 'stroke-width="1"' in shown(body)


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<foreignObject><p>x</p></foreignObject>",
        '<image href="https://evil.example/x.png"/>',
        '<use href="#x"/>',
        "<style>*{fill:red}</style>",
        "<svg/>",
        "<animate/>",
        '<text x="1"><a href="https://evil.example">x</a></text>',
        '<text x="1"><path d="M0,0L9,9"/></text>',
        "<g><tspan>x</tspan></g>",
        '<g xmlns:x="urn:x"><x:g/></g>',
        '<html xmlns="http://www.w3.org/1999/xhtml"/>',
        f'<g onclick="alert(1)">{LINE}</g>',
        '<rect width="1" height="1" href="#x"/>',
        '<rect width="1" height="1" style="fill: url(https://evil.example)"/>',
        '<rect width="1" height="1" style="fill: url(\'#nowhere\')"/>',
        '<g clip-path="url(https://evil.example#x)"/>',
        '<rect width="1" height="1" style="fill: var(--x)"/>',
        '<rect width="1" height="1" style="background: red"/>',
        '<rect width="calc(1)" height="1"/>',
        '<rect width="1e999" height="1"/>',
        '<path d="M0,0url(x)"/>',
        f'<g transform="skewX(5)">{LINE}</g>',
        "<!-- comment -->",
        "<?xml-stylesheet href='https://evil.example'?>",
        "<g>",
        "<g>" * 80 + LINE + "</g>" * 80,
    ],
    ids=lambda body: body[:64],
)
def test_what_is_not_expected_is_refused(body: str) -> None:
    with pytest.raises(SvgError):
        shown(body)


@pytest.mark.parametrize(
    "drawing",
    [
        "",
        "no picture",
        "<svg/>",
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 2"/>',
        '<!DOCTYPE x [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
        HEAD + " " * 3_000_000 + "</svg>",
    ],
    ids=lambda drawing: drawing[:40],
)
def test_what_is_no_drawing_is_refused(drawing: str) -> None:
    with pytest.raises(SvgError):
        picture_of(drawing, COLOURS, CAPTION)


HOSTILE = (
    '</text><script>alert(1)</script> style="x" rgb(1, 2, 1) url(#x) class="main-svg" '
    "clipf3ec79 1.23456 var(--chart-1) & ' \" ]]>"
)


def test_words_that_look_like_code_stay_words() -> None:
    caption = Caption("x-wide", HOSTILE, f"\n{HOSTILE}\r\n")
    body = f'<text x="1">{html.escape(HOSTILE)}</text>'
    picture = picture_of(f"{HEAD}{body}</svg>", COLOURS, caption)
    root = read(picture)
    assert texts_of(picture) == [HOSTILE]
    assert [root[0].text, (root[1].text or "").strip()] == [HOSTILE, HOSTILE]
    assert {element.tag.partition("}")[2] for element in root.iter()} == {
        "svg", "title", "desc", "text",
    }  # fmt: skip
    assert "\n" not in picture


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1).filter(str.strip))
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    body = f'<text x="1">{html.escape(text)}</text>'
    assert texts_of(picture_of(f"{HEAD}{body}</svg>", COLOURS, CAPTION)) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("9.899494936611665px", "9.9"), ("M-2.474,2.475l4.9,-0.004", "M-2.47,2.48l4.9,0"),
     ("1e-7", "0"), ("-0.5", "-0.5"), ("100", "100"), ("5.000001", "5")],
)  # fmt: skip
def test_numbers_have_two_decimals(text: str, expected: str) -> None:
    assert rounded(text) == expected


FIGURE = {
    "data": [{"marker": {"color": ["var(--chart-2)", "var(--chart-1)"]}, "text": "var(--chart-1)"}],
    "layout": {"paper_bgcolor": "rgba(0,0,0,0)", "font": {"family": "inherit"}},
}


def test_a_stand_in_leads_back_to_its_token_and_texts_are_left_alone() -> None:
    figure, stands_for = with_stand_ins(FIGURE)
    assert figure["data"] == [
        {"marker": {"color": ["#010202", "#010201"]}, "text": "var(--chart-1)"}
    ]
    assert stands_for == {
        "rgb(1, 2, 0)": "none",
        "rgb(1, 2, 1)": "var(--chart-1)",
        "rgb(1, 2, 2)": "var(--chart-2)",
    }
    assert figure["layout"]["font"]["family"].startswith("Liberation Sans")
    assert figure["layout"]["paper_bgcolor"] == "#010200"


def test_a_file_of_its_own_has_both_schemes_and_no_custom_properties() -> None:
    css = load_asset(STYLE).decode()
    alone = standing_alone(picture_of(f"{HEAD}{LINE}</svg>", COLOURS, CAPTION), css)
    light, dark = palette_of(css, "default"), palette_of(css, "slate")
    assert f'stroke="{light["--chart-1"]}"' in alone
    assert f'[stroke="{light["--chart-1"]}"]{{stroke:{dark["--chart-1"]}}}' in alone
    assert "var(" not in alone
    assert "inherit" not in alone
    assert read(alone).tag.endswith("svg")


def test_each_light_colour_leads_to_one_dark_one() -> None:
    css = load_asset(STYLE).decode()
    light, dark = palette_of(css, "default"), palette_of(css, "slate")
    assert light.keys() == dark.keys()
    assert len({*light.values()}) == len(light)


def test_a_style_sheet_without_chart_colours_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="no chart colours"):
        palette_of('[data-md-color-scheme="default"] { --x: #fff; }', "default")


def test_the_page_learns_nothing_of_a_browsers_random_names() -> None:
    drawing = f'{HEAD}<defs><clipPath id="clipUIDxy"><rect width="5" height="6"/></clipPath></defs>'
    drawing += f'<g class="traceUID" clip-path="url(#clipUIDxy)">{LINE}</g></svg>'
    one, other = (
        picture_of(drawing.replace("UID", uid), COLOURS, CAPTION) for uid in ("f3ec79", "84bb08")
    )
    assert one == other
    assert not re.search("f3ec79|84bb08", one)
