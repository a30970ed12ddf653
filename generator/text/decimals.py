"""Decimals as text, without exponent and without loss."""

from decimal import Decimal


def plain_decimal(value: Decimal) -> str:
    """A value in base units as a plain decimal: `109e9` is 109000000000, `9.00` stays 9.00."""
    return format(value, "f")
