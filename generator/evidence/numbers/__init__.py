"""Digits, number words, scales, units, hedges, ranges and directions become mentions."""
