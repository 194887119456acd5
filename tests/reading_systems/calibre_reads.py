"""Converts a book, run by calibre itself, and says nothing but what calibre warns of."""

import sys

from calibre.ebooks.conversion.plumber import Plumber  # type: ignore[import-not-found]
from calibre.utils.logging import WARN, Log  # type: ignore[import-not-found]

Plumber(*sys.argv[1:3], Log(level=WARN)).run()
