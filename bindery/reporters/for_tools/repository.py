"""Where a book lies in its repository: programs name files from there."""

from pathlib import Path


def below_repository(book: Path) -> str:
    """What to put before a path of ``book`` to name it from the root of version control.

    It is ``books/one/`` for a book in a folder of its own, and nothing where the book is the
    repository, or in none.
    """
    book = book.resolve()
    root = next((folder for folder in (book, *book.parents) if (folder / ".git").exists()), book)
    return "" if root == book else f"{book.relative_to(root).as_posix()}/"
