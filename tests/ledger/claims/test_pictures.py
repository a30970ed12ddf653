"""What a drawing says is read; of a photo an editor says which figures it shows."""

import pytest

BRIEFING = "seeds/briefing.yaml"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n'


@pytest.fixture
def draw(small, found):
    """The findings with a file in docs/assets."""

    def put(data, name="p.svg"):
        (small / "docs/assets").mkdir(exist_ok=True)
        is_text = isinstance(data, str)
        content = f"{HEAD}{data}\n</svg>".encode() if is_text else data
        (small / "docs/assets" / name).write_bytes(content)
        return found()

    return put


@pytest.mark.parametrize(
    "data",
    [
        "<text>Revenue 190 billion yuan</text>",
        "<text>Revenue <tspan>190</tspan> <tspan>billion yuan</tspan></text>",
        "<text>1<tspan>90</tspan></text>",
        "<text>190</text><text>billion yuan</text>",
        "<text>nearly two hundred billion yuan</text>",
        "<title>Revenue of 190 billion yuan</title>",
        "<desc>Revenue of 190 billion yuan</desc>",
        '<g aria-label="Revenue of 190 billion yuan"/>',
        "<text>&#49;90</text>",
    ],
)
def test_a_number_of_a_drawing_that_the_ledger_does_not_know_is_a_finding(draw, data):
    [one] = draw(data)
    assert (one.code, one.path) == ("unproven-number", "docs/assets/p.svg")
    assert one.at.startswith("<")


@pytest.mark.parametrize(
    "data",
    [
        "<text>40,000 wheels</text>",
        "<text>about 2.5 billion euros</text>",
        "<text>2023</text><text>Q2 2023</text>",
        "<text>The N7</text>",
        "<text>First of two</text>",
        '<path d="M0 190 L 7 7"/>',
    ],
)
def test_what_the_ledger_knows_may_be_drawn(draw, data):
    assert draw(data) == []


@pytest.mark.parametrize("name", ["p.png", "p.jpg", "p.webp", "p.ico"])
def test_a_photo_says_which_figures_it_shows(draw, changed, name):
    [one] = draw(b"pixels", name)
    assert (one.code, one.path) == ("missing-key", f"docs/assets/{name}")
    entry = f"languages: [en]\npictures:\n- {{path: assets/{name}, figures: []}}"
    assert changed(BRIEFING, "languages: [en]", entry) == []
    assert changed(BRIEFING, "figures: []", "figures: [plan-2024]") == []
    [one] = changed(BRIEFING, "figures: [plan-2024]", "figures: [plan-2025]")
    assert (one.code, one.at) == ("unknown-id", "plan-2025]}")


def test_pixels_within_a_drawing_are_a_photo_too(draw):
    [one] = draw('<image href="data:image/png;base64,AAAA"/>')
    assert (one.code, one.path) == ("missing-key", "docs/assets/p.svg")


def test_a_declared_picture_is_there(changed):
    entry = "languages: [en]\npictures: [{path: assets/p.png, figures: []}]"
    [one] = changed(BRIEFING, "languages: [en]", entry)
    assert (one.code, one.message) == ("unknown-id", "docs/ has no file assets/p.png")


def test_a_picture_without_the_key_is_refused(changed):
    entry = "languages: [en]\npictures: [{path: assets/p.png}]"
    said = changed(BRIEFING, "languages: [en]", entry)
    assert ("missing-key", "the picture (pictures) has no figures") in {
        (one.code, one.message) for one in said
    }
