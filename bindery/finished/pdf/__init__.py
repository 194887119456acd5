"""A finished PDF, read from its bytes."""
