"""What each seed file may hold, and its JSON Schema."""
