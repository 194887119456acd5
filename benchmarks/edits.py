"""Edit a book at random, and compare each build with one from scratch, byte for byte.

What the rules find is compared as well. What the last build kept must never show in the next: wrong
or old pages are the worst failure. Some builds are killed first, right before they write, rename or
remove something.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bindery.editions.pdf import layout
from bindery.manuscript.templates import DEFAULT
from bindery.pipeline.build import build
from bindery.pipeline.kept_files import FOLDER
from bindery.pipeline.own_folder import BUILD
from bindery.pipeline.tally import rules_found
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.text import Text, verbatim

SETTINGS = """\
[publication]
title = "{title}"
language = "nb"
publisher = "bindery"
rights = "CC BY 4.0"
version = "1.0.0"
date = 2026-11-23
identifier = "urn:uuid:5d3f1c0e-6d1f-4c5a-9a55-2f1f2f0e2027"
slug = "bok"
accessibility-contact = "post@bindery.example"
description = "En bok som blir endret."

[editions.pdf]
page-size = "{paper}"
roman-front-matter = {roman}

[editions.large-print]
enabled = {large}

[editions.pdf20]
enabled = true

[numbering]
figures = "book"
references-say-page = true

[reading-order]
chapters = [{chapters}]
"""
_PASSAGES = (
    "Kommunen har en plan for {word}, og den sier hva alle skal gjøre når det gjelder. " * 4,
    "## Om {word} {number}\n\nEn kort tekst.",
    "Mer om [{word}]{{.index}}, som før, og [{word}t]{{.index}}.",
    "- Ett punkt om {word}\n- Et punkt til\n  - Og et under",
    "> Et sitat om {word}.",
    "En påstand.[^n{number}] Og en til.[^n{number}]\n\n[^n{number}]: En note om {word}.",
    "```python\nfor {word} in range({number}):  # en lang linje som ikke får plass på {word}\n```",
    "| A | B |\n|---|---|\n| {word} | {number} |\n| to | 3 |\n\n: Tall om {word}",
    "::: {{#fig-f{number}}}\n![Kart over {word}](../figures/kart.svg)\n\nKart over {word}.\n:::\n\n"
    "Se @fig-f{number}.",
    "Formelen $x^{number} + {number}$ står i [linjen om {word}]{{lang=en}}.",
    "Et tegn som skriften mangler: ロ{number}.",
)
_WORDS = ("havn", "bru", "skole", "ferje", "fjell", "torg", "hav", "vei")
_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60" width="120" height="60">'
    '<title>Kart</title><rect width="120" height="{high}" fill="#eeeeee"/>'
    '<text x="10" y="30" font-family="Andika" font-size="14">{word}</text></svg>'
)


class Book:
    """A book in a folder, and what an editor may do to it."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.folder = folder
        self._chance = chance
        self._number = 0
        self._chapters: dict[str, list[str]] = {}
        self._options = {"title": "En bok", "paper": "A5", "roman": "false", "large": "false"}
        self._drawing = "hav"
        self._sheets: dict[str, str] = {}
        for _ in range(4):
            self._add_chapter()

    def edit(self) -> str:
        """Do one thing to it, and say what."""
        edits: tuple[Callable[[], None], ...] = (
            *[self._add_passage] * 6,
            *[self._remove_passage] * 4,
            *[self._add_much] * 2,
            self._move_chapter,
            self._add_chapter,
            self._remove_chapter,
            self._change_drawing,
            self._change_setting,
            self._change_setting,
            self._change_style,
            self._damage,
            self._nothing,
        )
        done = self._chance.choice(edits)
        done()
        return done.__name__.strip("_").replace("_", " ")

    def write(self) -> None:
        """Write it to its folder."""
        manuscript, templates = self.folder / "manuscript", self.folder / "templates"
        for folder in (manuscript, templates):
            shutil.rmtree(folder, ignore_errors=True)
        listed = ", ".join(f'"chapters/{name}.md"' for name in self._chapters)
        drawing = _DRAWING.format(word=self._drawing, high=40 + len(self._drawing))
        texts = {
            "manuscript/publication.toml": SETTINGS.format(chapters=listed, **self._options),
            "manuscript/figures/kart.svg": drawing,
            **{f"templates/{name}": sheet for name, sheet in self._sheets.items()},
            **{
                f"manuscript/chapters/{name}.md": "\n\n".join(passages) + "\n"
                for name, passages in self._chapters.items()
            },
        }
        for name, text in texts.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def _passage(self) -> str:
        self._number += 1
        word = self._chance.choice(_WORDS)
        return self._chance.choice(_PASSAGES).format(word=word, number=self._number)

    def _some(self) -> list[str]:
        return self._chapters[self._chance.choice([*self._chapters])]

    def _add_passage(self) -> None:
        passages = self._some()
        passages.insert(self._chance.randint(1, len(passages)), self._passage())

    def _add_much(self) -> None:
        self._some().extend(self._passage() for _ in range(self._chance.randint(3, 9)))

    def _remove_passage(self) -> None:
        passages = self._some()
        if len(passages) > 2:
            del passages[self._chance.randrange(1, len(passages))]

    def _add_chapter(self) -> None:
        self._number += 1
        passages = [f"# Kapittel {self._number}", "Her begynner det."]
        passages += [self._passage() for _ in range(7)]
        self._chapters[f"k{self._number}"] = passages

    def _remove_chapter(self) -> None:
        if len(self._chapters) > 3:
            del self._chapters[self._chance.choice([*self._chapters])]

    def _move_chapter(self) -> None:
        name = self._chance.choice([*self._chapters])
        self._chapters[name] = self._chapters.pop(name)

    def _change_drawing(self) -> None:
        self._drawing = self._chance.choice(_WORDS)

    def _change_setting(self) -> None:
        name = self._chance.choice([*self._options])
        choices = {"title": ("En bok", "Boka"), "paper": ("A4", "A5", "B5")}
        self._options[name] = self._chance.choice(choices.get(name, ("true", "false")))

    def _change_style(self) -> None:
        """Another colour, another margin, or numbers through the book, which is then in one."""
        numbers = (
            "body { counter-reset: n } h2::before { counter-increment: n; content: counter(n) }"
        )
        own = ("", "h2 { color: #123456 }", ".chapter { padding-right: 1cm }", numbers)
        style = self._chance.choice(own)
        sheet = f"{DEFAULT.text('print/print.css')}\n{style}\n"
        self._sheets = {"print/print.css": sheet} if style else {}

    def _damage(self) -> None:
        """Do to a file of those that are kept what a full disk or another program may do."""
        kept = [path for path in sorted((self.folder / FOLDER).glob("*")) if path.is_file()]
        if not kept:
            return
        path = self._chance.choice(kept)
        content = bytearray(path.read_bytes())
        if self._chance.random() < 0.3 or not content:
            path.unlink()
        elif self._chance.random() < 0.5:
            path.write_bytes(content[: len(content) // 2])
        else:
            content[self._chance.randrange(len(content))] ^= 1
            path.write_bytes(content)

    def _nothing(self) -> None:
        """Build again."""


_KILLED = 10
"""One build in so many is killed first."""

_STEPS = 60
"""A build of the book writes, renames and removes about so many times."""

_DRIVER = (
    "import sys; from pathlib import Path; from benchmarks.die_at import die_at;"
    "from bindery.editions.pdf import layout; from bindery.pipeline.build import build;"
    "layout.LONG = 0; book = Path(sys.argv[2]); die_at(int(sys.argv[1]), book);"
    "build(book, lambda _: None)"
)
_HERE = Path(__file__).resolve().parents[1]


def _killed(book: Path, step: int) -> None:
    """Build the book in another process, which is killed before this step."""
    driver = [sys.executable, "-c", _DRIVER, str(step), str(book)]
    surroundings = os.environ | {"PYTHONPATH": str(_HERE)}
    subprocess.run(driver, env=surroundings, check=False, capture_output=True)  # noqa: S603


def edits(count: int, seed: int = 1, every: int = 1) -> Iterator[Text]:
    """Edit and build a book so many times; tell after which edits it is not as from scratch.

    That is asked after ``every`` so many edits.
    """
    wrong = 0
    chance = Random(seed)  # noqa: S311 - the same edits each time
    with TemporaryDirectory() as name:
        folder, afresh = Path(name) / "book", Path(name) / "afresh"
        book = Book(folder, chance)
        book.write()
        with long_from(0):
            build(folder, _quiet)
            for number in range(1, count + 1):
                done = book.edit()
                book.write()
                if not number % _KILLED:
                    _killed(folder, chance.randint(1, _STEPS))
                built = _made(folder)
                if number % every:
                    continue
                shutil.rmtree(afresh, ignore_errors=True)
                shutil.copytree(folder, afresh, ignore=shutil.ignore_patterns(BUILD))
                if built != _made(afresh):
                    wrong += 1
                    yield verbatim(f"{number}: {done}")
    yield Text(
        nb=f"{count} endringer, {wrong} der et bygg ikke er som et helt nytt.",
        en=f"{count} edits, {wrong} after which a build is not as one from scratch.",
    )


def _made(book: Path) -> tuple[dict[str, bytes], tuple[Evidence, ...]]:
    """The editions of the book as it is, by name, and what the rules find in it."""
    built = build(book, _quiet, meanwhile=rules_found)
    assert built.outputs, built.findings
    editions = {one.path.name: one.path.read_bytes() for one in built.outputs}
    return editions, rules_found(built.folder)


def _quiet(_: Text) -> None:
    return


@contextmanager
def long_from(size: int) -> Iterator[None]:
    """Let books of so many bytes of XHTML be laid out in parts."""
    before, layout.LONG = layout.LONG, size
    try:
        yield
    finally:
        layout.LONG = before
