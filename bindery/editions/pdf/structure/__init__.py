"""The PDF's structure tree: the document's, however its pages break.

``marks`` and ``elements`` are the plain data; ``walk`` and ``marking`` read and mark what
WeasyPrint laid out; ``roles`` says what each HTML element becomes and ``tree`` makes it; ``write``
and its neighbours put it into the file.
"""
