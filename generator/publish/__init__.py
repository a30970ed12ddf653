"""Pages and downloads become a tree on disk, and the tree a site, whole or not at all.

In: a project's root. Out: files. The only room that knows MkDocs, and, with reading and cli, that
touches disk.
"""

from generator.publish.address import site_address
from generator.publish.atomic_folder import check_ours, leave_mark
from generator.publish.build import ENGINES, TREE, build_site, compose_tree
from generator.publish.engines.error import EngineError
from generator.publish.package import export_package
from generator.publish.pictures.cache import cache_folder
from generator.publish.pictures.making import Pictures
from generator.publish.preview import serve_site
from generator.publish.tree import tree_files, write_tree

__all__ = [
    "ENGINES",
    "TREE",
    "EngineError",
    "Pictures",
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
