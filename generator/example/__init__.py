"""The example briefing: small, complete and invented, from which a new one can be copied.

In: nothing. Out: the folder that holds its seeds/, docs/, mkdocs.yml and briefing.lock. Its text is
data like that of any briefing: no module imports it.
"""

from importlib.resources import files
from pathlib import Path


def example_root() -> Path:
    """The folder of the example as it is installed; a build belongs in a copy of it."""
    return Path(str(files(__name__)))
