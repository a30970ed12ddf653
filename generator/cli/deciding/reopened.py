"""A figure that was decided and is proven no more, as an indicator was declared after it.

In: the desk. Out: its question again, once, with what the proof says of it now.
"""

from generator.cli.deciding.asking import print_lines
from generator.cli.deciding.desk import Desk
from generator.cli.deciding.trial import try_fact
from generator.model import UNDECIDED
from generator.reading import Question, with_field
from generator.text import shown


def reopen(desk: Desk) -> Question | None:
    """The first figure of this sitting whose proof a later word has undone; None where all hold."""
    if not desk.declared:
        return None
    for path, file in desk.files.items():
        for record in file.typed() if file.key == "facts" else ():
            name = str(record.get("id"))
            if name not in desk.kept or record.get("indicator") == UNDECIDED:
                continue
            desk.kept.discard(name)  # asked about once more, whatever comes of it
            verdict = try_fact(desk.root, file, name, desk.articles)
            if verdict.is_proven or verdict.finding is None:
                continue
            print_lines(f"\n{name} is proven no more: {shown(verdict.finding.message, 300)}")
            desk.save(with_field(desk.files[path], name, "indicator", f'"{UNDECIDED}"'))
            desk.decided -= 1
            return desk.next()
    return None
