"""What must hold between the keys of an entry and between entries."""
