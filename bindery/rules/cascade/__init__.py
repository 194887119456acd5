"""The CSS cascade, computed on specimens of every page without a browser."""
