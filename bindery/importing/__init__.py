"""How a publication begins: a new folder, empty of the author's words or filled from a source."""
