"""Near misses of images: what must be found of them, and what must not."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bindery.document.paper import FIGURE_HEIGHT
from bindery.manuscript.load import load
from bindery.manuscript.source import Manuscript, read_source
from bindery.rules.documentation import FIRST_CHAPTER as CHAPTER
from bindery.rules.manuscript import (
    alt_text_differs_from_caption,
    complex_image_has_long_description,
    image_does_not_flash,
    image_file_is_used,
    image_is_sharp_in_print,
    image_stands_still,
)
from bindery.vocabulary.publication import Publication
from tests.rules.books import found_in, manuscript_of, shelf_of
from tests.shelf import HOUSE, write_book

SMALL = "![Alta by](../figures/lite-foto.png)"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A publication with pictures."""
    return shelf_of(tmp_path_factory.mktemp("bok"))


def _book(folder: Path, text: str, **pictures: bytes) -> Manuscript:
    files = {f"figures/{name.replace('_', '.')}": content for name, content in pictures.items()}
    loaded = load(write_book(folder, f"# T\n\n{text}\n", files=files))
    assert loaded.publication is not None
    return read_source(loaded.publication)


@pytest.mark.parametrize(
    ("alt", "caption", "same"),
    [
        ("Kommunene i studien.", "Kommunene i studien", True),
        ("kommunene  i\nstudien", "Figur 3. Kommunene i *studien*. Kart: Ola.", True),
        ("Kommunene i studien", "Kommunene i studien, fra Grimstad i sør til Alta i nord.", False),
        ("Folketallet i 2023", "Folketallet i 2024", False),
        ("Søyler som stiger fra 3 til 9", "Folketallet i 2024", False),
        ("Alta", "", False),
    ],
)
def test_what_repeats_the_caption(shelf: Publication, alt: str, caption: str, same: bool) -> None:
    """Marks and the figure's number make no difference; years and words that are added do."""
    text = f"::: figure\n![{alt}](../figures/kart.svg)\n\n{caption}\n:::"
    assert bool(found_in(alt_text_differs_from_caption.RULE, shelf, text)) == same


def test_the_paragraph_after_an_image_is_no_caption(shelf: Publication) -> None:
    """Only a figure has one."""
    text = "![Alta by](../figures/kart.svg)\n\nAlta by."
    assert not found_in(alt_text_differs_from_caption.RULE, shelf, text)


@pytest.mark.parametrize(
    ("description", "found"),
    [
        ("", True),
        ("\n\n::: long-description\nAlle punktene.\n:::", False),
        ("\n\n::: editor-note\nEn merknad.\n:::", True),
    ],
)
def test_what_is_long_has_a_long_description(
    shelf: Publication, description: str, found: bool
) -> None:
    """Any other block in the figure describes nothing."""
    text = (
        f":::: figure\n![{'Et punkt. ' * 26}](../figures/kart.svg)\n\nTeksten.{description}\n::::"
    )
    assert bool(found_in(complex_image_has_long_description.RULE, shelf, text)) == found


def test_two_full_sentences_are_not_long(shelf: Publication) -> None:
    """250 characters are allowed, however many lines they are written on."""
    text = f"![{('ord ' * 62).strip()}\nto](../figures/kart.svg)"
    assert not found_in(complex_image_has_long_description.RULE, shelf, text)


def test_an_image_is_used_wherever_it_is_shown(tmp_path: Path) -> None:
    """In a heading, in a link, with its name escaped: the file is the same."""
    text = "## ![Alta](../figures/a%20b.svg)\n\n[![Rana](./../figures/c.svg)](https://a.example)"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    files = {f"figures/{name}.svg": drawing for name in ("a b", "c", "d")}
    manuscript = manuscript_of(tmp_path, {CHAPTER: f"# T\n\n{text}\n", **files})
    unused = [str(finding.location) for finding in image_file_is_used.find(manuscript)]
    assert unused == ["manuscript/figures/d.svg"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (SMALL, True),
        (f"::: figure\n{SMALL}\n\nAlta.\n:::", True),
        (f"{SMALL}{{width=40%}}", False),
        (f"{SMALL}{{width=7cm}}", True),
        (f"{SMALL}{{width=6cm}}", False),
        (f"{SMALL}{{height=3em}}", False),
        (f"{SMALL}{{.decorative}}", False),
        (f"Her er {SMALL}.", False),
        (f"## {SMALL}", False),
        (f"| {SMALL} | b |\n|---|---|\n| {SMALL} | d |", False),
        (f"- {SMALL}", False),
        ("![Alta by](../figures/foto.png)", False),
    ],
)
def test_images_on_their_own_are_sharp(shelf: Publication, text: str, found: bool) -> None:
    """What stands in a line, or is printed small, needs fewer pixels."""
    assert bool(found_in(image_is_sharp_in_print.RULE, shelf, text)) == found


@pytest.mark.parametrize(
    ("size", "in_figure", "found"),
    [
        ((96, 96), True, False),
        ((600, 300), True, True),
        ((600, 1200), True, False),
        ((600, 1200), False, True),
        ((804, 100), False, False),
        ((800, 100), False, True),
    ],
)
def test_how_many_pixels_are_enough(
    tmp_path: Path, size: tuple[int, int], in_figure: bool, found: bool
) -> None:
    """An icon is small; a figure that is high is printed small, so that it has room on its page."""
    written = BytesIO()
    Image.new("1", size).save(written, "PNG")
    image = "![Alta by](../figures/a.png)"
    text = f"::: figure\n{image}\n\nAlta.\n:::" if in_figure else image
    manuscript = _book(tmp_path, text, a_png=written.getvalue())
    assert bool([*image_is_sharp_in_print.find(manuscript)]) == found


def test_the_style_sheet_gives_figures_the_height_that_the_rule_reckons_with() -> None:
    """The same number stands in the style sheet."""
    style = (HOUSE / "templates/print/print.css").read_text(encoding="utf-8")
    assert f"max-height: calc(var(--page-height) * {FIGURE_HEIGHT})" in style


def _animation(shades: list[int], lasts: int, side: int) -> bytes:
    frames = [Image.new("L", (800, 600), 128) for _ in shades]
    for frame, shade in zip(frames, shades, strict=True):
        frame.paste(shade, (0, 0, side, side))
    written = BytesIO()
    frames[0].save(
        written, "WEBP", save_all=True, append_images=frames[1:], duration=lasts, lossless=True
    )
    return written.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("shades", "lasts", "side", "flashes"),
    [
        ([0, 255], 125, 500, True),
        ([0, 255], 167, 500, False),
        ([0, 255], 100, 120, False),
        ([200, 210], 100, 500, False),
        ([245, 255], 100, 500, False),
        ([0, 64, 128, 192, 255], 100, 500, False),
        ([0, 255, 0, 255, 0, 255, 0, *[0] * 20], 80, 500, False),
        ([0, 255, 0, 255, 0, 255, 0, 255, 0, *[0] * 20], 80, 500, True),
    ],
    ids=["4 Hz", "3 Hz", "small", "faint", "light", "once over", "three", "four"],
)
def test_what_flashes(
    tmp_path: Path, shades: list[int], lasts: int, side: int, flashes: bool
) -> None:
    """More than three times in a second, a quarter of the view, and by more than a tenth."""
    moving = _animation(shades, lasts, side)
    manuscript = _book(tmp_path, "![Et lys](../figures/a.webp)", a_webp=moving)
    assert bool([*image_does_not_flash.find(manuscript)]) == flashes
    assert bool([*image_stands_still.find(manuscript)]) != flashes


def test_a_file_is_said_to_move_once(shelf: Publication) -> None:
    """At the first place where it is shown."""
    shown = "![Vannet stiger](../figures/flo.gif)"
    (finding,) = found_in(image_stands_still.RULE, shelf, f"{shown}\n\n{shown}")
    assert finding.location.line == 3
