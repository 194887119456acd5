"""Read PDFs that other programs wrote, and count which lose letters or cannot be read.

``python -m benchmarks.foreign_pdfs FOLDER`` fetches two public repositories, each at one commit,
into FOLDER and reads every different PDF of the listed folders. ``--from TEMPLATE`` takes them from
elsewhere: ``{owner}`` and ``{name}`` are filled in. A file loses letters if a glyph that is drawn
as text has no known character. No file is kept here, and the tests do not run it.
"""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from bindery.finished.documents import UnreadableError
from bindery.finished.pdf.fonts import LOST
from bindery.finished.pdf.read import read_pdf
from bindery.finished.pdf.tagged import FinishedPdf
from bindery.reports.transcript.of_pdf import blocks_of_pdf
from bindery.reports.transcript.transcript_page import transcript_page
from bindery.tools.run import run

REPOSITORIES = {
    "pdf-association/techniques-for-accessible-pdf": (
        "d725dcce3576e5721c70ea1787c10d847aa55c97",
        ("",),
    ),
    "veraPDF/veraPDF-corpus": (
        "910b2ca7aa6870375e2b6834c58a0d4b90a7dea6",
        ("PDF_UA-1", "PDF_UA-2"),
    ),
}
GITHUB = "https://github.com/{owner}/{name}.git"


def main(arguments: list[str]) -> None:
    """Fetch what is not there, read each file, and print the figures."""
    folder = Path(arguments[0])
    template = arguments[arguments.index("--from") + 1] if "--from" in arguments else GITHUB
    for repository, (commit, parts) in REPOSITORIES.items():
        counted: Counter[str] = Counter()
        seen: set[str] = set()
        for part in parts:
            for name, content in pdfs(folder, repository, commit, part, template):
                digest = sha256(content).hexdigest()
                if digest not in seen:
                    seen.add(digest)
                    measure(name, content, counted)
        print(f"\n{repository} at {commit}:")
        for what, count in sorted(counted.items()):
            print(f"{what:28} {count:>8}", flush=True)


def pdfs(
    folder: Path, repository: str, commit: str, part: str, template: str
) -> Iterator[tuple[str, bytes]]:
    """The PDFs of a repository at a commit that are below the folder ``part``."""
    owner, name = repository.split("/")
    address = template.format(owner=owner, name=name)
    there = (folder / f"{owner}-{name}").resolve()
    git = ["git", f"--git-dir={address}"]
    if not Path(address).is_dir():
        git = ["git", f"--git-dir={there}/.git"]
        if not there.is_dir():
            there.mkdir(parents=True)
            run([*git, "init", "-q"], cwd=there)
            fetched = run([*git, "fetch", "-q", "--depth", "1", address, commit])
            if fetched.status:
                raise SystemExit(f"{repository}: {fetched.stderr.strip()}")
    listed = run([*git, "ls-tree", "-r", "-z", "--name-only", commit, "--", part or "."]).stdout
    found = [one for one in listed.split("\0") if one.lower().endswith(".pdf")]
    kept = folder / "files"
    kept.mkdir(parents=True, exist_ok=True)
    for file in found:
        path = kept / sha256(f"{repository} {file}".encode()).hexdigest()
        if not path.is_file():
            environment = os.environ | {"GIT_INDEX_FILE": str(kept / f"{owner}-{name}.index")}
            out = ["-c", "core.bare=false", f"--work-tree={kept}", "checkout", "-q", commit]
            run([*git, *out, "--", f":(literal){file}"], cwd=kept, env=environment)
            if not (kept / file).is_file():
                continue
            (kept / file).rename(path)
        yield file, path.read_bytes()


def measure(name: str, content: bytes, counted: Counter[str]) -> None:
    """Read one file, write its transcript, and add what was found to ``counted``."""
    counted["files"] += 1
    began = time.process_time()
    try:
        heard = read_pdf(content)
    except UnreadableError as error:
        counted["refused with a sentence"] += 1
        print(f"{name}: {error}", flush=True)
        return
    transcript_page(name, tuple(blocks_of_pdf(heard)), None, "en")
    seconds = time.process_time() - began
    lost = said(heard).count(LOST)
    counted["read"] += 1
    counted["letters"] += len(said(heard))
    counted["letters lost"] += lost
    counted["files with lost letters"] += bool(lost)
    counted["fields and comments"] += sum(len(one.annotations) for one in heard.elements)
    if lost or seconds > 5:
        print(f"{name}: {lost} lost, {seconds:.1f} s", flush=True)


def said(heard: FinishedPdf) -> str:
    """All text of the file, tagged or not."""
    words = "".join(word.text for root in heard.roots for word in root.words())
    return words + "".join(one.text for one in heard.untagged)


if __name__ == "__main__":
    main(sys.argv[1:])
