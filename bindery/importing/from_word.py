"""Import a Word file: look, prepare a copy, let pandoc read it, write the chapters."""

import json
from collections import Counter
from pathlib import Path

from bindery.importing.answers import Answers
from bindery.importing.book_settings import Known
from bindery.importing.figures_kept import FiguresKept
from bindery.importing.independent_words import formulas_of_word, words_of_word
from bindery.importing.markdown.book_writer import Source, write_chapters
from bindery.importing.markdown.pandoc_tree import marks_in, walk
from bindery.importing.read_source import Brought, brought_as
from bindery.importing.word.parts_read import WordFile, open_word
from bindery.importing.word.prepared import prepare
from bindery.tools.afterwards import scratch
from bindery.tools.pandoc import UnreadableError, document_tree
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

_NOT_READ = Text(
    nb="pandoc kan ikke lese Word-filen.",
    en="pandoc cannot read the Word file.",
)
_SAVE_ANEW = Text(
    nb="Åpne den i Word, lagre den som .docx med et nytt navn, og prøv igjen.",
    en="Open it in Word, save it as .docx under a new name, and try again.",
)
_TOO_DEEP = Text(
    nb="Dokumentet har tabeller eller lister i for mange nivåer.",
    en="The document has tables or lists in too many levels.",
)
_LOST = Text(
    nb="Dette kunne ikke leses av pandoc, og må skrives inn",
    en="pandoc could not read this, and it must be typed in",
)
_MACROS = Text(nb="Makroer er ikke tatt med", en="Macros were left out")

_CORE = "docProps/core.xml"


def from_word(path: Path, answers: Answers) -> Brought:
    """Everything of the Word file at ``path`` that a publication gets."""
    file = open_word(path)
    try:
        prepared = prepare(file, keep_comments=answers.comments != "drop")
        with scratch() as folder:
            copy = folder / "copy.docx"
            copy.write_bytes(prepared.content)
            tree = json.loads(document_tree(copy, "docx+styles"))
    except UnreadableError as error:
        raise PipelineError(_NOT_READ, _SAVE_ANEW) from error
    except RecursionError as error:
        raise PipelineError(_TOO_DEEP, _SAVE_ANEW) from error
    remarks = prepared.remarks
    core = _core(file)
    found = Answers(
        title=prepared.title or core.get("title", "") or path.stem.replace("_", " "),
        language=prepared.language,
    )
    all_known = answers.or_else(found)
    folder_of = file.main.rpartition("/")[0]
    figures = FiguresKept(
        lambda target: file.part(f"{folder_of}/{target}"), remarks, prepared.pictures
    )
    if any(name.endswith("vbaProject.bin") for name in file.names):
        remarks.add(0, "macros", "dropped", _MACROS, in_chapter=False)
    shown = {str(one["c"][2][0]) for one in walk(tree["blocks"]) if one["t"] == "Image"}
    for target, number in prepared.pictures.items():
        if target not in shown:
            figures.say_gone(target, number)
    read = set(marks_in(tree["blocks"]))
    for number, lost in prepared.marked.items():
        if number not in read:
            remarks.add(number, "not-read", "dropped", _LOST, lost, grave=True)
    chapters = write_chapters(
        Source(
            blocks=tree["blocks"],
            remarks=remarks,
            title=all_known.title,
            language=all_known.language,
            picture=figures.picture,
            split=answers.split,
            flagged=frozenset(prepared.paragraphs.flagged),
            sizes=prepared.paragraphs.sizes,
            boxes=prepared.paragraphs.boxes,
        )
    )
    if prepared.title and answers.title and answers.title != prepared.title:
        says = Text(nb="Tittelen i Word var en annen", en="The title in Word was another")
        remarks.add(0, "title", "dropped", says, prepared.title, in_chapter=False)
    return brought_as(
        chapters,
        figures,
        answers=found,
        known=Known(
            subtitle=prepared.subtitle,
            description=core.get("description", ""),
            authors=_authors(core.get("creator", "")),
            numbers_captions=any(one.kind == "caption-number" for one in remarks.every()),
        ),
        remarks=remarks,
        words=words_of_word(file),
        formulas=formulas_of_word(file),
        content=file.content,
    )


_MACHINES = frozenset({"", "microsoft office user", "user", "bruker", "admin", "python-docx"})


def _authors(creator: str) -> tuple[str, ...]:
    """The author that Word has noted, if it is not the name of a machine."""
    return () if creator.strip().lower() in _MACHINES else (creator.strip(),)


def _core(file: WordFile) -> dict[str, str]:
    """What Word has noted of the document: title, creator, description."""
    root = file.xml(_CORE)
    found: Counter[str] = Counter()
    told: dict[str, str] = {}
    for one in () if root is None else root:
        name = str(one.tag).rpartition("}")[2]
        found[name] += 1
        if found[name] == 1 and (one.text or "").strip():
            told[name] = " ".join((one.text or "").split())
    return told
