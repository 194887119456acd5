"""Braille is read back by a reader of its own, which shares nothing with what translated it."""
