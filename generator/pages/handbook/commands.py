"""Every command: what it does, its arguments, command lines to try, how it ends.

In: the table of commands, the site's words. Out: a section a command. The words of commands are
those of the program's own help.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from generator.commands import COMMANDS, EXIT_CODES, ROOT, Argument
from generator.pages.escape import encode
from generator.pages.templating import fill_block
from generator.wording import LanguageWording

Row = Mapping[str, Any]
_NO_WORDS: Row = {"words": (), "says": "", "choices": ()}


def commands_reference(wording: LanguageWording) -> list[str]:
    """What all take, then each, then the exit codes."""
    say = wording.say
    blocks: list[str] = []
    for name, command in COMMANDS.items():
        blocks += [
            f"## {encode(f'briefing {name}')}",
            encode(_sentence(command.help)),
            _rows(_argument(one, wording) for one in command.arguments),
            _rows(_plain(line, why) for line, why in command.examples.items()),
        ]
    blocks += [
        f"## {encode(say('handbook-every-command'))}",
        _rows([_argument(ROOT, wording)]),
        f"## {encode(say('handbook-exit-codes'))}",
        _rows(_plain(str(code), meaning) for code, meaning in EXIT_CODES.items()),
    ]
    return [block for block in blocks if block]


def command_texts() -> Iterator[str]:
    """The sentences of the table."""
    for command in COMMANDS.values():
        yield from (_help(one) for one in command.arguments)
        yield from map(_sentence, command.examples.values())


def _rows(rows: Iterable[Row]) -> Markup:
    found = [*rows]
    return fill_block("handbook/rows", rows=found) if found else Markup()


def _plain(name: str, meaning: str) -> Row:
    return {"name": name, "kind": "", "meaning": _sentence(meaning), **_NO_WORDS}


def _argument(argument: Argument, wording: LanguageWording) -> Row:
    options = argument.options
    words = options.get("choices", ())
    value = options.get("metavar")
    if value is None and not words and "action" not in options:
        value = argument.names[-1].lstrip("-").replace("-", "_").upper()
    is_option, several = argument.names[0].startswith("-"), options.get("nargs")
    name = ", ".join(argument.names)
    if not is_option:
        name = f"{value or name} …" if several == "+" else value or name
    is_needed = not is_option and several != "?"
    return {
        "name": f"{name} {value}" if is_option and value else name,
        "kind": wording.say("handbook-needed") if is_needed else "",
        "meaning": _help(argument),
        "words": words,
        "says": wording.say("handbook-words") if words else "",
        "choices": (),
    }


def _help(argument: Argument) -> str:
    """Its help line, with its default in it."""
    options = argument.options
    return _sentence(str(options.get("help", "")) % {"default": options.get("default")})


def _sentence(text: str) -> str:
    """A line of the program's help as one of a page."""
    return f"{text[:1].upper()}{text[1:]}." if text else ""
