"""What turns the tree into a site."""
