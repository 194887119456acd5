"""The PDF's structure tree, on small trees of our own."""
