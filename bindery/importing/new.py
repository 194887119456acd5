"""Make a new publication that builds and passes its checks at once."""

import shutil
from pathlib import Path
from string import Template

from bindery.importing.answers import Answers
from bindery.importing.book_settings import Order, samples_in, settings_text
from bindery.importing.new_folder import place_whole

SETTINGS = "manuscript/publication.toml"
_CHAPTERS = "manuscript/chapters"


def new(folder: Path, answers: Answers) -> tuple[str, ...]:
    """Make a publication of samples in ``folder``, which is new or empty; return its files."""
    files: list[str] = []

    def fill(made: Path) -> None:
        samples = samples_in(answers.language)
        if samples.name == answers.language.split("-", 1)[0].lower():
            _copy(samples, made)
        else:
            # Nobody has written samples in this language: the chapter is for its author.
            (made / _CHAPTERS).mkdir(parents=True)
            (made / _CHAPTERS / "01.md").write_text(f"# {answers.title}\n", encoding="utf-8")
        chapters = sorted((made / _CHAPTERS).glob("*.md"))
        order = Order(chapters=[f"chapters/{path.name}" for path in chapters])
        write_around(made, answers, settings_text(answers, order))
        files.extend(files_in(made))

    place_whole(folder, fill)
    return tuple(files)


def _copy(samples: Path, made: Path) -> None:
    """Copy what is written in ``samples``, with permissions as new files have them."""
    for path in sorted((samples / "manuscript").rglob("*")):
        there = made / path.relative_to(samples)
        there.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            shutil.copyfile(path, there)


def write_around(made: Path, answers: Answers, settings: str) -> None:
    """Write what stands around the chapters: the settings, a page on the folder, what Git skips."""
    samples = samples_in(answers.language)
    page = Template((samples / "README.md").read_text("utf-8")).substitute(name=answers.title)
    (made / "README.md").write_text(page, encoding="utf-8")
    (made / ".gitignore").write_text("build/\n", encoding="utf-8")
    (made / SETTINGS).write_text(settings, encoding="utf-8")


def files_in(made: Path) -> list[str]:
    """Every file of the folder that is made, those of the manuscript first."""
    every = (path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file())
    return sorted(every, key=lambda path: (not path.startswith("manuscript/"), path))
