"""What lies below a folder, none of it passed over.

In: a folder. Out: its files and folders at any depth. A folder that cannot be listed is an error:
`Path.rglob` and `os.walk` leave it out without a word, and what it holds is missing or unseen.
"""

import os
from pathlib import Path


def walk(folder: Path) -> tuple[list[Path], list[Path]]:
    """All files and all folders below one, sorted; a link is a file. Nothing where it is no folder.

    Raises:
        OSError: a folder cannot be listed.
    """
    files, folders = list[Path](), list[Path]()
    for at, inner, names in os.walk(folder, onerror=_refuse):
        here = Path(at)
        links = [name for name in inner if (here / name).is_symlink()]
        files += [here / name for name in (*names, *links)]
        folders += [here / name for name in inner if name not in links]
    return sorted(files), sorted(folders)


def files_below(folder: Path, ending: str = "") -> list[Path]:
    """All files below a folder whose names end so, sorted.

    Raises:
        OSError: a folder cannot be listed.
    """
    return [file for file in walk(folder)[0] if file.name.endswith(ending)]


def _refuse(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError | NotADirectoryError):  # gone, or no folder
        raise error
