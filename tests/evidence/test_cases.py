"""The table of cases in `cases.yaml`: what proving each must end in."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import Finding

CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_ends_in_its_code(
    case: dict[str, Any],
    passages: Mapping[str, str],
    finding_of: Callable[..., Finding | None],
) -> None:
    fields = {
        key: case[key] for key in case if key not in {"id", "lang", "passage", "text", "code"}
    }
    text = case["text"] if "text" in case else passages[case["passage"]]
    finding = finding_of(text, case["lang"], **fields)
    assert (finding.code if finding else "") == case["code"], finding
