"""What a sentence calls that which its figure is of: the words of a label, and how they stand."""

from dataclasses import dataclass
from typing import Literal

Form = Literal["", "cost", "price", "money", "money_by", "money_ahead"]


@dataclass(frozen=True, slots=True)
class Called:
    """Words of a sentence, in the case that they have within one."""

    label: str
    """What the figure is of: `volunteers`, `median time from alarm to departure`."""
    word: str
    """The word of it that an indicator would have."""
    doing: str = ""
    """What those that are counted do: `served in the stations`."""
    is_share: bool = False
    """The figure is a part of it."""
    whole: str = ""
    """That of which it is a part, with its article: `the damaged bog`."""
    aim: str = ""
    """The verb of what is to be done with them: `hire` of `to hire 120 cooks`."""
    done: str = ""
    """The verb before them of what was: `answered` of `answered 1,284 calls`."""
    is_moved: bool = False
    """The figure is by how much it rose or fell."""
    is_lasting: bool = False
    """The figure is how long that takes: `a repair took`."""
    form: Form = ""
    """What an amount of money is of it: its cost, its price, what was moved, by or for it."""
