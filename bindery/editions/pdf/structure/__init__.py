"""The PDF's structure tree: the document's structure, independent of page breaks.

``marks`` and ``struct_elements`` are the plain data; ``walk`` and ``marked_content`` read and mark
what WeasyPrint laid out; ``roles`` says what each HTML element becomes and ``tree`` builds it;
``write`` and its neighbours write it into the file.
"""
