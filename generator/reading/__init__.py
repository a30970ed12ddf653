"""Seeds and pages are read from disk: `load_seeds` reads all, `load_documents` the pages alone.

`load_revision` lays out the sources of a git revision, to be read in the same way.
`json_schemas` says what the seeds may look like, for editors that complete keys while typing;
`parse_address` is the rule for web addresses, which pages hold their links to.
"""

from generator.reading.docs.documents import load_documents
from generator.reading.errors import RefusedError, UsageError
from generator.reading.load import load_seeds
from generator.reading.revision import load_revision
from generator.reading.shapes.schemas import json_schemas
from generator.reading.values.addresses import parse_address
from generator.reading.values.names import kebab
from generator.reading.values.prose import parse_passage
