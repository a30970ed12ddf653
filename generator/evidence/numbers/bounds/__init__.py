"""Whether a preposition before a number bounds it, or belongs to a verb or noun."""
