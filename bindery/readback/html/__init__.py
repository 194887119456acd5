"""Read the e-book and the summary back: finished HTML, as a screen reader presents it."""
