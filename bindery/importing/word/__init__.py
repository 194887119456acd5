"""Word files: what can be read, and what is done to a copy before pandoc reads it."""
