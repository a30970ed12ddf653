"""Every record can be sent elsewhere: pickled and read again, it is the same record."""

import dataclasses
import pickle
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator import model
from generator.evidence import prove_all
from generator.model import FrozenDict, Period
from generator.pipeline import assemble, charts_of

SMALL = Path(__file__).parents[1] / "golden/small"
RECORDS = [
    one for one in vars(model).values() if isinstance(one, type) and dataclasses.is_dataclass(one)
]
PERIODS = [
    "2024",
    "2021-10",
    "2025-08-07",
    "2024-Q4",
    "2024-H1",
    "2021-03/2031-03",
    "2022/..",
    "2024~",
]


def several(hint: Any) -> st.SearchStrategy[list[Any]]:
    return st.lists(values_of(hint), max_size=2)


def tuples_of(*inner: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    return (
        several(inner[0]).map(tuple) if inner[-1] is Ellipsis else st.tuples(*map(values_of, inner))
    )


def unions_of(*inner: Any) -> st.SearchStrategy[Any]:
    return st.one_of(*map(values_of, inner))


MADE_OF: dict[Any, Callable[..., st.SearchStrategy[Any]]] = {
    Annotated: lambda hint, *_: values_of(hint),
    Union: unions_of,
    UnionType: unions_of,
    Literal: lambda *words: st.sampled_from(words),
    tuple: tuples_of,
    Sequence: lambda hint: several(hint).map(tuple),
    frozenset: lambda hint: several(hint).map(frozenset),
    Mapping: lambda key, value: st.dictionaries(values_of(key), values_of(value), max_size=2).map(
        FrozenDict
    ),
}
"""Mappings and lists are the frozen kinds that records hold."""


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Values of an annotated type."""
    if make := MADE_OF.get(get_origin(hint)):
        return make(*get_args(hint))
    if hint is Period:
        return st.sampled_from(PERIODS).map(Period.parse)
    if hint is Decimal:
        return st.decimals(allow_nan=False)  # equal to nothing, not even to itself
    if hint is Any:
        return st.one_of(st.integers(), st.text(max_size=3))
    return records_of(hint) if hint in RECORDS else st.from_type(hint)


@cache
def records_of(record: type) -> st.SearchStrategy[Any]:
    hints = get_type_hints(record, include_extras=True)
    names = [field.name for field in dataclasses.fields(record) if field.init]
    return st.builds(record, **{name: values_of(hints[name]) for name in names})


def assert_travels(value: Any) -> None:
    there = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes
    assert there == value
    # Marks are not compared by equality, but they travel too.
    if dataclasses.is_dataclass(value):
        assert dataclasses.asdict(there) == dataclasses.asdict(value)


def test_records_are_found() -> None:
    assert {model.Seeds, model.Book, model.Proof, model.Fact, model.Finding} <= {*RECORDS}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # a whole ledger takes minutes to shrink
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_a_record_travels(record: type, data: st.DataObject) -> None:
    assert_travels(data.draw(records_of(record)))


def test_a_whole_briefing_travels() -> None:
    assembly = assemble(SMALL)
    seeds = assembly.seeds
    assert not assembly.findings
    assert seeds.facts
    assert_travels(seeds)
    assert_travels(assembly.book)
    proofs = prove_all(
        seeds.facts, indicators=seeds.indicators, articles=seeds.articles, units=seeds.units
    )
    for one in (*proofs.values(), *charts_of(assembly, "en").values()):
        assert_travels(one)


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("update", ({"b": 2},)),
        ("__ior__", ({"b": 2},)),
        ("__setitem__", ("a", 2)),
        ("setdefault", ("b", 2)),
        ("__delitem__", ("a",)),
        ("pop", ("a",)),
        ("popitem", ()),
        ("clear", ()),
    ],
)
def test_a_mapping_of_a_record_cannot_be_changed(method: str, arguments: tuple[Any, ...]) -> None:
    mapping = FrozenDict(a=1)
    with pytest.raises(TypeError, match="cannot be changed"):
        getattr(mapping, method)(*arguments)
    assert mapping == {"a": 1}


def test_a_mapping_of_a_record_is_hashed_by_its_values() -> None:
    assert hash(FrozenDict(a=1, b=2)) == hash(FrozenDict(b=2, a=1))
    assert len({FrozenDict(a=1), FrozenDict(a=1), FrozenDict(a=2)}) == 2
