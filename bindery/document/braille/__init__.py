"""The Document in braille: which code a language has, what is folded first, and the cells."""
