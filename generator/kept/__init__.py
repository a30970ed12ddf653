"""What earlier runs made, kept on disk by what it came from."""

from generator.kept.store import (
    Cache,
    cache_folder,
    digest,
    installed,
    is_self_contained,
    keep,
    load,
    made_by,
    recall,
    unless_sound,
)
