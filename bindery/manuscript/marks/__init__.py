"""The front door: what authors write in other dialects becomes the plain one, with no word lost."""
