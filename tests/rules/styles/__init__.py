"""Rules on templates, and how they see a page."""
