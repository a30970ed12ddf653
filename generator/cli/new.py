"""`briefing new DIR`: a whole briefing that is proven and builds at once.

In: what it is about, by options or asked at a terminal. Out: a folder of seeds, pages, settings for
editors and workflows. Writes it whole or not at all, and into no folder that holds anything.
"""

import argparse
import os
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from generator.atomic import fresh_beside
from generator.cli.main import main
from generator.cli.schema import renew
from generator.cli.terminal import say
from generator.example import example_root
from generator.reading import UsageError, cure_of, kebab
from generator.scaffold import PACKAGE, Answers, requirements, scaffold_files

_RUN = {".ci/browser", ".ci/pictures"}
_LONGEST = 100
_LOCAL = "local.mk"
_EXAMPLE = ("briefing.lock", "docs", "mkdocs.yml", "seeds")
_EXAMPLE_TITLE = "The Aldersund ferry, an invented example"


def run(options: argparse.Namespace) -> int:
    """0 when the briefing is there; that of `add` where an article was named."""
    folder: Path = options.dir
    _check_free(folder)
    answers, title = _answers(options)
    made = dict(scaffold_files(answers or _example_files(), title, requirements(_origin())))
    made[_LOCAL] = _local()
    _write(folder, made)
    renew(folder, with_snippets=False)
    about = answers.subject if answers else "the invented example; for your own say --subject"
    say(f"a new briefing in {folder}, about {about}", f"cd {folder}, then: make site")
    return _add_articles(options) if options.article else 0


def _origin() -> str:
    """What the installer noted of where the generator is from (PEP 610)."""
    try:
        return distribution(PACKAGE).read_text("direct_url.json") or ""
    except PackageNotFoundError:
        return ""


def _example_files() -> Mapping[str, bytes]:
    root = example_root()
    tops = [root / name for name in _EXAMPLE]
    found = (file for top in tops for file in (sorted(top.rglob("*")) if top.is_dir() else [top]))
    return {f.relative_to(root).as_posix(): f.read_bytes() for f in found if f.is_file()}


def _check_free(folder: Path) -> None:
    try:
        if folder.is_dir() and not any(folder.iterdir()):
            return
    except OSError as error:
        message = f"{folder} cannot be looked into: {error.strerror}"
        raise UsageError(message, "name a new folder") from error
    if os.path.lexists(folder):
        raise UsageError(f"{folder} is not empty", "name a new folder; nothing is written over")


def _answers(options: argparse.Namespace) -> tuple[Answers | None, str]:
    """What it is about, and its title; None: what the example is about."""
    subject, title = options.subject, options.title
    if subject is None and title is None and not options.article:
        if not sys.stdin.isatty():
            return None, _EXAMPLE_TITLE
        subject, title = _asked()
        if not subject:
            return None, _EXAMPLE_TITLE
    if not subject:
        raise UsageError("what the briefing is about is not said", "say --subject NAME")
    title = title or f"{subject} in figures"
    _check_line("subject", subject)
    _check_line("title", title)
    stem = kebab(subject)[:_LONGEST].strip("-")
    if not stem:
        message = "the subject has no Latin letter for its id"
        hint = "say --subject with a Latin name; how articles write it goes into names, later"
        raise UsageError(message, hint)
    return Answers(subject, stem), title


def _asked() -> tuple[str, str]:
    """What somebody at a terminal answers."""
    subject = input("What is it about, as articles call it (empty: copy the example)? ").strip()
    title = input(f"Title of the site (empty: {subject} in figures)? ").strip() if subject else ""
    return subject, title


def _check_line(name: str, text: str) -> None:
    if len(text) > _LONGEST or not all(one.isprintable() for one in text):
        message = f"the {name} is longer than {_LONGEST} characters or holds some that hide"
        raise UsageError(message, f"say --{name} in a short line of plain text")


def _local() -> bytes:
    """Which Python of this machine has the generator; git does not keep it."""
    quoted = sys.executable.replace("$", "$$").replace("#", "\\#")
    head = "# Which generator this machine has. Without this file requirements.txt says which."
    text = f"{head}\nGENERATOR := {quoted}\n"
    return text.encode("utf-8", "surrogateescape")


def _write(folder: Path, made: Mapping[str, bytes]) -> None:
    """The folder with all files, moved to its place once they are written."""
    folder = folder.parent.resolve() / folder.name
    try:
        with fresh_beside(folder) as fresh:
            for path, data in made.items():
                file = fresh / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
                file.chmod(0o755 if path in _RUN else 0o644)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: OSError) -> UsageError:
    message = f"{folder} cannot be written: {error.strerror}"
    return UsageError(message, cure_of(error) or "name another folder")


def _add_articles(options: argparse.Namespace) -> int:
    """Registers the articles that were named, with their figures to be decided."""
    words = ["add", "--root", str(options.dir), "--write", "--", *options.article]
    return main(words)
