"""What a book says of its own accessibility."""
