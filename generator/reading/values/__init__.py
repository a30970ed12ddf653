"""One typed value at a time: amounts, names, units, prose, patterns, addresses."""
