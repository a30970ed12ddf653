"""The data package on disk, without a site around it, whole or not at all.

In: a project's root, a faultless assembly, a folder. Out: the folder holds the package alone.
"""

from pathlib import Path

from generator.pipeline import Assembly
from generator.publish.address import site_address
from generator.publish.atomic_folder import (
    check_apart,
    check_ours,
    fresh_beside,
    leave_mark,
    terminable,
)
from generator.publish.tree import package_files, write_tree


def export_package(root: Path, assembly: Assembly, folder: Path) -> int:
    """Writes the package and says how many files it has.

    Raises:
        UsageError: the folder holds what was not made here, or is among what a site is made
            from, or cannot be written.
    """
    place = folder.parent.resolve() / folder.name
    check_apart(root, place, "DIR")
    check_ours(place, "DIR")
    files = package_files(assembly, site_address(root))
    with terminable(), fresh_beside(place) as fresh:
        write_tree(files, fresh)
        leave_mark(fresh)
    return len(files)
