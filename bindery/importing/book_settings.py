"""Write ``publication.toml`` for a new publication, with comments in its language."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template
from uuid import uuid4

from bindery.importing.answers import Answers
from bindery.importing.file_names import plain_name
from bindery.vocabulary.placeholders import placeholder

SAMPLES = Path(__file__).with_name("samples")


@dataclass(frozen=True, slots=True)
class Order:
    """Which chapters there are, as paths below ``manuscript/``.

    ``parts`` are titles with their chapters, instead of ``chapters``.
    """

    chapters: Sequence[str] = ()
    front: Sequence[str] = ()
    parts: Sequence[tuple[str, Sequence[str]]] = ()
    appendices: Sequence[str] = ()
    back: Sequence[str] = ()

    @property
    def every(self) -> tuple[str, ...]:
        """All chapters, in the order they are read."""
        in_parts = [path for _, chapters in self.parts for path in chapters]
        return (*self.front, *self.chapters, *in_parts, *self.appendices, *self.back)


@dataclass(frozen=True, slots=True)
class Known:
    """What a source says of a publication besides what its user is asked."""

    subtitle: str = ""
    description: str = ""
    authors: tuple[str, ...] = ()
    day: date | None = None
    address: str = ""
    written_for: str = ""
    bibliography: tuple[str, ...] = ()
    numbers_captions: bool = False


def samples_in(language: str) -> Path:
    """The samples in ``language``; the English ones if there are none."""
    folder = SAMPLES / language.split("-", 1)[0].lower()
    return folder if folder.is_dir() else SAMPLES / "en"


def settings_text(answers: Answers, order: Order, known: Known | None = None) -> str:
    """All of ``publication.toml``, with an identifier of its own."""
    known = known or Known()
    template = Template((samples_in(answers.language) / "settings.txt").read_text("utf-8"))
    return template.substitute(
        title=quoted(answers.title),
        language=quoted(answers.language),
        publisher=quoted(answers.publisher),
        rights=quoted(answers.rights),
        date=(known.day or date.today()).isoformat(),
        identifier=quoted(uuid4().urn),
        slug=quoted(_slug(answers.title)),
        contact=quoted(answers.contact),
        description=quoted(known.description or placeholder("description", answers.language)),
        more="".join(_more(known)),
        order=_order(order),
    )


def _slug(title: str) -> str:
    """The name of the files: the title and, if that would be all of it, the year.

    A title that is the name of its file says nothing to readers, and is reported.
    """
    name = plain_name(title, "publikasjon")
    return f"{name}-{date.today().year}" if name == title.lower() else name


def _more(known: Known) -> list[str]:
    """The keys that only some publications have, and the tables between them and the order."""
    lines = []
    if known.subtitle:
        lines.append(f"subtitle = {quoted(known.subtitle)}\n")
    if known.address:
        lines.append(f"address = {quoted(known.address)}\n")
    for author in known.authors:
        lines.append(f'\n[[publication.contributors]]\nname = {quoted(author)}\nrole = "author"\n')
    if known.written_for:
        lines.append(f"\n[manuscript]\nwritten-for = {quoted(known.written_for)}\n")
    if known.numbers_captions:
        lines.append('\n[numbering]\nfigures = "book"\ntables = "book"\n')
    if known.bibliography:
        lines.append(f"\n[citations]\nbibliography = {_listed(known.bibliography)}\n")
    return lines


def _order(order: Order) -> str:
    keys = ("front", "chapters", "appendices", "back")
    lines = [f"{key} = {_listed(paths)}" for key in keys if (paths := getattr(order, key))]
    for title, chapters in order.parts:
        lines.append(
            f"\n[[reading-order.parts]]\ntitle = {quoted(title)}\nchapters = {_listed(chapters)}"
        )
    return "\n".join(lines)


def _listed(paths: Sequence[str]) -> str:
    if len(paths) == 1:
        return f"[{quoted(paths[0])}]"
    return "[\n" + "".join(f"    {quoted(path)},\n" for path in paths) + "]"


def quoted(value: str) -> str:
    """``value`` as a string of TOML, on one line, without control characters."""
    plain = "".join(letter for letter in " ".join(value.split()) if letter.isprintable())
    return json.dumps(plain, ensure_ascii=False)
