"""What a new briefing consists of: the files of one that builds at once, as values.

In: answers to what it is about, the requirements of the generator. Out: files by path. The packaged
example is what it starts from; with a subject of its own it starts empty, since a published site
holds nothing invented.
"""

from generator.scaffold.files import Answers, scaffold_files
from generator.scaffold.requirements import PACKAGE, requirements
