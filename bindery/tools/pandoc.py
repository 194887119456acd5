"""Pandoc, the reader that renders: one Markdown chapter in, XHTML out."""

from pathlib import Path

from bindery.tools.locate import pandoc
from bindery.tools.run import run
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

DIALECT = (
    "commonmark_x+sourcepos"
    # What markdown-it-py does not see, or an author would not expect, is off.
    "-emoji-fancy_lists-implicit_header_references-raw_attribute-task_lists-yaml_metadata_block"
)

_MEND = Text(nb="Kjør: python3 bootstrap.py build", en="Run: python3 bootstrap.py build")


def render(markdown: str, lua_filter: Path) -> str:
    """The XHTML of one chapter, its blocks carrying ``data-pos`` (``line:column-line:column``)."""
    program = pandoc()
    if program is None:
        raise PipelineError(
            Text(nb="pandoc er ikke installert.", en="pandoc is not installed."), _MEND
        )
    finished = run(
        [
            program,
            f"--from={DIALECT}",
            "--to=html5",
            "--mathml",
            "--html-q-tags",
            "--wrap=none",
            "--syntax-highlighting=none",
            f"--lua-filter={lua_filter}",
        ],
        stdin=markdown,
    )
    if finished.status:
        said = finished.stderr.strip()
        raise PipelineError(
            Text(nb=f"pandoc stanset: {said}", en=f"pandoc stopped: {said}"),
            _MEND,
        )
    return finished.stdout
