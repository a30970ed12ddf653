"""One language of the site: its words, numbers and dates, and the names of columns and figures.

In: a language tag, records. Out: text as the site prints it. The only place where a number or a
date is put together; it reads its own catalogues and nothing else.
"""

from generator.wording.columns import (
    COLUMN,
    COLUMNS,
    FLAT_COLUMNS,
    TABLE_COLUMNS,
    Column,
    column_kind,
    column_meaning,
)
from generator.wording.language import (
    NBSP,
    LanguageWording,
    languages,
    load_handbook,
    load_messages,
    spoken_language,
    unsigned,
)
from generator.wording.naming import (
    AS_MOMENT,
    drawn_amount,
    drawn_label,
    drawn_name,
    drawn_status,
    fact_name,
    full_name,
    indicator_name,
    is_reported,
    period_of,
    says_period,
    status_word,
    undated_key,
    written_amount,
)
from generator.wording.spellings import (
    amount_spellings,
    languages_of,
    period_spellings,
    unit_spellings,
)
