"""Where bindery is, in a checkout or installed by pip, and what depends on that."""

import os
import sys
from pathlib import Path

from bindery import __version__

CODE = Path(__file__).resolve().parents[1]
"""The package. A wheel has the templates in it; a checkout has them at the top."""

CHECKOUT = None if (CODE / "templates").is_dir() else CODE.parent
"""The checkout that the package is run from, or ``None`` if pip installed it."""

COMMAND = "bindery" if CHECKOUT is None or Path(sys.argv[0]).stem == "bindery" else "invoke"
"""The command's name in messages: ``f"{COMMAND} setup"``."""

PACKAGES = "python3 bootstrap.py" if CHECKOUT else "pip install bindery"
"""The command that installs the Python packages that building needs."""

TOOLS_VARIABLE = "BINDERY_TOOLS"


def templates_folder() -> Path:
    """The folder of the templates and typefaces that come with bindery."""
    return (CHECKOUT or CODE) / "templates"


def tools_folder() -> Path:
    """The folder of the checkers that pip does not install. ``BINDERY_TOOLS`` names another one."""
    if named := os.environ.get(TOOLS_VARIABLE):
        return Path(named).resolve()
    if CHECKOUT:
        return CHECKOUT / ".tools"
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    # Another version of bindery may pin other checkers.
    return Path(data) / "bindery" / __version__


def libraries(*locks: str) -> bytes:
    """Bytes that identify the libraries that bindery runs with.

    In a checkout, the contents of these ``locks`` in ``requirements/``. Elsewhere nothing pins
    them, and it is the name and version of all that pip installed, from the names of pip's
    metadata folders (PEP 376): reading the folders would take longer than an unchanged build.
    """
    if CHECKOUT:
        pinned = (CHECKOUT / "requirements" / f"{name}.lock" for name in locks)
        return b"".join(path.read_bytes() for path in pinned)
    noted = {path.name for entry in sys.path for path in Path(entry).glob("*.dist-info")}
    return "\n".join(sorted(noted)).encode()
