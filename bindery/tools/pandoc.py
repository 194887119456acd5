"""Run pandoc: one Markdown chapter in, XHTML out."""

import re
from pathlib import Path

from bindery.tools.afterwards import scratch
from bindery.tools.apt import RUN_YOURSELF
from bindery.tools.installation import PACKAGES
from bindery.tools.locate import pandoc
from bindery.tools.run import TimeoutExpired, run
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

DIALECT = (
    "commonmark_x+sourcepos"
    # Off: extensions that markdown-it-py does not parse, or that an author would not expect.
    "-alerts-emoji-fancy_lists-implicit_header_references-raw_attribute-task_lists-yaml_metadata_block"
)

_OPTIONS = (
    f"--from={DIALECT}",
    "--to=html5",
    "--mathml",
    "--html-q-tags",
    "--wrap=none",
    "--syntax-highlighting=none",
)

PATIENCE = 60.0
"""Seconds one chapter may take, and one more for each ten thousand letters. The longest in a
600-page book takes less than one."""

HEAP = "2G"
"""Memory one chapter may take: some malformed input would take all there is."""

_AT = re.compile(r"\(line (\d+), column (\d+)\)")


class UnreadableError(Exception):
    """Pandoc cannot read this chapter: an error in the manuscript, not in the pipeline.

    ``line`` and ``column`` count from 1, and are ``None`` if pandoc does not report them.
    """

    def __init__(self, line: int | None, column: int | None) -> None:
        super().__init__(f"line {line}, column {column}")
        self.line = line
        self.column = column


def render(markdown: str, lua_filter: Path) -> str:
    """The XHTML of one chapter, its blocks with ``data-pos`` (``line:column-line:column``)."""
    return _run(markdown, (*_OPTIONS, f"--lua-filter={lua_filter}"))


def set_citations(blocks: str, lua_filter: Path, language: str, style: str = "") -> str:
    """What ``lua_filter`` makes of ``blocks`` of code, as XHTML, with ``style`` (CSL) as a file.

    Pandoc reads no file but these, and the style must have no address in it: pandoc would fetch
    the style that another depends on.
    """
    options: tuple[str, ...] = (
        "--from=commonmark_x",
        "--to=html5",
        "--wrap=none",
        f"--lua-filter={lua_filter}",
        f"--metadata=lang:{language}",
        "--metadata=link-citations:true",
    )
    with scratch() as folder:
        if style:
            file = folder / "style.csl"
            file.write_text(style, encoding="utf-8")
            options = (*options, f"--metadata=csl:{file}")
        return _run(blocks, options)


def highlighted(blocks: str) -> str:
    """``blocks`` of code as XHTML, with a ``span`` for each word of a kind (skylighting)."""
    options = ("--from=commonmark", "--to=html5", "--wrap=none", "--syntax-highlighting=pygments")
    return _run(blocks, options)


def _run(markdown: str, options: tuple[str, ...]) -> str:
    program = pandoc()
    if program is None:
        raise PipelineError(
            Text(nb="pandoc er ikke installert.", en="pandoc is not installed."),
            RUN_YOURSELF.filled(command=PACKAGES),
        )
    limits = ("+RTS", f"-M{HEAP}", "-RTS")
    try:
        finished = run(
            [program, *limits, *options],
            stdin=markdown,
            timeout=PATIENCE + len(markdown) / 10_000,
        )
    except TimeoutExpired as error:
        raise UnreadableError(None, None) from error
    if finished.status:
        at = _AT.search(finished.stderr)
        raise UnreadableError(int(at[1]), int(at[2])) if at else UnreadableError(None, None)
    return finished.stdout
