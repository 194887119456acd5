"""What is said of a build and a check: one module an output format."""
