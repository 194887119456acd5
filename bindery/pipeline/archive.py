"""The bundle as files: its list of digests, its ZIP, and putting it in place in one step."""

import shutil
import zipfile
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

SUMS = "SHA256SUMS"

_READABLE_BY_ALL = 0o644
_UNIX = 3
_FIRST_YEAR_OF_ZIP = 1980


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below ``folder``, by its path there, in the paths' order."""
    files = sorted(
        (path.relative_to(folder).as_posix(), path)
        for path in folder.rglob("*")
        if path.is_file() and path.name != SUMS
    )
    return {name: sha256(path.read_bytes()).hexdigest() for name, path in files}


def write_sums(folder: Path) -> None:
    """List every file below ``folder`` as ``sha256sum -c`` reads it."""
    lines = (f"{digest}  {name}\n" for name, digest in digests(folder).items())
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def zipped(folder: Path, inside: str, moment: datetime) -> bytes:
    """Every file below ``folder`` as a ZIP in which they lie in the folder ``inside``.

    The same files give the same bytes on every machine: sorted names, one time, one set of
    permissions, and nothing compressed, because compressors differ and the editions are already.
    """
    buffer = BytesIO()
    time = (max(moment.year, _FIRST_YEAR_OF_ZIP), *moment.timetuple()[1:6])
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted((*digests(folder), SUMS)):
            entry = zipfile.ZipInfo(f"{inside}/{name}", time)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE_BY_ALL << 16
            archive.writestr(entry, (folder / name).read_bytes())
    return buffer.getvalue()


def put_in_place(staged: Path, folder: Path) -> None:
    """Make ``staged`` the new ``folder``; what was there is kept until the new one stands."""
    earlier = staged.with_name(f"{staged.name}.earlier")
    shutil.rmtree(earlier, ignore_errors=True)
    if folder.exists():
        folder.rename(earlier)
    try:
        staged.rename(folder)
    except OSError:
        if earlier.exists():
            earlier.rename(folder)
        raise
    shutil.rmtree(earlier, ignore_errors=True)
