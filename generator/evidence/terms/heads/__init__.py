"""Heads: the noun that governs a figure's clause, and the words that change what a noun counts."""
