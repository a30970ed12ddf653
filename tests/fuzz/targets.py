"""What a stranger can hand us, as functions of bytes: a seed file, and the text of an article.

Comes in: bytes, of which the first says which file or language. Goes out: nothing; an exception that
is not ours is the failure. They stand apart from what drives them: tests run them over the corpus,
`run.py` lets a fuzzer that watches the coverage invent the bytes.
"""

from collections.abc import Callable, Iterator

from generator.evidence import find
from generator.example import example_root
from generator.reading import RefusedError, UsageError, load_seeds

EXAMPLE = example_root()
SEEDS = tuple(
    path.relative_to(EXAMPLE).as_posix() for path in sorted((EXAMPLE / "seeds").rglob("*.yaml"))
)
LANGUAGES = ("de", "en", "nl")
LONGEST = 20_000
"""Bytes of one invented file; the largest seed of the example has fewer."""
SECONDS = 10
"""No file of that size may take longer."""


def seed_file(data: bytes) -> None:
    """The bytes stand where a seed file of the example stood; all else is as it was."""
    if data:
        load_seeds(EXAMPLE, instead={SEEDS[data[0] % len(SEEDS)]: data[1:]})


def article(data: bytes) -> None:
    """The bytes are an article; what is found has its place in it, in order, none overlapping."""
    if not data:
        return
    text = data[1:].decode("utf-8", errors="replace")
    end = 0
    for mention in find(text, LANGUAGES[data[0] % len(LANGUAGES)], {}):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


OURS = (UsageError, RefusedError)
TARGETS: dict[str, Callable[[bytes], None]] = {"seed_file": seed_file, "article": article}


def run(name: str, data: bytes) -> None:
    """One input through one target; a refusal of ours is an answer, not a failure."""
    try:
        TARGETS[name](data)
    except OURS:
        return


def corpus(name: str) -> Iterator[bytes]:
    """What the fuzzer begins with: the files of the packaged example, so that they cannot age."""
    if name == "seed_file":
        for number, path in enumerate(SEEDS):
            yield bytes([number]) + (EXAMPLE / path).read_bytes()
    else:
        for path in sorted((EXAMPLE / "seeds" / "articles").rglob("*.txt")):
            for number in range(len(LANGUAGES)):
                yield bytes([number]) + path.read_bytes()
