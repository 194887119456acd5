"""Check every book in ``tests/books`` with every checker, and print what each has found.

``python -m benchmarks.books [NAME ...]`` takes half a minute for each book. It ends with 1 if
a book has an error, or a check that was not run.
"""

import shutil
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from bindery.pipeline.check import Checked, check
from bindery.vocabulary.findings import Severity

BOOKS = Path(__file__).resolve().parents[1] / "tests/books"


def names() -> list[str]:
    """The name of every book."""
    return sorted(path.parent.parent.name for path in BOOKS.glob("*/manuscript/publication.toml"))


def checked(name: str, folder: Path) -> Checked:
    """The whole check of the book, copied to ``folder``."""
    shutil.copytree(BOOKS / name, folder / name)
    return check(folder / name)


def main(asked: list[str]) -> int:
    """Check the books that are ``asked`` for, or all; return the exit status."""
    status = 0
    for name in asked or names():
        with TemporaryDirectory(prefix="bindery-") as folder:
            seen = checked(name, Path(folder))
        counted = Counter((one.severity, one.rule) for one in seen.findings)
        told = ", ".join(
            f"{severity.value} {rule}: {count}"
            for (severity, rule), count in sorted(counted.items())
            if severity is not Severity.INFO
        )
        print(f"{name:20} {told or 'no error, no warning'}{'' if seen.proved else '; NOT PROVED'}")
        status |= not seen.proved
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
