"""The CSS cascade put together on specimens of every page, without a browser."""
