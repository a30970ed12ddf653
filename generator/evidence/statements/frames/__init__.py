"""What stands in front of a statement: when, where, by whose word, on what condition."""
