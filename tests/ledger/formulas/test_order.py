"""Cycles and orders, over invented graphs."""

from graphlib import TopologicalSorter

from hypothesis import given
from hypothesis import strategies as st

from generator.ledger.formulas.order import find_cycles, in_order

names = st.sampled_from("abcdefgh")
graphs = st.dictionaries(names, st.lists(names, max_size=4))


@given(graphs)
def test_without_the_cycles_nothing_needs_itself(needs) -> None:
    cycles = find_cycles(needs)
    members = [name for cycle in cycles for name in cycle]
    assert len(members) == len(set(members))
    for cycle in cycles:
        assert cycle[0] == min(cycle)
        assert all(
            following in needs[name]
            for name, following in zip(cycle, [*cycle[1:], cycle[0]], strict=True)
        )
    rest = {name: needs[name] for name in needs if name not in members}
    TopologicalSorter({name: [n for n in rest[name] if n in rest] for name in rest}).prepare()


@given(graphs, st.randoms())
def test_order_of_the_input_changes_nothing(needs, randomness) -> None:
    shuffled = [(name, randomness.sample(needs[name], len(needs[name]))) for name in needs]
    randomness.shuffle(shuffled)
    assert find_cycles(dict(shuffled)) == find_cycles(needs)


@given(graphs)
def test_nothing_comes_before_what_it_needs(needs) -> None:
    members = {name for cycle in find_cycles(needs) for name in cycle}
    rest = {name: needs[name] for name in needs if name not in members}
    order = in_order(rest)
    assert sorted(order) == sorted(rest)
    for name in order:
        assert all(order.index(need) < order.index(name) for need in rest[name] if need in rest)


def test_a_long_ring_is_one_cycle() -> None:
    needs = {f"n{number:05}": [f"n{(number + 1) % 5000:05}"] for number in range(5000)}
    (cycle,) = find_cycles(needs)
    assert cycle == tuple(sorted(needs))
