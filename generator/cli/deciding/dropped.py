"""A suggested figure that a person says is no fact.

In: the question of it. Out: the fact gone, its number listed with a reason below its article.
"""

from dataclasses import replace

from generator.cli.adding.choices import figure_in, reason_choices
from generator.cli.adding.facts_yaml import quoted_text
from generator.cli.deciding.asking import print_lines, read
from generator.cli.deciding.desk import Desk, article_of
from generator.cli.deciding.refused import why_not
from generator.reading import (
    Question,
    RefusedError,
    UsageError,
    is_ignored,
    parse_ignored,
    with_ignored,
    without_fact,
)
from generator.text import shown

_PASSING = "told in passing"


def ask_no_fact(question: Question, desk: Desk) -> bool:
    """Takes the fact out and lists its figure as ignored, with a reason."""
    figure = figure_in(question.record, desk.lang(question), desk.seeds.units)
    try:
        parse_ignored(figure)
    except RefusedError:
        raise UsageError(
            f"{question.record['id']}: which words are its figure is not clear",
            "delete the fact by hand and list its number below ignored: of the article",
        ) from None
    article, name = article_of(question), str(question.record["id"])
    if is_ignored(desk.articles, article, figure):
        desk.save(without_fact(desk.files[question.path], name))
        desk.decided += 1
        return True
    entry = replace(question, field=("ignored", "reason"), beside="")
    given = (_PASSING, *desk.given.get("ignored reason", ()))
    choices = reason_choices(entry, desk.seeds, given)
    reason = read(f"  “{shown(figure)}” is no fact, because", choices, "", None, _PASSING)
    if why := why_not("ignored", reason):
        print_lines(f"  {why}")
        return False
    typed = f"{{exact: {quoted_text(figure)}, reason: {quoted_text(reason)}}}"
    listed = with_ignored(desk.articles, article, figure, typed)
    left = without_fact(desk.files[question.path], name)
    desk.save(listed)
    desk.save(left)
    desk.note("ignored reason", reason)
    desk.decided += 1
    return True
