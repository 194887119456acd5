"""The language of a text: readings, sentences, likeness, abbreviations, dictionary."""
