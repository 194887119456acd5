"""Reading the e-book and the summary back: finished HTML, as a screen reader says it."""
