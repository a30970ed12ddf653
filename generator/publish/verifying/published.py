"""A published site to read from: a folder, or an address on the web.

In: where it is. Out: the bytes of its files. What comes from the web is bounded in size and time,
and never comes from another host than the one that was named.
"""

import http.client
import urllib.error
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urlsplit

from generator.publish.walk import files_below
from generator.reading import UsageError

_MOST_BYTES = 64_000_000
"""Of one file."""
_SECONDS = 30
_AT_ONCE = 8


class Published(ABC):
    """A site that can be read."""

    @abstractmethod
    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none.

        Raises:
            UsageError: the site cannot be reached.
        """

    @abstractmethod
    def names(self) -> set[str] | None:
        """The paths of all files; None where nobody can list them."""

    def read_all(self, paths: Iterable[str]) -> Iterable[bytes | None]:
        """The bytes of files, in their order."""
        return map(self.read, paths)


class Folder(Published):
    """A site on disk."""

    def __init__(self, root: Path) -> None:
        """Raises UsageError where there is no such folder."""
        if not root.is_dir():
            raise UsageError(
                f"{root} is no folder", "name the folder of a built site, or its address"
            )
        self._root = root.resolve()

    def read(self, path: str) -> bytes | None:
        """As of every site; what lies outside is not there."""
        file = self._root / path
        if file.is_symlink() or not file.is_file() or not file.resolve().is_relative_to(self._root):
            return None
        try:
            return file.read_bytes()
        except OSError as error:
            raise UsageError(
                f"{file} cannot be read: {error.strerror}", "mend that first"
            ) from error

    def names(self) -> set[str]:
        """Hidden files of hosts and systems are left out."""
        found = (file.relative_to(self._root) for file in files_below(self._root))
        return {one.as_posix() for one in found if not any(part[0] == "." for part in one.parts)}


class Web(Published):
    """A site at an address."""

    def __init__(self, address: str) -> None:
        """Of `http:` or `https:`; the folder of its first page."""
        self._address = f"{address.removesuffix('index.html').rstrip('/')}/"

    def read(self, path: str) -> bytes | None:
        """As of every site; asked anew, never from what was kept on the way."""
        address = self._address + quote(path)
        # Of which scheme it is `published_at` has looked at.
        asked = urllib.request.Request(address, headers={"Cache-Control": "no-cache"})  # noqa: S310
        try:
            with urllib.request.urlopen(asked, timeout=_SECONDS) as answer:  # noqa: S310
                is_there = urlsplit(answer.url).netloc == urlsplit(address).netloc
                found: bytes = answer.read(_MOST_BYTES + 1) if is_there else b""
        except urllib.error.HTTPError as error:
            if error.code in {404, 410}:
                return None
            raise UsageError(f"{address} answers {error.code}", "try again later") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            raise UsageError(
                f"{address} cannot be reached: {reason}", "is it the address of a site?"
            ) from error
        return found if len(found) <= _MOST_BYTES else None

    def names(self) -> None:
        """Nobody lists the files of a host."""

    def read_all(self, paths: Iterable[str]) -> Iterable[bytes | None]:
        """Some at a time."""
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            yield from pool.map(self.read, paths)


def published_at(place: str) -> Published:
    """The site in a folder or at an address.

    Raises:
        UsageError: there is none.
    """
    parts = urlsplit(place)
    if parts.scheme in {"http", "https"} and parts.netloc:
        return Web(place)
    return Folder(Path(place))


def is_plain(path: object) -> bool:
    """Whether a manifest may name this path: below the site, and nothing else."""
    if not isinstance(path, str) or not path or "\\" in path or ":" in path:
        return False
    parts = PurePosixPath(path).parts
    return path == "/".join(parts) and not path.startswith("/") and ".." not in parts
