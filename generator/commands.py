"""The table of commands: a row for each, with its help line and its arguments.

In: nothing. Out: rows, which name a command by its file in `cli/`; the command line is parsed by
them, and the handbook prints them. Imports no command: help and wrong use are answered without the
work that a command does.
"""

import argparse
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

FORMATS = ("text", "json", "github")
SCAN_FORMATS = ("text", "json", "yaml")
DIFF_FORMATS = ("text", "markdown", "json")
ENGINES = ("mkdocs", "zensical")
"""What builds the tree, as publish/ lists it; the first is the default."""


class Argument(NamedTuple):
    """An argument of a command, in the words of `argparse`."""

    names: tuple[str, ...]
    options: Mapping[str, Any]


class Command(NamedTuple):
    """What the command line says of a command; `run` of its file does it."""

    help: str
    arguments: tuple[Argument, ...]
    examples: Mapping[str, str]
    """Command lines by what they are good for, which its help shows."""


def _argument(*names: str, **options: Any) -> Argument:
    return Argument(names, options)


def _command(
    help_line: str, *arguments: Argument, examples: Mapping[str, str] = MappingProxyType({})
) -> Command:
    return Command(help_line, arguments, examples)


def _jobs(typed: str) -> str | int:
    """How many processes: `auto`, or a number from one."""
    if typed == "auto":
        return typed
    if typed.isascii() and typed.isdecimal() and int(typed) > 0:
        return int(typed)
    raise argparse.ArgumentTypeError(f"{typed!r} is neither auto nor a number of processes from 1")


EXIT_CODES: Mapping[int, str] = MappingProxyType(
    {0: "fine", 1: "findings", 2: "wrong use", 3: "our own bug", 130: "interrupted"}
)
"""How a command ends, for whoever started it."""
SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")
"""Which complete what is typed."""
ROOT = _argument(
    "--root", type=Path, metavar="DIR", help="the project's folder (default: this one)"
)
"""Every command takes it, before its name or behind."""
_FRESH = _argument("--fresh", action="store_true", help="use nothing that was kept from before")
_JOBS = _argument(
    *("-j", "--jobs"),
    metavar="N",
    type=_jobs,
    default=1,
    help="work with so many processes; auto: one for each processor (default: 1)",
)
_CLUSTER = _argument(
    "--cluster",
    metavar="ADDRESS",
    help="prove on the Dask cluster whose scheduler has this address",
)
COMMANDS: Mapping[str, Command] = {
    "check": _command(
        "read, validate and prove everything; print all findings",
        _argument("--format", choices=FORMATS, default="text", help="default: text"),
        _FRESH,
        _JOBS,
        _CLUSTER,
        examples={
            "briefing check": "all findings of the briefing in this folder",
            "briefing check --root ../ferry": "of another one",
            "briefing check --format json > findings.json": "for a program",
        },
    ),
    "build": _command(
        "check, compose and build the site; the last good one stays when anything fails",
        _argument(
            "--site-dir",
            type=Path,
            help="where the site goes (default: site, in the project's folder)",
        ),
        _argument(
            "--engine",
            choices=ENGINES,
            default=ENGINES[0],
            help="what makes HTML of the composed Markdown (default: %(default)s)",
        ),
        _argument(
            "--pdf", action="store_true", help="also print all of it as briefing.pdf, with Chromium"
        ),
        _argument(
            "--strict-pictures",
            "--require-pictures",
            action="store_true",
            help="build nothing when a chart has no picture, for want of a browser",
        ),
        _argument(
            "--strict-record",
            action="store_true",
            help="build nothing when a figure is not as briefing.lock has it on record",
        ),
        _argument(
            "--site-url",
            metavar="URL",
            help="where the site is published "
            "(default: site_url of mkdocs.yml, which may be absent)",
        ),
        _FRESH,
        _JOBS,
        _CLUSTER,
        examples={
            "briefing build": "the site, into the folder site",
            "briefing build --site-url https://example.org/ferry/": "for its address",
            "briefing build --fresh -j auto": "all of it anew, on all processors",
        },
    ),
    "serve": _command(
        "live preview that follows edits of seeds/ and docs/",
        _argument("--port", type=int, default=8000, help="default: 8000"),
        examples={
            "briefing serve": "the preview, at http://127.0.0.1:8000/",
            "briefing serve --port 0": "at any port that is free",
        },
    ),
    "compose": _command(
        "write the plain tree of Markdown and assets, without building it",
        _argument("dir", type=Path, metavar="DIR", help="a new or empty folder, or such a tree"),
        _JOBS,
        examples={"briefing compose build/tree": "the Markdown that any engine builds"},
    ),
    "scan": _command(
        "every figure in a text: which facts cover it, which are open",
        _argument(
            "articles", nargs="+", metavar="ARTICLE", help="a text file, or - for standard input"
        ),
        _argument("--lang", help="the language of texts that are no article of the briefing"),
        _argument(
            "--format",
            choices=SCAN_FORMATS,
            default="text",
            help="default: text; yaml: facts to paste",
        ),
        examples={
            "briefing scan seeds/articles/port-alder.txt": "what of an article is a fact by now",
            "briefing scan --format yaml seeds/articles/port-alder.txt": "facts, ready to paste",
            "briefing scan --lang de - < letter.txt": "any text, also outside of a briefing",
        },
    ),
    "add": _command(
        "register articles: hash, name and record, and the facts that scan finds in them",
        _argument(
            "files",
            nargs="+",
            metavar="FILE",
            help="a text (.txt, .md), a page (.html, its main text), or - for standard input",
        ),
        _argument("--lang", help="the language of the text (default: told from its words)"),
        _argument("--title", help="a title of ours, in the first language of the site"),
        _argument("--producer", help="who published it"),
        _argument("--author", help="who wrote it"),
        _argument("--date", help="when it came out, as 2025-03-18 (default: its dateline)"),
        _argument("--url", help="its public https address"),
        _argument("--id", help="the id of its record (default: the producer and the date)"),
        _argument(
            "--write",
            action="store_true",
            help="put the facts into a file of seeds/facts, each to be decided; else print them",
        ),
        examples={
            "briefing add news.html": "keep its main text; print its figures as facts",
            "briefing add --write news.txt": "and put them below seeds/facts, each to be decided",
            "briefing add --producer 'Harbour Post' --date 2025-03-18 -": "what you paste",
        },
    ),
    "diff": _command(
        "which figures, charts and pages a change moves, between two git revisions",
        _argument("base", metavar="BASE", help="a revision: a branch, a tag, a commit"),
        _argument(
            "head", nargs="?", metavar="HEAD", help="another one (default: the working tree)"
        ),
        _argument(
            "--format",
            choices=DIFF_FORMATS,
            default="text",
            help="default: text; markdown: for a pull request",
        ),
        examples={
            "briefing diff main": "what the working tree moves against main",
            "briefing diff v1 v2 --format markdown": "between two revisions, for a pull request",
        },
    ),
    "explain": _command(
        "one figure: its sentence, source, formula, revisions, what speaks for and against it",
        _argument("fact", metavar="FACT", help="the id of a fact"),
        examples={"briefing explain revenue-2023": "where that figure comes from"},
    ),
    "export": _command(
        "write the data package alone: figures, articles, proofs, and what describes them",
        _argument("dir", type=Path, metavar="DIR", help="a new or empty folder, or such a package"),
        _JOBS,
        examples={"briefing export data": "figures and articles as CSV, XLSX, Parquet and JSON"},
    ),
    "verify": _command(
        "a published site against its manifest, its chain of releases and, if named, a checkout",
        _argument("site", metavar="DIR|URL", help="the folder or the address of a built site"),
        _argument(
            "--checkout",
            type=Path,
            metavar="DIR",
            help="the project that it was made from: it is built again and compared",
        ),
        _argument(
            "--since",
            type=Path,
            metavar="FILE",
            help="a releases.json that you kept: the chain of today must go on from there",
        ),
        _argument(
            "--repo",
            metavar="OWNER/NAME",
            help="the repository on GitHub whose workflow signed the manifest; needs gh",
        ),
        _argument(
            "--format",
            choices=("text", "json"),
            default="text",
            help="lines for people, or one JSON object (default: %(default)s)",
        ),
        examples={
            "briefing verify site": "a site on this machine",
            "briefing verify https://example.org/briefing/ --checkout .": "what readers get, "
            "against this commit",
        },
    ),
    "decide": _command(
        "ask what stands as ? in the seeds, one question after the other",
        examples={"briefing decide": "after `briefing add --write`; each answer is kept at once"},
    ),
    "record": _command(
        "note which figures stand, and confirm the reasons given under inferred",
        examples={"briefing record": "once `check` asks for it, and you have looked"},
    ),
    "new": _command(
        "a new briefing that builds at once: seeds, pages, workflows, settings for editors",
        _argument("dir", type=Path, metavar="DIR", help="a new or empty folder"),
        _argument(
            "--subject",
            metavar="NAME",
            help="what it is about, as articles call it (default: asked at a terminal; else the "
            "invented example is copied)",
        ),
        _argument("--title", metavar="TEXT", help="of the site (default: NAME in figures)"),
        _argument(
            "--article",
            metavar="FILE",
            action="append",
            help="a first article, as `briefing add --write` takes it; may be said again",
        ),
        examples={
            "briefing new waiting --subject 'Alster clinic'": "empty, about a subject of your own",
            "briefing new ferry": "a copy of the invented example, to look around in",
            "briefing new waiting --subject 'Alster clinic' --article a.html": "with an article",
        },
    ),
    "schema": _command(
        "write the JSON Schemas by which editors complete and check seeds, with the ids there are",
        _argument("dir", type=Path, metavar="DIR", help="where they go, as NAME.schema.json"),
        examples={"briefing schema seeds/schemas": "where the seed files look for them"},
    ),
}
