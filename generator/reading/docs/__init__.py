"""What lies in docs/: hand-written pages and their assets."""
