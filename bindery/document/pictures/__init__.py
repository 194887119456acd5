"""Pictures made of pixels: what is wrong with a file, and what the editions show of it."""
