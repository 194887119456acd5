"""One Markdown manuscript, and the print and e-book editions everyone can read."""

__version__ = "0.1.0"
