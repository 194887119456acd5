"""``bindery watch``."""
