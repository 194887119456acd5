"""The braille editions: eBraille for displays, and pages to emboss (PEF, BRF)."""
