"""What the Document says, as every edition should; and the manuscript behind it."""
