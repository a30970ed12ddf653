"""What reading/ raises: a wrong use of the program, and the refusal of one value.

`UsageError` leaves the room: there is nothing to read at all, which no finding could describe.
`RefusedError` never leaves it: shapes raise it, `translation` makes a finding of it.
"""


class UsageError(Exception):
    """The program was asked to read something that is no briefing; no fault of the data."""

    def __init__(self, message: str, hint: str) -> None:
        """What is, and what to do about it, one line each."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class RefusedError(ValueError):
    """One typed value is not acceptable; `predicate` goes on after the key and the value."""

    def __init__(self, predicate: str, hint: str, code: str = "bad-value") -> None:
        """For example `RefusedError("is no number", "write 48.8")` at `value: 48,8`."""
        super().__init__(predicate)
        self.predicate = predicate
        self.hint = hint
        self.code = code
