"""The story of a build and of a check, top to bottom."""
