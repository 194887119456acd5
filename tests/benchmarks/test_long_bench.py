"""What the structure tree costs is told by files that are what they are called."""

from pathlib import Path

import pikepdf
import pytest

from benchmarks import long_bench
from benchmarks.render import OURS, TAGGED
from bindery.vocabulary.errors import PipelineError
from tests.built import SMALL
from tests.shelf import write_book


def files(folder: Path, *, tagged: tuple[str, ...], pages: dict[str, int]) -> None:
    """A PDF for each way of rendering."""
    for how in long_bench.NAMES:
        with pikepdf.new() as pdf:
            for _ in range(pages.get(how, 2)):
                pdf.add_blank_page()
            if how in tagged:
                pdf.Root.StructTreeRoot = pikepdf.Dictionary()
            pdf.save(folder / f"{how}.pdf")


def test_files_that_are_what_they_are_called_are_weighed(tmp_path: Path) -> None:
    """Two with tags, two without, all of as many pages."""
    files(tmp_path, tagged=(OURS, TAGGED), pages={})
    long_bench._prove(tmp_path)


@pytest.mark.parametrize(
    ("tagged", "pages"),
    [
        pytest.param(tuple(long_bench.NAMES), {}, id="the untagged have tags"),
        pytest.param((TAGGED,), {}, id="ours has none"),
        pytest.param((OURS, TAGGED), {TAGGED: 3}, id="not the same pages"),
    ],
)
def test_unlike_files_stop_the_measurement(
    tmp_path: Path, tagged: tuple[str, ...], pages: dict[str, int]
) -> None:
    """A ratio of two files that are not what they are called is never told."""
    files(tmp_path, tagged=tagged, pages=pages)
    with pytest.raises(PipelineError, match="measurement stopped"):
        long_bench._prove(tmp_path)


@pytest.mark.slow
def test_a_short_book_is_weighed_in_every_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each way of rendering gets its line, the base is one, and the aim is told of last."""
    monkeypatch.setattr(long_bench, "ROUNDS", 1)
    monkeypatch.setattr(long_bench, "write_long_book", lambda folder, _: write_book(folder, SMALL))
    first, *lines, verdict = (text.en for text in long_bench.long_bench())
    assert first.endswith("pages, 1 rounds.")
    assert [line.partition(":")[0] for line in lines] == [
        name.en for name in long_bench.NAMES.values()
    ]
    assert lines[0].count("(1.00)") == 3
    assert verdict.startswith("The aim is at most 1.10 times")
