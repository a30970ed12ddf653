"""The files of the seeds while somebody decides, and what was answered.

In: the project's root. Out: what is open; each answer written as soon as it is given.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.cli.adding.choices import own_kind
from generator.cli.adding.files import write_together
from generator.model import Article, Finding, IndicatorKind, Seeds
from generator.reading import Question, SeedFile, find_questions, load_bytes, load_seeds

Key = tuple[str, object, tuple[object, ...]]
_FIRST = ("date_published",)
"""Asked before all facts: without its day no figure of an article can be proven."""


@dataclass(slots=True)
class Desk:
    """The files as they are now, and what was answered."""

    root: Path
    seeds: Seeds
    files: dict[str, SeedFile]
    passed: set[Key] = field(default_factory=set)
    """Questions that were left open."""
    given: dict[str, list[str]] = field(default_factory=dict)
    """Reasons by what they are for, each once, in the order in which they were first given."""
    last: dict[str, str] = field(default_factory=dict)
    """The one of each that was given last."""
    whose: dict[tuple[str, object], str] = field(default_factory=dict)
    """By article and whom a figure of it is about: why figures with no name near are so too."""
    kinds: dict[object, IndicatorKind] = field(default_factory=dict)
    """By a fact the kind that a person typed for the indicator to be declared for it."""
    decided: int = 0
    offered: tuple[str, str, str] | None = None
    """A word, of what it would be one, and the id of that: what `w` answers."""
    wanted: str = ""
    """The indicator that was chosen last."""
    cure: str = ""
    """The line that types what the proof told to write last."""
    apart: set[object] = field(default_factory=set)
    """Articles whose dates and names are asked about one by one."""
    kept: set[str] = field(default_factory=set)
    """Figures that were decided and proven."""
    declared: bool = False
    """Something was declared, which may be what the words of another figure name."""
    seen: dict[object, int] = field(default_factory=dict)
    """The number of each record that was asked about."""

    def number_of(self, record: object) -> tuple[int, int]:
        """The place of a record in the order of asking, and how many there are as it stands."""
        self.seen.setdefault(record, len(self.seen) + 1)
        left = (one for one in self.open() if key_of(one) not in self.passed)
        return self.seen[record], len({*self.seen, *(one.record.get("id") for one in left)})

    def note(self, of: str, reason: str) -> None:
        """Keeps a reason, to be offered again."""
        self.last[of] = reason
        if reason not in self.given.setdefault(of, []):
            self.given[of].append(reason)

    def rename(self, old: str, new: str) -> None:
        """The record goes on under another id."""
        if old != new and old in self.seen:
            self.seen[new] = self.seen.pop(old)

    def declare(self, path: str, content: str) -> Finding | None:
        """Writes a file of declarations; what is wrong with it then, where nothing was changed."""
        before, known = (self.root / path).read_bytes(), set(self.seeds.findings)
        write_together({}, (self.root / path, content.encode()))
        self.reload()
        new = (one for one in self.seeds.findings if one.place.path == path)
        wrong = next((one for one in new if one not in known), None)
        self.declared = self.declared or wrong is None
        if wrong is not None:
            write_together({}, (self.root / path, before))
            self.reload()
        return wrong

    def open(self) -> list[Question]:
        """All questions that are open, those too that were passed over."""
        found = [one for file in self.files.values() for one in find_questions(file)]
        return sorted(found, key=lambda one: one.field[:1] != _FIRST)

    def next(self) -> Question | None:
        """The first that was not passed over."""
        return next((one for one in self.open() if key_of(one) not in self.passed), None)

    def pass_over(self, question: Question) -> None:
        """Leaves it open; without what it measures no reason of a figure is asked for either."""
        name = question.record.get("id")
        is_figure = question.field[0] == "indicator"
        alike = (one for one in self.open() if one.record.get("id") == name) if is_figure else ()
        self.passed.update(key_of(one) for one in (question, *alike))

    def alike(self, question: Question) -> list[Question]:
        """The open numbers of the same article that are no fact, as far as the reading tells."""
        if question.field[0] != "ignored" or question.record.get("id") in self.apart:
            return [question]
        of = (question.path, question.record.get("id"), question.field[0])
        found = [one for one in self.open() if (one.path, one.record.get("id"), one.field[0]) == of]
        return [one for one in found if own_kind(one)]

    def again(self, question: Question) -> Question:
        """The same question, where it stands now."""
        alike = [one for one in self.open() if key_of(one) == key_of(question)]
        # A fact that was given another id stands where it stood.
        place = (question.path, question.place.line, question.field)
        alike += [o for o in self.open() if (o.path, o.place.line, o.field) == place]
        return alike[0] if alike else question

    def save(self, file: SeedFile) -> None:
        """Writes a file anew, beside it first; a new one stands before that of the articles."""
        path, data = self.root / file.path, file.content.encode()
        if file.path in self.files:
            write_together({}, (path, data))
            self.files[file.path] = file
            return
        articles = self.articles
        write_together({path: data}, (self.root / articles.path, articles.content.encode()))
        self.files = {file.path: file, **self.files}

    @property
    def articles(self) -> SeedFile:
        """The file of their records."""
        return next(one for one in self.files.values() if one.key == "articles")

    def article(self, question: Question) -> dict[str, object]:
        """The record, as typed, of the article that a fact quotes."""
        wanted = article_of(question)
        return dict(next((one for one in self.articles.typed() if one.get("id") == wanted), {}))

    def text(self, question: Question) -> str:
        """Of the article that a fact quotes; empty where it cannot be read."""
        path = str(self.article(question).get("path", ""))
        data = load_bytes(self.root, f"seeds/{path}") if path else b""
        return data.decode("utf-8", "replace") if isinstance(data, bytes) else ""

    def lang(self, question: Question) -> str:
        """Of the article, also where its record is not whole yet."""
        return str(self.article(question).get("lang", ""))

    def whole_article(self, name: str) -> Article | None:
        """The article as it is read once what is open of its record is answered."""
        filled = self.articles.content.replace('"?"', '"open"')
        seeds = load_seeds(self.root, None, {self.articles.path: filled.encode()})
        return seeds.articles.get(name)

    def reload(self) -> None:
        """Reads again what was declared meanwhile."""
        self.seeds = load_seeds(self.root)


def key_of(question: Question) -> Key:
    """What tells one question from another."""
    return question.path, question.record.get("id"), question.field


def article_of(question: Question) -> str:
    """The id of the article that a fact quotes first."""
    return article_in(question.record)


def article_in(record: Mapping[str, object]) -> str:
    """The same, of the fact as it is typed."""
    quote = record.get("quote")
    first = quote[0] if isinstance(quote, list) and quote else quote
    return str(first.get("article", "")) if isinstance(first, dict) else ""
