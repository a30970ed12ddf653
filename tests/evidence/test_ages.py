"""A number behind a name is somebody's age, and never what an indicator counts."""

import pytest

from generator.evidence.annotate import annotate
from generator.evidence.numbers.nouns import declared_words
from generator.evidence.terms.heads.ages import is_age

AGES = [
    ("en", "The lamp is dark, says Tom Airey, 58, who walks there.", True),
    ("en", "The lamp is dark, says Tom Airey, 58.", True),
    ("en", "Tom Airey (58) walks there.", True),
    ("en", "The lamp is dark, says Tom Airey, who is 58.", True),
    ("en", "The lamps of Harrow Lane, which are 58 in all, are dark.", False),
    ("de", "Das sagt Jutta Krahl, 61, Wirtin in Hollen.", True),
    ("de", "Jutta Krahl (61) führt das Gasthaus.", True),
    ("nl", "Dat zegt Ruud Vermaas (61).", True),
    ("en", "Tom Airey, 58 neighbours and a dog walk there.", False),
    ("en", "It sold three kinds: apples, 58, and pears, 12.", False),
    ("en", "In Mill Lane, 580, the lamp is dark.", False),
    ("en", "Harrow United beat Weston, 58 to 12.", False),
]


@pytest.mark.parametrize(("lang", "text", "is_one"), AGES)
def test_an_age_stands_alone_behind_a_name(lang: str, text: str, is_one: bool) -> None:
    article = annotate(text, lang, declared_words({}, lang))
    found = [
        one
        for one in article.annotations
        if one.mention.text.partition(" ")[0] in {"58", "61", "580"}
    ]
    assert len(found) == 1
    assert is_age(article, found[0]) is is_one
