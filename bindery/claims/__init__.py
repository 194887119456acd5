"""A book's accessibility metadata: counted in the Document, never asserted."""
