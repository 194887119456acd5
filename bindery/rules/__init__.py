"""The rules: on manuscripts, on styles, on finished editions; one file each."""
