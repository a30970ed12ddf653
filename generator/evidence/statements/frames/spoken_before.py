"""The sentence before a statement, from whose time `the year before` counts.

In: a statement that says no time of its own. Out: the tokens of the sentence before it, in its
paragraph.
"""

from generator.evidence.statements.statement import Statement


def find_before(statement: Statement) -> range:
    """Empty where a paragraph begins."""
    article, first = statement.article, statement.sentence.start
    if first == 0:
        return range(0)
    starts = article.token_starts
    if "\n" in article.text[starts[first - 1] : starts[first]]:
        return range(0)
    return range(*article.parts.sentence_of(first - 1))
