"""A file that no reader could open."""


class UnreadableEditionError(Exception):
    """The bytes are not what they should be; the message says why, in English."""
