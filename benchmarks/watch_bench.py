"""Time from saving a chapter until ``bindery watch`` has painted it in the browser."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from bindery.tools import locate
from bindery.tools.browser import FLAGS
from bindery.vocabulary.text import Text

HOUSE = Path(__file__).resolve().parents[1]
PATIENCE = 300.0
"""Seconds for the first reading, whose pages nobody has laid out before."""

_START = "from bindery.start import main; main()"
_ADDRESS = re.compile(r"http://\S+")

_PAINTED = """async ([word, before]) => {
  const frame = () => document.getElementById("frame").contentDocument?.body;
  const picture = () => document.getElementById("picture");
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const until = async (there) => {
    while (!there()) await painted();
    await painted();
    return performance.timeOrigin + performance.now();
  };
  const words = await until(() => frame()?.textContent.includes(word));
  const reading = (address) => Number(address.split("/").at(-2));
  const sheet = await until(
    () => picture()?.complete && reading(picture().src) > reading(before),
  );
  return [words, sheet];
}"""

_TOLD = Text(
    nb="Fra lagring til skjerm, median av {count}: teksten {words} s, PDF-siden {pages} s"
    " (lengst {words_most} og {pages_most} s), prosessortid {cpu} s. Første lesing: {first} s."
    " Belastning: {load} på {processors} prosessorer.",
    en="From save to screen, median of {count}: the text {words} s, the PDF page {pages} s"
    " (longest {words_most} and {pages_most} s), processor time {cpu} s. First reading: {first} s."
    " Load: {load} on {processors} processors.",
)


def watch_bench(book: Path, edits: int) -> Iterator[Text]:
    """Save a chapter of a copy of ``book`` so many times, and yield how long the browser waits."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "book"
        for name in ("manuscript", "templates"):
            if (book / name).is_dir() and (name == "manuscript" or book != HOUSE):
                shutil.copytree(book / name, copy / name)
        chapters = sorted((copy / "manuscript").rglob("*.md"))
        begun = time.perf_counter()
        with watched(copy) as (address, command), opened(address) as page:
            page.wait_for_selector("#picture", timeout=PATIENCE * 1000)
            page.wait_for_selector("body:not([data-judged='0'])", timeout=PATIENCE * 1000)
            first = time.perf_counter() - begun
            waits = [_edit(page, chapters, one, command) for one in range(1, edits + 1)]
    words, pages, cpu = zip(*waits, strict=True)
    load = f"{os.getloadavg()[0]:.1f}"
    figures = {"words": median(words), "pages": median(pages), "cpu": median(cpu)}
    figures |= {"words_most": max(words), "pages_most": max(pages), "first": first}
    told = {name: f"{seconds:.2f}" for name, seconds in figures.items()}
    yield _TOLD.filled(count=edits, load=load, processors=os.cpu_count(), **told)


def _edit(
    page: Page, chapters: list[Path], number: int, command: int
) -> tuple[float, float, float]:
    """How many seconds text and page take after a paragraph in one of ``chapters`` has grown.

    The third number is the time of processors that the ``command`` has taken until the page.
    """
    chapter = chapters[number * 7 % len(chapters)]
    lines = chapter.read_text(encoding="utf-8").split("\n")
    # A paragraph of prose in the middle: a plain line between two empty ones.
    plain = re.compile(r"^[A-ZÆØÅ][^|{}<>]*[.]$")
    prose = [
        at
        for at, line in enumerate(lines[1:-1], 1)
        if plain.match(line) and not lines[at - 1] and not lines[at + 1]
    ]
    word = f"Ordnummer{number}"
    if prose:
        lines[prose[len(prose) // 2]] += f" {word}."
    else:
        lines += ["", f"{word}.", ""]
    before = page.get_attribute("#picture", "src")
    text = "\n".join(lines)
    used = _processor_time(command)
    saved = time.time() * 1000
    chapter.write_text(text, encoding="utf-8")
    painted = page.evaluate(_PAINTED, [word, before])
    used = _processor_time(command) - used
    page.wait_for_timeout(1500)
    return (painted[0] - saved) / 1000, (painted[1] - saved) / 1000, used


def _processor_time(process: int) -> float:
    """Seconds of ``process``, of those it has started, and of those that have ended."""
    _, _, fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")
    ticks = sum(map(int, fields.split()[11:15]))
    started = Path(f"/proc/{process}/task").glob("*/children")
    children = [int(child) for path in started for child in path.read_text().split()]
    return ticks / os.sysconf("SC_CLK_TCK") + sum(map(_processor_time, children))


@contextmanager
def watched(book: Path) -> Iterator[tuple[str, int]]:
    """``bindery watch`` in a process of its own: the address of its page, and its number."""
    process = subprocess.Popen(  # noqa: S603 - Python itself, and our own code
        [sys.executable, "-c", _START, "watch", "--book", book],
        stdout=subprocess.PIPE,
        text=True,
        cwd=HOUSE,
    )
    try:
        assert process.stdout is not None
        found = _ADDRESS.search(process.stdout.readline())
        assert found is not None
        yield found[0], process.pid
    finally:
        process.terminate()
        process.wait()


@contextmanager
def opened(address: str) -> Iterator[Page]:
    """The page in the browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=locate.chromium(), args=[*FLAGS])
        page = browser.new_page()
        page.goto(address)
        yield page
        browser.close()
