"""What a text may hold: no phrase that is found in it is left out."""

import random
from pathlib import Path

import pytest
import yaml

from generator.evidence.lexicon.cues import Cues
from generator.evidence.lexicon.lexicon import load_lexicon

BLIND = Path(__file__).parents[1] / "blind"
PHRASES = (
    "goal", "aims to", "plan*", "*forecast", "*target*", "is * to be", "by t* end", "'s aim",
    "co-funded*", "aus-*", "12 months", "to",
)  # fmt: skip


def texts_in(lang: str) -> list[str]:
    found = []
    for path in sorted(BLIND.glob(f"*_{lang}.yaml")):
        cases = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)["cases"]
        found += [case["text"] for case in cases]
    return found


@pytest.mark.parametrize("lang", ["de", "nl", "en"])
def test_a_cue_that_a_text_has_is_held(lang: str) -> None:
    cues = load_lexicon(lang).cues
    missed = []
    for text in texts_in(lang):
        held = cues.held(text)
        missed += [
            (name, text)
            for name in cues.names
            if cues[name].search(text) and not cues.is_held(name, held)
        ]
    assert missed == []


def test_a_phrase_of_any_shape_is_held_where_it_is_found() -> None:
    cues = Cues({one: (one,) for one in PHRASES})
    dice = random.Random(3)  # noqa: S311 - the same texts every time are the point
    words = [
        "Goal", "goals", "aims", "to", "planned", "plan", "weatherforecast", "retargeted", "is",
        "said", "be", "by", "the", "end", "'s", "aim", "co-funded", "co", "funded", "Aus-",
        "Ausfall", "12", "months", ",", "-",
    ]  # fmt: skip
    found = 0
    for _ in range(2_000):
        text = " ".join(dice.choices(words, k=6))
        for name in PHRASES:
            if cues[name].search(text):
                found += 1
                assert cues.is_held(name, cues.held(text)), (name, text)
    assert found > 2_000


def test_a_name_without_a_word_of_the_text_is_not_held() -> None:
    cues = Cues({"goal": ("aims to",)})
    assert not cues.is_held("goal", cues.held("It aims high to win."))
    assert not cues.is_held("other", cues.held("It aims to win."))
