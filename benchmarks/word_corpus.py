"""Import real Word files, and count what became of their words, headings and tables.

``python -m benchmarks.word_corpus FOLDER`` fetches six public repositories, each at one commit,
into FOLDER and imports every different Word file in them. ``--from TEMPLATE`` takes them from
elsewhere: ``{owner}`` and ``{name}`` are filled in. ``--only NAME`` imports those of one, and
``--slice 2/5`` every fifth file, from the second. ``--build`` builds each import, too. What is
missed is listed in ``FOLDER/missed.txt``. The truth is read by code of its own. No file is kept
here, and the tests do not run it.
"""

import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from lxml import etree

from benchmarks.word_languages import compare
from bindery.document.read import read_document
from bindery.importing.answers import Answers
from bindery.importing.imported import import_source
from bindery.importing.word.parts_read import WordFile
from bindery.manuscript.load import load
from bindery.tools.run import run
from bindery.tools.writing import remove_tree
from bindery.vocabulary.errors import PipelineError

REPOSITORIES = {
    "arkivverket/noark5-standard": "cfda5e6b8f2377b8bda9e190b64e4e34a9b6a590",
    "ks-no/fiks-arkiv": "baa49204154fe793e88cd6f25e3389bf5c94c9ec",
    "arkivverket/noark5-tjenestegrensesnitt-standard": "2a078e1c04c5e2eec853d76c79fc98b273555bf3",
    "apache/poi": "a528d43590b3f71aa94310de881a35af887fdd0f",
    "mwilliamson/python-mammoth": "1cac2458ea3c0a68754f1cc86df3aee50b02782b",
    "plutext/docx4j": "c09797573256c0abac8529008df7336125ea5685",
}
GITHUB = "https://github.com/{owner}/{name}.git"
KNOWN = Answers(publisher="x", contact="post@example.org", rights="x")

_HEADING = re.compile(r"heading \d", re.IGNORECASE)


def main(arguments: list[str]) -> None:
    """Fetch what is not there, import each file, and print the figures."""
    folder = Path(arguments[0])
    template = _option(arguments, "--from") or GITHUB
    counted: Counter[str] = Counter()
    seen: set[str] = set()
    only = _option(arguments, "--only")
    first, _, step = (_option(arguments, "--slice") or "1/1").partition("/")
    for repository, commit in REPOSITORIES.items():
        if only not in repository:
            continue
        for name, content in word_files(folder, repository, commit, template):
            digest = sha256(content).hexdigest()
            if digest not in seen:
                seen.add(digest)
                if len(seen) % int(step) == int(first) % int(step):
                    missed = measure(folder / "made" / digest[:16], name, content, counted)
                    if "--build" in arguments:
                        _build(folder / "made" / digest[:16], name, counted)
                    with (folder / "missed.txt").open("a", encoding="utf-8") as listed:
                        listed.writelines(f"{name}: {line}\n" for line in missed)
        print(f"\nUp to {repository}:")
        for what, count in sorted(counted.items()):
            print(f"{what:28} {count:>8}", flush=True)


def word_files(
    folder: Path, repository: str, commit: str, template: str
) -> Iterator[tuple[str, bytes]]:
    """Each Word file of a repository at a commit."""
    owner, name = repository.split("/")
    there = (folder / "repositories" / f"{owner}-{name}").resolve()
    address = template.format(owner=owner, name=name)
    if not there.is_dir():
        there.mkdir(parents=True)
        if Path(address).is_dir():
            git = ["git", f"--git-dir={address}"]
        else:
            git = ["git", f"--git-dir={there}/.git"]
            run([*git, "init", "-q"], cwd=there)
            fetched = run([*git, "fetch", "-q", "--depth", "1", address, commit])
            if fetched.status:
                raise SystemExit(f"{repository}: {fetched.stderr.strip()}")
        environment = os.environ | {"GIT_INDEX_FILE": str(there / "index")}
        listed = run([*git, "ls-tree", "-r", "-z", "--name-only", commit]).stdout.split("\0")
        for file in (one for one in listed if one.lower().endswith((".docx", ".docm"))):
            # One at a time: a copy of a repository may lack some files.
            out = ["-c", "core.bare=false", f"--work-tree={there}", "checkout", "-q", commit]
            run([*git, *out, "--", f":(literal){file}"], cwd=there, env=environment)
    for path in sorted(there.rglob("*")):
        if path.suffix.lower() in (".docx", ".docm") and path.is_file():
            yield path.relative_to(there).as_posix(), path.read_bytes()


def measure(made: Path, name: str, content: bytes, counted: Counter[str]) -> list[str]:
    """Import one file, and add what was found to ``counted``; return what was missed."""
    counted["files"] += 1
    source = made.with_suffix(".docx")
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_bytes(content)
    remove_tree(made)
    began = time.monotonic()
    try:
        report = import_source(made, source, KNOWN, "en").report
    except PipelineError as error:
        counted["refused with a sentence"] += 1
        print(f"{name}: {error.what.en}", flush=True)
        return []
    seconds = time.monotonic() - began
    loaded = load(made)
    assert loaded.publication is not None
    document = read_document(loaded.publication)
    headings, tables = truth(WordFile(content))
    lost = sum(report.lost.values())
    counted["imported"] += 1
    counted["words"] += sum((report.source or Counter()).values())
    counted["words lost without a word"] += lost
    counted["files with a lost word"] += bool(lost)
    counted["headings in styles"] += sum(headings.values())
    said = Counter(_squeezed(_words(one)) for one in _headings(document.body))
    said[_squeezed(loaded.publication.metadata.title)] += 1
    counted["headings found again"] += sum((headings & said).values())
    counted["tables of several cells"] += tables
    too_large = sum(one.remark.kind == "table-too-large" for one in report.entries)
    counted["tables found again"] += sum(1 for _ in document.body.iter("table")) + too_large
    missed = [f"heading: {one}" for one in (headings - said).elements()]
    languages = compare(WordFile(content), document)
    counted["words with a language"] += languages.both
    counted["words in Word's language"] += languages.alike
    for (theirs, ours), where in languages.others.items():
        counted[f"words {theirs or 'in none'} made {ours}"] += len(where)
        missed += [f"language: {theirs} is {ours}: {one}" for one in where]
    counted["drafts"] += bool(document.findings)
    counted["seconds"] += round(seconds)
    if lost or seconds > 20:
        words = ", ".join(word for word, _ in report.lost.most_common(5))
        print(f"{name}: {lost} lost ({words}), {seconds:.0f} s", flush=True)
    return missed


def _build(made: Path, name: str, counted: Counter[str]) -> None:
    """Build an import as it was made."""
    if made.is_dir():
        code = "import bindery.start as it; it.main()"
        here = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[1])}
        built = run([sys.executable, "-c", code, "build"], cwd=made, env=here)
        counted["built" if not built.status else "not built"] += 1
        if built.status:
            print(f"{name} was not built: {built.stdout[-400:]}{built.stderr[-400:]}", flush=True)


def _option(arguments: list[str], name: str) -> str:
    return arguments[arguments.index(name) + 1] if name in arguments else ""


def truth(file: WordFile) -> tuple[Counter[str], int]:
    """The headings with words, and how many tables have more than a cell, in the file's XML."""
    styles = next((file.xml(name) for name in file.names if name.endswith("/styles.xml")), None)
    names = {
        value
        for style in (() if styles is None else styles.iter("{*}style"))
        for called in style.iter("{*}name")
        if _HEADING.fullmatch(next(iter(called.attrib.values()), ""))
        for key, value in style.attrib.items()
        if str(key).endswith("styleId")
    }
    body = file.xml(file.main)
    assert body is not None
    headings: Counter[str] = Counter()
    for paragraph in body.iter("{*}p"):
        style = paragraph.find("{*}pPr/{*}pStyle")
        named = "" if style is None else next(iter(style.attrib.values()), "")
        outside = not any(etree.QName(one).localname == "tc" for one in paragraph.iterancestors())
        words = _squeezed("".join(one.text or "" for one in paragraph.iter("{*}t")))
        if named in names and outside and words:
            headings[words] += 1
    tables = 0
    for table in body.iter("{*}tbl"):
        around = {etree.QName(one).localname for one in table.iterancestors()}
        cells = sum(1 for _ in table.iter("{*}tc"))
        has_words = any((one.text or "").strip() for one in table.iter("{*}t"))
        tables += not around & {"tc", "Fallback"} and cells > 1 and has_words
    return headings, tables


def _headings(body: "etree._Element") -> Iterator["etree._Element"]:
    return body.iter("h1", "h2", "h3", "h4", "h5", "h6")


def _words(heading: "etree._Element") -> str:
    """The words of a heading, without the numbers of its notes."""
    numbers = {
        text for note in heading.iter("{*}a") if note.get("role") for text in note.itertext()
    }
    return "".join(text for text in heading.itertext() if text not in numbers)


def _squeezed(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


if __name__ == "__main__":
    main(sys.argv[1:])
