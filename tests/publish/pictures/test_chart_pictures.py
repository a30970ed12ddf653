"""Charts become pictures: once, the same everywhere, and never at the price of the site."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from generator.charts.text import plotly_text
from generator.kept import Cache, keep
from generator.model import PLOTLY, DrawnChart
from generator.publish.pictures import browser as browser_limits
from generator.publish.pictures.browser import Drawing, draw_with_browser
from generator.publish.pictures.cache import key_of, looks_right
from generator.publish.pictures.chart_pictures import Pictures, make_pictures
from generator.publish.styles.assets import load_asset

SIZE = {"width": 720, "height": 120}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{body}</svg>'
LINE = '<path d="M0,0L9,9" stroke="rgb(1, 2, 1)"/>'
NO_BROWSER = {"BROWSER_PATH": "/nonexistent"}


def chart(name: str = "sales", label: str = "2023") -> DrawnChart:
    """One bar."""
    bar = {
        "type": "bar",
        "x": [plotly_text(label)],
        "y": [5],
        "marker": {"color": "var(--chart-1)"},
    }
    layout = {"height": 120, "font": {"family": "inherit", "color": "var(--chart-ink)"}}
    return DrawnChart(
        id=name,
        title=f"Title of {name} {label}",
        subtitle="",
        figure={"data": [bar], "layout": layout | {"paper_bgcolor": "rgba(0,0,0,0)"}},
        narrow={"data": [bar], "layout": layout | {"paper_bgcolor": "rgba(0,0,0,0)"}},
        columns=(),
        rows=(),
        description=f"Description of {name}",
        articles=(),
    )


SHOWN = 'role="(?:img|group)" aria-labelledby'
LINKED = {
    "a",
    "href",
    "aria-label",
    "aria-hidden",
    "pointer-events",
    "cx",
    "cy",
    "r",
}
LINKED |= {"text-decoration"}  # of a plan that was replaced
"""Of marks that lead to the proof of their figure."""


def strangers(picture: str) -> set[str]:
    """Elements and attributes of a picture that could do more than show it."""
    found = set()
    for element in ET.fromstring(picture).iter():
        found |= {element.tag.partition("}")[2], *element.attrib}
    known = {"svg", "title", "desc", "defs", "clipPath", "pattern", "g", "path", "rect", "text"}
    known |= {"circle", "tspan", "id", "role", "aria-labelledby", "viewBox", "width", "height"}
    known |= {"x", "y", "d", "rx", "ry", "dy", "transform", "clip-path", "opacity", "patternUnits"}
    known |= {"patternTransform", "text-anchor", "shape-rendering", "font-family", "font-size"}
    known |= {
        "font-weight",
        "font-style",
        "fill",
        "fill-opacity",
        "fill-rule",
        "paint-order",
        "stroke",
    }
    return {name for name in found - known if not name.startswith("stroke-")}


def fake_drawing(drawing: Drawing, body: str = LINE) -> bytes:
    """Bytes of the format and size that are wanted."""
    return SVG.format(body=body, **drawing.options).encode()


@pytest.fixture
def fake_browser(monkeypatch: pytest.MonkeyPatch) -> list[Drawing]:
    """A stand-in for the browser; every drawing that it was asked for."""
    asked: list[Drawing] = []

    def draw(drawings: list[Drawing], plotly: Path) -> browser_limits.Drawn:
        asked.extend(drawings)
        return browser_limits.Drawn(dict(enumerate(map(fake_drawing, drawings))), "")

    monkeypatch.setattr("generator.publish.pictures.chart_pictures.draw_with_browser", draw)
    return asked


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a shell script in the place of the browser."""

    def put(script: str) -> None:
        file = tmp_path / "chromium"
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)
        monkeypatch.setenv("BROWSER_PATH", str(file))

    return put


# With the machine's browser


@pytest.fixture(scope="module")
def drawn(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[Pictures, Cache]:
    """Two charts by the machine's browser, one of them with a hostile name, and the cache."""
    hostile = "</text><script>alert(1)</script><a href='https://evil.example'>x</a> $a$ %{y} &lt;"
    cache = Cache(folder := tmp_path_factory.mktemp("pictures"), folder)
    return make_pictures([chart(), chart("hostile", hostile)], cache), cache


def test_a_browser_draws_every_form(drawn: tuple[Pictures, Cache]) -> None:
    pictures, _ = drawn
    assert (pictures.how, pictures.warning) == ("rendered with Chromium", "")
    assert pictures.seconds > 0
    picture = pictures.pictures["sales"]
    assert picture.wide.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 120"')
    assert picture.narrow.startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 350 120"'
    )
    assert 'fill="var(--chart-1)"' in picture.wide
    assert re.findall(r'id="sales-(?!wide-)', picture.wide) == []
    assert pictures.pictures.keys() == {"sales", "hostile"}


def test_a_hostile_name_is_words_in_a_picture(drawn: tuple[Pictures, Cache]) -> None:
    wide = drawn[0].pictures["hostile"].wide
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in wide.partition("</desc>")[2]
    assert strangers(wide) == set()


def test_what_was_drawn_is_not_drawn_again(
    drawn: tuple[Pictures, Cache], monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures, cache = drawn
    monkeypatch.setattr("subprocess.Popen", None)
    again = make_pictures([chart()], cache)
    assert (again.how, again.seconds) == ("from cache", 0.0)
    assert again.pictures["sales"] == pictures.pictures["sales"]
    assert again.pictures["sales"] == pictures.pictures["sales"]


def test_a_bundle_may_lie_wherever_it_likes(browser: Any, tmp_path: Path) -> None:
    folder = tmp_path / 'a "b" & <c> #d ?e %20'
    folder.mkdir()
    (folder / PLOTLY).write_bytes(load_asset(PLOTLY))
    wanted = Drawing({"data": [], "layout": {}}, {"format": "svg", **SIZE})
    found = draw_with_browser([wanted], folder / PLOTLY)
    assert found.trouble == ""
    assert looks_right(found.contents[0], wanted)


def test_pictures_are_the_same_in_other_zones_and_locales_and_for_every_hash_seed(
    browser: Any, root: Path, run_briefing: Any, tmp_path: Path
) -> None:
    # What other tests show as well, and what is drawn anew in a process of its own.
    elsewhere = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"}
    anew = elsewhere | {"BRIEFING_CACHE": str(tmp_path / "cache")}
    found = []
    for name, environment, drawn in (("usual", {}, ""), ("anew", anew, "rendered with Chromium")):
        tree = tmp_path / name
        code, out, err = run_briefing(
            "compose", str(tree), "--root", str(root / "tests/golden/small"), env=environment
        )
        assert code == 0, out + err
        assert f"pictures of charts: {drawn}" in err
        files = sorted(file for file in (tree / "charts").iterdir() if file.is_file())
        found.append({f.name: f.read_bytes() for f in files})
    assert found[0] == found[1]
    assert {"plans.svg", "plans.png", "accounted.svg", "accounted.png"} <= found[0].keys()


def test_every_picture_of_the_site_is_safe_and_has_the_pages_colours(
    browser: Any, built_site: Path
) -> None:
    inline = re.compile(r"<svg [^>]*role=\"(?:img|group)\" aria-l.*?</svg>")
    pages = [file.read_text() for file in built_site.rglob("*.html")]
    pictures = {picture for page in pages for picture in inline.findall(page)}
    files = (built_site / "charts").glob("*.json")
    names = {file.stem for file in files if not file.stem.endswith(".narrow")}
    shown = {match[1] for p in pictures if (match := re.search(r'id="(.+)-wide-title"', p))}
    assert names <= shown
    paint = re.compile(r' (?:fill|stroke)="(?!none|url\(#|var\(--chart-)([^"]*)"')
    assert {colour for picture in pictures for colour in paint.findall(picture)} == set()
    assert set().union(*map(strangers, pictures)) == {"data-fact", *LINKED}
    for name in names:
        assert (built_site / f"charts/{name}.svg").read_bytes().startswith(b"<svg ")
        assert (built_site / f"charts/{name}.png").read_bytes().startswith(b"\x89PNG")


# Without one


def test_a_site_without_browser_and_cache_is_built_and_says_so(
    small_briefing: Path, run_briefing: Any, tmp_path: Path
) -> None:
    environment = NO_BROWSER | {"BRIEFING_CACHE": str(tmp_path / "empty")}
    code, out, err = run_briefing("build", cwd=small_briefing, env=environment)
    assert code == 0, out + err
    assert "briefing: pictures of charts: none (no browser found)\n" in err
    site = small_briefing / "site"
    assert [*site.glob("charts/*.svg"), *site.glob("charts/*.png")] == []
    assert [*site.glob("charts/*.json")] != []
    assert [f for f in site.rglob("*.html") if re.search(SHOWN, f.read_text())] == []


def test_a_warm_cache_needs_no_browser(
    browser: Any, built_site: Path, copied_briefing: Path, run_briefing: Any
) -> None:
    code, out, err = run_briefing("compose", "tree", cwd=copied_briefing, env=NO_BROWSER)
    assert code == 0, out + err
    assert "briefing: pictures of charts: from cache\n" in err
    again = {file.name: file.read_bytes() for file in copied_briefing.glob("tree/charts/*.svg")}
    assert again == {file.name: file.read_bytes() for file in built_site.glob("charts/*.svg")}
    assert again


def test_commands_that_show_no_chart_start_no_browser(run_briefing: Any, tmp_path: Path) -> None:
    witness = tmp_path / "started"
    script = tmp_path / "chromium"
    script.write_text(f"#!/bin/sh\ntouch '{witness}'\n")
    script.chmod(0o755)
    environment = {"BROWSER_PATH": str(script), "BRIEFING_CACHE": str(tmp_path / "empty")}
    assert run_briefing("check", env=environment).code == 0
    assert not witness.exists()


@pytest.mark.command
def test_a_browser_that_hangs_is_ended_with_all_it_began(
    program: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    beat, starts = tmp_path / "beat", tmp_path / "starts"
    program(f"echo x >> '{starts}'; (while :; do echo x >> '{beat}'; sleep 0.05; done) &\nwait")
    monkeypatch.setattr(browser_limits, "START_SECONDS", 3.0)
    monkeypatch.setattr(browser_limits, "DRAWING_SECONDS", 0.0)
    begun = time.monotonic()
    pictures = make_pictures([chart()], Cache(tmp_path, tmp_path))
    assert time.monotonic() - begun < 20
    assert pictures.how == "none"
    assert pictures.warning == "the browser did not finish within 3 seconds and was ended"
    assert starts.read_text() == "x\nx\n"  # a second try, and no third
    beats = beat.stat().st_size
    assert beats
    time.sleep(0.3)
    assert beat.stat().st_size == beats


@pytest.mark.command
def test_a_browser_does_not_outlive_a_build_that_is_killed(
    program: Callable[[str], None], root: Path, tmp_path: Path
) -> None:
    beat = tmp_path / "beat"
    program(f"while :; do echo x >> '{beat}'; sleep 0.05; done")
    build = subprocess.Popen(
        [sys.executable, "-m", "generator", "compose", str(tmp_path / "tree")],
        cwd=root / "tests/golden/small",
        env=dict(os.environ) | {"PYTHONPATH": str(root), "BRIEFING_CACHE": str(tmp_path / "cache")},
        stderr=subprocess.DEVNULL,
    )
    while build.poll() is None and not beat.exists():
        time.sleep(0.05)
    assert beat.exists(), "the build ended without a browser"
    build.kill()
    build.wait()
    for _ in range(60):
        beats = beat.stat().st_size
        time.sleep(0.5)
        if beat.stat().st_size == beats:
            return
    pytest.fail("the browser still runs")


@pytest.mark.command
@pytest.mark.parametrize("script", ["exit 0", "echo nonsense >&4; exit 3"])
def test_a_browser_that_fails_is_told_of_and_nothing_more(
    script: str, program: Callable[[str], None], tmp_path: Path
) -> None:
    program(script)
    pictures = make_pictures([chart()], Cache(tmp_path, tmp_path))
    assert (pictures.how, dict(pictures.pictures)) == ("none", {})
    assert pictures.warning.startswith("the browser ")


# What is kept


def test_only_what_changed_is_drawn(fake_browser: list[Drawing], tmp_path: Path) -> None:
    make_pictures([chart("one"), chart("two")], Cache(tmp_path, tmp_path))
    fake_browser.clear()
    changed = replace(chart("two"), narrow=chart("two", "2024").narrow)
    pictures = make_pictures([chart("one"), changed], Cache(tmp_path, tmp_path))
    assert pictures.how == "1 from cache, 1 rendered with Chromium"
    assert [drawing.options["width"] for drawing in fake_browser] == [350]


def test_what_several_charts_show_is_drawn_once(
    fake_browser: list[Drawing], tmp_path: Path
) -> None:
    pictures = make_pictures(
        [chart("one"), replace(chart("one"), id="two")], Cache(tmp_path, tmp_path)
    )
    assert pictures.pictures.keys() == {"one", "two"}
    assert len(fake_browser) == 2


def test_a_new_title_needs_no_browser_and_is_shown(
    fake_browser: list[Drawing], tmp_path: Path
) -> None:
    make_pictures([chart()], Cache(tmp_path, tmp_path))
    pictures = make_pictures([replace(chart(), title="A better title")], Cache(tmp_path, tmp_path))
    assert pictures.how == "from cache"
    assert ">A better title</title>" in pictures.pictures["sales"].wide


def spoil(file: Path, content: bytes) -> None:
    """An entry that is signed, and no picture of the chart."""
    keep(file, content)


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:-9]),
        lambda file: file.write_text("[]"),
        lambda file: file.write_bytes(b"0" * 64 + file.read_bytes()[64:]),
        lambda file: file.write_bytes(file.read_bytes()[:-1] + b"9"),
        lambda file: file.write_text("[" * 100_000),
        lambda file: file.write_bytes(b"\xff\xfe"),
        lambda file: file.write_bytes(b" " * 9_000_000),
        lambda file: spoil(file, b"<svg "),
        lambda file: spoil(file, SVG.format(body=LINE, width=9, height=9).encode()),
        lambda file: spoil(file, SVG.format(body="<script/>", width=720, height=120).encode()),
        lambda file: (file.unlink(), file.mkdir()),
    ],
    ids=(
        "empty",
        "cut off",
        "a list",
        "another signature",
        "another last byte",
        "deep",
        "no characters",
        "too long",
        "a beginning",
        "another size",
        "hostile",
        "a folder",
    ),
)
def test_a_broken_entry_is_drawn_anew(
    spoiled: Callable[[Path], object], fake_browser: list[Drawing], tmp_path: Path
) -> None:
    whole = make_pictures([chart()], Cache(tmp_path, tmp_path))
    for file in (tmp_path / "charts").iterdir():
        spoiled(file)
    fake_browser.clear()
    again = make_pictures([chart()], Cache(tmp_path, tmp_path))
    assert again.pictures == whole.pictures
    assert len(fake_browser) == 2


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(
    fake_browser: list[Drawing], tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    pictures = make_pictures([chart()], Cache(tmp_path, tmp_path / "cache"))
    assert (pictures.how, pictures.warning) == ("rendered with Chromium", "")
    assert (tmp_path / "cache").read_text() == "a file, not a folder"


@pytest.mark.parametrize(
    "other",
    [
        Drawing({"data": [1]}, {"format": "svg", **SIZE}),
        Drawing({}, {"format": "svg", **SIZE, "width": 360}),
        Drawing({}, {"format": "png", "scale": 2, **SIZE}),
    ],
    ids=("figure", "width", "format"),
)
def test_the_key_knows_all_that_the_bytes_depend_on(other: Drawing) -> None:
    drawing = Drawing({}, {"format": "svg", **SIZE})
    assert key_of(drawing, "0" * 64) == key_of(drawing, "0" * 64)
    assert key_of(drawing, "0" * 64) != key_of(other, "0" * 64)
    assert key_of(drawing, "0" * 64) != key_of(drawing, "1" * 64)


def test_a_chart_that_cannot_be_shown_is_named_and_the_others_are_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def draw(drawings: list[Drawing], plotly: Path) -> browser_limits.Drawn:
        contents = {n: fake_drawing(drawing) for n, drawing in enumerate(drawings)}
        return browser_limits.Drawn(contents | {0: fake_drawing(drawings[0], "<script/>")}, "")

    monkeypatch.setattr("generator.publish.pictures.chart_pictures.draw_with_browser", draw)
    pictures = make_pictures([chart("one"), chart("two", "2024")], Cache(tmp_path, tmp_path))
    assert pictures.pictures.keys() == {"two"}
    assert pictures.how == "1 missing, 1 rendered with Chromium"
    assert pictures.warning == "chart one: <script> is not expected there in a drawing"


def test_a_site_without_charts_says_nothing_of_pictures(tmp_path: Path) -> None:
    pictures = make_pictures([], Cache(tmp_path, tmp_path))
    assert (pictures.how, pictures.warning, pictures.files()) == ("", "", {})
