"""Pictures made of pixels."""
