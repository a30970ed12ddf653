"""Small things about strings that are no records: printable text, the nearest word, digits.

In: text. Out: text, or what is in it. It knows no language and no record.
"""

from generator.text.digits import (
    NUMBER,
    find_numbers,
    find_signs,
    may_have_number,
    numbers_in,
    plain_decimal,
)
from generator.text.forge_markdown import markdown_code, markdown_text
from generator.text.nearest import did_you_mean, find_near, find_nearest
from generator.text.printable import escaped, listed, shown
