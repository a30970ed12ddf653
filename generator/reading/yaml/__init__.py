"""YAML text becomes a tree that remembers places; complaints in an editor's words."""
