"""The words of a language, typed: the only door to lexicons/*.toml."""
