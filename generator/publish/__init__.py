"""Pages and downloads become a tree on disk, and the tree a site, whole or not at all.

In: a project's root. Out: files. The only room that knows MkDocs, and, with reading and cli, that
touches disk.
"""

from generator.publish.address import site_address
from generator.publish.assembly import Assembly, assemble
from generator.publish.engine import ENGINES, TREE, build_site, compose_tree
from generator.publish.engine_error import EngineError
from generator.publish.export import export_package
from generator.publish.picture_cache import cache_folder
from generator.publish.pictures import Pictures
from generator.publish.place import check_ours, leave_mark
from generator.publish.preview import serve_site
from generator.publish.tree import tree_files, write_tree

__all__ = [
    "ENGINES",
    "TREE",
    "Assembly",
    "EngineError",
    "Pictures",
    "assemble",
    "build_site",
    "cache_folder",
    "check_ours",
    "compose_tree",
    "export_package",
    "leave_mark",
    "serve_site",
    "site_address",
    "tree_files",
    "write_tree",
]
