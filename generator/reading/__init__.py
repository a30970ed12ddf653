"""Seeds and pages are read from disk: `load_seeds` reads all, `load_documents` the pages alone.

`json_schemas` says what the seeds may look like, for editors that complete keys while typing;
`parse_address` is the rule for web addresses, which pages hold their links to.
"""

from generator.reading.docs.documents import load_documents
from generator.reading.errors import RefusedError, UsageError
from generator.reading.load import load_seeds
from generator.reading.settings_file import SETTINGS, SettingsFile, load_settings_file
from generator.reading.shapes.schemas import json_schemas
from generator.reading.values.addresses import parse_address
from generator.reading.values.names import kebab
from generator.reading.values.prose import parse_passage
