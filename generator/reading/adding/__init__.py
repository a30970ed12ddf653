"""Texts that are to become articles: taken in, and appended to the records that are there."""
