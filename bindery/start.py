"""The beginning of the command ``bindery``, so early that nothing slow has been imported."""

import signal


def main() -> None:
    """Run the command. Ctrl-C ends it silently until ``command.py`` can report it."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from bindery.command import main as run  # noqa: PLC0415

    run()
