"""What reading/ raises: a wrong use of the program, and the refusal of one value.

`UsageError` leaves the room: there is nothing to read at all, which no finding could describe.
`RefusedError` carries a finding through pydantic: `refusals` completes it with key and place.
"""

import errno
from dataclasses import replace

from generator.model import Field, Finding, Place

_AS_BEFORE = "your files and the last good site are as they were"
_ROOM = f"make room there, or name another place; {_AS_BEFORE}"
_RIGHTS = "work in a copy that you may write to, or ask for the right to; nothing was changed"
_DISK = f"the disk does not do its work: try again, and have it looked at; {_AS_BEFORE}"
NO_MEMORY = f"close other programs, or say -j 1, and try again; {_AS_BEFORE}"
_CURES = {
    **dict.fromkeys(("ENOSPC", "EDQUOT"), _ROOM),
    **dict.fromkeys(("EROFS", "EACCES", "EPERM"), _RIGHTS),
    **dict.fromkeys(("EIO", "ENXIO", "ENODEV", "ESTALE", "EREMOTEIO", "ETIMEDOUT"), _DISK),
    **dict.fromkeys(("ENOMEM", "EAGAIN"), NO_MEMORY),
    "EFBIG": f"raise the limit of how large files may be (ulimit -f); {_AS_BEFORE}",
    **dict.fromkeys(("EMFILE", "ENFILE"), "close other programs, or raise that limit (ulimit -n)"),
    "EBUSY": f"another program holds it, or it is a mounted disk: name another place; {_AS_BEFORE}",
}
"""What is wrong with the machine and not with us: a full disk, a folder that is read-only."""


def cure_of(error: OSError) -> str:
    """What to do about a fault of the machine; empty where it may be a mistake of ours."""
    return _CURES.get(errno.errorcode.get(error.errno or 0, ""), "")


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
