"""Many chapters in few processes: each has its own answer, whatever another one does."""

from pathlib import Path

import pytest

from bindery.tools import pandoc
from bindery.tools.pandoc import UnreadableError, render

pytestmark = pytest.mark.slow

SCRIPT = """
local function answer(text)
  if text:find("wrong") then
    error("Error at (line 3, column 7)")
  elseif text:find("endless") then
    while true do end
  elseif text:find("large") then
    pandoc.read(string.rep("*a* b ", 1000000), "markdown")
  elseif text:find("end") then
    os.exit(3)
  end
  return "> " .. text
end
for text in io.read("a"):gmatch("([^\\0]*)\\0") do
  local read, said = pcall(answer, text)
  io.write(read and "+" or "-", tostring(said), "\\0")
  io.flush()
end
"""


@pytest.fixture
def reader(tmp_path: Path) -> Path:
    """A script that answers with a sign and the chapter, or in the way that a chapter says."""
    path = tmp_path / "reader.lua"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


def said(answers: list[str | UnreadableError]) -> list[str]:
    """Each answer, and the place of each error."""
    return [one if isinstance(one, str) else f"{one.line}:{one.column}" for one in answers]


@pytest.mark.parametrize("processes", [1, 2, 3, 8])
@pytest.mark.parametrize(
    "chapters", [["a", "", "bb" * 100, "ø\n\n", "d", "e"], [""], ["", "", "a"], ["a", ""]]
)
def test_answers_come_in_the_order_of_the_chapters(
    reader: Path, processes: int, chapters: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many processes there are. An empty chapter has an answer, too."""
    monkeypatch.setattr(pandoc, "_LETTERS", 1)
    monkeypatch.setattr("os.cpu_count", lambda: processes)
    assert render(chapters, reader) == [f"> {chapter}" for chapter in chapters]


def test_no_chapters_are_no_answers(reader: Path) -> None:
    """Nothing is started for them."""
    assert render([], reader) == []


def test_an_error_is_that_of_its_chapter(reader: Path) -> None:
    """Those after it are read by the same process."""
    assert said(render(["a", "wrong", "c"], reader)) == ["> a", "3:7", "> c"]


@pytest.mark.parametrize("many", [1, 3])
def test_a_chapter_that_ends_the_process_has_its_own_error(reader: Path, many: int) -> None:
    """Those before it keep their answers, and those after it get theirs."""
    chapters = ["a", "end", "c", "end", "e"][:many]
    answers = ["> a", "None:None", "> c", "None:None", "> e"][:many]
    assert said(render(chapters, reader)) == answers


def test_a_chapter_without_end_has_its_own_error(
    reader: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is stopped when the others must have been read, once more alone, and then it is told."""
    monkeypatch.setattr(pandoc, "PATIENCE", 1.0)
    monkeypatch.setattr(pandoc, "PATIENCE_TOGETHER", 1.0)
    assert said(render(["a", "endless", "c"], reader)) == ["> a", "None:None", "> c"]


def test_a_chapter_that_takes_all_memory_has_its_own_error(
    reader: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process ends at its limit, long before it is out of time."""
    monkeypatch.setattr(pandoc, "MEMORY", 200_000_000)
    monkeypatch.setattr(pandoc, "PATIENCE", 600.0)
    monkeypatch.setattr(pandoc, "PATIENCE_TOGETHER", 600.0)
    assert said(render(["a", "large", "c"], reader)) == ["> a", "None:None", "> c"]
