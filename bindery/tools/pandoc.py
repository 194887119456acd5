"""Run pandoc: Markdown in, XHTML out."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate, pairwise
from pathlib import Path

from bindery.tools.afterwards import scratch
from bindery.tools.apt import RUN_YOURSELF
from bindery.tools.installation import PACKAGES
from bindery.tools.limits import most_processes
from bindery.tools.locate import pandoc
from bindery.tools.run import Finished, TimeoutExpired, run
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

DIALECT = (
    "commonmark_x+sourcepos"
    # Off: extensions that markdown-it-py does not parse, or that an author would not expect.
    "-alerts-emoji-fancy_lists-implicit_header_references-raw_attribute-task_lists-yaml_metadata_block"
)

PATIENCE = 60.0
"""Seconds one chapter may take, and one more for each ten thousand letters. The longest in a
600-page book takes less than one."""

PATIENCE_TOGETHER = 10.0
"""Seconds that several chapters may take together, and one more for each ten thousand letters."""

MEMORY = 2 * 1024**3
"""Bytes a process may take: some malformed input would take all there is."""

_HEAP = "+RTS", "-M3G", "-RTS"
"""A limit for systems that give a process none. In a script pandoc does not end at it, but takes
no more."""

_LETTERS = 50_000
"""What is worth a process of its own: starting it takes as long as reading half of it."""

_AT = re.compile(r"\(line (\d+), column (\d+)\)")


class UnreadableError(Exception):
    """Pandoc cannot read this chapter: an error in the manuscript, not in the pipeline.

    ``line`` and ``column`` count from 1, and are ``None`` if pandoc does not report them.
    """

    def __init__(self, line: int | None, column: int | None) -> None:
        super().__init__(f"line {line}, column {column}")
        self.line = line
        self.column = column


def render(chapters: Sequence[str], reader: Path) -> list[str | UnreadableError]:
    """What ``reader``, a script in Lua, makes of each of ``chapters``: XHTML.

    One process reads many. Chapters that one does not come past are read alone, so that each has
    its own error.
    """
    with ThreadPoolExecutor() as processes:
        shares = processes.map(lambda share: _answers(share, reader), _shares(chapters))
        return [answer for share in shares for answer in share]


def _shares(chapters: Sequence[str]) -> Iterator[Sequence[str]]:
    """``chapters`` in order, about as many letters for each processor."""
    ends = list(accumulate(len(chapter) for chapter in chapters))
    letters = ends[-1] if ends else 0
    most = max(1, min(most_processes(), letters // _LETTERS))
    cuts = (bisect_right(ends, letters * number // most) for number in range(1, most))
    for first, end in pairwise((0, *cuts, len(chapters))):
        yield chapters[first:end]


def _answers(chapters: Sequence[str], reader: Path) -> list[str | UnreadableError]:
    answers = _asked(chapters, reader)
    while len(answers) < len(chapters):
        # The process ended in this one, or took too long.
        first, *rest = chapters[len(answers) :]
        alone = [] if len(chapters) == 1 else _asked([first], reader)
        answers += alone or [UnreadableError(None, None)]
        answers += _asked(rest, reader)
    return answers


def _asked(chapters: Sequence[str], reader: Path) -> list[str | UnreadableError]:
    """The answers of one process to as many of the first ``chapters`` as it comes past."""
    if not chapters:
        return []
    letters = sum(map(len, chapters))
    patience = PATIENCE if len(chapters) == 1 else PATIENCE_TOGETHER
    asked = "".join(f"{chapter}\0" for chapter in chapters)
    try:
        said = _run(asked, ("lua", str(reader), DIALECT), patience + letters / 10_000).stdout
    except TimeoutExpired as error:
        said = bytes(error.stdout or b"").decode("utf-8", "replace")
    return [
        answer[1:] if answer.startswith("+") else _unread(answer)
        for answer in said.split("\0")[:-1]
    ]


def _unread(message: str) -> UnreadableError:
    at = _AT.search(message)
    return UnreadableError(int(at[1]), int(at[2])) if at else UnreadableError(None, None)


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
        return _rendered(blocks, options)


def highlighted(blocks: str) -> str:
    """``blocks`` of code as XHTML, with a ``span`` for each word of a kind (skylighting)."""
    options = ("--from=commonmark", "--to=html5", "--wrap=none", "--syntax-highlighting=pygments")
    return _rendered(blocks, options)


def document_tree(path: Path, reader: str) -> str:
    """The document at ``path`` as pandoc's tree in JSON. It reads no other file, and fetches none.

    Raises ``UnreadableError`` if pandoc cannot read it in time.
    """
    patience = PATIENCE + path.stat().st_size / 100_000
    options = (f"--from={reader}", "--to=json", "--sandbox", str(path))
    try:
        finished = _run("", options, patience)
    except TimeoutExpired as error:
        raise UnreadableError(None, None) from error
    if finished.status:
        raise _unread(finished.stderr)
    return finished.stdout


def word_file(page: str, facts: Sequence[tuple[str, str]]) -> bytes:
    """The HTML ``page`` as a Word file, with ``facts`` about it. Pandoc reads and fetches nothing.

    Raises ``PipelineError`` if it does not come to an end in time.
    """
    with scratch() as folder:
        file = folder / "page.docx"
        told = [f"--metadata={name}:{value}" for name, value in facts]
        options = ("--from=html", "--to=docx", "--sandbox", f"--output={file}", *told)
        try:
            finished = _run(page, options, PATIENCE + len(page) / 10_000)
        except TimeoutExpired as error:
            raise _no_word_file("time") from error
        if finished.status or not file.is_file():
            raise _no_word_file(finished.stderr)
        return file.read_bytes()


def _no_word_file(why: str) -> PipelineError:
    return PipelineError(
        Text(nb="pandoc laget ingen Word-fil.", en="pandoc made no Word file."),
        Text(nb=f"Originalmelding: {why[:300]}", en=f"Original message: {why[:300]}"),
    )


def _rendered(blocks: str, options: Sequence[str]) -> str:
    try:
        finished = _run(blocks, options, PATIENCE + len(blocks) / 10_000)
    except TimeoutExpired as error:
        raise UnreadableError(None, None) from error
    if finished.status:
        raise _unread(finished.stderr)
    return finished.stdout


def _run(stdin: str, options: Sequence[str], timeout: float) -> Finished:
    program = pandoc()
    if program is None:
        raise PipelineError(
            Text(nb="pandoc er ikke installert.", en="pandoc is not installed."),
            RUN_YOURSELF.filled(command=PACKAGES),
        )
    return run([program, *_HEAP, *options], stdin=stdin, timeout=timeout, memory=MEMORY)
