"""Benchmarks: commands that print ratios. Not part of the package."""
