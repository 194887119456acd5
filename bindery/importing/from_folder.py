"""Import a folder of Markdown: its lines are the author's, and stay as they are."""

import posixpath
import re
from collections import Counter
from pathlib import Path

from bindery.importing.answers import Answers
from bindery.importing.book_settings import Known, Order
from bindery.importing.folders.folder_plan import Plan, chapters_below, is_inside_source
from bindery.importing.folders.orders import plan_of
from bindery.importing.independent_words import words
from bindery.importing.read_source import Brought
from bindery.importing.remarks import Remarks
from bindery.manuscript.marks.includes import NotReadError, assembled
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.image_files import IMAGE_SUFFIXES
from bindery.vocabulary.text import Text

LARGEST_TEXT = 20 * 1024**2
LARGEST_PICTURE = 100 * 1024**2
LARGEST_ALL = 1024**3
_MOST_FILES = 20_000

_NOTHING = Text(
    nb="Det er ingen Markdown-filer i {source}.",
    en="There are no files of Markdown in {source}.",
)
_NAME_ANOTHER = Text(
    nb="Oppgi mappen som filene med tekst ligger i.",
    en="Name the folder that has the files of text in it.",
)
_NOT_LISTED = Text(
    nb="Filen er ikke i rekkefølgen, og er ikke tatt med: {path}",
    en="The file is not in the order, and was left out: {path}",
)
_NO_FILE = Text(
    nb="Kapittelet står i rekkefølgen, men har ingen fil her: {path}",
    en="The chapter is in the order, but has no file here: {path}",
)
_ENCODED = Text(
    nb="Filen var ikke lagret som UTF-8, og er skrevet om: {path}",
    en="The file was not saved as UTF-8, and was written again: {path}",
)
_TOO_LARGE = Text(
    nb="Filen er for stor, og er ikke tatt med: {path}",
    en="The file is too large, and was left out: {path}",
)
_OUTSIDE = Text(
    nb="Lenken fører ut av mappen, og er ikke fulgt: {path}",
    en="The link leads out of the folder, and was not followed: {path}",
)

_NAMED = re.compile(r"[\w.%@+ -]+\.[A-Za-z]{2,5}")


def from_folder(root: Path, answers: Answers) -> Brought:
    """Everything of the folder ``root`` that a publication gets."""
    plan = plan_of(root)
    if not plan.listed:
        raise PipelineError(_NOTHING.filled(source=root.name or "."), _NAME_ANOTHER)
    taken = Taken(root, Remarks())
    texts = {one.path: text for one in plan.listed if (text := taken.text(one.path)) is not None}
    for path, text in texts.items():
        taken.take_included(path, text, plan.written_for)
    taken.take_pictures("\n".join((*texts.values(), *taken.included)))
    for name in plan.bibliography:
        taken.file(name, LARGEST_TEXT)
    _tell(plan, root, taken)
    sources = [name for name in plan.bibliography if f"manuscript/{name}" in taken.files]
    return Brought(
        answers=Answers(
            title=plan.title, language=answers.language or plan.language, rights=plan.rights
        ),
        known=Known(
            subtitle=plan.subtitle,
            description=plan.description,
            authors=plan.authors,
            day=plan.day,
            written_for="" if plan.written_for == "commonmark" else plan.written_for,
            bibliography=tuple(one for one in sources if one.endswith((".bib", ".json", ".yaml"))),
        ),
        order=_order(plan, texts),
        files=taken.files,
        remarks=taken.remarks,
        lines_of={f"manuscript/{path}": {} for path in texts},
        words=sum((words(text) for text in texts.values()), Counter()),
        is_markdown=True,
    )


class Taken:
    """What is taken from a source: only files in it, each as it is."""

    def __init__(self, root: Path, remarks: Remarks) -> None:
        self.root = root
        self.remarks = remarks
        self.files: dict[str, bytes] = {}
        self.included: list[str] = []
        self._left = LARGEST_ALL

    def file(self, path: str, largest: int) -> bytes | None:
        """Take the file at ``path`` below the source; ``None``, and a remark, if it may not be."""
        name = f"manuscript/{path}"
        if name in self.files:
            return self.files[name]
        there = self.root / path
        plain = posixpath.normpath(path)
        if plain.startswith(("..", "/")) or not is_inside_source(self.root, there):
            self._tell("outside", _OUTSIDE, path)
            return None
        try:
            if not there.is_file():
                return None
            if there.stat().st_size > min(largest, self._left):
                self._tell("too-large", _TOO_LARGE, path)
                return None
            content = there.read_bytes()
        except OSError:
            return None
        self._left -= len(content)
        self.files[f"manuscript/{plain}"] = content
        return content

    def text(self, path: str) -> str | None:
        """Take a file of text, which is UTF-8 afterwards."""
        content = self.file(path, LARGEST_TEXT)
        if content is None:
            return None
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            # Latin 1 has a letter for every byte, so nothing is lost.
            text = content.decode("cp1252", "replace")
            self.files[f"manuscript/{posixpath.normpath(path)}"] = text.encode()
            self._tell("encoding", _ENCODED, path)
            return text

    def take_included(self, path: str, text: str, written_for: str) -> None:
        """Take the files that a chapter includes, and those that they include."""

        def read(name: str) -> str:
            said = self.text(name.removeprefix("manuscript/"))
            if said is None:
                raise NotReadError("missing")
            self.included.append(said)
            return said

        assembled(f"manuscript/{path}", text, read, written_for)

    def take_pictures(self, text: str) -> None:
        """Take each picture of the source whose name is in the text."""
        named = {one.strip() for one in _NAMED.findall(text)}
        named |= {one.replace("%20", " ") for one in named}
        named |= {one.rpartition(" ")[2] for one in named}
        for number, there in enumerate(sorted(self.root.rglob("*"))):
            if number > _MOST_FILES:
                break
            parts = there.relative_to(self.root).parts
            is_named = there.suffix.lower() in IMAGE_SUFFIXES and there.name in named
            if is_named and there.is_file() and not any(part[0] == "." for part in parts):
                self.file("/".join(parts), LARGEST_PICTURE)

    def _tell(self, kind: str, says: Text, path: str) -> None:
        self.remarks.add(0, kind, "dropped", says.filled(path=path), in_chapter=False)


def _tell(plan: Plan, root: Path, taken: Taken) -> None:
    """Remark on chapters without files, and on files that no chapter is."""
    for path in plan.unknown:
        says = _NO_FILE.filled(path=path)
        taken.remarks.add(0, "no-file", "dropped", says, in_chapter=False)
    for path in chapters_below(root):
        if f"manuscript/{path}" not in taken.files:
            says = _NOT_LISTED.filled(path=path)
            taken.remarks.add(0, "not-listed", "dropped", says, in_chapter=False)


def _order(plan: Plan, texts: dict[str, str]) -> Order:
    """The order for ``publication.toml``: either parts, or chapters."""
    listed = [one for one in plan.listed if one.path in texts]
    body = [one for one in listed if one.matter == "chapters"]
    with_parts = any(one.part for one in body)
    first = next((at for at, one in enumerate(body) if one.part), len(body))
    front = [one.path for one in listed if one.matter == "front"]
    # In a book with parts, what is before the first part stands in front.
    front += [one.path for one in body[:first]] if with_parts else []
    parts: dict[str, list[str]] = {}
    last = ""
    for one in body[first:] if with_parts else []:
        last = one.part or last
        parts.setdefault(last, []).append(one.path)
    return Order(
        chapters=() if with_parts else [one.path for one in body],
        front=front,
        parts=list(parts.items()),
        appendices=[one.path for one in listed if one.matter == "appendices"],
        back=[one.path for one in listed if one.matter == "back"],
    )
