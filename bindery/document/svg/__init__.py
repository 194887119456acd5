"""SVG drawings as every edition draws them: alike alone, in print and written into a page."""
