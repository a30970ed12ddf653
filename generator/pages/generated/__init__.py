"""The pages that the ledger makes: a file a page, which only `compose` imports."""
