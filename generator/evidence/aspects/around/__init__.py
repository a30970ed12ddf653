"""What stands around a figure and makes it less sure, another number, or no figure of the fact."""
