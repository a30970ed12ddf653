"""The pages of docs/: their calls, what they may not hold, and their rendering."""
