"""What the fuzzer begins with passes in time, and so do bytes that Hypothesis invents.

Comes in: the corpus from the example; Hypothesis watches no coverage, which is the work of `run.py`.
Goes out: nothing, or the input that failed.
"""

import time
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading import UsageError
from tests.fuzz import targets

each_target = pytest.mark.parametrize("name", targets.TARGETS)


@each_target
def test_the_corpus_passes_in_time(name: str) -> None:
    corpus = list(targets.corpus(name))
    assert len(corpus) > 5
    for data in corpus:
        assert len(data) <= targets.LONGEST
        before = time.monotonic()
        targets.run(name, data)
        assert time.monotonic() - before < targets.SECONDS


@pytest.mark.parametrize("text", ["hed 3.1Q\x00", "rund 6,4H\x10", "3.1Q", "6,4H"])
@pytest.mark.parametrize("language", range(3))
def test_what_a_fuzzer_has_found_passes(text: str, language: int) -> None:
    targets.run("article", bytes([language]) + text.encode())


@each_target
@settings(deadline=None, max_examples=20)
@given(data=st.data())
def test_invented_bytes_pass(name: str, data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(list(targets.corpus(name))))
    at, more = data.draw(st.integers(1, len(whole))), data.draw(st.binary(max_size=40))
    targets.run(name, whole[:at] + more + whole[at + len(more) // 2 :])


def test_an_exception_that_is_not_ours_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def raises(data: bytes) -> None:
        raise UsageError("no", "cure") if data else KeyError

    monkeypatch.setitem(targets.TARGETS, "article", raises)
    targets.run("article", b"x")
    with pytest.raises(KeyError):
        targets.run("article", b"")


def test_mentions_that_overlap_are_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = (SimpleNamespace(start=0, end=2), SimpleNamespace(start=1, end=2))
    monkeypatch.setattr(targets, "find", lambda *_: twice)
    with pytest.raises(AssertionError):
        targets.run("article", b"\x0012")
