"""Reading a finished PDF back as assistive technology gets it, and comparing it with the book."""
