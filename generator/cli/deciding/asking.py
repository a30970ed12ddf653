"""Questions on a terminal: choices with their numbers, and a line that answers."""

from collections.abc import Mapping, Sequence

from generator.cli.terminal import printable
from generator.text import shown

_LONGEST = 200


def read(
    prompt: str,
    choices: Sequence[str],
    also: str,
    labels: Mapping[str, str] | None = None,
    default: str = "",
) -> str:
    """What was typed or chosen by its number; for an empty line the default.

    Raises:
        EOFError: nobody answers any more.
    """
    for number, choice in enumerate(choices, 1):
        label = f" ({labels[choice]})" if labels and labels.get(choice) else ""
        print_lines(f"    {number} {shown(choice, _LONGEST)}{label}")
    enter = f"Enter {shown(default, _LONGEST)}" if default else ""
    more = ", ".join(filter(None, (enter, also)))
    typed = input(printable(f"{prompt}{f' [{more}]' if more else ''}? ")).strip()
    is_number = typed.isascii() and typed.isdecimal() and 0 < int(typed[:9]) <= len(choices)
    return choices[int(typed) - 1] if is_number else typed or default


def print_lines(text: str) -> None:
    """Each line, with what a terminal would obey made visible."""
    print("\n".join(printable(line) for line in text.split("\n")), flush=True)
