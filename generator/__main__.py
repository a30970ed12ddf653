"""`python -m generator` is the console script `briefing`."""

import sys

from generator.cli import main

sys.exit(main())
