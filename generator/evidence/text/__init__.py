"""A text in characters, tokens, clauses and sentences; no language."""
