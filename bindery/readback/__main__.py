"""``python -m bindery.readback FILE.pdf`` prints a PDF as assistive technology gets it."""

import sys
from pathlib import Path

from bindery.finished.documents import UnreadableError
from bindery.finished.pdf.read import read_pdf
from bindery.readback.pdf.listing import listing


def main(arguments: list[str]) -> int:
    """Print each file's listing; return 1 if one cannot be read, 2 without arguments."""
    if not arguments:
        sys.stderr.write("python -m bindery.readback FILE.pdf …\n")
        return 2
    for argument in arguments:
        try:
            sys.stdout.write(listing(read_pdf(Path(argument))))
        except UnreadableError as error:
            sys.stderr.write(f"{argument}: {error}\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
