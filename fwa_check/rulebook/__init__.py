"""The rules: read from files, checked, compiled once, and documented from the same source."""
