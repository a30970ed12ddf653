"""Forms of calls: a loss by its size, a period with its preposition; a short name is checked too."""

from html import unescape
from pathlib import Path

LOSS = """
- id: loss-2023
  indicator: revenue
  period: 2023
  unit: EUR
  formula: "{revenue-forecast-2023} - {revenue-2023}"
"""
USE = """
It was a loss of {{ figure("loss-2023", form="size") }}, or {{ figure("loss-2023") }}.

Counted {{ period("passengers-2023-h1", form="in") }}, and {{ period("passengers-2023-h1") }}.
"""


def add(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_loss_has_no_second_minus_and_a_period_its_preposition(
    run_briefing, copied_briefing: Path
) -> None:
    add(copied_briefing / "seeds/facts/money.yaml", LOSS)
    add(copied_briefing / "docs/passengers.md", USE)
    done = run_briefing("compose", "tree", cwd=copied_briefing)
    assert done.code == 0, done.out + done.err
    page = (copied_briefing / "tree/passengers.md").read_text(encoding="utf-8")
    loss = unescape(page[page.index("It was a loss of") :].splitlines()[0])
    size, _, signed = loss.partition(", or ")
    assert ">100,000 to 300,000\N{NO-BREAK SPACE}EUR<" in size
    assert ">\N{MINUS SIGN}300,000 to \N{MINUS SIGN}100,000\N{NO-BREAK SPACE}EUR<" in signed
    assert ">in the first half of 2023<" in page
    assert ">first half of 2023<" in page


def test_an_unknown_form_of_a_period_is_a_finding(run_briefing, copied_briefing: Path) -> None:
    add(copied_briefing / "docs/passengers.md", '\n{{ period("passengers-2023-h1", form="on") }}\n')
    done = run_briefing("check", cwd=copied_briefing)
    assert done.code == 1
    assert "bad-call" in done.out
    assert 'form="in"' in done.out


def test_a_number_in_a_short_name_has_to_be_one_of_the_fact(
    run_briefing, copied_briefing: Path
) -> None:
    file = copied_briefing / "seeds/facts/money.yaml"
    text = file.read_text(encoding="utf-8")
    label = "  label: {en: Single ticket at first}\n"
    file.write_text(text.replace(label, f"{label}  short: {{en: 777 tickets}}\n"), encoding="utf-8")
    done = run_briefing("check", cwd=copied_briefing)
    assert done.code == 1
    assert "unproven-number" in done.out
    assert "777" in done.out
