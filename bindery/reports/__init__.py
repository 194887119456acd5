"""Reports on a build and a check: one module for each output format."""
