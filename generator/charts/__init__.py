"""Facts become charts: a Plotly figure, the table of the same figures, a description in words.

In: a chart as the editor asked for it, the book, one language's wording. Out: DrawnChart, and
findings on charts that cannot be drawn. The only room that imports Plotly, and only when it draws.
Never a word or a number format of its own.
"""

from generator.charts.check import can_draw, check_charts
from generator.charts.drawing import draw, label_facts, shown_by, without_space
from generator.charts.text import wrapped
