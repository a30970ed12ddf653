"""Facts that are ready to paste, from the open figures of an article."""
