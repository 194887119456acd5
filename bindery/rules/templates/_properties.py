"""The names of CSS properties, of the web's and of paged media, that styles are written with.

``specimen/properties.txt`` has those that Chromium 156 and WeasyPrint 70 know. Names with a maker's
prefix are not listed.
"""

from bindery.rules.templates._specimen import FOLDER

PROPERTIES = frozenset((FOLDER / "properties.txt").read_text(encoding="utf-8").split())
