"""Pictures of a source on their way into ``figures/``: which can be shown, and how."""

import re
from collections.abc import Callable
from hashlib import sha256

from bindery.importing.figures_made_right import MadeRight, made_right
from bindery.importing.markdown.escaping import escaped
from bindery.importing.markdown.pandoc_tree import Node, words_of
from bindery.importing.remarks import Remarks
from bindery.importing.word.drawn import DECORATIVE
from bindery.vocabulary.text import Text

_METAFILE = Text(
    nb="Bildet er en Windows-tegning ({kind}). Høyreklikk det i Word, velg «Lagre som bilde», PNG,"
    " og legg det i figures/. Originalen er i import/originals/",
    en="The picture is a Windows drawing ({kind}). Right-click it in Word, choose “Save as Picture”"
    " and PNG, and put it in figures/. The original is in import/originals/",
)
_UNKNOWN = Text(
    nb="Bildet «{name}» er i et format som ikke kan vises. Originalen er i import/originals/",
    en="The picture “{name}” has a format that cannot be shown. The original is in"
    " import/originals/",
)
_GONE = Text(
    nb="Bildet «{name}» kunne ikke leses fra filen",
    en="The picture “{name}” could not be read from the file",
)
_MADE_RIGHT = Text(nb="Bildet figures/{name} er {done}", en="The picture figures/{name}: {done}")
_AND_KEPT = Text(
    nb="{says}. Originalen er i import/originals/{original}",
    en="{says}. The original is in import/originals/{original}",
)
_NO_WORDS = Text(
    nb="Bildet mangler alternativ tekst",
    en="The picture has no alternative text",
)
_BAD_WORDS = Text(
    nb="Er den alternative teksten skrevet av et program? Skriv hva bildet viser",
    en="Was the alternative text written by a program? Write what the picture shows",
)

_BY_PROGRAM = re.compile(
    r"^[\w,\s-]+\.(?:png|jpe?g|gif|emf|wmf|tiff?|bmp|svg)$|^https?://|^et bilde som inneholder"
    r"|^(?:a|an|graphical user interface).{0,40}(?:containing|description automatically)"
    r"|automatically generated|beskrivelse er generert|^(?:bilde|picture|image|grafikk) ?\d*$",
    re.IGNORECASE,
)
_SIGNS: tuple[tuple[str, bytes, int], ...] = (
    ("png", b"\x89PNG\r\n\x1a\n", 0),
    ("jpg", b"\xff\xd8\xff", 0),
    ("gif", b"GIF8", 0),
    ("webp", b"WEBP", 8),
    ("tiff", b"II*\0", 0),
    ("tiff", b"MM\0*", 0),
    ("bmp", b"BM", 0),
    ("heic", b"ftyphei", 4),
    ("heic", b"ftypmif1", 4),
    ("avif", b"ftypavif", 4),
    ("EMF", b" EMF", 40),
    ("WMF", b"\xd7\xcd\xc6\x9a", 0),
    ("WMF", b"\x01\0\x09\0", 0),
    ("WMF", b"\x02\0\x09\0", 0),
)


def kind_of(content: bytes) -> str:
    """The ending of a picture's name, by its first bytes; in capitals if it cannot be shown."""
    for kind, sign, at in _SIGNS:
        if content[at : at + len(sign)] == sign:
            return kind
    return "svg" if b"<svg" in content[:2000] else ""


def _shown(target: str) -> str:
    """The name of a picture's file, which can be that of a new one."""
    name = re.sub(r"[^\w.-]", "_", target.rpartition("/")[2])[-60:].lstrip(".")
    return name or "bilde"


class FiguresKept:
    """The pictures of one import: each file once, by names of our own."""

    def __init__(
        self,
        content_of: Callable[[str], bytes],
        remarks: Remarks,
        numbers: dict[str, int] | None = None,
    ) -> None:
        self._content_of = content_of
        self._remarks = remarks
        self._numbers = numbers or {}
        self._names: dict[str, str] = {}
        self.files: dict[str, bytes] = {}
        self.originals: dict[str, bytes] = {}

    def picture(self, node: Node, chapter: str) -> str:
        """A picture in the dialect; nothing, and a remark, if it cannot be shown."""
        _, inlines, (target, _) = node["c"]
        content = self._content_of(str(target))
        shown = _shown(str(target))
        number = self._numbers.get(str(target), 0)
        self._remarks.current = max(self._remarks.current, number)
        kind = kind_of(content)
        if not kind or kind.isupper():
            says = _UNKNOWN if content else _GONE
            says = _METAFILE.filled(kind=kind) if kind else says.filled(name=shown)
            self._remarks.add(number, "picture-not-shown", "dropped", says, grave=True)
            if content:
                self.originals[shown] = content
            return ""
        words = words_of(inlines)
        name = self._named(content, kind, chapter, number)
        if words == DECORATIVE:
            return f"![](../figures/{name}){{.decorative}}"
        if not words:
            self._remarks.add(number, "no-alternative", "ask", _NO_WORDS)
        elif _BY_PROGRAM.search(words):
            self._remarks.add(number, "alternative", "ask", _BAD_WORDS)
        return f"![{escaped(words, in_brackets=True)}](../figures/{name})"

    def say_gone(self, target: str, number: int) -> None:
        """Remark on a picture that was in the source and is nowhere in the document."""
        content = self._content_of(target)
        shown = _shown(target)
        self._remarks.add(
            number, "picture-not-shown", "dropped", _GONE.filled(name=shown), grave=True
        )
        if content:
            self.originals[shown] = content

    def _named(self, content: bytes, kind: str, chapter: str, paragraph: int) -> str:
        digest = sha256(content).hexdigest()
        if digest not in self._names:
            number = sum(name.startswith(f"{chapter}-") for name in self.files) + 1
            right = made_right(content, kind)
            name = f"{chapter}-{number:02}.{right.kind}"
            self._names[digest] = name
            self.files[name] = right.content
            if right.done:
                self._say_made_right(right, name, content, kind, paragraph)
        return self._names[digest]

    def _say_made_right(
        self, right: MadeRight, name: str, content: bytes, kind: str, paragraph: int
    ) -> None:
        """Remark on what was done to a picture; one with other pixels is kept as it came, too."""
        says = _MADE_RIGHT.filled(name=name, done=right.told)
        if right.redrawn:
            original = f"{name.rpartition('.')[0]}.{kind}"
            self.originals[original] = content
            says = _AND_KEPT.filled(says=says, original=original)
        self._remarks.add(paragraph, "picture-made-right", "changed", says, in_chapter=False)
