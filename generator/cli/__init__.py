"""The console script `briefing`: one file a command, one error boundary, printing and exit codes.

In: words of a command line. Out: text on the terminal and an exit code. Decides nothing.
"""

from generator.cli.main import main
