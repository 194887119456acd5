"""Chapters in the dialect, from pandoc's tree of a document."""
