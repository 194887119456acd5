"""Show a publication in the browser while it is written.

``rounds`` makes pages and findings of what is saved, ``server`` gives them to the browser.
"""
