"""What the keys of one check must say together.

In: the tree of a check, and the declared units. Out: findings; none about what a shape has refused
already.
"""

from collections.abc import Collection, Iterator

from generator.model import Finding
from generator.reading.rules.facts import check_order
from generator.reading.values.units import find_fault
from generator.reading.yaml.nodes import Branch, leaf_text
from generator.text import shown


def check_check(check: Branch, declared: Collection[str] | None) -> Iterator[Finding]:
    """One yardstick, and a band that is one."""
    subject = shown(leaf_text(check, "id") or "")
    if "between" in check.keys and "against" in check.keys:
        message, hint = "the check has against as well as between", "delete one of the two"
        yield Finding("bad-value", check.keys["against"], subject, message, hint)
    elif not {"between", "against"} & set(check.keys):
        hint = "add between: with min_value: and max_value:, or against: a second formula"
        message = "the check has nothing to hold its formula against"
        yield Finding("missing-key", check.place, subject, message, hint)
    band = check.fields.get("between")
    if isinstance(band, Branch):
        yield from check_order(band, subject, "widen the band: its ends are the same")
        unit = leaf_text(band, "unit")
        if unit and declared is not None:
            fault = find_fault(unit, declared=declared, is_rate=True)
            if fault:
                message = f'unit "{shown(unit)}" {fault[0]}'
                yield Finding("bad-value", band.fields["unit"].place, subject, message, fault[1])
