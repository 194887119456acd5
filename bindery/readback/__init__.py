"""Read finished editions back as assistive technology gets them, and compare with the manuscript.

In names of variables, ``said`` is what the manuscript should give, and ``heard`` is what the
finished edition gives.
"""
