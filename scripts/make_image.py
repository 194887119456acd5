"""Make a container image with bindery in it, without Docker or any other daemon.

    python3 scripts/make_image.py FOLDER

``FOLDER`` gets ``rootfs/``, ``image/`` (an OCI image, named bindery) and ``bindery-image.tar`` (the
same, as ``docker load`` and ``podman load`` take it). Run it as root on Debian, with
``debootstrap`` and ``umoci`` installed, in a checkout with ``.venv``. The image builds publications
and checks manuscripts; outside checkers and Chromium are not in it.
"""

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SUITE = "bookworm"
PACKAGES = (
    *("python3", "python3-venv", "ca-certificates", "git"),
    *("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
    *("libhunspell-1.7-0", "hunspell-no", "hunspell-en-gb", "hunspell-en-us"),
)
"""What bindery asks Debian for, and the dictionaries that it looks words up in."""

BIN = "/opt/bindery/bin"
CONFIG = (
    *("--config.entrypoint", f"{BIN}/bindery", "--config.workingdir", "/publication"),
    *("--config.env", f"PATH={BIN}:/usr/bin:/bin", "--config.env", "LANG=C.UTF-8"),
    *("--config.env", "HOME=/tmp", "--config.volume", "/publication"),
)
"""``HOME`` is a folder that any user may write to: run it as yourself, so that files are yours."""


def main(arguments: list[str]) -> int:
    """Make the image in the folder that is named."""
    missing = [name for name in ("debootstrap", "umoci") if shutil.which(name) is None]
    if len(arguments) != 1 or missing or os.geteuid() != 0:
        lacking = f" Install: {' '.join(missing)}." if missing else ""
        print(f"As root: python3 scripts/make_image.py FOLDER.{lacking}", file=sys.stderr)
        return 2
    folder = Path(arguments[0]).resolve()
    if folder.exists():
        print(f"{folder} is there already. Name a new folder.", file=sys.stderr)
        return 2
    folder.mkdir(parents=True)
    rootfs = folder / "rootfs"
    run("debootstrap", "--variant=minbase", f"--include={','.join(PACKAGES)}", SUITE, rootfs)
    install(folder, rootfs)
    for unneeded in ("var/cache/apt/archives", "var/lib/apt/lists"):
        for path in (rootfs / unneeded).glob("*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    (rootfs / "publication").mkdir()
    image = folder / "image"
    run("umoci", "init", "--layout", image)
    run("umoci", "new", "--image", f"{image}:bindery")
    run("umoci", "insert", "--image", f"{image}:bindery", rootfs, "/")
    run("umoci", "config", "--image", f"{image}:bindery", *CONFIG)
    with tarfile.open(folder / "bindery-image.tar", "w") as tar:
        for path in sorted(image.iterdir()):
            tar.add(path, path.name)
    return 0


def install(folder: Path, rootfs: Path) -> None:
    """Install the wheel and what ``requirements/build.lock`` pins. No network is used inside."""
    wheels = folder / "wheels"
    run(
        ROOT / ".venv/bin/python", "-m", "hatchling", "build", "-t", "wheel", "-d", wheels, cwd=ROOT
    )
    pinned = ("--require-hashes", "--only-binary=:all:", "--python-version", "3.11")
    lock = ROOT / "requirements/build.lock"
    run(sys.executable, "-m", "pip", "download", *pinned, "-r", lock, "-d", wheels)
    inside = rootfs / "tmp/wheels"
    shutil.copytree(wheels, inside)
    pip = (f"{BIN}/python", "-m", "pip", "install", "--no-index", "--no-cache-dir")
    run("chroot", rootfs, "python3", "-m", "venv", "/opt/bindery")
    run("chroot", rootfs, *pip, "--find-links", "/tmp/wheels", "bindery")  # noqa: S108
    run("chroot", rootfs, f"{BIN}/python", "-m", "pip", "uninstall", "--yes", "pip", "setuptools")
    shutil.rmtree(inside)


def run(*command: str | Path, cwd: Path | None = None) -> None:
    """Run a program to its end; stop if it fails."""
    print("+", *command, flush=True)
    subprocess.run([str(part) for part in command], cwd=cwd, check=True)  # noqa: S603


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as error:
        print(f"Stopped: {error}", file=sys.stderr)
        sys.exit(1)
