"""Defects sown one at a time into a clean book, to see which of all the checks sees them."""
