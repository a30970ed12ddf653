"""What reading/ raises: a wrong use of the program, and the refusal of one value.

`UsageError` leaves the room: there is nothing to read at all, which no finding could describe.
`RefusedError` carries a finding through pydantic: `refusals` completes it with key and place.
"""

from dataclasses import replace

from generator.model import Field, Finding, Place


class UsageError(Exception):
    """The program was asked to read something that is no briefing; the data is not to blame."""

    def __init__(self, message: str, hint: str) -> None:
        """What is, and what to do about it, one line each."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class RefusedError(ValueError):
    """One typed value is not acceptable; the message goes on after the key and the value."""

    def __init__(self, message: str, hint: str, code: str = "bad-value") -> None:
        """For example `RefusedError("is no number", "write 48.8")` at `value: 48,8`."""
        super().__init__(message)
        self.finding = Finding(code, Field(""), "", message, hint)

    def found_at(self, place: Place, subject: str, what: str) -> Finding:
        """The finding at its place; `what` is the key and the value, as they begin the message."""
        message = f"{what} {self.finding.message}"
        return replace(self.finding, at=place, subject=subject, message=message)
