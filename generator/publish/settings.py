"""What mkdocs.yml says, as plain data, for those who ask beside MkDocs itself.

In: a project's root. Out: its settings.
"""

from collections.abc import Mapping
from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from generator.reading import UsageError

HINT = "mend mkdocs.yml as the message says"


def read_settings(root: Path) -> Mapping[str, object]:
    """The settings of the project.

    Raises:
        UsageError: mkdocs.yml is missing or wrong.
    """
    try:
        with (root / "mkdocs.yml").open("rb") as file:
            settings = yaml_load(file)
    except OSError as error:
        raise UsageError(f"mkdocs.yml: {error.strerror}", HINT) from error
    except Exception as error:  # any error that its YAML causes
        raise UsageError(f"mkdocs.yml: {error}", HINT) from error
    if not isinstance(settings, Mapping):
        raise UsageError("mkdocs.yml: it holds no settings", HINT)
    return settings
