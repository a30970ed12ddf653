"""Numbers in the editors' own words, held against the figures of the ledger."""
