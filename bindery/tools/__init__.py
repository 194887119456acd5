"""The only floor that starts another program."""
