"""The colours of charts, as the style sheet has them: seen by everybody, in both schemes, in grey."""

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CSS = (ROOT / "generator" / "publish" / "assets" / "briefing.css").read_text(encoding="utf-8")
SCHEMES = ("default", "slate")
MARKS = [str(number) for number in range(1, 7)]
# Linear RGB as people see it who lack one kind of cone (Machado, Oliveira, Fernandes 2009).
SIGHTS = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def tokens(scheme):
    """The colours of a scheme, by name, each as three shares of linear light."""
    (block,) = re.findall(rf'\[data-md-color-scheme="{scheme}"\] \{{(.*?)\n\}}', CSS, re.DOTALL)
    found = re.findall(r"--chart-([a-z0-9]+): #([0-9a-f]{3}|[0-9a-f]{6});", block)
    return {name: light(digits) for name, digits in found}


def light(digits):
    whole = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    shares = [int(whole[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    return [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]


def brightness(colour):
    return sum(share * part for share, part in zip(colour, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one, other):
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def perceived(colour):
    """Lightness and two hues (CIELAB): distances in it are about those that people see."""
    red, green, blue = colour
    across = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    deep = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (
        one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116
        for one in (across, brightness(colour), deep)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour, sight):
    rows = [sum(part * one for part, one in zip(row, colour, strict=True)) for row in sight]
    return perceived([min(max(one, 0), 1) for one in rows])


@pytest.mark.parametrize("scheme", SCHEMES)
def test_marks_and_words_stand_out_from_the_paper(scheme) -> None:
    colours = tokens(scheme)
    assert set(colours) == {*MARKS, "ink", "muted", "grid", "paper"}
    assert all(contrast(colours[mark], colours["paper"]) >= 3 for mark in MARKS)
    assert all(contrast(colours[name], colours["paper"]) >= 4.5 for name in ("ink", "muted"))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_marks_differ_for_every_eye(scheme, sight) -> None:
    colours = tokens(scheme)
    for one, other in combinations(MARKS, 2):
        pair = zip(*(seen(colours[mark], SIGHTS[sight]) for mark in (one, other)), strict=True)
        assert sum((left - right) ** 2 for left, right in pair) ** 0.5 >= 12, (one, other)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_marks_differ_in_grey_print(scheme) -> None:
    colours = tokens(scheme)
    greys = sorted(perceived([brightness(colours[mark])] * 3)[0] for mark in MARKS)
    assert all(lighter - darker >= 5 for darker, lighter in pairwise(greys))


def test_what_marks_words_is_read_on_its_ground_in_both_schemes():
    """A doubt, and the names of aspects: words of their own colour; a highlight under ink."""
    for scheme in SCHEMES:
        (block,) = re.findall(
            rf'\[data-md-color-scheme="{scheme}"\] \{{(.*?)\n\s*\}}', CSS, re.DOTALL
        )
        named = {
            name: light(digits)
            for name, digits in re.findall(r"--([a-z-]+): #([0-9a-f]{6});", block)
        }
        for ground in ("md-default-bg-color", "briefing-panel"):
            for ink in ("briefing-doubt", "briefing-what", "outcome-good", "md-typeset-a-color"):
                assert contrast(named[ink], named[ground]) >= 4.5, (scheme, ink, ground)
        assert contrast(named["md-default-fg-color"], named["briefing-mark"]) >= 7


def test_no_highlight_of_a_quotation_is_amber():
    """Amber is for doubt alone: the highlight is as good as grey."""
    for red, _, blue in map(hue_parts, re.findall(r"--briefing-mark: #([0-9a-f]{6});", CSS)):
        assert abs(red - blue) <= 24


def hue_parts(digits):
    return [int(digits[place : place + 2], 16) for place in (0, 2, 4)]
