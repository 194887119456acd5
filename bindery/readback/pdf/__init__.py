"""Read a finished PDF back and compare it with the Document."""
