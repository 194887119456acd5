"""A finished PDF compared with the Document."""
