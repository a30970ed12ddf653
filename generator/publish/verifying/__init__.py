"""A published site against its manifest, its chain of releases and, if there is one, a checkout."""
