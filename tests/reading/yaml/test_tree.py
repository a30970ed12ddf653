"""YAML text becomes a tree of texts, the same by either reader."""

import pytest
import yaml

from generator.reading.yaml.nodes import plain
from generator.reading.yaml.tree import parse_tree


def test_both_readers_of_yaml_agree_on_the_places_of_a_valid_file(project):
    for path in ("seeds/facts/revenue.yaml", "seeds/articles.yaml", "seeds/indicators.yaml"):
        text = project.read(path)
        fast, slow = (parse_tree(path, text, one) for one in (yaml.CSafeLoader, yaml.SafeLoader))
        assert fast == slow


@pytest.mark.parametrize(
    "typed",
    [
        "a:\nb: x\n",
        "a: [x, {b: c}]\n",
        "a:\n  - b\n  -\n  - c: d\n    e:\n",
        "a: |\n  text\n  more\nb: >-\n  folded\n\n  text\n",
        "'a b': \"c\\u00e9\"\n? d\n: e\n",
        "a: {en: x, de: }\n",
        "a: 'it''s'\nb: plain\n  goes on\n",
    ],
)
def test_both_readers_of_yaml_agree_on_odd_but_valid_texts(typed: str):
    fast, slow = (parse_tree("f.yaml", typed, one) for one in (yaml.CSafeLoader, yaml.SafeLoader))
    assert fast == slow
    assert fast.findings == ()


@pytest.mark.parametrize("scalar", ["NO", "on", "12:30", "0x1F", "010", "2024-01-01"])
def test_scalars_stay_the_text_that_was_typed(scalar: str):
    tree = parse_tree("f.yaml", f"key: {scalar}\n")
    assert plain(tree.root) == {"key": scalar}


@pytest.mark.parametrize("typed", ["~", "null", "Null", "NULL"])
def test_what_yaml_has_for_nothing_is_nothing_unless_it_is_quoted(typed: str):
    for reader in (yaml.CSafeLoader, yaml.SafeLoader):
        assert plain(parse_tree("f.yaml", f"key: {typed}\n", reader).root) == {"key": ""}
        assert plain(parse_tree("f.yaml", f'key: "{typed}"\n', reader).root) == {"key": typed}
