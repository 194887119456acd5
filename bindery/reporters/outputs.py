"""What a build left, one line an output."""

from collections.abc import Iterator
from pathlib import Path

from bindery.vocabulary.edition import Output
from bindery.vocabulary.text import Text

_UNCHANGED = Text(nb="uendret", en="unchanged")


def output_lines(
    outputs: tuple[Output, ...], book: Path, unchanged: bool, language: str
) -> Iterator[str]:
    """Path, length, size and the time it took, in columns."""
    paths = [output.path.relative_to(book).as_posix() for output in outputs]
    width = max(map(len, paths), default=0)
    for path, output in zip(paths, outputs, strict=True):
        count = f"{output.count} {output.unit.said_in(language)}"
        took = _UNCHANGED.said_in(language) if unchanged else _seconds(output.seconds, language)
        yield f"{path:{width}}  {count:>14}  {round(output.size / 1000):>6} kB  {took:>9}"


def _seconds(seconds: float, language: str) -> str:
    written = f"{seconds:.2f} s"
    return Text(nb=written.replace(".", ","), en=written).said_in(language)
