"""What the engine is set to: what mkdocs.yml says, over what every briefing needs alike.

`whole_settings` is for whoever builds; `check_settings` finds what is wrong, before anything is
built. Beside `publish`, the only room that knows MkDocs.
"""

from generator.settings.check import check_settings
from generator.settings.engine import HINT, collecting, engine_config
from generator.settings.menu import found_elsewhere, nav_paths
from generator.settings.project import Settings, read_settings, whole_settings
from generator.settings.repository import repository_of
