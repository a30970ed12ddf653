"""Formulas: read, ordered, computed on figures that know their unit and interval."""
