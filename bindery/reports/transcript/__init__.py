"""A transcript: what people who use a screen reader hear of a finished file, page by page."""
