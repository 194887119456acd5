"""Read finished editions back as assistive technology gets them, and compare with the manuscript.

``said`` is what the manuscript should give, ``heard`` what the finished edition gives.
"""
