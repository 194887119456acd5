"""Finished outputs, read again from their bytes: what a reader's program gets."""
