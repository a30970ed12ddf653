"""Seeds and pages are read from disk: `load_seeds` reads all, `load_documents` the pages alone.

`read_delivered` takes in a text that is to be an article, `append_record` records it.
`load_revision` lays out the sources of a git revision, to be read in the same way.
`json_schemas` says what the seeds may look like, for editors that complete keys while typing, and
`Offer` which ids of a briefing these are offered;
`parse_address` is the rule for web addresses, which pages hold their links to.
"""

from generator.reading.adding.delivered import Delivered, read_delivered
from generator.reading.adding.edited import with_entity, with_field, with_indicator
from generator.reading.adding.listed import with_empty, with_listed
from generator.reading.adding.moved import new_facts_file, with_fact, without_ignored
from generator.reading.adding.register import ARTICLES, Register, append_record, load_register
from generator.reading.adding.undecided import (
    Question,
    SeedFile,
    answered,
    find_questions,
    is_ignored,
    load_seed_files,
    with_ignored,
    without_fact,
)
from generator.reading.disk import load_bytes
from generator.reading.docs.documents import load_documents
from generator.reading.errors import NO_MEMORY, RefusedError, UsageError, cure_of
from generator.reading.formats import crowd_of_numbers
from generator.reading.load import load_seeds
from generator.reading.revision import load_revision
from generator.reading.seeds.lock import LOCK, NOWHERE
from generator.reading.settings_file import SETTINGS, SettingsFile, load_settings_file
from generator.reading.shapes.offers import OFFERED, Offer
from generator.reading.shapes.scalars import parse_date
from generator.reading.shapes.schemas import json_schemas, schema_files
from generator.reading.values.addresses import parse_address
from generator.reading.values.names import LONGEST_ID, is_id, kebab, parse_id, parse_language
from generator.reading.values.prose import parse_heading, parse_ignored, parse_name, parse_passage
