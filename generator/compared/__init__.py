"""Two revisions of a briefing held against each other: figures, charts, pages, and what lets pass.

In: two sides, each an assembly with its name. Out: a comparison, and its text, JSON and Markdown.
Touches neither disk nor git.
"""

from generator.compared.comparison import Comparison, compare
from generator.compared.in_json import comparison_json
from generator.compared.in_markdown import comparison_markdown
from generator.compared.in_text import text_lines
from generator.compared.shown_parts import KEPT_PAGES
from generator.compared.sides import Side, side_of
