"""Finished outputs, parsed from their bytes as a reading system gets them."""
