"""One aspect of a fact at a time, held against the words around its figure."""
