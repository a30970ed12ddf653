"""Pages and downloads become a tree on disk, and the tree a site, whole or not at all.

In: a project's root. Out: files. The only room that knows MkDocs, and, with reading and cli, that
touches disk.
"""

from generator.publish.build import ENGINES, build_site, export_package, export_tree
from generator.publish.engines import EngineError
from generator.publish.folder_mark import check_ours
from generator.publish.pictures.chart_pictures import Pictures
from generator.publish.preview import Outcome, serve_site
from generator.publish.tree import tree_files, write_tree
from generator.publish.verifying.published import published_at
from generator.publish.verifying.rebuilt import attested, commit_of, compare_rebuilt
from generator.publish.verifying.verdict import Verdict, verify_site
