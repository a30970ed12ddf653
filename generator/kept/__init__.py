"""What earlier runs made, kept on disk by what it came from."""

from generator.kept.store import (
    Cache,
    cache_folder,
    digest,
    installed,
    keep,
    load,
    made_by,
    recall,
    unless_sound,
)
