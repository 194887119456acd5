"""The Document: one XHTML tree for the whole book, from which every edition is made."""
