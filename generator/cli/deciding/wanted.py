"""A number that `add` listed as no fact, and that a person says is one.

In: the question for its reason. Out: a fact in a file of the seeds, everything of it still to be
decided, and its entry gone; or why no fact can be made of it.
"""

from dataclasses import replace

from generator.cli.adding.choices import ignored_text
from generator.cli.adding.facts_yaml import accepted, facts_yaml
from generator.cli.deciding.asking import print_lines
from generator.cli.deciding.called import declare_unit
from generator.cli.deciding.desk import Desk
from generator.evidence import LeftOut, Suggestion, suggest_one
from generator.model import Article
from generator.reading import (
    Question,
    SeedFile,
    kebab,
    new_facts_file,
    with_fact,
    without_ignored,
)
from generator.text import shown


def make_fact(question: Question, desk: Desk) -> bool:
    """Whether there is a fact now, whose questions come next."""
    article, number = desk.whole_article(str(question.record.get("id"))), question.field[1]
    if article is None or not isinstance(number, int):
        print_lines("  answer what is open of its article first: its day, its title")
        return False
    made = _suggested(article, ignored_text(question), desk)
    if isinstance(made, LeftOut):
        print_lines(f"  no fact can be made of it: {shown(made.reason, 300)}")
        return False
    block = [line for line in facts_yaml([made], decided=False) if line != "facts:"]
    file = with_fact(_file(article, desk), block)
    left = without_ignored(desk.articles, article.id, number)
    desk.save(file)
    desk.save(left)
    return True


def _suggested(article: Article, exact: str, desk: Desk) -> Suggestion | LeftOut:
    """The draft of it; a unit that the text measures in and nobody declared is declared first."""
    typed = (str(one.get("id")) for file in desk.files.values() for one in file.typed())
    taken = frozenset([*typed, *desk.seeds.known["fact"].ids])
    for is_last in (False, True):
        seeds = desk.seeds
        made = suggest_one(
            article,
            exact,
            indicators=seeds.indicators,
            units=seeds.units,
            named=seeds.named,
            taken=taken,
        )
        if is_last or not isinstance(made, LeftOut) or not made.unit:
            break
        if not declare_unit(kebab(made.unit), _last_word(exact), article.lang, desk):
            break
    made = accepted(made)
    if isinstance(made, Suggestion) and made.review and made.review.severity == "error":
        # What a person changes anyway is no reason to ask for.
        print_lines(f"  as it stands: {shown(made.review.message, 200)}")
        return replace(made, review=None)
    return made


def _last_word(exact: str) -> str:
    found = [one for one in exact.split() if one.isalpha()]
    return found[-1] if found else ""


def _file(article: Article, desk: Desk) -> SeedFile:
    """The one that quotes the article, the last of several; else a new one."""
    found = [
        file
        for file in desk.files.values()
        if file.key == "facts"
        for one in file.typed()
        if isinstance(quote := one.get("quote"), dict) and quote.get("article") == article.id
    ]
    path, number = f"seeds/facts/{article.id}.yaml", 1
    while not found and (path in desk.files or (desk.root / path).exists()):
        if path in desk.files:
            return desk.files[path]
        number += 1
        path = f"seeds/facts/{article.id}-{number}.yaml"
    return found[-1] if found else new_facts_file(path)
