"""Folders of Markdown: which files are chapters, in the order of the tool they are for."""
