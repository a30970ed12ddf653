"""What turns the tree into a site: one file an engine, and how each refuses a tree."""


class EngineError(Exception):
    """The engine refused the tree; `messages` are its warnings and errors, a line each."""

    def __init__(self, messages: list[str]) -> None:
        """Keeps the engine's own words."""
        super().__init__("\n".join(messages))
        self.messages = messages
