"""The built site becomes one document, printed."""
