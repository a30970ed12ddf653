"""What a sentence says of a figure: its statement, its standing, its speakers, its time."""
